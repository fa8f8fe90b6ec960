// Which days the calendar shows, and what a move makes of them before it is done.
import { getWeeksInMonth, parseDate, startOfMonth, startOfWeek, type CalendarDate } from "@internationalized/date";
import type { CalendarDay, CalendarEntry } from "../../lib/generated/api";
import { addDays, language, locale, parse } from "../../lib/i18n.svelte";

/** What is shown at once. */
export type View = "month" | "week";

/** The locale whose weeks are shown: the system's own where it speaks the language, so that American weeks begin on Sunday. */
export function weekLocale(own = typeof navigator === "undefined" ? "" : navigator.language): string {
  return own.toLowerCase().startsWith(language()) ? own : locale();
}

function days(from: CalendarDate, count: number): string[] {
  return Array.from({ length: count }, (_, ahead) => from.add({ days: ahead }).toString());
}

/** The days that are shown, week by week: those of the month around a day with the rest of its weeks, or of one week. */
export function weeksOf(view: View, day: string, where = weekLocale()): string[][] {
  const date = parseDate(day);
  const first = startOfWeek(view === "month" ? startOfMonth(date) : date, where);
  const weeks = view === "month" ? getWeeksInMonth(date, where) : 1;
  return Array.from({ length: weeks }, (_, week) => days(first.add({ weeks: week }), 7));
}

/** So many months or weeks on; the 31st becomes the last day of a shorter month. */
export function turn(view: View, day: string, by: number): string {
  return parseDate(day)
    .add(view === "month" ? { months: by } : { weeks: by })
    .toString();
}

/** The number of a week by ISO 8601: that of its Thursday, and the first of a year is the one with its first Thursday. */
export function weekNumber(week: readonly string[]): number {
  const thursday = week.find((day) => parse(day).getDay() === 4) ?? week[0] ?? "";
  const { year, month, day } = parseDate(thursday);
  const dayOfYear = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000);
  return Math.floor(dayOfYear / 7) + 1;
}

/** The follow-up that can be moved, if the entry is one. */
export function movable(entry: CalendarEntry): number | undefined {
  return entry.what.kind === "follow_up" ? entry.what.follow_up : undefined;
}

/** Whether the follow-up stands on that day. */
export function stands(on: CalendarDay | undefined, followUp: number): boolean {
  return on?.entries.some((entry) => movable(entry) === followUp) ?? false;
}

function time(entry: CalendarEntry): string {
  // Without a time after those with one, as the core puts them.
  return entry.what.kind === "follow_up" ? (entry.what.at ?? "99:99") : "";
}

/** The days with a follow-up moved already, while its move is being written. */
export function moved(all: readonly CalendarDay[], followUp: number, to: string): CalendarDay[] {
  const from = all.find((day) => stands(day, followUp));
  const entry = from?.entries.find((it) => movable(it) === followUp);
  if (!from || !entry || from.on === to) return [...all];
  return all.map((day) => {
    if (day === from) return { ...day, count: day.count - 1, entries: day.entries.filter((it) => it !== entry) };
    if (day.on !== to) return day;
    const open = [...day.entries.filter((it) => movable(it) !== undefined), entry];
    open.sort((one, other) => time(one).localeCompare(time(other)));
    return {
      ...day,
      count: day.count + 1,
      entries: [...open, ...day.entries.filter((it) => movable(it) === undefined)],
    };
  });
}

/** How far an arrow goes. */
export const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The title of what is shown: `November 2026`, `23 – 29 November 2026`. */
export function title(view: View, anchor: string, week: readonly string[]): string {
  if (view === "month") {
    const text = new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric" }).format(parse(anchor));
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  const format = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric" });
  return format.formatRange(parse(week[0] ?? anchor), parse(week[6] ?? addDays(anchor, 6)));
}
