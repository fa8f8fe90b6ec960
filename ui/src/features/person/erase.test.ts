// Erasing for good: everything that happens is said before, and it happens once.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Person } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { AppError } from "../../lib/ipc";
import { go, route } from "../../lib/route.svelte";
import EraseDialog from "./EraseDialog.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
});

function show(standing: unknown = { kind: "active" }) {
  const onclose = vi.fn();
  const person = { row: { id: 7, name: "Anna Smit" }, standing } as unknown as Person;
  render(EraseDialog, { contact: 7, person, onclose });
  return onclose;
}

describe("erasing somebody for good", () => {
  it("names them, and says what stays in older backups", () => {
    show();
    expect(screen.getByRole("heading", { name: /Anna Smit/ })).toBeTruthy();
    expect(screen.getByText(/backups/i)).toBeTruthy();
    expect(screen.queryByText(/fingerprint/i)).toBeNull();
    expect(call).not.toHaveBeenCalled();
  });

  it("says what stays of who refused contact", () => {
    show({ kind: "declined", permission: "refused" });
    expect(screen.getByText(/fingerprint/i)).toBeTruthy();
  });

  it("leaves the page of who is gone", async () => {
    call.mockResolvedValue(null);
    go({ screen: "person", id: 7 });
    const onclose = show();
    await fireEvent.click(screen.getByRole("button", { name: "Erase for good" }));
    expect(call).toHaveBeenCalledExactlyOnceWith("erase_contact", { contact: 7 });
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    await waitFor(() => expect(route().screen).not.toBe("person"));
  });

  it("says why it could not, and stays", async () => {
    call.mockRejectedValue(new AppError({ code: "disk_full", detail: {} }));
    const onclose = show();
    await fireEvent.click(screen.getByRole("button", { name: "Erase for good" }));
    expect(await screen.findByText(/The disk is full/)).toBeTruthy();
    expect(onclose).not.toHaveBeenCalled();
  });
});
