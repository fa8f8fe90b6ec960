// Own fields in a form: each with the input of its kind, and one more can be made on the spot.
import { render, screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { CustomField } from "../lib/generated/api";
import { setLanguage } from "../lib/i18n.svelte";
import CustomInputs from "./CustomInputs.svelte";

const fields: CustomField[] = [
  { id: 1, name: "Staff", kind: "number", choices: [], archived: false },
  { id: 2, name: "Size", kind: "choice", choices: ["Small", "Large"], archived: false },
];

beforeEach(() => setLanguage("en"));

describe("own fields in a form", () => {
  it("offer what can be chosen, and keep what is no choice any more", () => {
    render(CustomInputs, { list: [{ name: "size", value: "Huge" }], fields });
    const size = screen.getByRole<HTMLSelectElement>("combobox", { name: "Size" });
    expect([...size.options].map((it) => it.value)).toEqual(["", "Huge", "Small", "Large"]);
    expect(size.value).toBe("Huge");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Staff" }).inputMode).toBe("decimal");
  });

  it("show what is no field of the list beside its name", () => {
    render(CustomInputs, { list: [{ name: "Hobby", value: "Chess" }], fields });
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Hobby" }).value).toBe("Chess");
  });
});
