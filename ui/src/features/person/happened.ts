// What happened, in the words of the language in use.
import ArrowRight from "@lucide/svelte/icons/arrow-right";
import Ban from "@lucide/svelte/icons/ban";
import Cake from "@lucide/svelte/icons/cake";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CircleHelp from "@lucide/svelte/icons/circle-help";
import FileDown from "@lucide/svelte/icons/file-down";
import Handshake from "@lucide/svelte/icons/handshake";
import MapPin from "@lucide/svelte/icons/map-pin";
import Merge from "@lucide/svelte/icons/merge";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Pencil from "@lucide/svelte/icons/pencil";
import ShoppingBag from "@lucide/svelte/icons/shopping-bag";
import Trash from "@lucide/svelte/icons/trash-2";
import UserPlus from "@lucide/svelte/icons/user-plus";
import type { Icon } from "../../components/icon";
import type { Happened, Standing } from "../../lib/generated/api";
import { birthday, dueText, money, t } from "../../lib/i18n.svelte";

const icons: Record<Happened["kind"], Icon> = {
  added: UserPlus,
  met: MapPin,
  imported: FileDown,
  edited: Pencil,
  updated: FileDown,
  answered: ListChecks,
  overridden: ListChecks,
  lifecycle_changed: ArrowRight,
  standing_changed: ArrowRight,
  contact_allowed_again: ArrowRight,
  step_changed: ArrowRight,
  opportunity_opened: ArrowRight,
  opportunity_lost: Ban,
  sold: ShoppingBag,
  follow_up_added: CalendarClock,
  follow_up_done: CalendarClock,
  follow_up_moved: CalendarClock,
  follow_up_dropped: CalendarClock,
  question_asked: CircleHelp,
  question_answered: CircleHelp,
  answer_told: CircleHelp,
  card_changed: Cake,
  birthday_changed: Cake,
  merged: Merge,
  introduced: Handshake,
  introduced_by: Handshake,
  trashed: Trash,
  restored: Trash,
};

/** The icon of what happened. */
export function happenedIcon(what: Happened): Icon {
  return icons[what.kind];
}

const words = (key: string): string => key.replaceAll("_", "-");

function standing(it: Standing): string {
  return it.kind === "declined" ? t(`standing-declined-${words(it.permission)}`) : t(`standing-${words(it.kind)}`);
}

/** A line that says what happened, and more where there is more. */
export function happenedText(what: Happened, today: string): { title: string; detail?: string } {
  const title = t(`history-${words(what.kind)}`);
  switch (what.kind) {
    case "imported":
      return { title, detail: t("history-imported-row", { line: what.line, file: what.file }) };
    case "updated": {
      const fields = what.fields.map((field) => t(`field-${words(field)}`)).join(", ");
      return { title, detail: `${t("history-imported-row", { line: what.line, file: what.file })}\n${fields}` };
    }
    case "edited":
      return { title, detail: what.fields.map((field) => t(`field-${words(field)}`)).join(", ") };
    case "answered": {
      const answer = t(`answer-${words(what.answer)}`);
      const detail = `${what.criterion}: ${answer}`;
      return { title, detail: what.proof ? `${detail} (${what.proof})` : detail };
    }
    case "overridden":
      return { title, detail: what.why === "criteria_changed" ? t("criteria-changed") : what.why };
    case "lifecycle_changed":
      return { title: `${t(`stage-${words(what.from)}`)} → ${t(`stage-${words(what.to)}`)}` };
    case "standing_changed": {
      const change = `${standing(what.from)} → ${standing(what.to)}`;
      return what.reason ? { title: change, detail: what.reason } : { title: change };
    }
    case "step_changed":
      return { title: `${what.from} → ${what.to}` };
    case "opportunity_opened":
      return {
        title: t(what.resumed ? "history-opportunity-resumed" : "history-opportunity-opened"),
        detail: what.step,
      };
    case "opportunity_lost":
      return what.reason ? { title, detail: what.reason } : { title };
    case "sold":
      return { title, detail: what.what ? `${what.what}, ${money(what.amount)}` : money(what.amount) };
    case "follow_up_added":
      return { title, detail: [what.what, dueText(what.due, today)].filter(Boolean).join(", ") };
    case "follow_up_moved":
      return { title, detail: `${dueText(what.from, today)} → ${dueText(what.to, today)}` };
    case "follow_up_done":
    case "follow_up_dropped":
      return what.what ? { title, detail: what.what } : { title };
    case "question_asked":
    case "answer_told":
      return { title, detail: what.question };
    case "question_answered":
      return { title, detail: `${what.question}\n${what.answer}` };
    case "card_changed":
      return {
        title: t("history-card-changed", { year: String(what.year) }),
        detail: t(`card-state-${words(what.state)}`),
      };
    case "met":
      return { title, detail: what.place };
    case "merged":
      return { title, detail: what.name };
    case "birthday_changed":
      return what.to ? { title, detail: birthday(what.to) } : { title: t("history-birthday-removed") };
    default:
      return { title };
  }
}
