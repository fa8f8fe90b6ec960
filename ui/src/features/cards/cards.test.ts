// The batch of cards: what is typed is kept for the right card, an address is asked for in place, and labels begin where one says.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CardRow, ContactDraft, LabelsPreview, SheetLayout } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import AddressDialog from "./AddressDialog.svelte";
import Detail from "./Detail.svelte";
import LabelsDialog from "../../components/LabelsDialog.svelte";
import { areaOf, moved } from "../../components/sheet";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const layout: SheetLayout = {
  width: 21_000,
  height: 29_700,
  columns: 2,
  rows: 7,
  left: 465,
  top: 1515,
  pitch_x: 10_160,
  pitch_y: 3810,
  label_width: 9910,
  label_height: 3810,
  inset_x: 450,
  inset_y: 350,
};

function row(changes: Partial<CardRow> = {}): CardRow {
  return {
    person: {
      id: 7,
      name: "Anna Nowak",
      company: "",
      place: { kind: "lead" },
      step: null,
      lifecycle: "lead",
      promising: false,
      asked: 0,
      asked_of: 3,
      sales: 0,
      last_sale: null,
      next: null,
      no_next_step: false,
      last_talk: null,
      source: "",
      sample: false,
    },
    card: { birthday: "2026-12-04", year: 2026, turns: null, state: "to_write", post_by: "2026-12-01" },
    turn: "post",
    words: "",
    last: { year: 2025, state: "posted", words: "Good luck with the shop" },
    phone: "06 12345678",
    dial: "+31612345678",
    address: ["Dijk 1", "2801 AB  Gouda"],
    ...changes,
  };
}

const nothing = { onmark: vi.fn(), onaddress: vi.fn(), oncall: vi.fn(), onleave: vi.fn() };

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
  call.mockResolvedValue(null);
});

describe("the card that the keys are on", () => {
  it("shows last year’s words, and no age where no year of birth is known", () => {
    render(Detail, { row: row(), ...nothing });
    expect(screen.getByText("Good luck with the shop")).toBeTruthy();
    expect(screen.getByText("Card of 2025: Posted")).toBeTruthy();
    expect(screen.queryByText(/turns/)).toBeNull();
    expect(screen.queryByRole("button", { name: /06 12345678/ })).toBeNull();
  });

  it("is written once something is written on it", async () => {
    render(Detail, { row: row(), ...nothing });
    const field = screen.getByLabelText("What you wrote");
    await fireEvent.input(field, { target: { value: "See you in May" } });
    await fireEvent.blur(field);
    const input = { contact: 7, year: 2026, state: "written", words: "See you in May" };
    expect(call).toHaveBeenCalledExactlyOnceWith("set_card", input);
  });

  it("keeps what was typed for its own person, also when the keys go on before it was kept", async () => {
    const { rerender, unmount } = render(Detail, { row: row(), ...nothing });
    await fireEvent.input(screen.getByLabelText("What you wrote"), { target: { value: "For Anna" } });
    const other = row();
    await rerender({ row: { ...other, person: { ...other.person, id: 8, name: "Bram" } } });
    unmount();
    const input = { contact: 7, year: 2026, state: "written", words: "For Anna" };
    expect(call).toHaveBeenCalledExactlyOnceWith("set_card", input);
  });

  it("says to call where the post would be too late, with the number at hand", async () => {
    const oncall = vi.fn();
    render(Detail, { row: row({ turn: "call" }), ...nothing, oncall });
    expect(screen.getByText(/A card would come too late. Call instead/)).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", { name: /06 12345678/ }));
    expect(oncall).toHaveBeenCalledOnce();
  });
});

describe("an address given in place", () => {
  const draft = { name: {}, addresses: [], note: "stays" } as unknown as ContactDraft;

  it("has to be one that the post can find", async () => {
    const onclose = vi.fn();
    render(AddressDialog, { contact: 7, name: "Anna", draft, onclose });
    await fireEvent.input(screen.getByLabelText("Town"), { target: { value: "Gouda" } });
    await fireEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("The post needs a street and a town or postal code.")).toBeTruthy();
    expect(call).not.toHaveBeenCalled();

    await fireEvent.input(screen.getByLabelText("Street and number"), { target: { value: "Dijk 1" } });
    await fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    const given = { label: "", street: "Dijk 1", postal_code: "", town: "Gouda", region: "", country: "" };
    expect(call).toHaveBeenCalledExactlyOnceWith("update_contact", {
      contact: 7,
      draft: { ...draft, addresses: [given] },
    });
  });
});

describe("the picture of a sheet", () => {
  it("lays its labels out as Rust does", () => {
    expect(areaOf(layout, 3)).toEqual({ x: 10_625, y: 5325, width: 9910, height: 3810 });
  });

  it.each([
    [0, "ArrowRight", 1],
    [1, "ArrowDown", 3],
    [3, "ArrowUp", 1],
    [0, "ArrowUp", 0],
    [13, "ArrowDown", 13],
    [5, "Home", 0],
    [5, "End", 13],
    [5, "x", undefined],
  ])("goes from %s with %s to %s", (from, key, to) => expect(moved(layout, from, key)).toBe(to));
});

describe("labels", () => {
  const preview: LabelsPreview = {
    count: 2,
    sheets: 1,
    without_address: 1,
    left_out: 0,
    unprintable: ["王芳"],
    layout,
    first: [
      {
        position: 0,
        area: areaOf(layout, 0),
        x: 915,
        size: 388,
        lines: [{ text: "Anna Nowak", baseline: 3200 }],
      },
    ],
  };
  const labels = (start: number) => ({ whose: { kind: "chosen", contacts: [7, 8] }, sheet: "l7160", start });

  it("begin at the label that the keys choose, are saved, and then opened to print", async () => {
    call.mockImplementation((command) =>
      Promise.resolve(
        command === "preview_labels" ? preview : command === "export_labels" ? { file: "l.pdf", count: 2 } : null,
      ),
    );
    const onclose = vi.fn();
    render(LabelsDialog, { weeks: 4, chosen: [7, 8], onclose });
    const first = await screen.findByRole("radio", { name: "Label 1: Anna Nowak" });
    expect(screen.getByText("1 person without an address gets none.")).toBeTruthy();
    expect(screen.getByText(/can’t be printed: 王芳/)).toBeTruthy();
    await fireEvent.keyDown(first, { key: "ArrowDown" });
    await waitFor(() => expect(call).toHaveBeenLastCalledWith("preview_labels", labels(2)));
    await fireEvent.click(screen.getByRole("button", { name: "Choose a place…" }));
    expect(await screen.findByText(/l.pdf is saved/)).toBeTruthy();
    expect(call).toHaveBeenLastCalledWith("export_labels", labels(2));
    await fireEvent.click(screen.getByRole("button", { name: "Open to print" }));
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(call).toHaveBeenLastCalledWith("open_labels", null);
  });

  it("of nobody are no file", async () => {
    call.mockResolvedValue({ ...preview, count: 0, sheets: 0, first: [] });
    render(LabelsDialog, { weeks: 4, onclose: vi.fn() });
    await screen.findByText("No labels on 0 sheets");
    await fireEvent.click(screen.getByRole("button", { name: "Choose a place…" }));
    expect(await screen.findByText("There is nobody with an address to print.")).toBeTruthy();
    expect(call).not.toHaveBeenCalledWith("export_labels", expect.anything());
  });
});
