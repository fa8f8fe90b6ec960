// The lists of the settings: what is typed in a dialog is kept whole, and is not lost when it can't be kept.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../lib/i18n.svelte";
import { AppError } from "../../lib/ipc";
import Criteria from "./Criteria.svelte";
import Sources from "./Sources.svelte";
import Steps from "./Steps.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
  call.mockResolvedValue(null);
});

const offer = { id: 3, name: "Offer", usual_days: 14, archived: false, open: 0 };
const field = (name: RegExp) => screen.getByRole<HTMLInputElement>("textbox", { name });

describe("a list of the settings", () => {
  it("keeps what is changed in the dialog, and closes it", async () => {
    render(Steps, { steps: [offer] });
    await fireEvent.click(screen.getByRole("button", { name: /^Offer/ }));
    expect(field(/name/i).value).toBe("Offer");
    await fireEvent.input(field(/name/i), { target: { value: "Quote" } });
    await fireEvent.input(screen.getByRole("spinbutton"), { target: { value: "7" } });
    await fireEvent.click(screen.getByRole("checkbox"));
    await fireEvent.click(screen.getByRole("button", { name: /save/i }));
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith("save_step", { id: 3, name: "Quote", usual_days: 7, archived: true }),
    );
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("says inside the dialog why something can't be kept, and what was typed is still there", async () => {
    call.mockRejectedValue(new AppError({ code: "name_missing", detail: {} }));
    render(Steps, { steps: [] });
    await fireEvent.click(screen.getByRole("button"));
    await fireEvent.input(screen.getByRole("spinbutton"), { target: { value: "30" } });
    await fireEvent.click(screen.getByRole("button", { name: /save/i }));
    await screen.findByRole("alert");
    expect(screen.getByRole<HTMLInputElement>("spinbutton").value).toBe("30");
    expect(screen.queryByRole("checkbox")).toBeNull();
  });

  it("keeps no step without its usual days, and says why", async () => {
    render(Steps, { steps: [offer] });
    await fireEvent.click(screen.getByRole("button", { name: /^Offer/ }));
    await fireEvent.input(screen.getByRole("spinbutton"), { target: { value: "" } });
    await fireEvent.click(screen.getByRole("button", { name: /save/i }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/has to lie between 1 and 999/);
    expect(document.activeElement).toBe(screen.getByRole("spinbutton"));
    expect(call).not.toHaveBeenCalled();
  });

  it("takes no cost away that can't be read", async () => {
    const cost = { minor: 10_000, currency: "EUR" };
    render(Sources, { sources: [{ id: 4, name: "Fair", cost, archived: false, contacts: 2 }], currency: "EUR" });
    await fireEvent.click(screen.getByRole("button", { name: /^Fair/ }));
    await fireEvent.input(screen.getByLabelText("Cost"), { target: { value: "about 250" } });
    await fireEvent.click(screen.getByRole("button", { name: /save/i }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/^That is not an amount/);
    expect(document.activeElement).toBe(screen.getByLabelText("Cost"));
    expect(call).not.toHaveBeenCalled();
    await fireEvent.input(screen.getByLabelText("Cost"), { target: { value: "€ 250" } });
    await fireEvent.click(screen.getByRole("button", { name: /save/i }));
    const saved = { id: 4, name: "Fair", cost: { minor: 25_000, currency: "EUR" }, archived: false };
    await waitFor(() => expect(call).toHaveBeenCalledWith("save_source", saved));
  });

  it("says at once whom a change of a criterion moves", async () => {
    call.mockImplementation((command, input) => {
      const moved = command === "preview_criteria" && (input as { change: { required: boolean } }).change.required;
      return Promise.resolve({ become_prospects: 0, become_leads: moved ? 2 : 0, keep_place: 0 });
    });
    render(Criteria, {
      criteria: [
        { id: 1, name: "Budget", question: "Is there money?", role: "means", required: false, archived: false },
      ],
    });
    await fireEvent.click(screen.getByRole("button", { name: /^Budget/ }));
    expect(screen.queryByRole("status")).toBeNull();
    await fireEvent.click(screen.getAllByRole("checkbox")[0] as HTMLElement);
    expect((await screen.findByRole("status")).textContent).toContain("2");
  });
});
