import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { flushSync } from "svelte";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import ListProbe from "../test/ListProbe.svelte";
import { Windowed } from "./windowed.svelte";

const HEIGHT = 560;
const settle = () => new Promise((done) => setTimeout(done, 20));

// jsdom lays nothing out: everything is told to be one viewport high.
beforeAll(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      readonly #tell: ResizeObserverCallback;
      constructor(tell: ResizeObserverCallback) {
        this.#tell = tell;
      }
      observe(target: Element): void {
        const row = target.firstElementChild?.getAttribute("role") === "option";
        const contentRect = { width: 800, height: row ? 56 : HEIGHT };
        const entry = { target, contentRect } as unknown as ResizeObserverEntry;
        setTimeout(() => this.#tell([entry], this as unknown as ResizeObserver));
      }
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  vi.spyOn(HTMLElement.prototype, "offsetParent", "get").mockReturnValue(document.body);
  HTMLElement.prototype.scrollTo = function (to?: number | ScrollToOptions) {
    this.scrollTop = (to as ScrollToOptions).top ?? 0;
  };
});
afterAll(() => vi.unstubAllGlobals());

async function list(total: number) {
  const fetch = vi.fn((from: number, count: number) =>
    Promise.resolve(Array.from({ length: Math.min(count, total - from) }, (_, at) => `person ${String(from + at)}`)),
  );
  const onopen = vi.fn();
  const onchoose = vi.fn();
  render(ListProbe, { rows: new Windowed(total, fetch), onopen, onchoose, chosen: (row) => row === "person 3" });
  await settle();
  flushSync();
  const box = screen.getByRole("listbox");
  const key = (name: string) => fireEvent.keyDown(box, { key: name });
  const active = () => Number(box.getAttribute("aria-activedescendant")?.split("-").pop());
  return { fetch, onopen, onchoose, box, key, active };
}

describe("a list of 100,000", () => {
  it("draws no more than what is in sight and a little around it", async () => {
    const { fetch } = await list(100_000);
    const drawn = screen.getAllByRole("option", { hidden: true });
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.length).toBeLessThan(40);
    expect(drawn[0]?.getAttribute("aria-setsize")).toBe("100000");
    expect(fetch.mock.calls.length).toBeLessThanOrEqual(2);
    expect(drawn[0]?.textContent).toContain("person 0");
  });

  it("is walked with the keys, and never past its ends", async () => {
    const { key, active } = await list(100_000);
    await key("ArrowUp");
    expect(active()).toBe(0);
    await key("ArrowDown");
    await key("ArrowDown");
    expect(active()).toBe(2);
    await key("End");
    expect(active()).toBe(99_999);
    await key("ArrowDown");
    expect(active()).toBe(99_999);
    await key("Home");
    expect(active()).toBe(0);
    await key("PageDown");
    expect(active()).toBeGreaterThan(0);
    await key("PageUp");
    expect(active()).toBe(0);
  });

  it("opens the row that the keys are on", async () => {
    const { key, onopen } = await list(100);
    await key("ArrowDown");
    await key("Enter");
    expect(onopen).toHaveBeenCalledWith("person 1", 1);
  });
});

describe("choosing", () => {
  it("takes one with Space or Ctrl+click and all from there with Shift, and the keys go on from there", async () => {
    const { key, onchoose, onopen, box, active } = await list(100);
    await key("ArrowDown");
    await key(" ");
    expect(onchoose).toHaveBeenLastCalledWith({ one: 1 });
    await fireEvent.keyDown(box, { key: "ArrowDown", shiftKey: true });
    await fireEvent.keyDown(box, { key: "ArrowDown", shiftKey: true });
    expect(onchoose).toHaveBeenLastCalledWith({ from: 1, to: 3 });
    const rows = screen.getAllByRole("option", { hidden: true });
    await fireEvent.click(rows[6] as HTMLElement, { ctrlKey: true });
    expect(onchoose).toHaveBeenLastCalledWith({ one: 6 });
    expect([active(), document.activeElement]).toEqual([6, box]);
    await fireEvent.click(rows[2] as HTMLElement, { shiftKey: true });
    expect(onchoose).toHaveBeenLastCalledWith({ from: 2, to: 6 });
    expect(onopen).not.toHaveBeenCalled();
    await fireEvent.click(rows[4] as HTMLElement);
    expect(onopen).toHaveBeenCalledWith("person 4", 4);
    expect(box.getAttribute("aria-multiselectable")).toBe("true");
    expect(rows[3]?.getAttribute("aria-selected")).toBe("true");
    expect(rows[4]?.getAttribute("aria-selected")).toBe("false");
  });
});

describe("other rows in the place of these", () => {
  const named = (what: string) =>
    new Windowed(1000, (from, count) =>
      Promise.resolve(Array.from({ length: count }, (_, at) => `${what} ${String(from + at)}`)),
    );

  it("stay where one scrolled after a change, and begin at the top for another question", async () => {
    const probe = { rows: named("person"), question: "all", onopen: vi.fn() };
    const { rerender } = render(ListProbe, probe);
    await waitFor(() => expect(screen.getByText("person 3")).toBeTruthy());
    const box = screen.getByRole("listbox").firstElementChild as HTMLElement;
    box.scrollTop = 500 * 56;
    await fireEvent.scroll(box);
    await waitFor(() => expect(screen.getByText("person 503")).toBeTruthy());

    await rerender({ ...probe, rows: named("after") });
    await waitFor(() => expect(screen.getByText("after 503")).toBeTruthy());
    expect(box.scrollTop).toBe(500 * 56);

    await rerender({ ...probe, rows: named("other"), question: "another" });
    await waitFor(() => expect(box.scrollTop).toBe(0));
  });
});
