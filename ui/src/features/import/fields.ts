// What a column can become, as the person chooses it, and how outcomes are coloured.
import type { Tone } from "../../components/stage";
import type { ImportField, RowOutcome } from "../../lib/generated/api";

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
