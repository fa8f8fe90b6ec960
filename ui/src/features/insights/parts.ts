// The months or years that a chart shows beside each other.
import type { Part, Period, Span } from "../../lib/generated/api";
import { locale, parse } from "../../lib/i18n.svelte";

/** A month or year as short as it fits below a bar, or as long as it fits in a table. */
export function partText(span: Span, part: Part, style: "short" | "long"): string {
  const day = parse(span.from ?? span.to);
  if (part === "year") return String(day.getFullYear());
  const options: Intl.DateTimeFormatOptions =
    style === "long"
      ? { month: "long", year: "numeric" }
      : { month: "short", ...(day.getMonth() ? {} : { year: "numeric" }) };
  return new Intl.DateTimeFormat(locale(), options).format(day);
}

/** The days of a part as a period, for the people behind it. */
export function own(span: Span): Period {
  return { kind: "own", from: span.from ?? span.to, to: span.to };
}
