// Which saved view is open in People, and which one waits to be opened there.
import type { SavedView } from "./generated/api";
import { go } from "./route.svelte";

const state = $state<{ open: number | null }>({ open: null });
let wanted = $state.raw<SavedView | null | undefined>(undefined);

/** The view that is open in People, by its number. */
export function openedView(): number | null {
  return state.open;
}

/** Says which view is open. */
export function setOpenedView(id: number | null): void {
  state.open = id;
}

/** Goes to People to see a view; none for everybody. */
export function showView(view: SavedView | null): void {
  wanted = view;
  go({ screen: "people" });
}

/** The view that waits to be opened, once. */
export function takeView(): SavedView | null | undefined {
  const now = wanted;
  if (now !== undefined) wanted = undefined;
  return now;
}
