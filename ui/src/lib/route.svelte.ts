// Where the window is. Back and forward are the browser's own, so that the mouse buttons for them work too.
import type { Behind, FromSource, NextFilter, Period, QuestionShelf } from "./generated/api";

/** A place in the window. */
export type Route =
  | { screen: "today"; alarms?: readonly number[] }
  | { screen: "people"; stage?: string; batch?: number; behind?: Behind; next?: NextFilter; focusSearch?: boolean }
  | { screen: "person"; id: number; finish?: number }
  | { screen: "process" }
  | { screen: "qualify" }
  | { screen: "questions"; shelf?: QuestionShelf }
  | { screen: "session" }
  | { screen: "calendar" }
  | { screen: "cards" }
  | { screen: "insights"; period?: Period; source?: FromSource }
  | { screen: "import" }
  | { screen: "company"; id: number }
  | { screen: "duplicates"; one?: number; other?: number }
  | { screen: "settings"; section?: string };

/** The name of a screen. */
export type Screen = Route["screen"];

const current = $state<{ route: Route; depth: number }>({ route: { screen: "today" }, depth: 0 });

/** Hears of every turn, before the screen changes: from which depth of the history to which, and whether it is a new step. */
type Turning = (from: number, to: number, fresh: boolean) => void;
const turnings = new Set<Turning>();

/** Hears of every turn. Gives the function that ends it. */
export function onTurn(turning: Turning): () => void {
  turnings.add(turning);
  return () => turnings.delete(turning);
}

function turn(to: number, fresh: boolean): void {
  for (const turning of turnings) turning(current.depth, to, fresh);
}

function restore(event: PopStateEvent): void {
  const saved = event.state as { route: Route; depth: number } | null;
  turn(saved?.depth ?? 0, false);
  current.route = saved?.route ?? { screen: "today" };
  current.depth = saved?.depth ?? 0;
}

if (typeof window !== "undefined") window.addEventListener("popstate", restore);

/** The route in use. */
export function route(): Route {
  return current.route;
}

/** Goes somewhere. Going where one is already leaves no trace in the history. */
export function go(to: Route): void {
  if (JSON.stringify(to) === JSON.stringify(current.route)) return;
  turn(current.depth + 1, true);
  current.depth += 1;
  current.route = to;
  history.pushState({ route: to, depth: current.depth }, "");
}

/** Says anew where one is, with no trace in the history: what was asked of the screen is done, and coming back does not ask it again. */
export function replace(to: Route): void {
  current.route = to;
  history.replaceState({ route: to, depth: current.depth }, "");
}

/** Goes back to where one came from; to `otherwise` where there is nothing before. */
export function back(otherwise: Route = { screen: "today" }): void {
  if (current.depth > 0) history.back();
  else go(otherwise);
}
