import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { startCalls } from "../lib/calls.svelte";
import { setLanguage } from "../lib/i18n.svelte";
import CallsUnderWay from "./CallsUnderWay.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

describe("a call session that is wished for", () => {
  beforeEach(() => {
    setLanguage("en");
    call.mockReset();
  });

  it("begins at once where none is under way", async () => {
    call.mockResolvedValue(null);
    await startCalls({ kind: "due" });
    expect(call).toHaveBeenLastCalledWith("start_session", { whom: { kind: "due" } });
  });

  it("takes the place of one under way only when that is wanted", async () => {
    call.mockImplementation((command) =>
      Promise.resolve(command === "get_session" ? { position: 3, total: 23, person: {}, last_talk: null } : null),
    );
    render(CallsUnderWay);
    await startCalls({ kind: "to_tell" });
    expect(await screen.findByText(/It is at 4 of 23/)).toBeTruthy();
    expect(call).not.toHaveBeenCalledWith("start_session", expect.anything());
    await fireEvent.click(screen.getByRole("button", { name: "Begin a new one" }));
    await waitFor(() => expect(call).toHaveBeenLastCalledWith("start_session", { whom: { kind: "to_tell" } }));
  });
});
