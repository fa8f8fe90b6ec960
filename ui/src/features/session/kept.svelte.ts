// What is being written about whoever is called now is still there when the session was left for a look at something else.
import type { Answer } from "../../lib/generated/api";

/** What stands written and ticked about one person. */
export interface Written {
  contact: number;
  said: string;
  minutes: string;
  told: number[];
  /** Follow-ups that are not done with this call. */
  leave: number[];
  answers: Record<number, Answer>;
}

const state = $state<{ written: Written | undefined }>({ written: undefined });

/** What stands written about somebody; nothing yet for somebody else than before. */
export function writtenAbout(contact: number): Written {
  if (state.written?.contact !== contact) {
    state.written = { contact, said: "", minutes: "", told: [], leave: [], answers: {} };
  }
  return state.written;
}

/** Begins anew: it is written down. */
export function forgetWritten(): void {
  state.written = undefined;
}
