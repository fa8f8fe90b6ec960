// How far an import is, so that one finds it again after looking at somebody, and an import that runs can still be stopped.
import type {
  Answer,
  CriterionId,
  DateOrder,
  DryRun,
  Due,
  ImportField,
  ImportForAll,
  ImportInspection,
  ImportMapping,
  ImportResult,
  InspectImport,
  ImportDecision,
  RowOutcome,
} from "../../lib/generated/api";
import { holdPage } from "../../lib/rest";

class Kept {
  /** What was asked to be looked into: what the person left alone is found anew each time, and the same way. */
  asked = $state.raw<InspectImport | undefined>(undefined);
  seen = $state.raw<ImportInspection | undefined>(undefined);
  /** What was found for the columns, or saved by name: a column that is mapped back gets its label and address from here. */
  base = $state.raw<ImportMapping>({ fields: [], address_labels: [] });
  /** The saved layout that is in use. */
  layout = $state<number | null>(null);
  /** What the columns become. */
  fields = $state<ImportField[]>([]);
  /** Which number is the day: as found, and as the person said. */
  found = $state.raw<DateOrder>({ kind: "day_first" });
  dates = $state.raw<DateOrder>({ kind: "day_first" });
  source = $state<number | "new" | null>(null);
  newSource = $state("");
  tags = $state<string[]>([]);
  /** What else all who are added get: answers by their criterion, and Later with its date. */
  answers = $state<Record<CriterionId, { answer: Answer; proof: string }>>({});
  later = $state<{ due: Due; what: string } | null>(null);
  run = $state.raw<DryRun | undefined>(undefined);
  only = $state<RowOutcome | null>(null);
  /** What to do with all who are there already, and what was decided about single rows. */
  duplicates = $state<ImportDecision>("skip");
  decided = $state<Record<number, { decision: ImportDecision; outcome: RowOutcome }>>({});
  progress = $state.raw<{ done: number; of: number } | undefined>(undefined);
  result = $state.raw<ImportResult | undefined>(undefined);

  /** Takes what a file holds. Source and tags stay when the same file is only read another way. */
  take(asked: InspectImport, seen: ImportInspection): void {
    if (this.asked?.file.token !== asked.file.token) {
      this.source = null;
      this.newSource = seen.file.name.replace(/\.[^.]+$/, "");
      this.tags = [];
      this.answers = {};
      this.later = null;
    }
    this.asked = { ...asked, shape: seen.shape };
    this.seen = seen;
    this.map(seen.mapping, seen.dates, null);
    this.run = undefined;
    this.result = undefined;
  }

  /** Takes what the columns are to become: as found, or as saved by name. */
  map(mapping: ImportMapping, dates: DateOrder, layout: number | null): void {
    this.base = mapping;
    this.fields = structuredClone(mapping.fields);
    this.found = dates;
    this.dates = dates;
    this.layout = layout;
  }

  mapping(): ImportMapping {
    return { ...this.base, fields: $state.snapshot(this.fields) };
  }

  forAll(): ImportForAll {
    const given = Object.entries($state.snapshot(this.answers)).filter(([, it]) => it.answer !== "not_asked");
    return {
      answers: given.map(([criterion, it]) => ({ criterion: Number(criterion), ...it })),
      later: $state.snapshot(this.later),
    };
  }

  /** Takes what would happen. */
  try(run: DryRun): void {
    this.run = run;
    this.only = null;
    this.duplicates = "skip";
    this.decided = {};
  }

  startOver(): void {
    this.asked = undefined;
    this.seen = undefined;
    this.run = undefined;
    this.result = undefined;
  }
}

export const kept = new Kept();

// A file that was chosen and mapped, or is being read in, is not thrown away with the page.
holdPage(() => kept.asked !== undefined && kept.result === undefined);
