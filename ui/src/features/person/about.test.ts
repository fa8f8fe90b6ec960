import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDraft } from "../../lib/draft";
import type { Person } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import About from "./About.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
});

const draft = {
  ...emptyDraft(),
  name: { prefix: "", given: "Anna", particle: "", family: "Smit", display: "" },
  company: "Bakery",
  phones: [{ label: "", value: "06 12345678" }],
};

function show(): void {
  const person = {
    row: { id: 7, name: "Anna Smit", source: null },
    draft,
    standing: { kind: "active" },
    card: null,
    keep_in_touch: null,
    birthday_offsets: null,
    sales: [],
    introduced_by: null,
    introduced: [],
    came_in: "2026-11-23",
  };
  render(About, { person: person as unknown as Person, choices: undefined, onedit: () => undefined });
}

describe("a line about somebody", () => {
  it("is edited where it stands, and Enter keeps that line alone", async () => {
    call.mockResolvedValue(null);
    show();
    await fireEvent.click(screen.getByRole("button", { name: "Change Phone" }));
    const field = screen.getByRole("textbox", { name: "Phone" });
    expect(document.activeElement).toBe(field);
    await fireEvent.input(field, { target: { value: "06 87654321" } });
    await fireEvent.submit(screen.getByRole("form", { name: "Phone" }));
    const phones = [{ label: "", value: "06 87654321" }];
    expect(call).toHaveBeenCalledExactlyOnceWith("update_contact", { contact: 7, draft: { ...draft, phones } });
    await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
  });

  it("says what is wrong and keeps what was typed", async () => {
    const { AppError } = await import("../../lib/ipc");
    call.mockRejectedValue(new AppError({ code: "bad_phone", detail: { value: "12" } }));
    show();
    await fireEvent.click(screen.getByRole("button", { name: "Change Phone" }));
    await fireEvent.input(screen.getByRole("textbox", { name: "Phone" }), { target: { value: "12" } });
    await fireEvent.submit(screen.getByRole("form", { name: "Phone" }));
    expect((await screen.findByRole("alert")).textContent).toContain("“12” is not a phone number");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Phone" }).value).toBe("12");
  });

  it("keeps a web site as it is typed, without what comes before it", async () => {
    call.mockResolvedValue(null);
    draft.websites = [{ label: "", value: "www.bakkerij.nl" }];
    show();
    await fireEvent.click(screen.getByRole("button", { name: "Change Web site" }));
    await fireEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(call).toHaveBeenCalledExactlyOnceWith("update_contact", { contact: 7, draft });
    draft.websites = [];
  });

  it("refuses a birthday that does not exist", async () => {
    show();
    await fireEvent.click(screen.getByRole("button", { name: "Add birthday" }));
    await fireEvent.input(screen.getByLabelText("Day"), { target: { value: "31" } });
    await fireEvent.change(screen.getByLabelText("Month"), { target: { value: "2" } });
    await fireEvent.submit(screen.getByRole("form", { name: "Birthday" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/^That day does not exist/);
    expect(document.activeElement).toBe(screen.getByLabelText("Day"));
    expect(call).not.toHaveBeenCalled();
  });

  it("is left as it was by Esc, and the keyboard is back on its pencil", async () => {
    show();
    await fireEvent.click(screen.getByRole("button", { name: "Change Company" }));
    const field = screen.getByRole("textbox", { name: "Company" });
    await fireEvent.input(field, { target: { value: "Butcher" } });
    await fireEvent.keyDown(field, { key: "Escape" });
    expect(call).not.toHaveBeenCalled();
    expect(screen.getByText("Bakery")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Change Company" })));
  });
});
