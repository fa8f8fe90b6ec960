// The folder of the data is out of reach: it is looked for by itself and by hand, and a deleted one can be put back.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../lib/i18n.svelte";
import { AppError } from "../../lib/ipc";
import Gone from "./Gone.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

let answer: () => Promise<unknown>;

beforeEach(() => {
  setLanguage("en");
  answer = () => Promise.resolve(false);
  call.mockReset();
  call.mockImplementation((command) => {
    if (command === "get_damage") return Promise.resolve({ code: "data_gone", language: "en", folder: "/media/stick" });
    return command === "look_for_data" ? answer() : Promise.resolve(null);
  });
});
afterEach(() => vi.useRealTimers());

const looks = () => call.mock.calls.filter(([name]) => name === "look_for_data").length;

describe("data that are out of reach", () => {
  it("are looked for by themselves, without a word while they are not there", async () => {
    vi.useFakeTimers();
    render(Gone);
    await vi.advanceTimersByTimeAsync(6100);
    expect(looks()).toBe(3);
    expect(screen.queryByText("It is not there yet.")).toBeNull();
    expect(screen.getByText("/media/stick")).toBeTruthy();
  });

  it("are looked for when asked, and it is said what was found", async () => {
    render(Gone);
    const button = screen.getByRole("button", { name: "Look again" });
    await fireEvent.click(button);
    expect(await screen.findByText("It is not there yet.")).toBeTruthy();
    answer = () => Promise.reject(new AppError({ code: "in_use", detail: {} }));
    await fireEvent.click(button);
    expect(await screen.findByText(/already|in use|another/i)).toBeTruthy();
  });

  it("are put back when that was asked for twice", async () => {
    render(Gone);
    await fireEvent.click(screen.getByRole("button", { name: /deleted/ }));
    expect(call).not.toHaveBeenCalledWith("put_data_back", null);
    await fireEvent.click(await screen.findByRole("button", { name: "Put back" }));
    await waitFor(() => expect(call).toHaveBeenCalledWith("put_data_back", null));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});
