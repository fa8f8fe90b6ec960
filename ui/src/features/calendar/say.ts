// What a screen reader says of something on a day, and what stands there when the pointer rests on it.
import { placeKey } from "../../components/stage";
import type { CalendarEntry } from "../../lib/generated/api";
import { longDate, t, time } from "../../lib/i18n.svelte";

function list(...parts: string[]): string {
  return parts.filter(Boolean).join(", ");
}

/** The whole of it in words: the time, who, what, where they stand, and whether it is overdue. */
export function say(entry: CalendarEntry, day: string, today: string): string {
  const { what, name } = entry;
  switch (what.kind) {
    case "birthday": {
      // As it stands there: whoever speaks to the computer says what they see.
      const who = what.turns === null ? name : t("calendar-turns", { name, age: what.turns });
      return list(t("calendar-say-birthday", { who }), what.card === "posted" ? t("card-sent") : "");
    }
    case "card":
      return list(
        t("calendar-say-card", { name, day: longDate(what.birthday) }),
        day < today ? t("card-too-late") : "",
      );
    case "done":
      return list(t("calendar-say-done", { name }), what.what);
    case "coming":
      return list(what.at ? time(what.at) : "", t("calendar-say-coming", { name }), what.what);
    case "follow_up": {
      const overdue = day < today ? t("overdue") : "";
      const stage = t(placeKey(entry.place, entry.lifecycle));
      return list(what.at ? time(what.at) : "", name, what.what, stage, overdue);
    }
  }
}
