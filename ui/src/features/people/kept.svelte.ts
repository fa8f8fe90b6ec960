// What was searched and filtered is still there when one comes back from a person.
import { SvelteSet } from "svelte/reactivity";
import type { PeopleQuery } from "../../lib/generated/api";
import { everybody } from "../../lib/people-query";

export const kept = $state<{ query: PeopleQuery; active: number; asked: string }>({
  /** The row that the keys are on, and the query it belongs to. */
  active: 0,
  asked: "",
  query: everybody(),
});

/** Who is chosen, by their numbers: also some that the search of now does not find. */
export const chosen = new SvelteSet<number>();
