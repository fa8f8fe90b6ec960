// Locked data: a passphrase is asked, a wrong one is said and waited for, and whoever forgot it has a way on.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Locked } from "../../lib/generated/api";
import { AppError } from "../../lib/ipc";
import Screen from "./Screen.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

let locked: Locked;
let answer: () => Promise<unknown>;

beforeEach(() => {
  locked = { language: "en", theme: "dark", due: 0, wait: 0 };
  answer = () => Promise.resolve(null);
  call.mockReset();
  call.mockImplementation((command) => {
    if (command === "get_locked") return Promise.resolve(locked);
    if (command === "list_backups") return Promise.resolve({ list: [], folder: "/data/backups", problem: null });
    return command === "unlock" ? answer() : Promise.resolve(null);
  });
});
afterEach(() => vi.useRealTimers());

const field = async () => screen.findByLabelText<HTMLInputElement>("Passphrase");
const button = () => screen.getByRole<HTMLButtonElement>("button", { name: "Unlock" });

describe("locked data", () => {
  it("are opened by keys alone, and the passphrase is not kept", async () => {
    render(Screen);
    const input = await field();
    expect(document.activeElement).toBe(input);
    expect(input.type).toBe("password");
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    await fireEvent.input(input, { target: { value: "correct horse" } });
    await fireEvent.submit(input.form as HTMLFormElement);
    await waitFor(() => expect(call).toHaveBeenCalledWith("unlock", { passphrase: "correct horse" }));
    await waitFor(() => expect(input.value).toBe(""));
  });

  it("stay shut to a wrong passphrase, and for the seconds after it", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    answer = () => Promise.reject(new AppError({ code: "lock_wrong", detail: { seconds: "4" } }));
    render(Screen);
    const input = await field();
    await fireEvent.input(input, { target: { value: "wrong" } });
    await fireEvent.click(button());
    expect((await screen.findByRole("alert")).textContent).toContain("does not fit");
    expect(await screen.findByText("You can try again in 4 seconds.")).toBeTruthy();
    expect(button().disabled).toBe(true);
    await vi.advanceTimersByTimeAsync(3000);
    expect(screen.getByText("You can try again in 1 second.")).toBeTruthy();
    await vi.advanceTimersByTimeAsync(1000);
    expect(button().disabled).toBe(false);
    expect(input.value).toBe("wrong");
  });

  it("show what was typed when asked, and say that Caps Lock is on", async () => {
    render(Screen);
    const input = await field();
    await fireEvent.click(screen.getByRole("button", { name: "Show the passphrase" }));
    expect(input.type).toBe("text");
    await fireEvent.click(screen.getByRole("button", { name: "Hide the passphrase" }));
    expect(input.type).toBe("password");
    await fireEvent(input, new KeyboardEvent("keydown", { key: "A", modifierCapsLock: true, bubbles: true }));
    expect(screen.getByText("Caps Lock is on.")).toBeTruthy();
  });

  it("say how many reminders are due", async () => {
    locked.due = 3;
    render(Screen);
    expect(await screen.findByText("3 reminders are due")).toBeTruthy();
  });

  it("leave a way on for whoever forgot the passphrase", async () => {
    render(Screen);
    await field();
    await fireEvent.click(screen.getByRole("button", { name: "Passphrase forgotten?" }));
    await fireEvent.click(screen.getByRole("button", { name: "Begin with nothing" }));
    expect(call).not.toHaveBeenCalledWith("begin_afresh", null);
    const buttons = await screen.findAllByRole("button", { name: "Begin with nothing" });
    await fireEvent.click(buttons.at(-1) as HTMLElement);
    await waitFor(() => expect(call).toHaveBeenCalledWith("begin_afresh", null));
  });
});
