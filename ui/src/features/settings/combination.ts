// Keys that are pressed together, by the names that Rust knows them by.

const HELD = ["Control", "Alt", "Shift", "Meta", "OS", "AltGraph", "CapsLock", "NumLock", "Dead", "Process"];

/** The name of the combination, or nothing while only keys that are held are down. */
export function combination(event: KeyboardEvent): string | undefined {
  if (HELD.includes(event.key)) return undefined;
  // The sign on the key, not its place; but with Alt held a Mac writes other signs.
  const written = /^[a-z0-9]$/i.test(event.key) ? event.key : /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  const key = event.code === "Space" ? "Space" : (written?.toUpperCase() ?? event.key);
  const held: [boolean, string][] = [
    [event.ctrlKey, "Ctrl"],
    [event.altKey, "Alt"],
    [event.shiftKey, "Shift"],
    [event.metaKey, "Super"],
  ];
  return [...held.filter(([down]) => down).map(([, name]) => name), key].join("+");
}
