import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import Screen from "./Screen.svelte";
import AnswerQuestion from "../../components/AnswerQuestion.svelte";
import type { QuestionView } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { onKeydown } from "../../lib/keys.svelte";
import { go, route } from "../../lib/route.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const question: QuestionView = {
  id: 3,
  contact: 7,
  name: "Anna Smit",
  place: { kind: "lead" },
  question: "Do you deliver on Saturday?",
  asked_on: "2026-11-23",
  answer: null,
  answered_on: null,
  told_on: null,
};

describe("answering a question", () => {
  beforeEach(() => {
    setLanguage("en");
    call.mockReset();
    call.mockImplementation((command) =>
      Promise.resolve(
        command === "get_similar_answers"
          ? [{ id: 1, question: "On Saturdays?", answer: "Until noon.", name: "Bram", answered_on: "2026-11-01" }]
          : null,
      ),
    );
    window.addEventListener("keydown", onKeydown);
  });
  afterEach(() => window.removeEventListener("keydown", onKeydown));

  it("takes an earlier answer over by one key, and says that it was told", async () => {
    const onclose = vi.fn();
    render(AnswerQuestion, { question, onclose });
    expect(await screen.findByText("Until noon.")).toBeTruthy();
    const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your answer" });
    await fireEvent.keyDown(field, { key: "1", altKey: true });
    expect(field.value).toBe("Until noon.");
    await fireEvent.click(screen.getByRole("checkbox", { name: "They know it already" }));
    await fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(call).toHaveBeenCalledWith("answer_question", { question: 3, answer: "Until noon.", told: true });
  });

  it("keeps nothing that is empty, but opens an answered one again", async () => {
    const { unmount } = render(AnswerQuestion, { question, onclose: () => undefined });
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save" }).disabled).toBe(true);
    unmount();
    render(AnswerQuestion, { question: { ...question, answer: "Yes." }, onclose: () => undefined });
    await fireEvent.input(screen.getByRole("textbox", { name: "Your answer" }), { target: { value: "" } });
    expect(screen.getByText("Without an answer the question is open again.")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save" }).disabled).toBe(false);
  });
});

it("opens the shelf that was asked for once: whoever comes back finds their own search", async () => {
  setLanguage("en");
  call.mockImplementation((command) =>
    Promise.resolve(command === "open_questions" ? { snapshot: 1, total: 0, open: 0, to_tell: 0 } : null),
  );
  const search = () => screen.getByRole<HTMLInputElement>("searchbox");
  go({ screen: "questions", shelf: "to_tell" });
  const { unmount } = render(Screen);
  await waitFor(() =>
    expect(call).toHaveBeenCalledWith("open_questions", { shelf: "to_tell", search: "", order: "oldest" }),
  );
  expect(route()).toEqual({ screen: "questions" });
  await fireEvent.input(search(), { target: { value: "saturday" } });
  unmount();
  render(Screen);
  expect(search().value).toBe("saturday");
});
