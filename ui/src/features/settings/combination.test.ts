import { describe, expect, it } from "vitest";
import { combination } from "./combination";

const press = (key: string, code: string, held: Partial<KeyboardEventInit> = {}): string | undefined =>
  combination(new KeyboardEvent("keydown", { key, code, ...held }));

describe("keys that are pressed together", () => {
  it("have a name once one of them is no held key", () => {
    expect(press("Control", "ControlLeft", { ctrlKey: true })).toBeUndefined();
    expect(press("j", "KeyJ", { ctrlKey: true, altKey: true })).toBe("Ctrl+Alt+J");
    expect(press("F9", "F9", { metaKey: true })).toBe("Super+F9");
    expect(press(" ", "Space", { ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+Space");
  });

  it("are those of the keys, whatever sign Alt or Shift makes of them, and wherever they lie", () => {
    expect(press("∆", "KeyJ", { ctrlKey: true, altKey: true })).toBe("Ctrl+Alt+J");
    expect(press("!", "Digit1", { ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+1");
    expect(press("q", "KeyA", { ctrlKey: true, altKey: true })).toBe("Ctrl+Alt+Q");
  });
});
