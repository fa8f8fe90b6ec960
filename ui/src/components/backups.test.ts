// Backups: only good ones are offered, large ones are looked through one by one, and a passphrase is typed twice.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BackupRef, BackupState, BackupView } from "../lib/generated/api";
import { setLanguage } from "../lib/i18n.svelte";
import BackupList from "./BackupList.svelte";

const { call } = vi.hoisted(() => ({ call: vi.fn<(name: string, input: unknown) => Promise<unknown>>() }));
vi.mock("../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

function backup(day: number, state: BackupState): BackupView {
  return {
    name: `rappel-2026-11-${String(day)}-090000-daily.db`,
    at: `2026-11-${String(day)} 09:00:00`,
    kind: "daily",
    bytes: 1_500_000,
    contacts: 1,
    conversations: 1200,
    state,
    lock: "open",
  };
}

function asked(command: string): unknown[] {
  return call.mock.calls.filter(([name]) => name === command).map(([, input]) => input);
}

beforeEach(() => setLanguage("en"));
afterEach(() => call.mockReset());

describe("the list of backups", () => {
  it("offers a good one, with what is in it, and never a damaged one", async () => {
    call.mockResolvedValue(null);
    render(BackupList, { list: [backup(24, "changed"), backup(23, "good"), backup(22, "incomplete")] });
    expect(screen.getByText("1 person, 1,200 conversations, 1.4 MB")).toBeTruthy();
    expect(screen.getByText("Damaged, cannot be used")).toBeTruthy();
    const offered = screen.getAllByRole("button", { name: /^Restore the backup/ });
    expect(offered.map((it) => it.getAttribute("aria-label"))).toEqual([
      "Restore the backup of 23 November 2026 09:00",
    ]);
    await fireEvent.click(offered[0] as HTMLElement);
    expect(asked("restore_backup")).toEqual([]);
    await fireEvent.click(await screen.findByRole("button", { name: "Restore" }));
    await waitFor(() => {
      expect(asked("restore_backup")).toEqual([{ name: "rappel-2026-11-23-090000-daily.db" }]);
    });
  });

  it("has large ones looked through before they are offered", async () => {
    const answers: Record<string, BackupState> = { "24": "changed", "23": "good" };
    call.mockImplementation((_, input) => Promise.resolve(answers[(input as BackupRef).name.slice(15, 17)]));
    render(BackupList, { list: [backup(24, "checking"), backup(23, "checking")] });
    for (const button of screen.getAllByRole<HTMLButtonElement>("button", { name: /^Restore the backup/ })) {
      expect(button.disabled).toBe(true);
    }
    await waitFor(() => {
      const [button] = screen.getAllByRole<HTMLButtonElement>("button", { name: /^Restore the backup/ });
      expect(button?.getAttribute("aria-label")).toContain("23 November");
      expect(button?.disabled).toBe(false);
    });
    expect(asked("check_backup")).toHaveLength(2);
  });

  it("takes a passphrase only when it was typed twice the same", async () => {
    call.mockResolvedValue({ file: "Rappel 2026-11-23 09.00.db.age", folder: "/stick" });
    render(BackupList, { list: [backup(23, "good")] });
    await fireEvent.click(screen.getByRole("button", { name: /^Copy to a folder/ }));
    await fireEvent.click(await screen.findByLabelText("Protect it with a passphrase"));
    await fireEvent.input(screen.getByLabelText("Passphrase"), { target: { value: "correct horse" } });
    await fireEvent.input(screen.getByLabelText("The same again"), { target: { value: "correct hose" } });
    await fireEvent.click(screen.getByRole("button", { name: "Choose a folder" }));
    expect((await screen.findByRole("alert")).textContent).toContain("not the same");
    expect(asked("copy_backup")).toEqual([]);
    await fireEvent.input(screen.getByLabelText("The same again"), { target: { value: "correct horse" } });
    await fireEvent.click(screen.getByRole("button", { name: "Choose a folder" }));
    await waitFor(() => {
      expect(asked("copy_backup")).toEqual([
        { name: "rappel-2026-11-23-090000-daily.db", passphrase: "correct horse" },
      ]);
    });
  });

  it("asks for the passphrase of one that opens with another one", async () => {
    call.mockResolvedValue(null);
    render(BackupList, { list: [{ ...backup(23, "good"), lock: "other" }] });
    expect(screen.getByText(/locked with another passphrase/)).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", { name: /^Restore the backup/ }));
    const field = await screen.findByLabelText("The passphrase that your data had then");
    await fireEvent.input(field, { target: { value: "correct horse" } });
    await fireEvent.click(screen.getByRole("button", { name: "Restore" }));
    const name = "rappel-2026-11-23-090000-daily.db";
    await waitFor(() => {
      expect(asked("restore_backup")).toEqual([{ name }]);
    });
    expect(asked("unlock_backup")).toEqual([{ name, passphrase: "correct horse" }]);
  });

  it("copies nothing while the data are damaged", () => {
    render(BackupList, { list: [backup(23, "good")], damaged: true });
    expect(screen.queryByRole("button", { name: /^Copy/ })).toBeNull();
  });
});
