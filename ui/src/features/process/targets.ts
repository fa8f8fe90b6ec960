// What the columns and shelves of the board stand for.
import type { ProcessColumn, StageFilter, Target } from "../../lib/generated/api";

/** Names a column. */
export function columnKey(column: ProcessColumn): string {
  return column.place.kind === "step" ? `step-${String(column.place.step)}` : column.place.kind;
}

/** Where a card goes that is dropped on a column. */
export function columnTarget({ place }: ProcessColumn): Target {
  if (place.kind === "step") return { kind: "step", step: place.step };
  return { kind: place.kind === "lead" ? "lead" : "customer" };
}

/** The filter of People that shows the same people. */
export function columnStage({ place }: ProcessColumn): StageFilter {
  if (place.kind === "step") return "in_process";
  return place.kind === "lead" || place.kind === "customer" || place.kind === "repeat_customer" ? place.kind : "lead";
}

/** Where a card goes that is dropped on a shelf. Nobody is put on *do not contact* without the question being asked. */
export function shelfTarget(stage: StageFilter): Target | undefined {
  if (stage === "later") return { kind: "later" };
  if (stage === "declined" || stage === "do_not_contact") return { kind: "declined" };
  if (stage === "not_a_fit") return { kind: "not_a_fit" };
  return undefined;
}
