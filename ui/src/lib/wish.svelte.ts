// What is to be begun on a person's page by somebody who comes there for it.
import { go } from "./route.svelte";

/** What can be begun. */
export type PersonAct = "log" | "follow_up" | "edit" | "move" | "write";

let held = $state.raw<{ id: number; act: PersonAct } | undefined>(undefined);

/** Goes to a person to begin something there. */
export function begin(id: number, act: PersonAct): void {
  held = { id, act };
  go({ screen: "person", id });
}

/** Whether this is to be begun with that person. Once told it is begun. */
export function takeWish(id: number, acts: readonly PersonAct[]): PersonAct | undefined {
  const now = held;
  if (!now || now.id !== id || !acts.includes(now.act)) return undefined;
  held = undefined;
  return now.act;
}
