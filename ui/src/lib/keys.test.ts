import { render } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import KeysProbe from "../test/KeysProbe.svelte";
import { keyLabel, named, onKeydown, type Shortcut } from "./keys.svelte";

function press(key: string, on: Element = document.body, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  Object.defineProperty(event, "target", { value: on });
  onKeydown(event);
  return event;
}

function put(html: string): Element {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  document.body.append(holder);
  return holder.firstElementChild ?? holder;
}

const run = (shortcuts: Shortcut[]) => render(KeysProbe, { shortcuts });

afterEach(() => document.body.replaceChildren());

describe("shortcuts", () => {
  it("run, and keep the browser from doing something else", () => {
    const add = vi.fn();
    run([{ keys: "n", run: add }]);
    expect(press("n").defaultPrevented).toBe(true);
    expect(add).toHaveBeenCalledTimes(1);
    expect(press("m").defaultPrevented).toBe(false);
  });

  it("leave what is typed in fields alone, unless they say otherwise", () => {
    const plain = vi.fn();
    const always = vi.fn();
    run([
      { keys: "n", run: plain },
      { keys: "mod+1", run: always, whileTyping: true },
    ]);
    const field = put("<input>");
    press("n", field);
    press("1", field, { ctrlKey: true });
    press("n", put("<textarea></textarea>"));
    expect(plain).not.toHaveBeenCalled();
    expect(always).toHaveBeenCalledTimes(1);
  });

  it("rest while a dialog or a menu is open", () => {
    const add = vi.fn();
    run([{ keys: "n", run: add }]);
    const dialog = put('<div role="dialog"></div>');
    press("n");
    expect(add).not.toHaveBeenCalled();
    dialog.remove();
    press("n");
    expect(add).toHaveBeenCalledTimes(1);
  });

  it("that go elsewhere rest in a dialog, for the web view too, and not in a menu; others work there as well", () => {
    const leave = vi.fn();
    const zoom = vi.fn();
    run([
      { keys: "alt+ArrowLeft", run: leave, whileTyping: true },
      { keys: "mod+0", run: zoom, always: true },
    ]);
    const field = put('<div role="dialog"><input></div>').querySelector("input") as Element;
    expect(press("ArrowLeft", field, { altKey: true }).defaultPrevented).toBe(true);
    press("0", field, { ctrlKey: true });
    expect(leave).not.toHaveBeenCalled();
    expect(zoom).toHaveBeenCalledTimes(1);
    document.body.replaceChildren();
    put('<div role="menu"></div>');
    press("ArrowLeft", document.body, { altKey: true });
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it("work where a list is on the screen, which is a listbox too", () => {
    const add = vi.fn();
    run([{ keys: "n", run: add }]);
    const list = put('<div role="listbox" tabindex="0"></div>');
    press("n", list);
    expect(add).toHaveBeenCalledTimes(1);
  });

  it("of the later component go before those of the earlier, and end with it", () => {
    const frame = vi.fn();
    const screen = vi.fn();
    run([{ keys: "l", name: "log-conversation", run: frame }]);
    const shown = run([{ keys: "l", name: "log-conversation", run: screen }]);
    press("l");
    expect(named().map(({ keys, name }) => ({ keys, name }))).toHaveLength(1);
    shown.unmount();
    press("l");
    expect(screen).toHaveBeenCalledTimes(1);
    expect(frame).toHaveBeenCalledTimes(1);
  });

  it("that do not work now are not in the map", () => {
    const never = vi.fn();
    run([
      { keys: "y", name: "undo", run: never, when: () => false },
      { keys: "u", name: "redo", run: never },
      { keys: "mod+u", run: never },
    ]);
    expect(named().map(({ keys, name }) => ({ keys, name }))).toEqual([{ keys: "u", name: "redo" }]);
    press("y");
    expect(never).not.toHaveBeenCalled();
  });

  it("tell Shift apart only where a letter does not show it", () => {
    const redo = vi.fn();
    const map = vi.fn();
    run([
      { keys: "mod+shift+z", run: redo },
      { keys: "?", run: map },
    ]);
    press("Z", document.body, { ctrlKey: true, shiftKey: true });
    press("?", document.body, { shiftKey: true });
    expect(redo).toHaveBeenCalledTimes(1);
    expect(map).toHaveBeenCalledTimes(1);
  });

  it("do not listen in on somebody composing a sign", () => {
    const add = vi.fn();
    run([{ keys: "n", run: add }]);
    press("n", document.body, { isComposing: true });
    expect(add).not.toHaveBeenCalled();
  });

  it("are named as they stand on the keyboard", () => {
    expect(keyLabel("mod+shift+z")).toBe("Ctrl ⇧ Z");
    expect(keyLabel("alt+ArrowLeft")).toBe("Alt ←");
    expect(keyLabel("mod++")).toBe("Ctrl +");
    expect(keyLabel("mod+-")).toBe("Ctrl -");
    expect(keyLabel("Ctrl+Alt+Shift+J")).toBe("Ctrl Alt Shift J");
  });

  it("are not the key alone when the key with the logo is held", () => {
    const add = vi.fn();
    run([{ keys: "n", run: add }]);
    expect(press("n", document.body, { metaKey: true }).defaultPrevented).toBe(false);
    expect(add).not.toHaveBeenCalled();
  });
});

describe("on a Mac", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.resetModules();
  });

  async function onMac() {
    vi.resetModules();
    vi.spyOn(navigator, "platform", "get").mockReturnValue("MacIntel");
    const keys = await import("./keys.svelte");
    const { default: Probe } = await import("../test/KeysProbe.svelte");
    // With the Svelte that the component has now.
    const { render } = await import("@testing-library/svelte");
    const press = (key: string, more: KeyboardEventInit, on: Element = document.body) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
      Object.defineProperty(event, "target", { value: on });
      keys.onKeydown(event);
      return event;
    };
    return { ...keys, press, run: (shortcuts: Shortcut[]) => render(Probe, { shortcuts }) };
  }

  it("Cmd does what Ctrl does elsewhere, and Ctrl does nothing", async () => {
    const { press, run } = await onMac();
    const [find, add] = [vi.fn(), vi.fn()];
    run([
      { keys: "mod+k", run: find },
      { keys: "k", run: add },
    ]);
    press("k", { metaKey: true });
    expect(find).toHaveBeenCalledTimes(1);
    press("k", { ctrlKey: true });
    expect(find).toHaveBeenCalledTimes(1);
    expect(add).not.toHaveBeenCalled();
  });

  it("Option with an arrow goes from word to word where one types, and back elsewhere", async () => {
    const { press, run } = await onMac();
    const leave = vi.fn();
    run([{ keys: "alt+ArrowLeft", run: leave, whileTyping: true }]);
    expect(press("ArrowLeft", { altKey: true }, put("<textarea></textarea>")).defaultPrevented).toBe(false);
    expect(leave).not.toHaveBeenCalled();
    press("ArrowLeft", { altKey: true });
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it("keys are named by their signs, in sentences too", async () => {
    const { keyLabel, modKey } = await onMac();
    expect(keyLabel("mod+shift+z")).toBe("⌘ ⇧ Z");
    expect(keyLabel("alt+ArrowLeft")).toBe("⌥ ←");
    expect(keyLabel("Ctrl+Alt+Shift+J")).toBe("⌃ ⌥ ⇧ J");
    expect(modKey).toBe("⌘");
  });
});
