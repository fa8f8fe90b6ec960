// What every screen needs to know: the settings, today's date and what stands above all screens.
import type { Frame, Topic } from "./generated/api";
import { fetchSentences, setLanguage } from "./i18n.svelte";
import { call } from "./ipc";

const state = $state<{ frame: Frame | undefined }>({ frame: undefined });

/** The frame, once it is known. */
export function frame(): Frame | undefined {
  return state.frame;
}

/** Today's date on the wall calendar. */
export function today(): string {
  return state.frame?.today ?? new Date().toISOString().slice(0, 10);
}

/** Topics that change what the frame shows. */
export const FRAME_TOPICS: readonly Topic[] = ["follow_ups", "settings", "backups"];

/** Fetches the frame and puts the language and the theme in place. */
export async function refreshFrame(): Promise<Frame> {
  const fresh = await call("get_frame", null);
  await fetchSentences(fresh.language);
  state.frame = fresh;
  setLanguage(fresh.language);
  document.documentElement.dataset["theme"] = fresh.settings.theme;
  return fresh;
}
