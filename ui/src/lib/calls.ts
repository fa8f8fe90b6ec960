// A call session is begun from several screens.
import type { CallWhom } from "./generated/api";
import { call } from "./ipc";
import { go } from "./route.svelte";
import { attempt } from "./toast.svelte";

/** Begins a session with these people and goes there. */
export async function startCalls(whom: CallWhom): Promise<void> {
  if (await attempt(() => call("start_session", { whom }))) go({ screen: "session" });
}
