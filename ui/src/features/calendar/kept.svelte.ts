// Where one was in the calendar is still there when one comes back from a person.
import type { View } from "./days";

export const kept = $state<{
  view: View;
  /** The chosen day; none for today. */
  day: string | undefined;
  /** A day of the month or the week that is shown. */
  anchor: string | undefined;
}>({ view: "month", day: undefined, anchor: undefined });
