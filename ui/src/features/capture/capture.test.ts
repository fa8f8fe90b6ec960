// The small window: words are kept and read as they are typed, Enter saves, and whoever is there already is asked about first.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CaptureDraft, CaptureLook, SaveCapture, SavedCapture } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { AppError } from "../../lib/ipc";
import Capture from "./Capture.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const empty: CaptureDraft = { name: "", reach: "", place: "", note: "", when: "" };
const anna = { id: 7, name: "Anna Nowak" } as NonNullable<CaptureLook["same"]>;
let kept: CaptureDraft;
let look: (draft: CaptureDraft) => Partial<CaptureLook>;
let save: (input: SaveCapture) => SavedCapture | AppError;

beforeEach(() => {
  setLanguage("en");
  kept = empty;
  look = () => ({});
  save = () => ({ kind: "saved", contact: 1 });
  call.mockReset();
  call.mockImplementation((command, input) => {
    if (command === "get_capture") {
      const today = "2026-11-26";
      return Promise.resolve({ language: "en", theme: "light", today, draft: kept, sources: ["Fair"] });
    }
    if (command === "look_at_capture") {
      const nothing = { kind: "unclear", why: { kind: "nothing" } };
      return Promise.resolve({
        when: nothing,
        new_source: false,
        same: null,
        refused: false,
        ...look(input as CaptureDraft),
      });
    }
    if (command !== "save_capture") return Promise.resolve(null);
    const saved = save(input as SaveCapture);
    return saved instanceof AppError ? Promise.reject(saved) : Promise.resolve(saved);
  });
});

const asked = (command: string): unknown[] => call.mock.calls.filter(([name]) => name === command).map(([, it]) => it);
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (label: string, key: string) => fireEvent.keyDown(screen.getByLabelText(label), { key });

async function open(): Promise<void> {
  render(Capture);
  await waitFor(() => expect(asked("show_capture")).toHaveLength(1));
}

describe("the small window", () => {
  it("is shown once it can be typed into, with the words of before", async () => {
    kept = { ...empty, name: "Bram" };
    await open();
    const name = screen.getByLabelText<HTMLInputElement>("Name");
    expect([document.activeElement, name.value]).toEqual([name, "Bram"]);
  });

  it("tells the day that is understood, or why none is", async () => {
    look = ({ when }) =>
      when === "tomorrow 10"
        ? { when: { kind: "due", due: { on: "2026-11-27", at: "10:00" } } }
        : { when: { kind: "unclear", why: { kind: "unknown", word: when } } };
    await open();
    await type("When to follow up", "tomorrow 10");
    await screen.findByText("Friday 27 November, 10:00");
    await type("When to follow up", "soon");
    await screen.findByText("“soon” is not understood.");
  });

  it("saves with Enter what was typed last, and goes", async () => {
    await open();
    await type("Name", "Anna");
    await type("Note", "Wants mugs");
    await press("Note", "Enter");
    await waitFor(() => expect(asked("close_capture")).toHaveLength(1));
    const draft = { ...empty, name: "Anna", note: "Wants mugs" };
    expect(asked("save_capture")).toEqual([{ draft, to: null, though_there: false, though_refused: false }]);
    expect(asked("look_at_capture").at(-1)).toEqual(draft);
  });

  it("leaves with Esc, and nothing is saved", async () => {
    await open();
    await type("Name", "Anna");
    await press("Name", "Escape");
    await waitFor(() => expect(asked("close_capture")).toHaveLength(1));
    expect(asked("save_capture")).toEqual([]);
  });

  it("stays with what is wrong, said", async () => {
    save = () => new AppError({ code: "name_missing", detail: {} });
    await open();
    await press("Name", "Enter");
    expect((await screen.findByRole("alert")).textContent).toBe("A name is needed. Fill in at least one.");
    expect(asked("close_capture")).toEqual([]);
  });

  it("adds to whoever is there already, unless it is somebody new", async () => {
    save = ({ to, though_there: anyway }) =>
      to === null && !anyway ? { kind: "same", person: anna } : { kind: "saved", contact: to ?? 9 };
    await open();
    await type("Phone or e-mail", "0612345678");
    await press("Name", "Enter");
    await screen.findByText("Add to Anna Nowak");
    await fireEvent.click(screen.getByText("New lead anyway"));
    await waitFor(() => expect(asked("close_capture")).toHaveLength(1));
    expect(asked("save_capture").at(-1)).toMatchObject({ to: null, though_there: true });
  });

  it("warns of whoever refused contact before it adds them", async () => {
    look = ({ reach }) => ({ refused: reach !== "" });
    await open();
    await type("Phone or e-mail", "0612345678");
    await fireEvent.click(await screen.findByText("Add anyway"));
    await waitFor(() => expect(asked("save_capture").at(-1)).toMatchObject({ though_refused: true }));
  });
});
