// The search above a list, by the keys alone.
import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { setLanguage } from "../lib/i18n.svelte";
import { onKeydown } from "../lib/keys.svelte";
import SearchField from "./SearchField.svelte";

beforeEach(() => setLanguage("en"));

describe("the search above a list", () => {
  it("is gone to, emptied and left for the list", async () => {
    const list = document.createElement("div");
    list.setAttribute("role", "listbox");
    list.tabIndex = 0;
    document.body.append(list);
    render(SearchField, { label: "Search people", hint: "Name or company", value: "ada" });
    const field = screen.getByRole<HTMLInputElement>("searchbox", { name: "Search people" });

    onKeydown(new KeyboardEvent("keydown", { key: "/" }));
    expect(document.activeElement).toBe(field);

    await fireEvent.keyDown(field, { key: "Escape" });
    expect(field.value).toBe("");

    await fireEvent.keyDown(field, { key: "ArrowDown" });
    expect(document.activeElement).toBe(list);
    list.remove();
  });
});
