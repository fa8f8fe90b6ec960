// Finding a person: whoever is typed is taken, also by those who press Enter before the answer has come.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../lib/i18n.svelte";
import { AppError } from "../lib/ipc";
import PersonPicker from "./PersonPicker.svelte";
import { stubLayout } from "../test/layout";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const somebody = (id: number, name: string) => ({ id, name, company: "", place: { kind: "lead" } });
const anna = somebody(1, "Anna Smit");
const bram = somebody(2, "Bram Visser");
const bea = somebody(3, "Bea Bos");
/** Answers that are still to come, by what was searched for. */
let waiting: Record<string, (rows: unknown[] | AppError) => void>;

beforeAll(stubLayout);
beforeEach(() => {
  setLanguage("en");
  waiting = {};
  call.mockReset();
  let words = "";
  call.mockImplementation((name, input) => {
    if (name === "open_people") {
      words = (input as { search: string }).search;
      return Promise.resolve({ snapshot: 1, total: 9 });
    }
    return new Promise((answer, refuse) => {
      waiting[words] = (rows) => (rows instanceof AppError ? refuse(rows) : answer(rows));
    });
  });
});

async function answer(words: string, rows: unknown[] | AppError): Promise<void> {
  await waitFor(() => expect(waiting[words]).toBeDefined());
  waiting[words]?.(rows);
}

async function open() {
  const onchoose = vi.fn();
  const onclose = vi.fn();
  render(PersonPicker, { title: "Who?", onchoose, onclose });
  // Whom one talked to last.
  await answer("", [anna, bram]);
  await screen.findByText("Anna Smit");
  const box = screen.getByRole("combobox");
  const type = (value: string) => fireEvent.input(box, { target: { value } });
  const enter = () => fireEvent.keyDown(box, { key: "Enter" });
  return { onchoose, onclose, type, enter };
}

describe("choosing a person", () => {
  it("takes who was typed, also when Enter comes before the answer", async () => {
    const { onchoose, type, enter } = await open();
    await type("b");
    await enter();
    expect(onchoose).not.toHaveBeenCalled();
    // Who stood first before is among them too, and is not meant.
    await answer("b", [bea, anna]);
    await waitFor(() => expect(onchoose).toHaveBeenCalledExactlyOnceWith(3));
  });

  it("takes nobody by an Enter that another letter followed, and the first of the answer by the next", async () => {
    const { onchoose, type, enter } = await open();
    await type("b");
    await enter();
    await type("br");
    await answer("b", [bea]);
    await answer("br", [bram]);
    await waitFor(() => expect(screen.queryByText("Anna Smit")).toBeNull());
    await waitFor(() =>
      expect(screen.getByText("Bram Visser").closest("[role=option]")?.getAttribute("aria-selected")).toBe("true"),
    );
    expect(onchoose).not.toHaveBeenCalled();
    await enter();
    await waitFor(() => expect(onchoose).toHaveBeenCalledExactlyOnceWith(2));
  });

  it("takes nobody of the list before where the search fails", async () => {
    const { onchoose, type, enter } = await open();
    await type("b");
    await enter();
    await answer("b", new AppError({ code: "busy", detail: {} }));
    // The next one is asked and answered, so that what came of the one before is over.
    await type("bea");
    await answer("bea", [bea]);
    await screen.findByText("Bea Bos");
    expect(onchoose).not.toHaveBeenCalled();
  });
});
