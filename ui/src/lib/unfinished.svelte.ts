// What is being written about somebody, and what they answered, stays until it is written down: whatever one looks at meanwhile, and
// wherever one goes on with it.
import type { Answer, Channel, CriterionId, Due } from "./generated/api";
import { holdPage } from "./rest";

/** A conversation that is not logged yet. */
interface Talk {
  channel: Channel;
  at: Due | null;
  minutes: string;
  said: string;
  asked: string;
  /** Of the answers that they still have to hear, those that were told. */
  told: number[];
  /** Follow-ups that are not done with this call. */
  leave: number[];
}

/** What is not written down yet about somebody. */
export interface Unfinished extends Talk {
  answers: Record<CriterionId, Answer>;
}

const nothing = (): Talk => ({ channel: "call", at: null, minutes: "", said: "", asked: "", told: [], leave: [] });
const all = new Map<number, Unfinished>();

/** What stands unfinished about somebody. */
export function unfinished(contact: number): Unfinished {
  const known = all.get(contact);
  if (known) return known;
  const begun: Unfinished = $state({ ...nothing(), answers: {} });
  all.set(contact, begun);
  return begun;
}

/** Whether words or ticks of a conversation stand there. */
export function isWritten({ said, asked, minutes, told }: Unfinished): boolean {
  return told.length > 0 || [said, asked, minutes].some((it) => it.trim() !== "");
}

/** The conversation is logged: the next one begins anew. */
export function talkLogged(contact: number): void {
  Object.assign(unfinished(contact), nothing());
}

/** The answers are kept. */
export function answersKept(contact: number): void {
  unfinished(contact).answers = {};
}

/** Nothing about them is to be kept. */
export function forget(contact: number): void {
  talkLogged(contact);
  answersKept(contact);
}

// It is not thrown away with the page.
holdPage(() => [...all.values()].some((it) => isWritten(it) || Object.keys(it.answers).length > 0));
