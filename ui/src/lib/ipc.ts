// The one place that speaks with Rust. A call that Rust would not take does not compile.
import { invoke } from "@tauri-apps/api/core";
import { listen as listenTauri } from "@tauri-apps/api/event";
import type { Commands, ErrorView, Event } from "./generated/api";

/** An error of a command: a code whose sentence is `error-<code>`, with what the sentence names. */
export class AppError extends Error {
  readonly code: string;
  readonly detail: Readonly<Record<string, string>>;

  constructor(view: ErrorView) {
    super(view.code);
    this.code = view.code;
    this.detail = view.detail as Record<string, string>;
  }
}

function isView(value: unknown): value is ErrorView {
  return typeof value === "object" && value !== null && "code" in value && "detail" in value;
}

/** Calls a command. Throws {@link AppError}. */
export async function call<K extends keyof Commands>(
  name: K,
  input: Commands[K]["input"],
): Promise<Commands[K]["output"]> {
  try {
    return await invoke<Commands[K]["output"]>(name, { input });
  } catch (error) {
    // Input that Rust can't read is answered with plain text; it never reaches a command.
    throw new AppError(isView(error) ? error : { code: "internal", detail: {} });
  }
}

/** Hears what happened in Rust. Gives the function that ends it. */
export async function listen(handler: (event: Event) => void): Promise<() => void> {
  return listenTauri<Event>("rappel", (message) => handler(message.payload));
}
