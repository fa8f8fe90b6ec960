import { describe, expect, it, vi } from "vitest";
import { Windowed } from "./windowed.svelte";

const settle = () => new Promise((done) => setTimeout(done));
const numbers = (from: number, count: number) => Promise.resolve(Array.from({ length: count }, (_, at) => from + at));

describe("rows by position", () => {
  it("come a window at a time, and each window once", async () => {
    const fetch = vi.fn(numbers);
    const rows = new Windowed(100_000, fetch);
    for (let at = 0; at < 30; at++) expect(rows.at(at)).toBeUndefined();
    expect(fetch.mock.calls).toEqual([[0, 60]]);
    await settle();
    expect(rows.at(29)).toBe(29);
    rows.at(29);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("are fetched before they come into sight, half a window ahead", async () => {
    const fetch = vi.fn(numbers);
    const rows = new Windowed(100, fetch);
    rows.at(29);
    expect(fetch.mock.calls).toEqual([[0, 60]]);
    rows.at(30);
    expect(fetch.mock.calls).toEqual([
      [0, 60],
      [60, 60],
    ]);
    await settle();
    expect(rows.at(60)).toBe(60);
  });

  it("are fetched where one looks, not before it", async () => {
    const fetch = vi.fn(numbers);
    const rows = new Windowed(100_000, fetch);
    rows.at(99_999);
    expect(fetch.mock.calls).toEqual([[99_960, 60]]);
    await settle();
    expect(rows.at(99_999)).toBe(99_999);
  });

  it("may be asked for again when they could not be fetched", async () => {
    const fetch = vi.fn(numbers).mockRejectedValueOnce(new Error("gone"));
    const rows = new Windowed(10, fetch);
    rows.at(0);
    await settle();
    rows.at(0);
    await settle();
    expect(rows.at(0)).toBe(0);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("are there around a position before the list is shown", async () => {
    const fetch = vi.fn(numbers);
    const rows = new Windowed(100_000, fetch);
    await rows.load(100);
    expect(fetch.mock.calls).toEqual([
      [60, 60],
      [120, 60],
    ]);
    expect([rows.at(90), rows.at(130)]).toEqual([90, 130]);
    await rows.load(99_999);
    expect(fetch).toHaveBeenCalledTimes(3);
  });
});

describe("the same list after a change", () => {
  it("shows what stood there until it is fetched anew, and no more than there is", async () => {
    const before = new Windowed(100, numbers);
    await before.load(0);
    const after = new Windowed(
      40,
      (from, count) => Promise.resolve(Array.from({ length: Math.min(count, 40 - from) }, (_, at) => from + at + 1000)),
      before,
    );
    expect([after.at(5), after.at(50)]).toEqual([5, undefined]);
    await settle();
    expect([after.at(5), after.find((row) => row === 1007)]).toEqual([1005, 7]);
  });
});
