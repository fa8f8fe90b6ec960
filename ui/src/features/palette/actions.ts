// What can be done from anywhere by its name, and with whom.
import type { Person } from "../../lib/generated/api";
import { t } from "../../lib/i18n.svelte";
import { call } from "../../lib/ipc";
import { named } from "../../lib/keys.svelte";
import { go } from "../../lib/route.svelte";
import { SECTIONS } from "../../lib/sections";
import { begin } from "../../lib/wish.svelte";

/** Something that can be done. */
export interface Action {
  label: string;
  keys?: string;
  run: () => unknown;
}

/** Something that can be done with a person: its words, and the doing. */
export interface PersonAction {
  name: string;
  run: (id: number) => unknown;
}

async function link(
  id: number,
  make: (person: Person) => Parameters<typeof call<"open_link">>[1] | undefined,
): Promise<void> {
  const person = await call("get_person", { contact: id });
  const wanted = make(person);
  // Where there is no number or address yet, it is entered first.
  if (wanted) await call("open_link", wanted);
  else begin(id, "edit");
}

async function snooze(id: number): Promise<void> {
  const person = await call("get_person", { contact: id });
  const next = person.follow_ups[0];
  if (next) await call("snooze_follow_up", { follow_up: next.id, until: "tomorrow_morning" });
  else begin(id, "follow_up");
}

/** What can be done with a person, the most usual first. */
export const personActions: readonly PersonAction[] = [
  { name: "log", run: (id) => begin(id, "log") },
  {
    name: "call",
    run: (id) =>
      link(id, ({ dial, draft }) => {
        const number = dial ?? draft.phones[0]?.value;
        return number ? { kind: "phone", number } : undefined;
      }),
  },
  {
    name: "mail",
    run: (id) =>
      link(id, ({ draft }) => {
        const address = draft.emails[0]?.value;
        return address ? { kind: "email", address } : undefined;
      }),
  },
  { name: "write", run: (id) => begin(id, "write") },
  { name: "follow-up", run: (id) => begin(id, "follow_up") },
  { name: "snooze", run: snooze },
  { name: "move", run: (id) => begin(id, "move") },
  { name: "edit", run: (id) => begin(id, "edit") },
];

/** All that works here by a key, and more that has none. */
export function actions(onmap: () => void): Action[] {
  const here = named()
    .filter(({ name }) => name !== "find-anything" && name !== "shortcuts")
    .map(({ keys, name, run }) => ({ label: t(name), keys, run: () => run(new KeyboardEvent("keydown")) }));
  return [
    ...here,
    { label: t("quick-capture"), run: () => call("open_capture", null) },
    { label: t("screen-session"), run: () => go({ screen: "session" }) },
    { label: t("screen-import"), run: () => go({ screen: "import" }) },
    { label: t("duplicates-find"), run: () => go({ screen: "duplicates" }) },
    ...SECTIONS.map((section) => ({
      label: t("palette-settings", { section: t(`section-${section}`) }),
      run: () => go({ screen: "settings", section }),
    })),
    { label: t("palette-pause"), run: () => call("pause_alarms", { minutes: 60 }) },
    { label: t("palette-test-alarm"), run: () => call("send_test_alarm", null) },
    { label: t("open-folder"), run: () => call("open_data_folder", null) },
    { label: t("shortcuts"), keys: "?", run: onmap },
  ];
}

const plain = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether every typed word begins a word of the label. */
export function matches(label: string, typed: string): boolean {
  const words = plain(label);
  return plain(typed).every((word) => words.some((it) => it.startsWith(word)));
}

/** What is typed as *do this with somebody*: the action, and the words that are left for the person. A whole word of the
 * action's own goes before the beginning of one. */
export function withPerson(typed: string): { action: PersonAction; rest: string }[] {
  const words = typed.split(/\s+/).filter(Boolean);
  const [first = ""] = plain(typed);
  // The first word says what, so that it must be more than a letter.
  if (first.length < 2) return [];
  const found = personActions.flatMap((action) => {
    const own = plain(t(`palette-${action.name}`, { name: "" }));
    const label = [...own, ...plain(t(`palette-words-${action.name}`))];
    const said = words.findIndex((word) => !label.some((it) => it.startsWith(plain(word)[0] ?? "")));
    return said > 0 ? [{ action, rest: words.slice(said).join(" "), whole: own.includes(first) }] : [];
  });
  return found.sort((a, b) => Number(b.whole) - Number(a.whole)).map(({ action, rest }) => ({ action, rest }));
}
