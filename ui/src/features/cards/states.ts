// How a card can stand: its key on the keyboard, and its words and colour in the list.
import type { Tone } from "../../components/stage";
import type { CardRow, CardState } from "../../lib/generated/api";
import { shortDate, t } from "../../lib/i18n.svelte";

/** The states in their order, each with its key. */
export const STATES: readonly { state: CardState; key: string }[] = [
  { state: "to_write", key: "u" },
  { state: "written", key: "w" },
  { state: "posted", key: "p" },
  { state: "skipped", key: "s" },
];

/** The key of a state. */
export function stateKey(state: CardState): string {
  return STATES.find((it) => it.state === state)?.key ?? "";
}

/** The tone of a state. */
export function stateTone(state: CardState): Tone {
  return state === "posted" ? "customer" : state === "written" ? "prospect" : "lead";
}

/** The words of a state. */
export function stateText(state: CardState): string {
  // There is little room, and the year is plain here.
  if (state === "skipped") return t("cards-skipped");
  return t(`card-state-${state.replace("_", "-")}`);
}

/** The birthday of a card, and the age where the year of birth is known. */
export function birthdayText({ card }: CardRow, today: string): string {
  const day = shortDate(card.birthday, today);
  return card.turns === null ? day : `${day}, ${t("turns", { age: card.turns })}`;
}
