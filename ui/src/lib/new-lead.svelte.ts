// The form for a new lead can be opened from everywhere.

/** Who introduced a new lead, and where they work. */
export interface Introduction {
  by: number;
  name: string;
  company: string;
}

const state = $state<{ open: boolean; introduced: Introduction | undefined }>({ open: false, introduced: undefined });

/** Whether the form is open. */
export function newLeadOpen(): boolean {
  return state.open;
}

/** Who introduces the one that the form is open for. */
export function introduction(): Introduction | undefined {
  return state.introduced;
}

/** Opens the form. */
export function openNewLead(): void {
  state.introduced = undefined;
  state.open = true;
}

/** Opens the form for somebody who was introduced. */
export function openIntroducedLead(introduced: Introduction): void {
  state.introduced = introduced;
  state.open = true;
}

/** Closes the form. */
export function closeNewLead(): void {
  state.open = false;
}
