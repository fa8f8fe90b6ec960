// Values of fields of one's own, as they are shown, and how they can be looked for.
import type { CustomField, FieldFilter, FieldKind, FieldTest } from "./generated/api";
import { longDate, number, t } from "./i18n.svelte";

/** The field of a name, in capitals or not. */
export function fieldNamed(fields: readonly CustomField[], name: string): CustomField | undefined {
  const key = name.trim().toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === key);
}

/** Whether a value is of its field's kind. One that stayed as text when the field got another kind is not. */
export function fits(kind: FieldKind, value: string): boolean {
  if (kind === "number") return /^-?\d+(\.\d+)?$/.test(value);
  return kind !== "date" || /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** A value as it is read. */
export function valueText(kind: FieldKind | undefined, value: string): string {
  if (kind === undefined || !fits(kind, value)) return value;
  if (kind === "number") return number(Number(value));
  return kind === "date" ? longDate(value) : value;
}

/** What values of a kind can be looked for by. */
export function testsOf(kind: FieldKind): readonly FieldTest[] {
  if (kind === "text") return ["is", "contains", "empty", "filled"];
  return kind === "choice" ? ["is", "empty", "filled"] : ["is", "before", "after", "empty", "filled"];
}

/** Whether a value has to be said. */
export function needsValue(test: FieldTest): boolean {
  return test !== "empty" && test !== "filled";
}

/** The words of a test: numbers are less or more, days before or after. */
export function testKey(test: FieldTest, kind: FieldKind): string {
  return kind === "number" && (test === "before" || test === "after")
    ? `field-test-${test}-number`
    : `field-test-${test}`;
}

/** A filter in words. */
export function filterText(filter: FieldFilter, fields: readonly CustomField[]): string {
  const field = fields.find((it) => it.id === filter.field);
  const test = t(testKey(filter.test, field?.kind ?? "text"));
  const value = needsValue(filter.test) ? valueText(field?.kind, filter.value) : "";
  return [field?.name ?? t("field-archived"), test, value].filter(Boolean).join(" ");
}
