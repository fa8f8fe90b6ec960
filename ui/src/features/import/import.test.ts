// The import screen from an offered file to its result, with a stand-in for Rust.
import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDraft } from "../../lib/draft";
import type {
  Criterion,
  DryRunImport,
  DryRunRow,
  ImportInspection,
  ImportRow,
  PreviewMapping,
} from "../../lib/generated/api";
import { publish } from "../../lib/live.svelte";
import { offerFile } from "../../lib/offered.svelte";
import { toasts } from "../../lib/toast.svelte";
import { kept } from "./kept.svelte";
import Screen from "./Screen.svelte";
import { stubLayout } from "../../test/layout";

const { call } = vi.hoisted(() => ({ call: vi.fn<(name: string, input: unknown) => Promise<unknown>>() }));
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const settle = () => new Promise((done) => setTimeout(done, 20));
const file = { token: 7, name: "leads.csv" };
const table: ImportInspection = {
  file,
  kind: "csv",
  encoding: "windows-1252",
  guessed: true,
  lossy: false,
  rows: 2,
  shape: { separator: ";", quote: '"', skip_lines: 0, has_header: true },
  columns: [
    { name: "Naam", samples: ["Zoë"], filled: 2 },
    { name: "Iets", samples: ["03/04/1980"], filled: 2 },
  ],
  mapping: { fields: [{ kind: "full_name" }, { kind: "note" }], address_labels: [] },
  dates: { kind: "day_first" },
  samples: [["Zoë de Boer", "03/04/1980"]],
};
const read: ImportRow = {
  line: 0,
  draft: {
    ...emptyDraft(),
    name: { prefix: "", given: "Zoë", particle: "de", family: "Boer", display: "" },
    custom: [{ name: "Shoe", value: "38" }],
    note: "03/04/1980",
  },
  problems: [],
};
const market: Criterion = {
  id: 5,
  name: "Fits my market",
  question: "Do they?",
  required: true,
  role: "market",
  archived: false,
};
const twice: DryRunRow = {
  row: 1,
  fills: [],
  replaces: [],
  line: 3,
  name: "Zoë",
  company: "",
  email: "",
  phone: "",
  outcome: "duplicate",
  same_as: null,
  same_line: 2,
  problems: [{ code: "date_unreadable", value: "someday" }],
};

let answers: Record<string, (input: never) => unknown>;
beforeAll(stubLayout);
beforeEach(() => {
  kept.startOver();
  answers = {
    inspect_import: () => table,
    get_filter_choices: () => ({ sources: [], steps: [], fields: [] }),
    get_settings: () => ({ criteria: [market, { ...market, id: 6, name: "Old", archived: true }] }),
    list_imports: () => [],
    list_import_mappings: () => [],
    preview_import_mapping: () => [read],
    get_import_dates: () => ({ kind: "ask", examples: ["03/04/1980"] }),
    dry_run_import: () => ({
      number: 1,
      total: 2,
      counts: [
        { outcome: "new", count: 1 },
        { outcome: "duplicate", count: 1 },
      ],
    }),
    get_dry_run_rows: () => [twice],
    run_import: () => ({
      batch: 4,
      added: 1,
      updated: 0,
      with_remarks: 1,
      left_out: [{ outcome: "duplicate", count: 1 }],
    }),
  };
  call.mockReset();
  call.mockImplementation((name, input) => Promise.resolve(answers[name]?.(input as never)));
});

async function offered(): Promise<void> {
  render(Screen);
  offerFile(file);
  await settle();
}

const press = async (name: string | RegExp): Promise<void> => {
  await fireEvent.click(screen.getByRole("button", { name }));
  await settle();
};
const asked = (name: string) => call.mock.calls.filter(([it]) => it === name).map(([, input]) => input);

