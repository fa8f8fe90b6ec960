// What is chosen when two people become one: field by field, of the one, of the other, or of both.
import type { ContactDraft, CriterionAnswer, MergeContacts, MergePreview, Person } from "../../lib/generated/api";
import { birthday, money, t } from "../../lib/i18n.svelte";

/** Which of the two is taken. */
export interface Pick {
  one: boolean;
  other: boolean;
}

/** A field in which the two differ. */
export interface Choice {
  key: string;
  label: string;
  /** What each of them has, in lines. */
  one: string[];
  other: string[];
  /** Whether both can be taken: lists and the note. */
  both: boolean;
  /** What is taken unless somebody chooses. */
  pick: Pick;
}

type Single = "name" | "company" | "job_title" | "birthday" | "language" | "source";
type Many = "emails" | "phones" | "websites" | "addresses" | "tags" | "note";

const ONE: Pick = { one: true, other: false };
const OTHER: Pick = { one: false, other: true };
const BOTH: Pick = { one: true, other: true };

const labels: Record<Single | Many, string> = {
  name: "field-name",
  company: "field-company",
  job_title: "field-job-title",
  emails: "field-email",
  phones: "field-phone",
  websites: "field-website",
  addresses: "field-address",
  birthday: "field-birthday",
  language: "field-language",
  source: "field-source",
  tags: "field-tag",
  note: "field-note",
};

/** A field in lines; no lines when it is empty. */
function lines(person: Person, field: Single | Many): string[] {
  const draft = person.draft;
  const labelled = (it: { label: string; value: string }): string =>
    it.label ? `${it.value} (${it.label})` : it.value;
  const filled = (...text: string[]): string[] => text.filter(Boolean);
  switch (field) {
    case "name":
      return filled(person.row.name);
    case "birthday":
      return draft.birthday ? [birthday(draft.birthday)] : [];
    case "source":
      return filled(person.row.source);
    case "emails":
    case "phones":
    case "websites":
      return draft[field].map(labelled);
    case "addresses":
      return draft.addresses.map((it) =>
        filled(it.street, `${it.postal_code} ${it.town}`.trim(), it.region, it.country).join(", "),
      );
    case "tags":
      return draft.tags;
    default:
      return filled(draft[field]);
  }
}

function choice(key: string, label: string, one: string[], other: string[], both: boolean): Choice {
  const pick = both && one.length && other.length ? BOTH : one.length ? ONE : OTHER;
  return { key, label, one, other, both, pick };
}

const answered = (it: CriterionAnswer): boolean => it.answer !== "not_asked";

/** The fields in which the two differ, in the order of the form. What is the same in both needs no choice. */
export function choicesOf({ one: { person: one }, other: { person: other } }: MergePreview): Choice[] {
  const many: readonly string[] = ["emails", "phones", "websites", "addresses", "tags", "note"] satisfies Many[];
  const choices = (Object.keys(labels) as (Single | Many)[]).map((field) =>
    choice(field, t(labels[field]), lines(one, field), lines(other, field), many.includes(field)),
  );
  const custom = new Set([...one.draft.custom, ...other.draft.custom].map((it) => it.name));
  for (const name of custom) {
    const value = (draft: ContactDraft): string[] =>
      draft.custom.filter((it) => it.name === name).map((it) => it.value);
    choices.push(choice(`custom:${name}`, name, value(one.draft), value(other.draft), false));
  }
  if (one.photo && other.photo) {
    choices.push(choice("photo", t("field-photo"), [one.row.name], [other.row.name], false));
  }
  if (one.opportunity && other.opportunity) {
    const text = ({ opportunity: it }: Person): string[] =>
      it
        ? [
            [it.step_name, it.expected ? money(it.expected) : "", t("days-short", { days: it.days })]
              .filter(Boolean)
              .join(", "),
          ]
        : [];
    const running = choice("opportunity", t("merge-field-opportunity"), text(one), text(other), false);
    // One that is under way goes before one that was put off.
    choices.push({ ...running, pick: one.opportunity.paused && !other.opportunity.paused ? OTHER : ONE });
  }
  for (const mine of one.criteria) {
    const theirs = other.criteria.find((it) => it.criterion === mine.criterion);
    if (!theirs || !answered(mine) || !answered(theirs)) continue;
    const text = (it: CriterionAnswer): string[] => [[t(`answer-${it.answer}`), it.proof].filter(Boolean).join(": ")];
    const newer = (theirs.answered_on ?? "") > (mine.answered_on ?? "") ? OTHER : ONE;
    choices.push({ ...choice(`answer:${mine.criterion}`, mine.name, text(mine), text(theirs), false), pick: newer });
  }
  return choices.filter((it) => JSON.stringify(it.one) !== JSON.stringify(it.other) || it.key === "photo");
}

/** What is sent: the united fields with what was chosen put in their place. */
export function merged(preview: MergePreview, picks: Record<string, Pick>): MergeContacts {
  const { one, other } = preview;
  const draft: ContactDraft = { ...preview.draft };
  const takes = (key: string): boolean => picks[key]?.other === true;
  const set = <Field extends keyof ContactDraft>(field: Field, value: ContactDraft[Field]): void => {
    draft[field] = value;
  };
  for (const [key, pick] of Object.entries(picks)) {
    if (!(key in labels) || (pick.one && pick.other)) continue;
    const field = key as Single | Many;
    if (!pick.one && !pick.other) set(field, field === "note" ? "" : []);
    else set(field, (pick.one ? one : other).person.draft[field]);
  }
  draft.custom = draft.custom.flatMap((it) => {
    const pick = picks[`custom:${it.name}`];
    if (!pick) return [it];
    const from = (pick.one ? one : other).person.draft.custom;
    return from.filter((chosen) => chosen.name === it.name);
  });
  return {
    one: one.person.row.id,
    other: other.person.row.id,
    draft,
    photo_of_other: takes("photo"),
    opportunity_of_other: takes("opportunity"),
    answers_of_other: one.person.criteria.map((it) => it.criterion).filter((id) => takes(`answer:${id}`)),
  };
}
