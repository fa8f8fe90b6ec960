// What is understood of *when* in plain words, told back.
import type { Unclear, WhenRead } from "./generated/api";
import { longDate, nearDay, shortDate, t, time, titleDate } from "./i18n.svelte";

/** The day with its name, so that a slip is seen: `Tomorrow, Friday 27 November, 10:00`. */
function dueWords(due: { on: string; at: string | null }, today: string): string {
  const day =
    due.on.slice(0, 4) === today.slice(0, 4)
      ? titleDate(due.on)
      : `${titleDate(due.on).split(" ")[0] ?? ""} ${longDate(due.on)}`;
  return due.at ? `${day}, ${time(due.at)}` : day;
}

function why(unclear: Unclear, today: string): string {
  switch (unclear.kind) {
    case "nothing":
      return "";
    case "unknown":
      return t("when-unknown", { word: unclear.word });
    case "two_days": {
      const day = (civil: string): string =>
        `${nearDay(civil, today)}${nearDay(civil, today) === shortDate(civil, today) ? "" : ` (${shortDate(civil, today)})`}`;
      return t("when-two-days", { first: day(unclear.first), second: day(unclear.second) });
    }
    case "two_times":
      return t("when-two-times", { first: time(unclear.first), second: time(unclear.second) });
    case "past":
    case "no_such_day":
    case "no_such_time":
    case "day_or_time":
    case "contradicts":
      return t(`when-${unclear.kind.replaceAll("_", "-")}`);
  }
}

/** What is understood, or why nothing is; empty where nothing is said. */
export function whenText(read: WhenRead, today: string): string {
  return read.kind === "due" ? dueWords(read.due, today) : why(read.why, today);
}
