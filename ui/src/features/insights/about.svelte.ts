// What the cards of Insights share: the question that they ask, and how a share is said.
import { untrack } from "svelte";
import type { Commands, FromSource, InsightQuery, Period, Topic } from "../../lib/generated/api";
import { number, t } from "../../lib/i18n.svelte";
import { call } from "../../lib/ipc";
import { live, type Live } from "../../lib/live.svelte";

type Question = { [K in keyof Commands]: Commands[K]["input"] extends InsightQuery ? K : never }[keyof Commands];

/** The figures of a command: fetched again when something changed, or something else is asked about. */
export function insight<K extends Question>(
  name: K,
  topics: readonly Topic[],
  query: () => InsightQuery,
): Live<Commands[K]["output"]> {
  const found = live(topics, () => call(name, query() as Commands[K]["input"]));
  let asked = JSON.stringify(untrack(query));
  $effect(() => {
    const wanted = JSON.stringify(query());
    if (wanted === asked) return;
    asked = wanted;
    untrack(() => void found.refresh());
  });
  return found;
}

/** The periods to choose from by name. */
export const PERIODS: readonly Period["kind"][] = [
  "this_month",
  "this_quarter",
  "this_year",
  "last_year",
  "last_twelve_months",
  "all",
];

/** What is shown where nothing else was chosen. */
export const USUAL: { period: Period; source: FromSource } = { period: { kind: "this_year" }, source: { kind: "any" } };

/** Of fewer than these no share is said in percent. */
export const FEW = 10;

/** A share in percent: never all or nothing unless it is. */
export function percent(part: number, whole: number): string {
  const share = Math.round((part / whole) * 100);
  const shown = part === 0 || part === whole ? share : Math.min(99, Math.max(1, share));
  return t("insights-percent", { share: number(shown) });
}

/** A share: in percent, of few as `2 of 5`, of none as nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return "";
  return whole < FEW ? t("insights-part", { part, whole }) : percent(part, whole);
}

/** Minutes as hours and minutes, or as whole hours. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t("insights-minutes", { minutes });
  // Beside many hours the minutes say nothing.
  if (hours >= FEW) return t("insights-whole-hours", { hours: Math.round(minutes / 60) });
  return t("insights-hours", { hours, minutes: minutes % 60 });
}
