import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setLanguage } from "../../lib/i18n.svelte";
import { onKeydown } from "../../lib/keys.svelte";
import { mustStay } from "../../lib/rest";
import { forget } from "../../lib/unfinished.svelte";
import Screen from "./Screen.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const criteria = [1, 2, 3].map((criterion) => ({
  criterion,
  name: `Criterion ${criterion}`,
  question: "?",
  required: true,
  role: null,
  answer: "not_asked",
  proof: "",
  answered_on: null,
}));
const names = ["", "Anna", "Bram"];
const rowOf = (id: number, kind: string) => ({ id, name: names[id], company: "", source: "", place: { kind } });
const lead = { kind: "lead" };
const draft = { phones: [], note: "" };
let moved: number[] = [];

const press = (key: string) => fireEvent.keyDown(document.body, { key });
const comesUp = (name: string) => screen.findByRole("button", { name });
const pressed = (): number => screen.queryAllByRole("button", { name: /Yes/, pressed: true }).length;
const names_ = (): string[] => call.mock.calls.map(([name]) => name);
const given = [1, 2].map((criterion) => ({ criterion, answer: "yes", proof: null }));

beforeEach(() => {
  setLanguage("en");
  [1, 2].forEach(forget);
  moved = [];
  call.mockReset();
  call.mockImplementation((name, input) => {
    const { from = 0, contact = 0 } = (input ?? {}) as { from?: number; contact?: number };
    if (name === "open_qualify_queue") return Promise.resolve({ snapshot: 1, total: 2 });
    if (name === "get_people") return Promise.resolve([rowOf(from + 1, moved.includes(from + 1) ? "later" : "lead")]);
    if (name === "get_person")
      return Promise.resolve({ row: rowOf(contact, "lead"), came_in: "2026-11-01", draft, criteria, follow_ups: [] });
    if (name === "preview_answers")
      return Promise.resolve({ judgement: { yes: 2, no: 0 }, now: lead, then: lead, lifecycle: "lead" });
    if (name === "preview_move") return Promise.resolve({ asks: "date", name: "Anna", drops_follow_ups: 0 });
    if (name === "move_contact") moved.push(contact);
    return Promise.resolve(null);
  });
  window.addEventListener("keydown", onKeydown);
});
afterEach(() => window.removeEventListener("keydown", onKeydown));

async function answerTwice(): Promise<void> {
  await comesUp("Anna");
  await press("y");
  await press("y");
  expect(pressed()).toBe(2);
}

it("keeps what was answered when a move is left, and writes it before one that is done", async () => {
  render(Screen);
  await answerTwice();
  await fireEvent.click(screen.getByRole("button", { name: "Follow up later" }));
  await fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  await comesUp("Anna");
  expect(pressed()).toBe(2);
  expect(names_()).not.toContain("answer_criteria");

  await fireEvent.click(screen.getByRole("button", { name: "Follow up later" }));
  await fireEvent.click(await screen.findByRole("button", { name: "Save" }));
  await comesUp("Bram");
  expect(call).toHaveBeenCalledWith("answer_criteria", { contact: 1, answers: given });
  expect(names_().indexOf("answer_criteria")).toBeLessThan(names_().indexOf("move_contact"));
  expect(pressed()).toBe(0);
});

it("writes what was answered when a lead is skipped", async () => {
  render(Screen);
  await answerTwice();
  await press("ArrowRight");
  await comesUp("Bram");
  expect(call).toHaveBeenCalledWith("answer_criteria", { contact: 1, answers: given });
  await press("ArrowRight");
  await screen.findByText("That was the last one");
  expect(names_().filter((it) => it === "answer_criteria")).toHaveLength(1);
});

it("holds the page while answers are not written, and shows them to whoever comes back", async () => {
  const { unmount } = render(Screen);
  await answerTwice();
  unmount();
  expect(mustStay()).toBe(true);
  render(Screen);
  await comesUp("Anna");
  expect(pressed()).toBe(2);
  await fireEvent.click(screen.getByRole("button", { name: /Keep/ }));
  await waitFor(() => expect(names_()).toContain("answer_criteria"));
  await comesUp("Bram");
  expect(mustStay()).toBe(false);
});
