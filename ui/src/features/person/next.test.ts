import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import type { Person } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { AppError } from "../../lib/ipc";
import { go, route } from "../../lib/route.svelte";
import { toasts } from "../../lib/toast.svelte";
import NextCard from "./NextCard.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const person = { row: { id: 7, name: "Anna Smit", no_next_step: false }, follow_ups: [] } as unknown as Person;

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
  call.mockResolvedValue(null);
  go({ screen: "today" });
});

it("asks once what becomes of somebody at Later: coming back there asks nothing", async () => {
  go({ screen: "person", id: 7, finish: 3 });
  const before = history.length;
  render(NextCard, { person });
  await fireEvent.click(await screen.findByRole("button", { name: "They are active again" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(call).toHaveBeenCalledWith("finish_follow_up", { follow_up: 3, again: null, activate: true });
  expect(route()).toEqual({ screen: "person", id: 7 });
  expect(history.state).toMatchObject({ route: { screen: "person", id: 7 } });
  expect(history.length).toBe(before);
});

it("leaves the question about somebody else for their own card", async () => {
  go({ screen: "person", id: 8, finish: 3 });
  render(NextCard, { person });
  await screen.findByText("Nothing is planned.");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(route()).toEqual({ screen: "person", id: 8, finish: 3 });
});

it("tells what went wrong, and finishes it once", async () => {
  let fail: (error: unknown) => void = () => undefined;
  call.mockImplementation((name) =>
    name === "finish_follow_up" ? new Promise((_, failed) => (fail = failed)) : Promise.resolve(null),
  );
  go({ screen: "person", id: 7, finish: 3 });
  render(NextCard, { person });
  const activate = await screen.findByRole<HTMLButtonElement>("button", { name: "They are active again" });
  await fireEvent.click(activate);
  expect(activate.disabled).toBe(true);
  await fireEvent.click(screen.getByRole("button", { name: "Set new date" }));
  expect(call.mock.calls.filter(([name]) => name === "finish_follow_up")).toHaveLength(1);
  fail(new AppError({ code: "not_found", detail: {} }));
  await waitFor(() => expect(toasts().some((it) => it.kind === "error")).toBe(true));
  expect(activate.disabled).toBe(false);
});
