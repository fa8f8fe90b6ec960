// Insights: how a share is said, what stands on the cards, and that each number leads to the people behind it.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { InsightQuery } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { behindText, periodText } from "../../lib/insight";
import { publish } from "../../lib/live.svelte";
import { go, route } from "../../lib/route.svelte";
import { duration, share } from "./about.svelte";
import { own, partText } from "./parts";
import Screen from "./Screen.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));
const drawn = vi.hoisted(() => vi.fn());
vi.mock("./bars", () => ({ begin: () => ({ draw: drawn, end: () => undefined }) }));

const counts = { leads: 20, prospects: 8, customers: 3, repeat_customers: 1 };
const span = { from: "2026-01-01", to: "2026-11-23" };
const nothing = { leads: 0, prospects: 0, customers: 0, repeat_customers: 0 };

function answers(empty = false): Record<string, unknown> {
  const talk = { talks: 40, unasked: 10, minutes: 600, unasked_minutes: 45 };
  return {
    get_filter_choices: { sources: [{ id: 3, name: "Fair" }], steps: [{ id: 2, name: "Offer" }] },
    get_funnel_insight: {
      span,
      counts: empty ? nothing : counts,
      leads_before: 12,
      to_prospect: { days: 9, people: 8 },
      to_customer: { days: 34, people: 2 },
      empty,
    },
    get_source_insight: [
      { source: null, name: "", counts: { ...counts, prospects: 2 }, sold: [], cost_per_prospect: null },
      {
        source: 3,
        name: "Fair",
        counts,
        sold: [
          { minor: 120_000, currency: "EUR" },
          { minor: 900, currency: "JPY" },
        ],
        cost_per_prospect: { minor: 1250, currency: "EUR" },
      },
    ],
    get_talk_insight: { now: talk, before: { ...talk, unasked: 20 } },
    get_promise_insight: { now: { kept: 3, moved: 1, missed: 1 }, before: null },
    get_stop_insight: { stops: [{ stop: "step", step: 2, step_name: "Offer", people: 6, over: 2 }] },
    get_sales_insight: {
      part: "month",
      spans: [
        { from: "2026-10-01", to: "2026-10-31" },
        { from: "2026-11-01", to: "2026-11-23" },
      ],
      currencies: [
        {
          total: { minor: 120_000, currency: "EUR" },
          sales: 2,
          parts: [
            { sales: 2, minor: 120_000 },
            { sales: 0, minor: 0 },
          ],
        },
      ],
    },
    get_cohort_insight: { part: "month", cohorts: [{ span: { from: "2026-10-01", to: "2026-10-31" }, counts }] },
  };
}

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
  drawn.mockReset();
  vi.stubGlobal("matchMedia", () => ({ addEventListener: () => undefined, removeEventListener: () => undefined }));
  go({ screen: "insights" });
});

function show(found = answers()) {
  call.mockImplementation((command) => Promise.resolve(found[command]));
  return render(Screen);
}

const asked = (command: string): unknown[] => call.mock.calls.filter(([name]) => name === command).map(([, it]) => it);

describe("a share", () => {
  it("is never all or nothing unless it is, and of few is not said in percent", () => {
    expect([share(1, 999), share(998, 999), share(0, 999), share(999, 999)]).toEqual(["1%", "99%", "0%", "100%"]);
    expect([share(2, 5), share(0, 0)]).toEqual(["2 of 5", ""]);
    expect([duration(45), duration(125), duration(7711)]).toEqual(["45 min", "2 h 5 min", "129 h"]);
  });
});

describe("a period", () => {
  it("is called by its name or its days", () => {
    expect(periodText({ kind: "last_twelve_months" })).toBe("Last 12 months");
    expect(periodText({ kind: "own", from: "2026-03-01", to: "2026-03-31" })).toMatch(/^1\s?–\s?31 March 2026$/);
    expect(partText({ from: "2026-03-01", to: "2026-03-31" }, "month", "long")).toBe("March 2026");
    expect(partText({ from: "2025-06-01", to: "2025-12-31" }, "year", "short")).toBe("2025");
    expect(own({ from: null, to: "2026-03-31" })).toEqual({ kind: "own", from: "2026-03-31", to: "2026-03-31" });
  });

  it("stands with the figure and the source on the list of the people behind it", () => {
    const figure = { kind: "stopped", stop: "step", step: 2, over: true } as const;
    const behind = { figure, period: { kind: "all" }, source: { kind: "source", source: 3 } } as const;
    expect(behindText(behind, (kind) => (kind === "step" ? "Offer" : "Fair"))).toBe(
      "Stuck too long: Offer · All time · Fair",
    );
  });
});

describe("Insights", () => {
  it("shows the funnel with its rates, and half of the days only where there are enough people", async () => {
    show();
    await screen.findByText("40% of leads");
    expect(screen.getByText("3 of 8 prospects")).toBeTruthy();
    expect(screen.getByText(/Half of the prospects became one within 9 days/)).toBeTruthy();
    expect(screen.queryByText(/customers bought within/)).toBeNull();
    expect(screen.getByText(/It was 50% in the period before/)).toBeTruthy();
  });

  it("compares the sources, the best first, each amount in its currency", async () => {
    show();
    const table = await screen.findByRole("table", { name: "Where good leads come from" });
    const rows = [...table.querySelectorAll("tbody tr")].map((row) => row.textContent.replaceAll(/\s+/g, " ").trim());
    expect(rows[0]).toContain("Fair");
    expect(rows[0]).toContain("€1,200");
    expect(rows[0]).toMatch(/[¥]900/);
    expect(rows[0]).toContain("€12.50");
    expect(rows[1]).toContain("No source");
  });

  it("leads from a number to the people behind it", async () => {
    show();
    const table = await screen.findByRole("table", { name: "Sales by month" });
    expect(table.querySelectorAll("tbody tr")).toHaveLength(1);
    await fireEvent.click(screen.getByRole("link", { name: "2 longer than usual" }));
    expect(route()).toEqual({
      screen: "people",
      behind: {
        figure: { kind: "stopped", stop: "step", step: 2, over: true },
        period: { kind: "this_year" },
        source: { kind: "any" },
      },
    });
  });

  it("asks again for another period or source, and once more when something changed", async () => {
    show();
    await screen.findByText("40% of leads");
    const wanted: InsightQuery = { period: { kind: "last_year" }, source: { kind: "source", source: 3 } };
    go({ screen: "insights", ...wanted });
    await waitFor(() => expect(asked("get_talk_insight")).toEqual([expect.anything(), wanted]));
    expect(asked("get_funnel_insight")).toHaveLength(2);
    publish({ kind: "changed", topics: ["follow_ups"], undo: null });
    await waitFor(() => expect(asked("get_promise_insight")).toHaveLength(3));
    expect(asked("get_cohort_insight")).toHaveLength(2);
  });

  it("says what will stand here while nobody is in", async () => {
    show(answers(true));
    await screen.findByText("Here you will see what works");
    expect(screen.queryByRole("button", { name: "Print" })).toBeNull();
    expect(screen.queryByText(/%/)).toBeNull();
  });
});
