// What a screen reader says of something on a day, and what stands there when the pointer rests on it.
import { placeKey } from "../../components/stage";
import type { CalendarEntry } from "../../lib/generated/api";
import { longDate, t, time } from "../../lib/i18n.svelte";

/** The whole of it in words: the time, who, what, where they stand, and whether it is overdue. */
export function say(entry: CalendarEntry, day: string, today: string): string {
  const { what, name } = entry;
  switch (what.kind) {
    case "birthday": {
      const turns = what.turns === null ? "" : t("turns", { age: what.turns });
      const card = what.card === "posted" ? t("card-sent") : "";
      return [t("calendar-say-birthday", { name }), turns, card].filter(Boolean).join(", ");
    }
    case "card":
      return t("calendar-say-card", { name, day: longDate(what.birthday) });
    case "done":
      return [t("calendar-say-done", { name }), what.what].filter(Boolean).join(", ");
    case "coming":
      return [what.at ? time(what.at) : "", t("calendar-say-coming", { name }), what.what].filter(Boolean).join(", ");
    case "follow_up": {
      const overdue = day < today ? t("overdue") : "";
      const stage = t(placeKey(entry.place, entry.lifecycle));
      return [what.at ? time(what.at) : "", name, what.what, stage, overdue].filter(Boolean).join(", ");
    }
  }
}
