import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Person, SessionView } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { onKeydown } from "../../lib/keys.svelte";
import { toasts } from "../../lib/toast.svelte";
import { forget } from "../../lib/unfinished.svelte";
import Call from "./Call.svelte";
import Session from "./Screen.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const decides = {
  criterion: 5,
  name: "Decides",
  question: "Do you decide?",
  required: true,
  role: "decides",
  answer: "not_asked",
  proof: "",
  answered_on: null,
};

const somebody = (id: number, name: string) =>
  ({
    row: { id, name, company: "", place: { kind: "lead" }, lifecycle: "lead" },
    draft: {
      phones: [
        { label: "", value: "06 12345678" },
        { label: "work", value: "020 123" },
      ],
      emails: [],
      job_title: "",
      note: "",
    },
    dial: "+31612345678",
    criteria: [decides],
    follow_ups: [{ id: 9, draft: { what: "Call", due: { on: "2000-01-01", at: null } }, overdue: true }],
    questions: [],
    to_tell: [{ id: 4, question: "When?", answer: "Friday" }],
    opportunity: null,
    attempts: 1,
  }) as unknown as Person;

function show(step = vi.fn(() => Promise.resolve())): typeof step {
  const person = somebody(7, "Anna Smit");
  const session: SessionView = { position: 0, total: 3, person, last_talk: null };
  render(Call, { session, person, step });
  return step;
}

const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more });

describe("a call", () => {
  beforeEach(() => {
    setLanguage("en");
    [7, 8].forEach(forget);
    call.mockReset();
    call.mockResolvedValue({ id: 1, wants_next: false });
    window.addEventListener("keydown", onKeydown);
  });
  afterEach(() => window.removeEventListener("keydown", onKeydown));

  it("is written with the answers, what was told and what is done, and the next one comes", async () => {
    call.mockImplementation((command) =>
      Promise.resolve(
        command === "preview_answers"
          ? { judgement: { yes: 1, no: 0 }, now: { kind: "lead" }, then: { kind: "lead" }, lifecycle: "lead" }
          : { id: 1, wants_next: false },
      ),
    );
    const step = show();
    await press("y");
    await fireEvent.click(screen.getByRole("checkbox", { name: /When\? Friday/ }));
    await fireEvent.input(screen.getByRole("textbox", { name: "What was said" }), { target: { value: "Glad." } });
    await press("5");
    await waitFor(() => expect(step).toHaveBeenCalledWith("next"));
    const [, input] = call.mock.calls.find(([command]) => command === "log_call") ?? [];
    expect(input).toMatchObject({
      talk: { contact: 7, said: "Glad.", ending: { kind: "just_a_talk" }, told: [4] },
      answers: [{ criterion: 5, answer: "yes", proof: null }],
      finish: [9],
    });
  });

  it("is not written with minutes that can't be read", async () => {
    const step = show();
    const minutes = screen.getByRole<HTMLInputElement>("textbox", { name: "Minutes" });
    await fireEvent.input(minutes, { target: { value: "45m" } });
    await press("5");
    expect(toasts().at(-1)?.text).toMatch(/^Those are not the minutes/);
    expect([document.activeElement, minutes.value]).toEqual([minutes, "45m"]);
    expect(call).not.toHaveBeenCalledWith("log_call", expect.anything());
    await fireEvent.input(minutes, { target: { value: "45" } });
    await press("5", { altKey: true });
    await waitFor(() => expect(step).toHaveBeenCalledWith("next"));
    const [, input] = call.mock.calls.find(([command]) => command === "log_call") ?? [];
    expect(input).toMatchObject({ talk: { minutes: 45 } });
  });

  it("calls the number that was chosen last", async () => {
    show();
    await press("c");
    expect(call).toHaveBeenLastCalledWith("open_link", { kind: "phone", number: "+31612345678" });
    await fireEvent.click(screen.getByRole("button", { name: "Call 020 123 work" }));
    await press("c");
    expect(call).toHaveBeenLastCalledWith("open_link", { kind: "phone", number: "020 123" });
  });

  it("is skipped by an arrow and keeps what was written until it is logged", async () => {
    const people = [somebody(7, "Anna Smit"), somebody(8, "Bram Vos")];
    let position = 0;
    call.mockImplementation((command, input) => {
      if (command === "get_session")
        return Promise.resolve({ position, total: 2, person: people[position], last_talk: null });
      if (command === "step_session") {
        const { to } = input as { to: string };
        if (to === "skip" || to === "next") position += 1;
        if (to === "back") position -= 1;
      }
      return Promise.resolve({ id: 1, wants_next: false });
    });
    const said = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "What was said" });
    render(Session);
    await screen.findByRole("button", { name: "Anna Smit" });
    await fireEvent.input(said(), { target: { value: "Half" } });
    await press("ArrowRight");
    await screen.findByRole("button", { name: "Bram Vos" });
    expect(said().value).toBe("");
    await press("ArrowLeft");
    await screen.findByRole("button", { name: "Anna Smit" });
    expect(said().value).toBe("Half");
    expect(call).not.toHaveBeenCalledWith("log_call", expect.anything());
    await press("5");
    await screen.findByRole("button", { name: "Bram Vos" });
    await press("ArrowLeft");
    await screen.findByRole("button", { name: "Anna Smit" });
    expect(said().value).toBe("");
  });
});
