// What was listed and searched is still there when one comes back from a person.
import type { QuestionsQuery } from "../../lib/generated/api";

export const kept = $state<{ query: QuestionsQuery; active: number; asked: string }>({
  /** The row that the keys are on, and the query it belongs to. */
  active: 0,
  asked: "",
  query: { shelf: "open", search: "", order: "oldest" },
});
