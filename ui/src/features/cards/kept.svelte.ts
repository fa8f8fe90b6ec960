// Where one was in the batch is still there when one comes back from a person.
import { SvelteMap } from "svelte/reactivity";
import type { CardRef } from "../../lib/generated/api";

/** How many weeks ahead can be looked. */
export const WEEKS = [2, 4, 8] as const;

export const kept = $state<{ weeks: number; active: number }>({
  weeks: 4,
  /** The row that the keys are on. */
  active: 0,
});

/** The cards that are chosen, by the numbers of their people. */
export const chosen = new SvelteMap<number, CardRef>();
