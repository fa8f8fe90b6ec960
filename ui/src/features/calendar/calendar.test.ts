import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarDay, CalendarEntry } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { moved, stands, title, turn, weekLocale, weekNumber, weeksOf } from "./days";
import { say } from "./say";

beforeEach(() => setLanguage("en"));

describe("the days that are shown", () => {
  it("are those of the month with the rest of its weeks", () => {
    const weeks = weeksOf("month", "2026-11-23", "nl-NL");
    expect(weeks).toHaveLength(6);
    expect([weeks[0]?.[0], weeks[5]?.[6]]).toEqual(["2026-10-26", "2026-12-06"]);
    expect(weeksOf("month", "2027-02-10", "nl-NL")).toHaveLength(4);
  });

  it("begin on the day on which weeks begin where one lives", () => {
    expect(weeksOf("week", "2026-11-23", "en-GB")[0]?.[0]).toBe("2026-11-23");
    expect(weeksOf("week", "2026-11-23", "en-US")[0]?.[0]).toBe("2026-11-22");
    expect(weekLocale("en-US")).toBe("en-US");
    setLanguage("nl");
    expect(weekLocale("en-US")).toBe("nl-NL");
  });

  it("have the number of their week by ISO 8601, wherever the week begins", () => {
    expect(weekNumber(weeksOf("week", "2026-11-23", "nl-NL")[0] ?? [])).toBe(48);
    expect(weekNumber(weeksOf("week", "2026-11-23", "en-US")[0] ?? [])).toBe(48);
    // 2026 has 53 weeks, and 2027 begins in the last of them.
    expect(weekNumber(weeksOf("week", "2027-01-01", "nl-NL")[0] ?? [])).toBe(53);
    expect(weekNumber(weeksOf("week", "2025-12-31", "nl-NL")[0] ?? [])).toBe(1);
  });

  it("turn by months and weeks, and the 31st stays in a shorter month", () => {
    expect(turn("month", "2026-10-31", 1)).toBe("2026-11-30");
    expect(turn("month", "2026-01-15", -1)).toBe("2025-12-15");
    expect(turn("week", "2026-12-28", 1)).toBe("2027-01-04");
  });

  it("have a title in the language", () => {
    expect(title("month", "2026-11-23", [])).toBe("November 2026");
    setLanguage("nl");
    expect(title("month", "2026-11-23", [])).toBe("November 2026");
    expect(title("week", "2026-11-23", weeksOf("week", "2026-11-23", "nl-NL")[0] ?? [])).toMatch(
      /23.*29 november 2026/,
    );
  });
});

function followUp(id: number, at: string | null): CalendarEntry {
  const what = { kind: "follow_up", follow_up: id, what: "Call", at, repeats: false } as const;
  return { contact: id, name: `Person ${String(id)}`, place: { kind: "lead" }, lifecycle: "lead", what };
}

const birthday: CalendarEntry = {
  ...followUp(9, null),
  what: { kind: "birthday", turns: 40, card: "posted" },
};

function month(): CalendarDay[] {
  return [
    { on: "2026-11-23", count: 14, entries: [followUp(1, "10:30:00"), birthday] },
    { on: "2026-11-24", count: 3, entries: [followUp(2, "09:00:00"), followUp(3, null), birthday] },
  ];
}

describe("a move", () => {
  it("shows at once, in time order, and both days count anew", () => {
    const [from, to] = moved(month(), 1, "2026-11-24");
    expect([from?.count, from?.entries.length]).toEqual([13, 1]);
    expect(to?.count).toBe(4);
    expect(to?.entries.map((entry) => entry.contact)).toEqual([2, 1, 3, 9]);
    expect(stands(to, 1)).toBe(true);
    expect(stands(from, 1)).toBe(false);
  });

  it("out of what is shown takes it away there, and one that is there already changes nothing", () => {
    expect(moved(month(), 1, "2027-01-01").map((day) => day.count)).toEqual([13, 3]);
    expect(moved(month(), 1, "2026-11-23")).toEqual(month());
    expect(moved(month(), 77, "2026-11-24")).toEqual(month());
  });
});

describe("what is said of an entry", () => {
  it("has the time, who, what, the stage, and whether it is overdue", () => {
    expect(say(followUp(1, "10:30:00"), "2026-11-23", "2026-11-23")).toBe("10:30, Person 1, Call, Lead");
    expect(say(followUp(1, null), "2026-11-20", "2026-11-23")).toBe("Person 1, Call, Lead, Overdue");
    expect(say(birthday, "2026-11-24", "2026-11-23")).toBe("Person 9, 40, birthday, Card sent");
  });
});
