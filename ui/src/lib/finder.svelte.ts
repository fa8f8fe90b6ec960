// Finding anything can begin from everywhere. What is typed before its field stands is kept for it: else the page would take the letters
// for its own keys.
const state = $state({ open: false });
const nothing = { words: "", entered: false };
let ahead = { ...nothing };

/** Whether it is open. */
export function finderOpen(): boolean {
  return state.open;
}

/** Opens it. */
export function openFinder(): void {
  if (state.open) return;
  ahead = { ...nothing };
  state.open = true;
  window.addEventListener("keydown", keep, true);
}

/** Closes it. */
export function closeFinder(): void {
  state.open = false;
  window.removeEventListener("keydown", keep, true);
}

/** What was typed before the field stood, and whether Enter ended it; told once. From now on the field hears the keys itself. */
export function typedAhead(): { words: string; entered: boolean } {
  window.removeEventListener("keydown", keep, true);
  const typed = ahead;
  ahead = { ...nothing };
  return typed;
}

function keep(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") closeFinder();
  else if (event.key === "Enter") ahead.entered = true;
  else if (event.key === "Backspace") ahead.words = ahead.words.slice(0, -1);
  else if (event.key.length === 1 && !ahead.entered) ahead.words += event.key;
  event.preventDefault();
  event.stopPropagation();
}