describe("the import screen", () => {
  it("asks about dates that a hand made birthdays, before anything is tried", async () => {
    await offered();
    expect(screen.getByText(/This was guessed/)).toBeTruthy();
    expect(screen.queryByText(/Which number is the day/)).toBeNull();
    await fireEvent.change(screen.getByLabelText("Iets becomes"), { target: { value: "birthday" } });
    await settle();
    expect(screen.getByText(/Which number is the day/)).toBeTruthy();
    const button = screen.getByRole("button", { name: "See what would happen" });
    expect((button as HTMLButtonElement).disabled).toBe(true);
    await fireEvent.click(screen.getByLabelText(/The second/));
    await press("See what would happen");
    const [tried] = asked("dry_run_import") as DryRunImport[];
    expect(tried?.dates).toEqual({ kind: "month_first" });
    expect(tried?.mapping.fields[1]).toEqual({ kind: "birthday" });
    // What was found by itself is found again the same way, not asked for by name.
    expect(tried?.inspected).toEqual({ file, shape: table.shape, encoding: null });
  });

  it("keeps what was chosen when one goes back", async () => {
    await offered();
    await fireEvent.change(screen.getByLabelText("Source"), { target: { value: "new" } });
    await fireEvent.change(screen.getByLabelText("Iets becomes"), { target: { value: "company" } });
    await settle();
    await press("See what would happen");
    await press("Back");
    expect((screen.getByLabelText("Iets becomes") as HTMLSelectElement).value).toBe("company");
    expect((screen.getByLabelText("Name") as HTMLInputElement).value).toBe("leads");
  });

  it("shows what a name is taken apart into, and reads the rows anew after each change", async () => {
    await offered();
    const column = screen.getByLabelText("Naam becomes");
    const about = document.getElementById(column.getAttribute("aria-describedby") ?? "");
    expect(about?.textContent).toBe("First name: Zoë · Particle: de · Family name: Boer");
    const people = screen.getByRole("region", { name: "A few people as they are read" });
    expect(within(people).getByRole("rowheader", { name: "Shoe" })).toBeTruthy();
    await fireEvent.change(column, { target: { value: "family_first" } });
    await settle();
    const previews = asked("preview_import_mapping") as PreviewMapping[];
    expect(previews.at(-1)?.mapping.fields).toEqual([{ kind: "family_first" }, { kind: "note" }]);
    expect(previews.at(-1)?.rows).toEqual(table.samples);
  });

  it("tells which columns become one field, and how", async () => {
    await offered();
    await fireEvent.change(screen.getByLabelText("Naam becomes"), { target: { value: "note" } });
    await settle();
    expect(screen.getByText("Together with “Iets”, each on its own line.")).toBeTruthy();
    for (const name of ["Naam", "Iets"]) {
      await fireEvent.change(screen.getByLabelText(`${name} becomes`), { target: { value: "company" } });
    }
    await settle();
    expect(screen.getByText("Together with “Naam”, with a space between them.")).toBeTruthy();
  });

  it("tries nothing with a day for later that is not clear", async () => {
    answers["read_when"] = () => ({ kind: "unclear", why: { kind: "unknown", word: "dinsdg" } });
    await offered();
    await fireEvent.click(screen.getByLabelText(/come back to them later/));
    const words = screen.getByLabelText<HTMLInputElement>("When, in plain words");
    await fireEvent.input(words, { target: { value: "dinsdg 10" } });
    await press("See what would happen");
    expect(toasts().at(-1)?.text).toMatch(/^It is not clear when/);
    expect(words.value).toBe("dinsdg 10");
    expect(asked("dry_run_import")).toEqual([]);
  });

  it("gives all of them an answer with its proof, and Later with its date", async () => {
    await offered();
    expect(screen.queryByLabelText(/Old/)).toBeNull();
    await fireEvent.change(screen.getByLabelText(/^Fits my market/), { target: { value: "yes" } });
    await settle();
    await fireEvent.input(screen.getByLabelText("Proof of “Fits my market”"), { target: { value: "the register" } });
    await fireEvent.click(screen.getByLabelText(/come back to them later/));
    await settle();
    await fireEvent.input(screen.getByLabelText("What to do"), { target: { value: "Call" } });
    await press("See what would happen");
    const [tried] = asked("dry_run_import") as DryRunImport[];
    expect(tried?.for_all.answers).toEqual([{ criterion: 5, answer: "yes", proof: "the register" }]);
    expect(tried?.for_all.later?.what).toBe("Call");
    expect(tried?.for_all.later?.due.on).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("uses a layout that was saved by name, and saves one", async () => {
    const saved = { fields: [{ kind: "note" }, { kind: "birthday" }], address_labels: ["work"] };
    answers["list_import_mappings"] = () => [{ id: 3, name: "Chamber" }];
    answers["use_import_mapping"] = () => ({
      mapping: saved,
      dates: { kind: "ask", examples: ["03/04/1980"] },
      known: 2,
    });
    answers["save_import_mapping"] = () => 9;
    await offered();
    await fireEvent.change(screen.getByLabelText("Saved layouts"), { target: { value: "3" } });
    await settle();
    expect(asked("use_import_mapping")).toEqual([{ inspected: kept.asked, mapping: 3 }]);
    expect((screen.getByLabelText("Iets becomes") as HTMLSelectElement).value).toBe("birthday");
    expect(screen.getByText(/Which number is the day/)).toBeTruthy();
    await press("Save this layout…");
    const name = screen.getByLabelText("Name");
    expect((name as HTMLInputElement).value).toBe("Chamber");
    expect(screen.getByText(/takes its place/)).toBeTruthy();
    await fireEvent.input(name, { target: { value: "Fair" } });
    await press("Save");
    expect(asked("save_import_mapping")).toEqual([{ name: "Fair", columns: ["Naam", "Iets"], mapping: saved }]);
  });

  it("leaves so many lines out as the person says", async () => {
    await offered();
    const lines = screen.getByLabelText("Lines before the table");
    await fireEvent.change(lines, { target: { value: "2" } });
    await settle();
    const looks = asked("inspect_import") as { shape: unknown }[];
    expect(looks.at(-1)?.shape).toEqual({ ...table.shape, skip_lines: 2 });
    await fireEvent.change(lines, { target: { value: "-1" } });
    await settle();
    expect(asked("inspect_import")).toHaveLength(2);
  });

  it("tells why rows stay out, how far it is, and what became of them", async () => {
    await offered();
    await press("See what would happen");
    expect(screen.getByText("same as line 2")).toBeTruthy();
    expect(screen.getByText("date kept in the note: someday")).toBeTruthy();
    let finish = (): void => undefined;
    const result = answers["run_import"];
    answers["run_import"] = () => new Promise((done) => (finish = () => done(result?.(undefined as never))));
    await press("Import 1 person");
    expect(screen.getByRole("status").textContent?.trim()).toBe("Making a backup first");
    publish({ kind: "progress", done: 1, of: 2 });
    await settle();
    expect(screen.getByRole("status").textContent?.trim()).toBe("1 of 2");
    expect(screen.getByRole("button", { name: "Cancel" })).toBeTruthy();
    finish();
    await settle();
    expect(screen.getByText("1 row was left out.")).toBeTruthy();
    expect(within(screen.getByRole("list")).getByText("Already there")).toBeTruthy();
    expect(screen.getByText("1 person came in with remarks.")).toBeTruthy();
  });

  it("decides for all who are there already, and about single rows", async () => {
    const row: DryRunRow = {
      ...twice,
      same_as: [9, "Zoë Kok"],
      same_line: null,
      fills: [{ field: "birthday", from: [], to: ["--03-08"] }],
      replaces: [{ field: "company", from: ["Bakery"], to: ["Garage"] }],
    };
    answers["get_dry_run_rows"] = () => [row];
    await offered();
    await press("See what would happen");
    await fireEvent.change(screen.getByLabelText("Those who are there already"), { target: { value: "fill" } });
    expect(screen.getByRole("button", { name: "Import 1 person, change 1" })).toBeTruthy();
    const panel = screen.getByRole("region", { name: "About line 3" });
    expect(panel.textContent).toMatch(/Birthday: empty → 8 March/);
    await fireEvent.click(within(panel).getByLabelText("Replace"));
    expect(panel.textContent).toMatch(/Company: Bakery → Garage/);
    await fireEvent.click(within(panel).getByLabelText("Leave out"));
    expect(screen.getByRole("button", { name: "Import 1 person" })).toBeTruthy();
    await fireEvent.click(within(panel).getByLabelText("Replace"));
    await press("Import 1 person, change 1");
    const rows = [{ row: 1, decision: "replace" }];
    expect(asked("run_import")).toEqual([{ number: 1, duplicates: "fill", rows }]);
  });

  it("shows who was worked on before an import is taken back, and asks", async () => {
    answers["list_imports"] = () => [
      { batch: 4, file: "a.csv", at: "2026-11-23 10:00:00", added: 2, updated: 1, undone: false },
    ];
    const preview = {
      trashed: 1,
      put_back: 1,
      worked_on: { snapshot: 5, total: 1 },
      changed_since: { snapshot: 6, total: 0 },
    };
    answers["preview_undo_import"] = () => preview;
    answers["undo_import"] = () => ({ trashed: 2, kept: 0, put_back: 1 });
    render(Screen);
    await settle();
    await press("Undo this import");
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getByText("1 person was worked on since, and stays:")).toBeTruthy();
    await fireEvent.click(dialog.getByLabelText("Put them in the trash too"));
    await fireEvent.click(dialog.getByRole("button", { name: "Undo this import" }));
    await settle();
    expect(asked("undo_import")).toEqual([{ batch: 4, worked_on_too: true }]);
  });

  it("can be started again after it was stopped", async () => {
    await offered();
    await press("See what would happen");
    const { AppError } = await import("../../lib/ipc");
    answers["run_import"] = () => Promise.reject(new AppError({ code: "cancelled", detail: {} }));
    await press("Import 1 person");
    expect(screen.getByRole("button", { name: "Import 1 person" })).toBeTruthy();
  });

  it("says in the page what is wrong with a file", async () => {
    const { AppError } = await import("../../lib/ipc");
    answers["inspect_import"] = () =>
      Promise.reject(new AppError({ code: "import_not_text", detail: { kind: "xlsx" } }));
    await offered();
    expect(screen.getByText(/not a list but a xlsx file|xlsx/)).toBeTruthy();
  });
});
