import { render } from "@testing-library/svelte";
import { flushSync } from "svelte";
import { beforeEach, describe, expect, it } from "vitest";
import Text from "../test/Text.svelte";
import * as i18n from "./i18n.svelte";

const today = "2026-11-23";
/** Intl parts amounts with a space that does not break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("in English", () => {
  beforeEach(() => i18n.setLanguage("en"));

  it("names near days and dates the others", () => {
    expect(i18n.nearDay("2026-11-23", today)).toBe("Today");
    expect(i18n.nearDay("2026-11-24", today)).toBe("Tomorrow");
    expect(i18n.nearDay("2026-11-22", today)).toBe("Yesterday");
    expect(i18n.nearDay("2026-11-27", today)).toBe("Fri 27 Nov");
    expect(i18n.nearDay("2026-11-30", today)).toBe("30 Nov");
    expect(i18n.nearDay("2027-01-04", today)).toBe("4 Jan 2027");
  });

  it("says when something is due, with its time where it has one", () => {
    expect(i18n.dueText({ on: today, at: "10:30:00" }, today)).toBe("Today 10:30");
    expect(i18n.dueText({ on: "2026-11-21", at: null }, today)).toBe("Sat 21 Nov");
  });

  it("says how long ago something was", () => {
    expect(i18n.ago("2026-11-23 09:00:00", today)).toBe("today");
    expect(i18n.ago("2026-11-17", today)).toBe("6 days ago");
    expect(i18n.ago("2026-10-26", today)).toBe("4 weeks ago");
    expect(i18n.ago("2026-05-20", today)).toBe("6 months ago");
    expect(i18n.ago("2023-11-20", today)).toBe("3 years ago");
  });

  it("writes money with the digits of its currency, and whole amounts without", () => {
    expect(plain(i18n.money({ minor: 240_000, currency: "EUR" }))).toBe("€2,400");
    expect(plain(i18n.money({ minor: 1250, currency: "EUR" }))).toBe("€12.50");
    expect(plain(i18n.money({ minor: 1250, currency: "JPY" }))).toBe("JP¥1,250");
    expect(plain(i18n.money({ minor: 1_234_567, currency: "KWD" }))).toBe("KWD 1,234.567");
    expect(i18n.money({ minor: 5, currency: "no money" })).toBe("no money 0.05");
  });

  it("counts in words", () => {
    expect(i18n.t("in-days", { days: 1 })).toBe("In 1 day");
    expect(i18n.t("in-days", { days: 7 })).toBe("In a week");
    expect(i18n.t("in-days", { days: 3 })).toBe("In 3 days");
  });

  it("shows the key where a sentence is missing, so that it is seen", () => {
    expect(i18n.t("there-is-no-such-key")).toBe("there-is-no-such-key");
  });
});

describe("in Dutch", () => {
  beforeEach(() => i18n.setLanguage("nl"));

  it("says the same", () => {
    expect(i18n.nearDay("2026-11-24", today)).toBe("Morgen");
    expect(i18n.nearDay("2026-11-27", today)).toBe("vr 27 nov");
    expect(i18n.titleDate(today)).toBe("Maandag 23 november");
    expect(i18n.ago("2026-11-22", today)).toBe("gisteren");
    expect(plain(i18n.money({ minor: 123_450, currency: "EUR" }))).toBe("€ 1.234,50");
    expect(i18n.number(1284)).toBe("1.284");
    expect(i18n.monthNames()[0]).toBe("januari");
  });
});

describe("the language", () => {
  it("changes what is on the screen while it is on it", () => {
    i18n.setLanguage("en");
    const shownIn = render(Text, { of: () => i18n.t("cancel") });
    const shown = () => shownIn.container.textContent;
    expect(shown()).toBe("Cancel");
    i18n.setLanguage("nl");
    flushSync();
    expect(shown()).toBe("Annuleren");
    expect(document.documentElement.lang).toBe("nl");
  });
});

describe("civil days", () => {
  it("are counted over the change of the clock", () => {
    expect(i18n.daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(i18n.addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(i18n.addDays("2028-02-28", 1)).toBe("2028-02-29");
  });

  it("keep years before 100 as they are", () => {
    expect(i18n.civilDay(i18n.parse("0079-08-24"))).toBe("0079-08-24");
  });
});

describe("what is counted", () => {
  it.each([
    ["en", "1 came from “Fair”.", "usually 1 day, 1 open", "usually 2 days, 1 open"],
    ["nl", "1 kwam van ‘Fair’.", "meestal 1 dag, 1 open", "meestal 2 dagen, 1 open"],
  ] as const)("is one or more of it, in %s", (language, one, day, days) => {
    i18n.setLanguage(language);
    expect(i18n.t("qualify-from", { count: 1, source: "Fair" })).toBe(one);
    expect(i18n.t("step-about", { days: 1, open: 1 })).toBe(day);
    expect(i18n.t("step-about", { days: 2, open: 1 })).toBe(days);
  });
});

describe("birthdays", () => {
  it("show their year only where it is known", () => {
    i18n.setLanguage("en");
    expect(i18n.birthday({ day: 8, month: 3, year: 1979 })).toBe("8 March 1979");
    expect(i18n.birthday({ day: 29, month: 2, year: null })).toBe("29 February");
  });
});
