// Finding anything can begin from everywhere.
const state = $state({ open: false });

/** Whether it is open. */
export function finderOpen(): boolean {
  return state.open;
}

/** Opens it. */
export function openFinder(): void {
  state.open = true;
}

/** Closes it. */
export function closeFinder(): void {
  state.open = false;
}
