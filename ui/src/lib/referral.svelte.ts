// Whoever may not decide leads to the one who does: that is asked over whatever screen comes next.
let asked = $state.raw<number | undefined>(undefined);

/** Who said that somebody else decides. */
export function whoDecidesInstead(): number | undefined {
  return asked;
}

/** Asks who decides instead of this person; none when it was answered or left. */
export function askWhoDecides(contact: number | undefined): void {
  asked = contact;
}
