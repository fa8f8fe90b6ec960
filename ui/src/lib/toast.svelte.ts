// The short messages at the foot of the window: what was done, with a way to take it back, or what went wrong.
import type { UndoStep } from "./generated/api";
import { has, t } from "./i18n.svelte";
import { AppError, call } from "./ipc";

/** A message. */
export interface Toast {
  id: number;
  text: string;
  kind: "done" | "error";
  undo?: UndoStep;
}

/** How long a message stays, in milliseconds. */
const STAYS = 10_000;

const state = $state<{ toasts: Toast[] }>({ toasts: [] });
let last = 0;

/** The messages on the screen. */
export function toasts(): readonly Toast[] {
  return state.toasts;
}

function show(toast: Omit<Toast, "id">): void {
  const id = ++last;
  // One message about what was done is enough; errors stay until they are read.
  const kept = state.toasts.filter((it) => it.kind === "error" || toast.kind === "error").slice(-2);
  state.toasts = [...kept, { ...toast, id }];
  setTimeout(() => dismiss(id), STAYS);
}

/** Takes a message away. */
export function dismiss(id: number): void {
  state.toasts = state.toasts.filter((it) => it.id !== id);
}

/** Tells that something was done. */
export function tell(text: string): void {
  show({ text, kind: "done" });
}

/** Tells that a write was done, with a way to take it back. */
export function tellUndo(step: UndoStep): void {
  const key = `did-${step.what.replaceAll("_", "-")}`;
  if (has(key)) show({ text: t(key, { name: step.name }), kind: "done", undo: step });
}

/** The sentence of an error. */
export function errorText(error: unknown): string {
  const known = error instanceof AppError ? error : new AppError({ code: "internal", detail: {} });
  const key = `error-${known.code.replaceAll("_", "-")}`;
  const detail: Record<string, string> = { ...known.detail };
  if (detail["field"]) detail["field"] = t(`field-${detail["field"].replaceAll("_", "-")}`);
  return has(key) ? t(key, detail) : t("error-internal");
}

/** Tells that something went wrong. */
export function tellError(error: unknown): void {
  show({ text: errorText(error), kind: "error" });
}

/** Runs a write; what goes wrong is told. Gives whether it went well. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    tellError(error);
    return false;
  }
}

/** Takes a step back and says so. */
export async function undo(step: UndoStep | null): Promise<void> {
  if (step) state.toasts = state.toasts.filter((it) => it.undo?.id !== step.id);
  if (await attempt(() => call("undo", { step: step?.id ?? null }))) tell(t("undone"));
}
