import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { Birthday, Money } from "../lib/generated/api";
import { setLanguage } from "../lib/i18n.svelte";
import { refuseUnread } from "../lib/refuse";
import Bound from "../test/Bound.svelte";
import FieldProbe from "../test/FieldProbe.svelte";
import BirthdayInput from "./BirthdayInput.svelte";
import MoneyInput from "./MoneyInput.svelte";
import TagsInput from "./TagsInput.svelte";
import TimeInput from "./TimeInput.svelte";

beforeEach(() => setLanguage("en"));

const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

/** Shows a field and follows its value. */
function bound<T>(component: unknown, value: T, props: Record<string, unknown> = {}) {
  let now = value;
  render(Bound, { component, start: value, told: (it: unknown) => (now = it as T), rest: props } as never);
  return () => now;
}

describe("a field", () => {
  it("is named by its label and explained by its hint", () => {
    render(FieldProbe, { hint: "as on the card" });
    const input = screen.getByLabelText("name");
    expect(input.getAttribute("aria-invalid")).toBe("false");
    expect(document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent).toBe("as on the card");
  });

  it("says what is wrong in place of the hint, aloud", () => {
    render(FieldProbe, { hint: "as on the card", error: "too long" });
    const input = screen.getByLabelText("name");
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByRole("alert").id).toBe(input.getAttribute("aria-describedby"));
    expect(screen.queryByText("as on the card")).toBeNull();
  });
});

describe("a time", () => {
  it.each([
    ["9", "09:00"],
    ["930", "09:30"],
    ["9.30", "09:30"],
    ["9h05", "09:05"],
    ["10u30", "10:30"],
    ["9U", "09:00"],
    ["23:59", "23:59"],
    ["0000", "00:00"],
  ])("typed as %s is %s", async (typed, time) => {
    const value = bound(TimeInput, "", { label: "time" });
    const field = screen.getByLabelText<HTMLInputElement>("time");
    await type(field, typed);
    await fireEvent.blur(field);
    expect([value(), field.value, field.getAttribute("aria-invalid")]).toEqual([time, time, "false"]);
  });

  it.each(["24", "9:60", "noon", "12345"])("that cannot be (%s) changes nothing and is marked", async (typed) => {
    const value = bound(TimeInput, "10:00", { label: "time" });
    const field = screen.getByLabelText<HTMLInputElement>("time");
    await type(field, typed);
    await fireEvent.blur(field);
    expect([value(), field.value, field.getAttribute("aria-invalid")]).toEqual(["10:00", typed, "true"]);
  });

  it("can be taken away", async () => {
    const value = bound(TimeInput, "10:00", { label: "time" });
    await type(screen.getByLabelText("time"), "");
    await fireEvent.blur(screen.getByLabelText("time"));
    expect(value()).toBe("");
  });
});

describe("an amount", () => {
  const euro = (minor: number): Money => ({ minor, currency: "EUR" });
  it.each([
    ["2400", euro(240_000)],
    ["12.50", euro(1250)],
    ["12,5", euro(1250)],
    ["1.234,56", euro(123_456)],
    ["1,234.56", euro(123_456)],
    ["1.234", euro(123_400)],
    ["1 234", euro(123_400)],
    ["0", euro(0)],
    ["€ 250", euro(25_000)],
    ["12,50€", euro(1250)],
    ["2€50", null],
    ["$ 250", null],
    ["", null],
    ["-5", null],
    ["ten", null],
  ])("typed as “%s” is understood", async (typed, amount) => {
    const value = bound<Money | null>(MoneyInput, null, {
      label: "amount",
      currencyLabel: "currency",
      currency: "EUR",
    });
    await type(screen.getByLabelText("amount"), "1");
    await type(screen.getByLabelText("amount"), typed);
    expect(value()).toEqual(amount);
  });

  it.each([
    ["JPY", "1250", 1250],
    ["KWD", "1,234.567", 1_234_567],
    ["KWD", "12.5", 12_500],
  ])("has the digits of its currency: %s %s", async (currency, typed, minor) => {
    const value = bound<Money | null>(MoneyInput, null, { label: "amount", currencyLabel: "currency", currency });
    await type(screen.getByLabelText("amount"), typed);
    expect(value()).toEqual({ minor, currency });
  });

  it("with the sign of another currency is none, and is refused", async () => {
    const props = { label: "amount", currencyLabel: "currency", currency: "USD" };
    const value = bound<Money | null>(MoneyInput, { minor: 100, currency: "USD" }, props);
    await type(screen.getByLabelText("amount"), "€ 250");
    expect(value()).toBeNull();
    expect(() => refuseUnread(document)).toThrow("bad_amount");
    await type(screen.getByLabelText("currency"), "E");
    expect(() => refuseUnread(document)).toThrow("bad_currency");
    await type(screen.getByLabelText("currency"), "eur");
    expect(value()).toEqual(euro(25_000));
    expect(() => refuseUnread(document)).not.toThrow();
  });

  it("with cents in a currency that has none is not taken for another amount", async () => {
    const props = { label: "amount", currencyLabel: "currency", currency: "JPY" };
    const value = bound<Money | null>(MoneyInput, null, props);
    await type(screen.getByLabelText("amount"), "12.50");
    expect(value()).toBeNull();
  });
});

describe("a birthday", () => {
  async function enter(day: string, month: string, year: string) {
    const value = bound<Birthday | null>(BirthdayInput, null);
    await type(screen.getByLabelText("Day"), day);
    await fireEvent.change(screen.getByLabelText("Month"), { target: { value: month } });
    await type(screen.getByLabelText(/^Year/), year);
    return value();
  }

  it("needs no year", async () => {
    expect(await enter("29", "2", "")).toEqual({ day: 29, month: 2, year: null });
  });

  it("on 29 February needs a leap year, if it has one", async () => {
    expect(await enter("29", "2", "1980")).toEqual({ day: 29, month: 2, year: 1980 });
    document.body.replaceChildren();
    const wrong = bound<Birthday | null>(BirthdayInput, null);
    await type(screen.getByLabelText("Day"), "29");
    await fireEvent.change(screen.getByLabelText("Month"), { target: { value: "2" } });
    await type(screen.getByLabelText(/^Year/), "1981");
    expect(screen.getByLabelText("Day").getAttribute("aria-invalid")).toBe("true");
    expect(wrong()).not.toEqual({ day: 29, month: 2, year: 1981 });
  });

  it("that is emptied is none", async () => {
    const value = bound<Birthday | null>(BirthdayInput, { day: 8, month: 3, year: null });
    await type(screen.getByLabelText("Day"), "");
    await fireEvent.change(screen.getByLabelText("Month"), { target: { value: "" } });
    expect(value()).toBeNull();
  });
});

describe("tags", () => {
  it("are made by Enter, a comma or leaving, once each", async () => {
    const value = bound<string[]>(TagsInput, []);
    const field = screen.getByRole("combobox");
    await type(field, "retail");
    await fireEvent.keyDown(field, { key: "Enter" });
    await type(field, "Retail");
    await fireEvent.keyDown(field, { key: "," });
    await type(field, " Utrecht ");
    await fireEvent.blur(field);
    expect(value()).toEqual(["retail", "Utrecht"]);
  });

  it("are taken away from the end by Backspace", async () => {
    const value = bound<string[]>(TagsInput, ["a", "b"]);
    await fireEvent.keyDown(screen.getByRole("combobox"), { key: "Backspace" });
    expect(value()).toEqual(["a"]);
  });
});
