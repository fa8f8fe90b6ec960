// What is written about a conversation: minutes that can't be read are refused, and nothing is lost by it.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Person } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { toasts } from "../../lib/toast.svelte";
import Composer from "./Composer.svelte";
import EditConversation from "./EditConversation.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
  call.mockResolvedValue({ id: 1, wants_next: false });
});

const minutes = () => screen.getByLabelText<HTMLInputElement>("Minutes");
const type = (value: string) => fireEvent.input(minutes(), { target: { value } });

describe("a conversation", () => {
  it.each(["45m", "1u30", "-5", "1441"])("is not written with “%s” for its minutes", async (typed) => {
    const person = { row: { id: 7, name: "Anna" }, to_tell: [], attempts: 0 } as unknown as Person;
    render(Composer, { person });
    const said = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "What was said" });
    await fireEvent.input(said, { target: { value: "Glad." } });
    await type(typed);
    await fireEvent.click(screen.getByRole("button", { name: /^Yes/ }));
    // Before the sale is asked for.
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(toasts().at(-1)?.text).toMatch(/^Those are not the minutes/);
    expect([document.activeElement, minutes().value, said.value]).toEqual([minutes(), typed, "Glad."]);
    expect(call).not.toHaveBeenCalled();
    await type("45");
    await fireEvent.click(screen.getByRole("button", { name: "Just a talk" }));
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith("log_conversation", expect.objectContaining({ minutes: 45 })),
    );
  });

  it("is not moved to no day at all", async () => {
    const onclose = vi.fn();
    const what = { kind: "conversation", id: 3, channel: "call", minutes: null, said: "", asked: "" };
    render(EditConversation, { at: "2026-11-20T10:00:00", what, onclose } as never);
    await fireEvent.keyDown(screen.getByRole("spinbutton", { name: "When, day" }), { key: "Backspace" });
    await fireEvent.keyDown(screen.getByRole("spinbutton", { name: "When, day" }), { key: "Backspace" });
    await fireEvent.click(screen.getByRole("button", { name: "Save" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/^A date is needed/);
    expect(call).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole("button", { name: "Today" }));
    await fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
  });

  it("keeps its minutes where what is typed over them can't be read", async () => {
    const onclose = vi.fn();
    const what = { kind: "conversation", id: 3, channel: "call", minutes: 30, said: "", asked: "" };
    render(EditConversation, { at: "2026-11-20T10:00:00", what, onclose } as never);
    await type("1u30");
    await fireEvent.click(screen.getByRole("button", { name: "Save" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/^Those are not the minutes/);
    expect([document.activeElement, minutes().value]).toEqual([minutes(), "1u30"]);
    expect(call).not.toHaveBeenCalled();
    await type("90");
    await fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(call).toHaveBeenCalledWith("update_conversation", expect.objectContaining({ minutes: 90 }));
  });
});
