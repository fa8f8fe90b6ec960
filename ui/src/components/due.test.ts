// A day in plain words: it fills in the day and the time, and only what was read is saved.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import type { Due } from "../lib/generated/api";
import { setLanguage } from "../lib/i18n.svelte";
import { refuseUnread } from "../lib/refuse";
import Bound from "../test/Bound.svelte";
import DueInput from "./DueInput.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

let now: Due;

beforeEach(() => {
  setLanguage("en");
  now = { on: "2026-11-27", at: null };
  call.mockImplementation((_, input) => {
    const { text } = input as { text: string };
    if (text === "tuesday 10") return Promise.resolve({ kind: "due", due: { on: "2026-12-01", at: "10:00" } });
    return Promise.resolve({ kind: "unclear", why: { kind: "unknown", word: text } });
  });
  const told = (due: Due): Due => (now = due);
  render(Bound, { component: DueInput, start: now, told, rest: { label: "When" } } as never);
});

const words = (): HTMLElement => screen.getByLabelText("When, in plain words");

const refuse = () => refuseUnread(document);

it("fills in what is understood, and it is saved then", async () => {
  // Enter before it is read.
  void fireEvent.input(words(), { target: { value: "tuesday 10" } });
  expect(refuse).toThrow("when_unclear");
  expect(await fireEvent.keyDown(words(), { key: "Enter" })).toBe(false);
  await waitFor(() => expect(now).toEqual({ on: "2026-12-01", at: "10:00" }));
  expect(await fireEvent.keyDown(words(), { key: "Enter" })).toBe(true);
  expect(refuse).not.toThrow();
});

it("changes nothing and says why where nothing is", async () => {
  await fireEvent.input(words(), { target: { value: "soon" } });
  await screen.findByText("“soon” is not understood.");
  expect(now).toEqual({ on: "2026-11-27", at: null });
  expect(refuse).toThrow("when_unclear");
});
