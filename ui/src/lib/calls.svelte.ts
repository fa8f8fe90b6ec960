// A call session is begun from several screens. One that is under way is not thrown away without asking.
import type { CallWhom, SessionView } from "./generated/api";
import { call } from "./ipc";
import { go } from "./route.svelte";
import { attempt } from "./toast.svelte";

/** A session that is under way, and the one that would take its place. */
export interface Wished {
  whom: CallWhom;
  running: SessionView;
}

let wished = $state.raw<Wished | undefined>(undefined);

/** What is to be asked: to go on, or to begin anew. */
export function wishedCalls(): Wished | undefined {
  return wished;
}

/** It was answered. */
export function forgetWishedCalls(): void {
  wished = undefined;
}

/** Begins a session with these people and goes there; whether it began. */
export async function beginCalls(whom: CallWhom): Promise<boolean> {
  const began = await attempt(() => call("start_session", { whom }));
  if (began) go({ screen: "session" });
  return began;
}

/** The same, unless one is under way: then it is asked first. */
export async function startCalls(whom: CallWhom): Promise<void> {
  await attempt(async () => {
    const running = await call("get_session", null);
    if (running?.person) wished = { whom, running };
    else await beginCalls(whom);
  });
}
