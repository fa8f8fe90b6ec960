// What a column can become, as the person chooses it, and how outcomes are coloured.
import type { Tone } from "../../components/stage";
import type { ContactDraft, ImportField, RowOutcome } from "../../lib/generated/api";
import { birthday } from "../../lib/i18n.svelte";

/** The colour of what becomes of a row. */
export const tones: Record<RowOutcome, Tone> = {
  new: "customer",
  new_with_remarks: "prospect",
  known: "lead",
  duplicate: "later",
  blocked: "overdue",
  unreadable: "overdue",
};

/** The kinds that can be chosen, in the order of the list. */
export const kinds = [
  "ignore",
  "full_name",
  "family_first",
  "given",
  "particle",
  "family",
  "prefix",
  "company",
  "job_title",
  "email",
  "phone",
  "website",
  "street",
  "house_number",
  "postal_code",
  "town",
  "region",
  "country",
  "birthday",
  "tags",
  "language",
  "note",
  "custom",
] as const;

/** A kind that can be chosen. */
export type Kind = ImportField["kind"];

/** The field of a kind for a column of that name. What was found keeps its label and its address. */
export function fieldOf(kind: Kind, found: ImportField | undefined, name: string): ImportField {
  if (found?.kind === kind) return found;
  switch (kind) {
    case "email":
    case "phone":
    case "website":
      return { kind, label: "" };
    case "street":
    case "house_number":
    case "postal_code":
    case "town":
    case "region":
    case "country":
    case "whole_address":
      return { kind, address: 0 };
    case "custom":
      return { kind, name };
    case "label_of":
      return { kind: "ignore" };
    default:
      return { kind };
  }
}

const inOneLine: readonly Kind[] = [
  "full_name",
  "family_first",
  "prefix",
  "given",
  "middle",
  "particle",
  "family",
  "suffix",
  "company",
  "job_title",
  "postal_code",
  "town",
  "region",
  "country",
];

/** With which other columns a column becomes one field, and what stands between them. */
export function joined(
  fields: readonly ImportField[],
  at: number,
): { others: number[]; by: "space" | "line" } | undefined {
  const field = fields[at];
  if (!field) return undefined;
  const by =
    field.kind === "note" || field.kind === "street" ? "line" : inOneLine.includes(field.kind) ? "space" : undefined;
  const same = JSON.stringify(field);
  const others = fields.flatMap((it, other) => (other !== at && JSON.stringify(it) === same ? [other] : []));
  return by && others.length ? { others, by } : undefined;
}

/** The parts of a person that a row tells, each with the key of its name; a field of their own has its own. */
export function parts(draft: ContactDraft): { key: string; name?: string; value: string }[] {
  const { name } = draft;
  const lines = (values: string[]): string => values.filter(Boolean).join("\n");
  const reach = (list: ContactDraft["emails"]): string => lines(list.map((it) => it.value));
  const address = (it: ContactDraft["addresses"][number]): string =>
    lines([it.street, [it.postal_code, it.town].filter(Boolean).join(" "), it.region, it.country]);
  const all: { key: string; name?: string; value: string }[] = [
    { key: "field-prefix", value: name.prefix },
    { key: "field-given", value: name.given },
    { key: "field-particle", value: name.particle },
    { key: "field-family", value: name.family },
    { key: "field-display", value: name.display },
    { key: "field-company", value: draft.company },
    { key: "field-job-title", value: draft.job_title },
    { key: "field-email", value: reach(draft.emails) },
    { key: "field-phone", value: reach(draft.phones) },
    { key: "field-website", value: reach(draft.websites) },
    { key: "field-address", value: lines(draft.addresses.map(address)) },
    { key: "field-birthday", value: draft.birthday ? birthday(draft.birthday) : "" },
    { key: "field-language", value: draft.language },
    { key: "field-tag", value: draft.tags.join(", ") },
    ...draft.custom.map((it) => ({ key: `own-${it.name}`, name: it.name, value: it.value })),
    { key: "field-note", value: draft.note },
  ];
  return all.filter((it) => it.value !== "");
}
