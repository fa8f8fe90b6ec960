// The counts beside the names of the screens. They are asked for by themselves, so that the frame never waits for them.
import type { Counts, Topic } from "./generated/api";
import { call } from "./ipc";

const state = $state<{ counts: Counts | undefined }>({ counts: undefined });
let asked = 0;

/** The counts, once they are known. */
export function counts(): Counts | undefined {
  return state.counts;
}

/** Topics that change a count. */
export const COUNT_TOPICS: readonly Topic[] = ["contacts", "conversations", "follow_ups", "settings"];

/** Fetches the counts. The answer to an older question never covers a newer one; without an answer the old ones stay. */
export async function refreshCounts(): Promise<void> {
  const question = ++asked;
  try {
    const fresh = await call("get_counts", null);
    if (question === asked) state.counts = fresh;
  } catch {
    // Why the data can't be read is told by the frame.
  }
}
