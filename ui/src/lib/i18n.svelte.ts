// The sentences of both languages, and how dates, numbers and money look in them.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english from "../../locales/en.ftl?url";
import dutch from "../../locales/nl.ftl?url";
import { firstSentences } from "./first";
import type { Due, Language, Money } from "./generated/api";

/** Where they stand: in files beside the program of the page, as a window speaks one language and needs no other. */
const files: Record<Language, string> = { en: english, nl: dutch };
const bundles = new Map<Language, FluentBundle>();

/** Has the sentences of a language at hand. */
export function addSentences(language: Language, source: string): void {
  const made = new FluentBundle(language, { useIsolating: false });
  made.addResource(new FluentResource(source));
  bundles.set(language, made);
}

/** Fetches the sentences of a language that are not at hand. */
export async function fetchSentences(language: Language): Promise<void> {
  if (bundles.has(language)) return;
  addSentences(language, firstSentences(language) ?? (await (await fetch(files[language])).text()));
}

let spoken = $state.raw<{ language: Language; sentences?: FluentBundle | undefined }>({ language: "en" });

/** The language in use. */
export function language(): Language {
  return spoken.language;
}

/** Changes the language of everything on the screen at once, to one whose sentences are at hand. */
export function setLanguage(language: Language): void {
  spoken = { language, sentences: bundles.get(language) };
  document.documentElement.lang = language;
}

/** The same, once its sentences are there. */
export async function speak(language: Language): Promise<void> {
  await fetchSentences(language);
  setLanguage(language);
}

/** The sentence of a key. */
export function t(key: string, args: Record<string, FluentVariable> = {}): string {
  const { sentences } = spoken;
  const message = sentences?.getMessage(key);
  return sentences && message?.value ? sentences.formatPattern(message.value, args, []) : key;
}

/** Whether there is a sentence of that key. */
export function has(key: string): boolean {
  return spoken.sentences?.hasMessage(key) ?? false;
}

/** The locale for Intl: the system's own where it speaks the language, for its order of day and month. */
export function locale(): string {
  const own = typeof navigator === "undefined" ? undefined : navigator.language;
  if (own?.toLowerCase().startsWith(spoken.language)) return own === "en-US" || own === "en" ? "en-GB" : own;
  return spoken.language === "nl" ? "nl-NL" : "en-GB";
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale(), options);
    formats.set(key, found);
  }
  return found;
}

/** A civil day or moment (`2026-11-23`, `2026-11-23 10:30:00`, `2026-11-23T10:30`) as a date of this computer. */
export function parse(civil: string): Date {
  const [day = "", time = ""] = civil.split(/[T ]/);
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(":").map((part) => Math.floor(Number(part)));
  const made = new Date(year, month - 1, date, hour, minute, second);
  // JavaScript takes the years 0 to 99 for 1900 to 1999.
  if (year < 100) made.setFullYear(year);
  return made;
}

/** A date of this computer as a civil day. */
export function civilDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A civil day, so many days later. */
export function addDays(civil: string, days: number): string {
  const date = parse(civil.slice(0, 10));
  date.setDate(date.getDate() + days);
  return civilDay(date);
}

/** Whole days from one civil day to another. */
export function daysBetween(from: string, to: string): number {
  const noon = (civil: string): number => parse(`${civil.slice(0, 10)}T12:00`).getTime();
  return Math.round((noon(to) - noon(from)) / 86_400_000);
}

/** `23 Nov`, with the year where it is not that of `today`. */
export function shortDate(civil: string, today: string): string {
  const sameYear = civil.slice(0, 4) === today.slice(0, 4);
  return format({ day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) }).format(parse(civil));
}

/** `23 November 2026`. */
export function longDate(civil: string): string {
  return format({ day: "numeric", month: "long", year: "numeric" }).format(parse(civil));
}

/** `Monday 23 November`, as a title. */
export function titleDate(civil: string): string {
  const text = format({ weekday: "long", day: "numeric", month: "long" }).format(parse(civil)).replace(",", "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `10:30`. */
export function time(civil: string): string {
  const moment = civil.includes("-") ? civil : `1970-01-01T${civil}`;
  return format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(parse(moment));
}

/** A day near today by name: `Today`, `Tomorrow`, `Fri`, `Fri 27 Nov`. */
export function nearDay(civil: string, today: string): string {
  const away = daysBetween(today, civil);
  if (away === 0) return t("day-today");
  if (away === 1) return t("day-tomorrow");
  if (away === -1) return t("day-yesterday");
  const weekday = format({ weekday: "short" }).format(parse(civil));
  if (away > -7 && away < 7) return `${weekday} ${shortDate(civil, today)}`;
  return shortDate(civil, today);
}

/** A day that is over, as short as it stays clear: `Yesterday`, `Fri`, `12 Nov`. */
export function pastDay(civil: string, today: string): string {
  const away = daysBetween(civil, today);
  if (away > 1 && away < 7) return format({ weekday: "short" }).format(parse(civil));
  return nearDay(civil, today);
}

/** When something is due: `Today 10:30`, `Sat 21 Nov`. */
export function dueText(due: Due, today: string): string {
  const day = nearDay(due.on, today);
  return due.at ? `${day} ${time(due.at)}` : day;
}

/** How long ago a civil moment was, in days or more: `today`, `6 days ago`, `2 months ago`. */
export function ago(civil: string, today: string): string {
  const days = daysBetween(civil, today);
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  if (days < 14) return relative.format(-days, "day");
  if (days < 60) return relative.format(-Math.round(days / 7), "week");
  if (days < 700) return relative.format(-Math.round(days / 30.4), "month");
  return relative.format(-Math.round(days / 365.25), "year");
}

/** A number with its separators. */
export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** A size in megabytes: `1.4`. */
export function megabytes(bytes: number): string {
  return number(Math.round(bytes / 104857.6) / 10);
}

/** How many digits of a currency stand behind the point. */
export function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** An amount of money: whole amounts without zeros behind the point. */
export function money(amount: Money): string {
  const digits = minorDigits(amount.currency);
  const value = amount.minor / 10 ** digits;
  const fractions = Number.isInteger(value) ? 0 : digits;
  try {
    return new Intl.NumberFormat(locale(), {
      style: "currency",
      currency: amount.currency,
      minimumFractionDigits: fractions,
      maximumFractionDigits: digits,
    }).format(value);
  } catch {
    return `${amount.currency} ${String(value)}`;
  }
}

/** A birthday: `8 March 1979`, `8 March` without its year. */
export function birthday(day: { month: number; day: number; year: number | null }): string {
  const date = new Date(day.year ?? 2000, day.month - 1, day.day);
  if (day.year !== null && day.year < 100) date.setFullYear(day.year);
  return format({ day: "numeric", month: "long", ...(day.year === null ? {} : { year: "numeric" }) }).format(date);
}

/** The names of the months, January first. */
export function monthNames(): string[] {
  return Array.from({ length: 12 }, (_, month) => format({ month: "long" }).format(new Date(2000, month, 1)));
}

/** The names of the days of the week, Monday first. */
export function dayNames(style: "long" | "short" = "long"): string[] {
  // 3 January 2000 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format({ weekday: style }).format(new Date(2000, 0, 3 + day)));
}

/** The name of a country by its ISO 3166 code. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
