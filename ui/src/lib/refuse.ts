// What is typed and can't be read is never saved as nothing: its field bears the code of the sentence that says so, and whoever saves
// looks for such fields first.
import { flushSync } from "svelte";
import { AppError } from "./ipc";

/** The marks of a field: the code of what is wrong with its words, where something is. */
export function unread(wrong: boolean, code: string): { "data-error": string | undefined; "aria-invalid": boolean } {
  return { "data-error": wrong ? code : undefined, "aria-invalid": wrong };
}

/** Throws what is wrong with the first field that can't be read, and puts the keys on it. What was typed stays. */
export function refuseUnread(fields: ParentNode | undefined): void {
  // A field may read its words only at the key that saves.
  flushSync();
  const field = fields?.querySelector<HTMLInputElement>("[data-error]");
  if (!field) return;
  field.focus();
  throw new AppError({ code: field.dataset["error"] ?? "", detail: { value: field.value, limit: field.max } });
}

/** Throws where a day is needed and its field was emptied. */
export function needDay(on: string): void {
  if (!on) throw new AppError({ code: "date_missing", detail: {} });
}

/** Whether that is a whole number within these bounds; an empty field of numbers is none. */
export function isWhole(value: number | null, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** The minutes of a conversation; none where nothing is typed. */
export function minutesOf(typed: string): number | null {
  return typed.trim() === "" ? null : Number(typed);
}

/** Whether these are minutes of a conversation, or none: a whole number, and no more than a day has. */
export function areMinutes(typed: string): boolean {
  const minutes = minutesOf(typed);
  return minutes === null || (/^\d+$/.test(typed.trim()) && isWhole(minutes, 0, 24 * 60));
}
