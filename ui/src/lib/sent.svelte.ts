// What was handed to another program: only whoever wrote it knows whether it was sent, so they are asked.
import { holdPage } from "./rest";

/** A text that went to another program. */
export interface HandedOver {
  contact: number;
  name: string;
  channel: "email" | "message";
  said: string;
  /** The questions whose answers stand in it. */
  tells: number[];
}

let held = $state.raw<HandedOver | undefined>(undefined);

/** What waits for the answer. */
export function handedOver(): HandedOver | undefined {
  return held;
}

/** Asks about this one from now on; none when it was answered. */
export function askWhetherSent(text: HandedOver | undefined): void {
  held = text;
}

// It is not thrown away with the page: while the mail is being written, Rappel may well be in the tray.
holdPage(() => held !== undefined);
