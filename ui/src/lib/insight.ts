// What a figure of Insights is called, and the period it is about: said beside the figure, and on the list of the people behind it.
import type { Behind, Figure, Period, Span, Stop } from "./generated/api";
import { locale, longDate, parse, t } from "./i18n.svelte";

/** The days from one to another: `1 January – 23 November 2026`. */
export function spanText(span: Span): string {
  if (!span.from) return t("insights-until", { day: longDate(span.to) });
  const format = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric" });
  return format.formatRange(parse(span.from), parse(span.to));
}

/** A period by its name; one's own, and a whole month, by its days. */
export function periodText(period: Period): string {
  if (period.kind !== "own") return t(`insights-period-${period.kind.replaceAll("_", "-")}`);
  return spanText({ from: period.from, to: period.to });
}

/** Where somebody stops: the step by its name, the shelves as on the board. */
export function stopText(stop: Stop, step: string): string {
  if (stop === "step") return step;
  const name = stop.replaceAll("_", "-");
  return stop === "not_asked" || stop === "asked_in_part" ? t(`insights-stop-${name}`) : t(`stage-${name}`);
}

function figureText(figure: Figure, step: string): string {
  if (figure.kind === "promises") return t(`figure-promises-${figure.kept}`);
  if (figure.kind === "sales") return t("figure-sales", { currency: figure.currency });
  if (figure.kind !== "stopped") return t(`figure-${figure.kind.replaceAll("_", "-")}`);
  const where = stopText(figure.stop, step);
  return figure.over ? t("figure-stopped-over", { where }) : t("figure-stopped", { where });
}

/** The people behind a figure in a few words. `name` gives the name of a source or a step by its number. */
export function behindText(it: Behind, name: (kind: "source" | "step", id: number) => string): string {
  const step = it.figure.kind === "stopped" && it.figure.step !== null ? name("step", it.figure.step) : "";
  const from =
    it.source.kind === "any" ? "" : it.source.kind === "none" ? t("no-source") : name("source", it.source.source);
  return [figureText(it.figure, step), periodText(it.period), from].filter(Boolean).join(" · ");
}
