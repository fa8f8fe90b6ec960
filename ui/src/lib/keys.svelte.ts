// Shortcuts with their names, so that the map can show what works where one is.
import { onDestroy } from "svelte";

/** A shortcut: the key as `KeyboardEvent.key` names it, with `mod+` for Ctrl (Cmd on a Mac), `alt+`, `shift+`. */
export interface Shortcut {
  keys: string;
  /** Fluent key of what it does; none for the second key of the same deed. */
  name?: string;
  run: (event: KeyboardEvent) => void;
  /** Works while typing in a field too, but not in a dialog: what is typed there would be lost, were one taken elsewhere. */
  whileTyping?: boolean;
  /** Works while typing and in a dialog too. */
  always?: boolean;
  /** Whether it works now. */
  when?: () => boolean;
}

const active = $state.raw<{ all: Shortcut[] }>({ all: [] });
let list: Shortcut[] = [];
const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");

/** What stands on the keys that are held, which a Mac has signs for. */
const HELD: Record<string, string> = isMac
  ? { mod: "⌘", alt: "⌥", shift: "⇧", Ctrl: "⌃", Alt: "⌥", Shift: "⇧", Super: "⌘" }
  : { mod: "Ctrl", alt: "Alt", shift: "⇧" };

/** The key that is held for most shortcuts, as sentences name it: Ctrl, ⌘ on a Mac. */
export const modKey = HELD["mod"] as string;

/** Makes shortcuts work as long as the component lives. A later one goes before an earlier one with the same key. */
export function shortcuts(...added: Shortcut[]): void {
  list = [...added, ...list];
  active.all = list;
  onDestroy(() => {
    list = list.filter((it) => !added.includes(it));
    active.all = list;
  });
}

/** The shortcuts that have a name and work here, for the map. */
export function named(): { keys: string; name: string; run: Shortcut["run"] }[] {
  const seen = new Set<string>();
  return list.flatMap(({ keys, name, when, run }) => {
    if (!name || seen.has(keys) || (when && !when())) return [];
    seen.add(keys);
    return [{ keys, name, run }];
  });
}

function pressed(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && event.key.length > 1;
  return `${mod ? "mod+" : ""}${event.altKey ? "alt+" : ""}${shift || (mod && event.shiftKey) ? "shift+" : ""}${key}`;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

/** Runs the shortcut of a key press, if there is one. Set on the window by the frame. */
export function onKeydown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  // With the other one of Ctrl and Cmd, a key is the system's or writes nothing: it is not the key alone.
  if (isMac ? event.ctrlKey : event.metaKey) return;
  const keys = pressed(event);
  // A listbox alone is no layer over the screen: the list of people is one.
  const inDialog = document.querySelector("[role=dialog], [role=alertdialog]") !== null;
  const free = !isTyping(event.target) && !inDialog && document.querySelector("[role=menu]") === null;
  // On a Mac, Option goes from word to word and writes signs.
  const typesOn = isMac && event.altKey && isTyping(event.target);
  const found = list.find(
    (it) =>
      it.keys === keys &&
      (free || it.always === true || (it.whileTyping === true && !typesOn)) &&
      (it.when === undefined || it.when()),
  );
  if (!found) return;
  // In a dialog too, where a web view may do the same by itself, as going back with Alt+←.
  event.preventDefault();
  if (!inDialog || found.always) found.run(event);
}

/** The keys as they stand on the keyboard: `Ctrl K`, `⌘ K`. */
export function keyLabel(keys: string): string {
  const names: Record<string, string> = {
    ...HELD,
    Enter: "↵",
    Escape: "Esc",
    ArrowRight: "→",
    ArrowLeft: "←",
    ArrowUp: "↑",
    ArrowDown: "↓",
  };
  // The last + may be the key itself.
  return keys
    .split(/\+(?!$)/)
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(" ");
}
