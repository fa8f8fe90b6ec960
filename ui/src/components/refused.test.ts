// A new lead who refused contact before: the form says so first, and adds them only when asked once more.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../lib/i18n.svelte";
import ContactDialog from "./ContactDialog.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

let refused: string[] = [];

beforeEach(() => {
  setLanguage("en");
  refused = ["anna@example.org"];
  call.mockReset();
  call.mockImplementation((command, input) => {
    const emails = (input as { emails?: { value: string }[] } | null)?.emails ?? [];
    if (command === "has_refused") return Promise.resolve(emails.some((it) => refused.includes(it.value)));
    return Promise.resolve(command === "add_contact" ? 7 : { sources: [], tags: [], steps: [], fields: [] });
  });
});

const asked = (command: string) => call.mock.calls.filter(([name]) => name === command).length;
const type = (name: RegExp, value: string) =>
  fireEvent.input(screen.getByRole("textbox", { name }), { target: { value } });

describe("a new lead who refused contact before", () => {
  it("is warned of, and added when that is wanted all the same", async () => {
    const onclose = vi.fn();
    render(ContactDialog, { onclose });
    await type(/^First name/, "Anna");
    await type(/^E-mail/, "anna@example.org");
    await fireEvent.click(screen.getByRole("button", { name: "Add lead" }));
    expect(
      await screen.findByText(/refused|not to be contacted|contact/i, { selector: ".banner *, .banner" }),
    ).toBeTruthy();
    expect(asked("add_contact")).toBe(0);
    await fireEvent.click(await screen.findByRole("button", { name: "Add anyway" }));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect([asked("has_refused"), asked("add_contact")]).toEqual([1, 1]);
  });

  it("is looked for anew when another address is typed", async () => {
    render(ContactDialog, { onclose: () => undefined });
    await type(/^First name/, "Anna");
    await type(/^E-mail/, "anna@example.org");
    await fireEvent.click(screen.getByRole("button", { name: "Add lead" }));
    await screen.findByRole("button", { name: "Add anyway" });
    await type(/^E-mail/, "bram@example.org");
    await fireEvent.click(await screen.findByRole("button", { name: "Add lead" }));
    await waitFor(() => expect(asked("add_contact")).toBe(1));
    expect(asked("has_refused")).toBe(2);
  });
});
