import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Found } from "../../lib/generated/api";
import { closeFinder, finderOpen, openFinder } from "../../lib/finder.svelte";
import { setLanguage } from "../../lib/i18n.svelte";
import { everybody } from "../../lib/people-query";
import { go, route } from "../../lib/route.svelte";
import { takeView } from "../../lib/saved-views.svelte";
import { takeWish } from "../../lib/wish.svelte";
import { matches, withPerson } from "./actions";
import Palette from "./Palette.svelte";
import { stubLayout } from "../../test/layout";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 30));
const joost = { id: 5, name: "Joost Verbeek", company: "Verbeek BV", place: { kind: "lead" } };
const nothing: Found = { people: [], companies: [], said: [], questions: [] };

beforeAll(stubLayout);
beforeEach(() => {
  setLanguage("en");
  call.mockReset();
  call.mockImplementation((name, input) => {
    const words = (input as { words?: string } | null)?.words ?? "";
    if (name === "find_anything") {
      const people = "joost".startsWith(words) ? [joost] : [];
      return Promise.resolve({ ...nothing, people } as unknown as Found);
    }
    if (name === "get_person") return Promise.resolve({ dial: "+31612345678", draft: { phones: [], emails: [] } });
    if (name === "list_views") return Promise.resolve([{ id: 3, name: "Gyms in Utrecht", query: everybody() }]);
    return Promise.resolve(name === "get_people" ? [] : { snapshot: 1, total: 0 });
  });
});

describe("what somebody wants to do", () => {
  it("is known by the beginnings of its words, accents or not", () => {
    expect(matches("Sell again to Zoë", "zoe sel")).toBe(true);
    expect(matches("Sell again", "gain")).toBe(false);
  });

  it("is told apart from with whom", () => {
    const found = (typed: string): string[] => withPerson(typed).map(({ action, rest }) => `${action.name}: ${rest}`);
    expect(found("log a talk with joost ver")).toContain("log: joost ver");
    expect(found("call joost")).toEqual(expect.arrayContaining(["call: joost"]));
    expect(found("joost")).toEqual([]);
    expect(found("c joost")).toEqual([]);
    setLanguage("nl");
    expect(found("bel joost")[0]).toBe("call: joost");
    expect(found("noteer gesprek met joost")).toEqual(["log: joost"]);
  });
});

describe("the palette", () => {
  const type = async (words: string): Promise<void> => {
    await fireEvent.input(screen.getByRole("combobox"), { target: { value: words } });
    await settle();
  };

  it("does with somebody what was typed", async () => {
    const onclose = vi.fn();
    render(Palette, { onclose, onmap: () => undefined });
    await type("call joost");
    await fireEvent.click(screen.getByText("Call Joost Verbeek"));
    await settle();
    expect(onclose).toHaveBeenCalled();
    expect(call).toHaveBeenCalledWith("open_link", { kind: "phone", number: "+31612345678" });
  });

  it("means what is typed, also when Enter comes before the answer", async () => {
    const onclose = vi.fn();
    render(Palette, { onclose, onmap: () => undefined });
    await settle();
    const field = screen.getByRole("combobox");
    await fireEvent.input(field, { target: { value: "joost" } });
    await fireEvent.keyDown(field, { key: "Enter" });
    await settle();
    expect(onclose).toHaveBeenCalled();
    expect(route()).toEqual({ screen: "person", id: 5 });
  });

  it("goes on with what was typed before its field stood, also when Enter ended it", async () => {
    const page = vi.fn();
    window.addEventListener("keydown", page);
    go({ screen: "today" });
    openFinder();
    for (const key of ["j", "o", "x", "Backspace", "o", "Enter"]) await fireEvent.keyDown(document.body, { key });
    expect(page).not.toHaveBeenCalled();
    render(Palette, { onclose: closeFinder, onmap: () => undefined });
    await settle();
    expect(screen.queryByDisplayValue("joo")).toBeTruthy();
    await settle();
    expect(finderOpen()).toBe(false);
    expect(route()).toEqual({ screen: "person", id: 5 });
    await fireEvent.keyDown(document.body, { key: "n" });
    expect(page).toHaveBeenCalledTimes(1);
    window.removeEventListener("keydown", page);
  });

  it("asks with Tab what to do with the person that is found", async () => {
    render(Palette, { onclose: () => undefined, onmap: () => undefined });
    await type("joost");
    await fireEvent.keyDown(screen.getByRole("combobox"), { key: "Tab" });
    await settle();
    await fireEvent.click(screen.getByText("Plan a follow-up for Joost Verbeek"));
    await settle();
    expect(route()).toEqual({ screen: "person", id: 5 });
    expect(takeWish(5, ["follow_up"])).toBe("follow_up");
  });

  it("opens a saved view by its name", async () => {
    render(Palette, { onclose: () => undefined, onmap: () => undefined });
    await type("gyms");
    await fireEvent.click(screen.getByText("Gyms in Utrecht"));
    await settle();
    expect(route()).toEqual({ screen: "people" });
    expect(takeView()?.id).toBe(3);
  });

  it("does what has a name, and says so when nothing is found", async () => {
    render(Palette, { onclose: () => undefined, onmap: () => undefined });
    await type("dupl");
    await fireEvent.click(screen.getByText("Find duplicates"));
    await settle();
    expect(route()).toEqual({ screen: "duplicates" });
    await type("xyzzy");
    expect(screen.getByText("Nothing found. Try fewer letters.")).toBeTruthy();
  });
});
