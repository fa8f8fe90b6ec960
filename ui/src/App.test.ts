import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import App from "./App.svelte";
import type { Event, Frame } from "./lib/generated/api";
import { closeNewLead, openNewLead } from "./lib/new-lead.svelte";
import { go, route } from "./lib/route.svelte";

const call = vi.hoisted(() => vi.fn<(command: string) => Promise<unknown>>());
const listen = vi.hoisted(() => vi.fn<(handler: (event: Event) => void) => Promise<() => void>>());
vi.mock("./lib/ipc", async (original) => ({ ...(await original<object>()), call, listen }));

const never = new Promise<never>(() => undefined);
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 30));
let answer: (frame: Frame) => void;
let listens: () => void;
let hear: (event: Event) => void;

beforeEach(() => {
  // Nothing is laid out here, and nothing scrolls.
  Element.prototype.scrollTo = () => undefined;
  go({ screen: "today" });
  call.mockReset();
  call.mockImplementation((name) =>
    name === "get_frame" ? new Promise<Frame>((given) => (answer = given)) : (never as Promise<unknown>),
  );
  listen.mockImplementation((handler) => {
    hear = handler;
    return new Promise((done) => (listens = () => done(() => undefined)));
  });
});

const people = {
  language: "en",
  settings: { theme: "light", zoom: 100 },
  today: "2026-11-27",
  demo: false,
  waiting_alarms: [],
  place: JSON.stringify({ screen: "people" }),
} as unknown as Frame;
/** Waits until the screen of a person was fetched and asks for them. */
const made = (): Promise<void> =>
  waitFor(() => expect(call.mock.calls.some(([name]) => name === "get_person")).toBe(true), { timeout: 20_000 });
const asked = (): boolean => call.mock.calls.some(([name]) => name === "get_frame");

it("asks for the frame, by which it is known to hear, only once it listens", async () => {
  render(App);
  await settle();
  expect(asked()).toBe(false);
  listens();
  await waitFor(() => expect(asked()).toBe(true));
});

it("shows what was asked for rather than where one was", async () => {
  render(App);
  listens();
  await waitFor(() => expect(asked()).toBe(true));
  hear({ kind: "open", to: { kind: "contact", contact: 7 } });
  answer(people);
  await settle();
  expect(route()).toEqual({ screen: "person", id: 7 });
});

it("comes back to where one was", async () => {
  render(App);
  listens();
  await waitFor(() => expect(asked()).toBe(true));
  answer(people);
  await waitFor(() => expect(route()).toEqual({ screen: "people" }));
});

it("takes nobody out of a form, by a pop-up or by a key: the pop-up leads there once it is closed", async () => {
  render(App);
  listens();
  await waitFor(() => expect(asked()).toBe(true));
  answer({ ...people, place: null });
  openNewLead();
  const field = await screen.findByRole("textbox", { name: "First name" });
  hear({ kind: "open", to: { kind: "contact", contact: 7 } });
  await fireEvent.keyDown(field, { key: "3", ctrlKey: true });
  await settle();
  expect(route()).toEqual({ screen: "today" });
  closeNewLead();
  await waitFor(() => expect(route()).toEqual({ screen: "person", id: 7 }));
  await made();
});

it("makes a screen once, and leaves it as it is while one stays there and as one leaves", async () => {
  render(App);
  go({ screen: "person", id: 7 });
  await made();
  go({ screen: "person", id: 7, finish: 3 });
  await settle();
  go({ screen: "today" });
  await settle();
  expect(call.mock.calls.filter(([name]) => name === "get_person")).toHaveLength(1);
});
