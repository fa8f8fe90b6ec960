// What a field of one's own holds is shown in its kind, and a filter says in words what it asks.
import { beforeEach, describe, expect, it } from "vitest";
import type { CustomField } from "./generated/api";
import { setLanguage } from "./i18n.svelte";
import { filterText, valueText } from "./own-fields";

const fields: CustomField[] = [
  { id: 1, name: "Staff", kind: "number", choices: [], archived: false },
  { id: 2, name: "Size", kind: "choice", choices: ["Small"], archived: false },
];

beforeEach(() => setLanguage("en"));

describe("a value of an own field", () => {
  it("is shown as its kind, and as the text that it is where it does not fit", () => {
    expect(valueText("number", "1250.5")).toBe("1,250.5");
    expect(valueText("number", "about ten")).toBe("about ten");
    expect(valueText("date", "soon")).toBe("soon");
    expect(valueText(undefined, "<b>")).toBe("<b>");
  });

  it("is asked for in words", () => {
    expect(filterText({ field: 1, test: "before", value: "10" }, fields)).toBe("Staff less than 10");
    expect(filterText({ field: 2, test: "empty", value: "" }, fields)).toBe("Size is empty");
    setLanguage("nl");
    expect(filterText({ field: 9, test: "is", value: "x" }, fields)).toBe("Eigen veld is x");
  });
});
