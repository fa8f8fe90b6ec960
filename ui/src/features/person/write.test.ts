import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Person } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { mustStay } from "../../lib/rest";
import { askWhetherSent, handedOver } from "../../lib/sent.svelte";
import WriteDialog from "./WriteDialog.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const person = {
  row: { id: 7, name: "Anna Smit" },
  draft: { emails: [{ label: "", value: "anna@example.org" }], phones: [] },
  dial: null,
} as unknown as Person;

describe("writing from a template", () => {
  beforeEach(() => {
    setLanguage("en");
    askWhetherSent(undefined);
    call.mockReset();
    call.mockImplementation((command) => {
      if (command === "list_templates")
        return Promise.resolve({
          templates: [{ id: 1, name: "Thanks", channel: "email", subject: "Hi", body: "…", archived: false }],
          placeholders: [],
        });
      if (command === "fill_template")
        return Promise.resolve({ subject: "Hi", body: "Dear Anna", unknown: ["nick"], empty: ["company"], tells: [4] });
      return Promise.resolve({ whole: true });
    });
  });

  it("is filled in, says what could not be filled, and asks afterwards whether it was sent", async () => {
    const onclose = vi.fn();
    render(WriteDialog, { person, onclose });
    await waitFor(() =>
      expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Text" }).value).toBe("Dear Anna"),
    );
    expect(screen.getByText(/Not known as a placeholder: \{nick\}/)).toBeTruthy();
    expect(screen.getByText("Nothing is known for: company.")).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", { name: "Open in mail program" }));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(call).toHaveBeenCalledWith("compose", {
      contact: 7,
      via: { kind: "email", address: "anna@example.org" },
      subject: "Hi",
      body: "Dear Anna",
    });
    expect(handedOver()).toEqual({
      contact: 7,
      name: "Anna Smit",
      channel: "email",
      said: "Hi\n\nDear Anna",
      tells: [4],
    });
    // The window may be closed to the tray while the mail is being written.
    document.body.replaceChildren();
    expect(mustStay()).toBe(true);
    askWhetherSent(undefined);
    expect(mustStay()).toBe(false);
  });
});
