// The colour and the name of each place in the process. Colour is never the only sign: the name stands with it.
import type { Lifecycle, Place } from "../lib/generated/api";

/** A tone of the design. */
export type Tone = "lead" | "prospect" | "customer" | "repeat" | "later" | "birthday" | "overdue";

/** The tone of a place. Who is sold to again keeps the tone of a customer's lifecycle only in lists, not on the board. */
export function tone(place: Place): Tone {
  switch (place.kind) {
    case "step":
      return "prospect";
    case "customer":
      return "customer";
    case "repeat_customer":
      return "repeat";
    case "later":
      return "later";
    default:
      return "lead";
  }
}

/** The Fluent key of the name of a place. */
export function placeKey(place: Place, lifecycle: Lifecycle): string {
  if (place.kind === "step") return `stage-${lifecycle === "lead" ? "prospect" : lifecycle.replaceAll("_", "-")}`;
  return `stage-${place.kind.replaceAll("_", "-")}`;
}
