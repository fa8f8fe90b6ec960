// How far somebody is, in a few words.
import type { PersonRow, StageFilter } from "../../lib/generated/api";
import { shortDate, t } from "../../lib/i18n.svelte";

/** The stages to filter by, in the order of the process. */
export const stages: StageFilter[] = [
  "lead",
  "in_process",
  "customer",
  "repeat_customer",
  "later",
  "declined",
  "do_not_contact",
  "not_a_fit",
  "trash",
];

/** Where exactly they stand: the step, the number of sales, or how many criteria were asked. */
export function whereText(row: PersonRow, today: string): string {
  if (row.step) return row.step;
  if (row.sales > 0) return t("sales-count", { count: row.sales });
  if (row.place.kind === "lead") {
    return row.asked ? t("asked-of", { asked: row.asked, of: row.asked_of }) : t("not-asked-yet");
  }
  if (row.place.kind === "declined_agreed") return t("where-may-ask");
  if (row.place.kind === "declined_not_asked") return t("where-ask-first");
  return row.last_talk ? t("since", { day: shortDate(row.last_talk, today) }) : "";
}
