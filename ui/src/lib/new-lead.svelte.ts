// The form for a new lead can be opened from everywhere.
const state = $state({ open: false });

/** Whether the form is open. */
export function newLeadOpen(): boolean {
  return state.open;
}

/** Opens the form. */
export function openNewLead(): void {
  state.open = true;
}

/** Closes the form. */
export function closeNewLead(): void {
  state.open = false;
}
