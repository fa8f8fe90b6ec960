// Taking people out: whom and as what, how far it is, and what is said when the place does not take it.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { flushSync } from "svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../lib/i18n.svelte";
import { AppError } from "../../lib/ipc";
import { publish } from "../../lib/live.svelte";
import { everybody } from "../../lib/people-query";
import ExportDialog from "./ExportDialog.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const query = { ...everybody(), search: "smit" };

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
});

function show(props: { filtered?: boolean; chosen?: number[] } = {}) {
  const onclose = vi.fn();
  const shown = render(ExportDialog, { query, listed: 3, filtered: false, onclose, ...props });
  return { onclose, ...shown };
}

const save = () => fireEvent.click(screen.getByRole("button", { name: "Choose a place…" }));

describe("exporting people", () => {
  it("takes all where nothing is filtered or chosen, and asks nothing about whom", async () => {
    call.mockResolvedValue({ file: "people.csv", count: 3 });
    const { onclose } = show();
    expect(screen.queryByRole("group", { name: "Whom" })).toBeNull();
    await save();
    expect(call).toHaveBeenCalledExactlyOnceWith("export_people", { whom: { kind: "all" }, format: "csv" });
    await waitFor(() => expect(onclose).toHaveBeenCalled());
  });

  it("takes what the list shows, or all, as cards", async () => {
    call.mockResolvedValue({ file: "people.vcf", count: 3 });
    show({ filtered: true });
    const listed = screen.getByRole<HTMLInputElement>("radio", { name: "The 3 people in the list now" });
    expect(listed.checked).toBe(true);
    await fireEvent.click(screen.getByRole("radio", { name: /^Cards/ }));
    await save();
    expect(call).toHaveBeenCalledExactlyOnceWith("export_people", { whom: { kind: "listed", query }, format: "vcard" });
  });

  it("takes those who are chosen before all others", async () => {
    call.mockResolvedValue({ file: "people.csv", count: 2 });
    show({ filtered: true, chosen: [4, 9] });
    expect(screen.getAllByRole("radio")).toHaveLength(5);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "The 2 people you chose" }).checked).toBe(true);
    await save();
    const whom = { kind: "chosen", contacts: [4, 9] };
    expect(call).toHaveBeenCalledExactlyOnceWith("export_people", { whom, format: "csv" });
  });

  it("stays open when nothing was written: no place was chosen, or it does not take it", async () => {
    call.mockResolvedValueOnce(null);
    const { onclose } = show();
    await save();
    await waitFor(() => expect(call).toHaveBeenCalledTimes(1));
    call.mockRejectedValueOnce(new AppError({ code: "export_disk_full", detail: {} }));
    await save();
    expect(await screen.findByText(/There is no room for the file there/)).toBeTruthy();
    expect(onclose).not.toHaveBeenCalled();
  });

  it("shows how far it is, and closing it stops the writing", async () => {
    call.mockImplementation((command) =>
      command === "export_people" ? new Promise(() => undefined) : Promise.resolve(),
    );
    const { unmount } = show();
    await save();
    publish({ kind: "export_progress", done: 1200, of: 3000 });
    flushSync();
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("1200");
    expect(screen.getByText(/1,200/)).toBeTruthy();
    unmount();
    expect(call).toHaveBeenLastCalledWith("cancel_export", null);
  });
});
