// What is done to many: whom it leaves out is said before, and closing the dialog stops it.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { flushSync } from "svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ManyOutcome } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { publish } from "../../lib/live.svelte";
import ManyDialog from "./ManyDialog.svelte";
import type { DeedKind } from "./deeds";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const outcome: ManyOutcome = {
  changed: 2,
  left_out: [{ why: "refused", count: 1 }],
  drops_follow_ups: 0,
};

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
  call.mockImplementation((name) => {
    if (name === "get_filter_choices") return Promise.resolve({ sources: [], steps: [], fields: [] });
    if (name === "get_settings") return Promise.resolve({ criteria: [] });
    if (name === "do_to_many") return new Promise(() => undefined);
    return Promise.resolve(outcome);
  });
});

function show(kind: DeedKind) {
  return render(ManyDialog, {
    kind,
    whom: { kind: "chosen", contacts: [1, 2, 3] },
    count: 3,
    onclose: () => undefined,
  });
}

describe("a deed done to many", () => {
  it("tells first how many change, and who stays as they are", async () => {
    show("trash");
    await waitFor(() => screen.getByText("2 people change."));
    expect(screen.getByText("1 asked not to be contacted and stays as they are.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Do it for 2 people" })).toBeTruthy();
  });

  it("waits for a tag before it can be done", async () => {
    show("add_tag");
    await waitFor(() => screen.getByRole<HTMLButtonElement>("button", { name: "Do it for 2 people" }));
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Do it for 2 people" }).disabled).toBe(true);
    await fireEvent.input(screen.getByRole("combobox"), { target: { value: "fair" } });
    await fireEvent.click(screen.getByRole("button", { name: "Do it for 2 people" }));
    const whom = { kind: "chosen", contacts: [1, 2, 3] };
    expect(call).toHaveBeenCalledWith("do_to_many", { whom, deed: { kind: "add_tag", tag: "fair" } });
  });

  it("shows how far it is, and is stopped by whoever closes it", async () => {
    const { unmount } = show("trash");
    await waitFor(() => screen.getByText("2 people change."));
    await fireEvent.click(screen.getByRole("button", { name: "Do it for 2 people" }));
    publish({ kind: "many_progress", done: 5000, of: 20000 });
    flushSync();
    expect(screen.getByText("5,000 of 20,000 done")).toBeTruthy();
    unmount();
    expect(call).toHaveBeenCalledWith("cancel_many", null);
  });
});
