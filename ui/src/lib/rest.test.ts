import { afterEach, beforeEach, expect, test, vi } from "vitest";

const calls = vi.hoisted(() => vi.fn(async () => null));
vi.mock("./ipc", () => ({ call: calls }));

import { comeBack, holdPage, restWhenHidden } from "./rest";
import { go, route } from "./route.svelte";

let hidden = false;
let stop: () => void;

function hide(now: boolean): void {
  hidden = now;
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers();
  calls.mockClear();
  hidden = false;
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  go({ screen: "process" });
  stop = restWhenHidden();
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
  vi.useRealTimers();
});

test("a hidden window gives its page back after a while, and tells where it was", () => {
  hide(true);
  vi.advanceTimersByTime(10_000);
  expect(calls).not.toHaveBeenCalled();
  vi.advanceTimersByTime(15_000);
  expect(calls).toHaveBeenCalledExactlyOnceWith("rest_window", { place: '{"screen":"process"}' });
});

test("a window that comes back in time stays", () => {
  hide(true);
  vi.advanceTimersByTime(10_000);
  hide(false);
  vi.advanceTimersByTime(60_000);
  expect(calls).not.toHaveBeenCalled();
});

test("what was typed and not kept yet holds the page", () => {
  const field = document.body.appendChild(document.createElement("textarea"));
  field.value = "She asked for the price";
  hide(true);
  vi.advanceTimersByTime(60_000);
  expect(calls).not.toHaveBeenCalled();
  field.value = "";
  vi.advanceTimersByTime(30_000);
  expect(calls).toHaveBeenCalledOnce();
});

test("an open form and an import under way hold it too", () => {
  const form = document.body.appendChild(document.createElement("form"));
  hide(true);
  vi.advanceTimersByTime(60_000);
  form.remove();
  const release = holdPage(() => true);
  vi.advanceTimersByTime(60_000);
  expect(calls).not.toHaveBeenCalled();
  release();
  vi.advanceTimersByTime(30_000);
  expect(calls).toHaveBeenCalledOnce();
});

test("the new page goes where the old one was", () => {
  comeBack(null);
  expect(route()).toEqual({ screen: "process" });
  comeBack('{"screen":"person","id":7}');
  expect(route()).toEqual({ screen: "person", id: 7 });
});
