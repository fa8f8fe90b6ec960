// A form: only Esc, the X and Cancel leave it, and what can't be read in it is refused, never saved as nothing.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDraft } from "../lib/draft";
import type { ContactDraft, FollowUpDraft } from "../lib/generated/api";
import { setLanguage, t } from "../lib/i18n.svelte";
import ContactDialog from "./ContactDialog.svelte";
import FollowUpDialog from "./FollowUpDialog.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const draft: FollowUpDraft = {
  what: "Send the offer",
  due: { on: "2026-12-01", at: null },
  minutes_before: 0,
  repeat: null,
};

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
});

function show() {
  const onsave = vi.fn<(draft: FollowUpDraft) => Promise<void>>(() => Promise.resolve());
  const onclose = vi.fn();
  render(FollowUpDialog, { title: "Follow-up", draft, onsave, onclose });
  return { onsave, onclose };
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole("button", { name: "Save" }));

/** What is said, and the field that has the keys with what was typed in it. */
async function refused(label: string): Promise<[string | null, string]> {
  const said = await screen.findByRole("alert");
  expect(document.activeElement).toBe(field(label));
  return [said.textContent, field(label).value];
}

describe("a form", () => {
  it("is not left by a click beside it, but by Esc", async () => {
    const { onclose } = show();
    const beside = document.querySelector(".dialog-overlay") as HTMLElement;
    // A finger, whose click is heard at once; a mouse is listened to a moment longer.
    await fireEvent.pointerDown(beside, { pointerType: "touch", clientX: 5, clientY: 5 });
    await fireEvent.click(beside, { clientX: 5, clientY: 5 });
    expect(onclose).not.toHaveBeenCalled();
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    expect(onclose).toHaveBeenCalledOnce();
  });

  it("refuses a time that can't be read, and takes one as it is written in Flanders", async () => {
    const { onsave } = show();
    await type("Time", "25:00");
    await fireEvent.blur(field("Time"));
    await save();
    expect(await refused("Time")).toEqual(["“25:00” is not a time. Type it like 9:30, or leave it empty.", "25:00"]);
    // By the keys, in the midst of typing.
    await type("Time", "25u");
    await fireEvent.keyDown(field("Time"), { key: "Enter", ctrlKey: true });
    expect(await refused("Time")).toEqual(["“25u” is not a time. Type it like 9:30, or leave it empty.", "25u"]);
    expect(onsave).not.toHaveBeenCalled();
    await type("Time", "10u30");
    await fireEvent.keyDown(field("Time"), { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(onsave).toHaveBeenCalledWith({ ...draft, due: { on: "2026-12-01", at: "10:30" } }));
  });

  it("refuses a day in words that is not clear", async () => {
    call.mockResolvedValue({ kind: "unclear", why: { kind: "unknown", word: "dinsdg" } });
    const { onsave } = show();
    const label = "When, in plain words";
    await type(label, "dinsdg 10");
    await screen.findByText("“dinsdg” is not understood.");
    await save();
    expect(await refused(label)).toEqual([expect.stringMatching(/^It is not clear when/), "dinsdg 10"]);
    await fireEvent.keyDown(field(label), { key: "Enter", ctrlKey: true });
    expect(onsave).not.toHaveBeenCalled();
    await type(label, "");
    await save();
    await waitFor(() => expect(onsave).toHaveBeenCalledWith(draft));
  });

  it.each(["", "0", "1.5"])("refuses to repeat every “%s”", async (every) => {
    const { onsave } = show();
    await fireEvent.change(screen.getByLabelText("Repeat"), { target: { value: "week" } });
    const label = t("repeat-every");
    await type(label, every);
    await save();
    expect(await refused(label)).toEqual(["That is no usual way to repeat. Choose a number from 1 to 999.", every]);
    expect(onsave).not.toHaveBeenCalled();
  });

  it("leaves it to Rust what an address of a web site is", async () => {
    call.mockImplementation((command) =>
      Promise.resolve(command === "update_contact" ? null : { sources: [], tags: [], steps: [], fields: [] }),
    );
    const person: ContactDraft = {
      ...emptyDraft(),
      name: { prefix: "", given: "Anna", particle: "", family: "Smit", display: "" },
      websites: [{ label: "", value: "www.bakkerij.nl" }],
    };
    const onclose = vi.fn();
    render(ContactDialog, { contact: 7, draft: person, onclose });
    await save();
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(call).toHaveBeenCalledWith("update_contact", expect.objectContaining({ contact: 7 }));
  });

  it("refuses a birthday that does not exist", async () => {
    call.mockResolvedValue({ sources: [], tags: [], steps: [], fields: [] });
    render(ContactDialog, { onclose: () => undefined });
    await fireEvent.input(screen.getByRole("textbox", { name: /^First name/ }), { target: { value: "Anna" } });
    await type("Day", "31");
    await fireEvent.change(field("Month"), { target: { value: "2" } });
    await fireEvent.click(screen.getByRole("button", { name: "Add lead" }));
    expect(document.activeElement).toBe(field("Day"));
    expect(call).not.toHaveBeenCalledWith("add_contact", expect.anything());
  });
});
