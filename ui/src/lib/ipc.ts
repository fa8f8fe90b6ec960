// The one place that speaks with Rust. A call that Rust would not take does not compile.
import { invoke } from "@tauri-apps/api/core";
import { listen as listenTauri } from "@tauri-apps/api/event";
import type { Commands, ErrorView, Event } from "./generated/api";
import { firstAnswer, firstAnswersAreOld } from "./first";

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

/** Whether a search was ended by a newer one. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof AppError && error.code === "overtaken";
}

function isView(value: unknown): value is ErrorView {
  return typeof value === "object" && value !== null && "code" in value && "detail" in value;
}

/**
 * The same with whole signs only. A text that was cut in the middle of a sign, an emoji say, has half of one at its end, which no
 * text in Rust can have.
 */
function whole(input: unknown): unknown {
  if (typeof input === "string") return input.replace(/[\ud800-\udfff]/gu, "\ufffd");
  if (Array.isArray(input)) return input.map(whole);
  if (typeof input !== "object" || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, whole(value)]));
}

/** Calls a command. Throws {@link AppError}. */
export async function call<K extends keyof Commands>(
  name: K,
  input: Commands[K]["input"],
): Promise<Commands[K]["output"]> {
  const first = firstAnswer(name);
  if (first !== undefined) return first;
  const ask = (it: unknown) => invoke<Commands[K]["output"]>(name, { input: it });
  try {
    return await ask(input).catch((error: unknown) => {
      // Input that Rust can't read is answered with plain text; it never reaches a command.
      if (isView(error)) throw error;
      return ask(whole(input));
    });
  } catch (error) {
    throw new AppError(isView(error) ? error : { code: "internal", detail: {} });
  }
}

/** Hears what happened in Rust. Gives the function that ends it. */
export async function listen(handler: (event: Event) => void): Promise<() => void> {
  const end = await listenTauri<Event>("rappel", (message) => handler(message.payload));
  firstAnswersAreOld();
  return end;
}
