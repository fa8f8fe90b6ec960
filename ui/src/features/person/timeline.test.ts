// The timeline stays as it is unfolded, and what is typed about an entry stays, whatever changes meanwhile.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TimelineEntry, TimelineQuery } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { AppError } from "../../lib/ipc";
import { publish } from "../../lib/live.svelte";
import { dismiss, toasts } from "../../lib/toast.svelte";
import Timeline from "./Timeline.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const PAGE = 30;
let entries: TimelineEntry[] = [];

function entry(at: number): TimelineEntry {
  const key = `c${String(at).padStart(19, "0")}`;
  const what = {
    kind: "conversation",
    id: at,
    channel: "call",
    minutes: null,
    said: `talk ${String(at)}`,
    asked: "",
    ending: "just_a_talk",
    follow_up: null,
    sale: null,
    open_questions: 0,
  };
  return { at: "2026-11-23T10:00:00", key, what } as TimelineEntry;
}

function page({ before }: TimelineQuery): unknown {
  const from = before ? entries.findIndex((it) => it.key === before.key) + 1 : 0;
  const found = entries.slice(from, from + PAGE);
  const last = found.at(-1);
  return { entries: found, next: last && from + PAGE < entries.length ? { at: last.at, key: last.key } : null };
}

beforeEach(() => {
  setLanguage("en");
  for (const toast of toasts()) dismiss(toast.id);
  entries = Array.from({ length: 70 }, (_, at) => entry(70 - at));
  call.mockReset();
  call.mockImplementation((command, input) =>
    Promise.resolve(command === "get_timeline" ? page(input as TimelineQuery) : null),
  );
  HTMLElement.prototype.scrollIntoView = () => undefined;
});

const shown = (): number => screen.getAllByRole("listitem", { hidden: true }).length;
const change = (): void => publish({ kind: "changed", topics: ["conversations"], undo: null });

async function unfolded(): Promise<void> {
  render(Timeline, { contact: 7 });
  await fireEvent.click(await screen.findByRole("button", { name: "Older" }));
  await waitFor(() => expect(shown()).toBe(60));
}

describe("a timeline that was unfolded", () => {
  it("stays so when something changes, and shows the change", async () => {
    await unfolded();
    entries = [entry(71), ...entries];
    change();
    await screen.findByText("talk 71");
    expect(shown()).toBe(60);
    await fireEvent.click(screen.getByRole("button", { name: "Older" }));
    await waitFor(() => expect(shown()).toBe(71));
    expect(screen.queryByRole("button", { name: "Older" })).toBeNull();
  });

  it("keeps what is typed about an entry, also when the entry itself goes", async () => {
    await unfolded();
    const old = screen.getByText("talk 15").closest("li");
    await fireEvent.keyDown(old?.querySelector("button") as HTMLElement, { key: "Enter" });
    await fireEvent.click(await screen.findByRole("menuitem", { name: "Edit conversation" }));
    const field = await screen.findByRole("textbox", { name: "What was said" });
    await fireEvent.input(field, { target: { value: "talk 15, and more" } });
    entries = entries.filter((it) => it.key !== entry(15).key);
    change();
    await waitFor(() => expect(screen.queryByText("talk 15")).toBeNull());
    expect(screen.getByRole("textbox", { name: "What was said" })).toBe(field);
    await fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(call).toHaveBeenCalledWith(
      "update_conversation",
      expect.objectContaining({ conversation: 15, said: "talk 15, and more" }),
    );
  });

  it("says so when older ones can’t be read, and they can be asked for again", async () => {
    render(Timeline, { contact: 7 });
    const older = await screen.findByRole("button", { name: "Older" });
    call.mockRejectedValueOnce(new AppError({ code: "internal", detail: {} }));
    await fireEvent.click(older);
    await waitFor(() => expect(toasts().map((it) => it.kind)).toEqual(["error"]));
    expect(shown()).toBe(PAGE);
    await fireEvent.click(older);
    await waitFor(() => expect(shown()).toBe(60));
  });
});
