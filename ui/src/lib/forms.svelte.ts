// Whoever is in the midst of a form is not taken elsewhere: it would be gone with what was typed.
let open = $state(0);

/** Whether a dialog with a form is open. */
export function formOpen(): boolean {
  return open > 0;
}

/** One was opened. Gives the function that tells that it is closed. */
export function openForm(): () => void {
  open += 1;
  return () => (open -= 1);
}
