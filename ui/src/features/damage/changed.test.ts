// The file is not as Rappel left it: that is said, the backups are offered, and it can be used as it is.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../lib/i18n.svelte";
import Screen from "./Screen.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

let code: string;

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
  call.mockImplementation((command) => {
    if (command === "get_damage") return Promise.resolve({ code, language: "en", folder: "/data" });
    if (command === "list_backups") return Promise.resolve({ list: [], folder: "/data/backups", problem: null });
    return Promise.resolve(null);
  });
});

describe("a file that is not as Rappel left it", () => {
  it("is told of, and can be used as it is", async () => {
    code = "data_changed";
    render(Screen);
    expect(await screen.findByText(/not as Rappel left it/)).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", { name: "Use it as it is" }));
    await waitFor(() => expect(call).toHaveBeenCalledWith("use_data_as_found", null));
  });

  it("is not what damage is", async () => {
    code = "damaged";
    render(Screen);
    expect(await screen.findByText(/is damaged/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Use it as it is" })).toBeNull();
  });
});
