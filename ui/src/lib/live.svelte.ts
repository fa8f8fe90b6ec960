// Data that stays true: fetched once, and again whenever Rust says that it changed.
import { onDestroy } from "svelte";
import type { Event, Topic } from "./generated/api";
import { AppError } from "./ipc";

type Listener = (event: Event) => void;
const listeners = new Set<Listener>();

/** Passes an event on to everything that listens. Called by the frame. */
export function publish(event: Event): void {
  for (const listener of [...listeners]) listener(event);
}

/** Hears events as long as the component lives. */
export function onEvent(listener: Listener): void {
  listeners.add(listener);
  onDestroy(() => listeners.delete(listener));
}

/** What {@link live} gives. */
export interface Live<T> {
  readonly data: T | undefined;
  readonly error: AppError | undefined;
  readonly loading: boolean;
  refresh(): Promise<void>;
}

/** Fetches at once, and again when one of the topics changed. The answer to an older question never covers a newer one. */
export function live<T>(topics: readonly Topic[], fetch: () => Promise<T>): Live<T> {
  let data = $state.raw<T | undefined>(undefined);
  let error = $state.raw<AppError | undefined>(undefined);
  let loading = $state(true);
  let asked = 0;

  async function refresh(): Promise<void> {
    const question = ++asked;
    loading = true;
    try {
      const answer = await fetch();
      if (question !== asked) return;
      data = answer;
      error = undefined;
    } catch (caught) {
      if (question !== asked) return;
      const known = caught instanceof AppError ? caught : new AppError({ code: "internal", detail: {} });
      // The window says it as a whole, and what is typed on this screen stays until the data are back.
      if (known.code !== "data_gone" || data === undefined) error = known;
    }
    loading = false;
  }

  onEvent((event) => {
    if (event.kind === "changed" && event.topics.some((topic) => topics.includes(topic))) void refresh();
  });
  void refresh();

  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
    refresh,
  };
}
