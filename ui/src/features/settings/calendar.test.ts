// The calendar card: what would be in the file, and nothing to save where there is nothing.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../lib/i18n.svelte";
import Calendar from "./Calendar.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
});

function show(birthdays: number, follow_ups: number): void {
  call.mockImplementation((command) =>
    Promise.resolve(command === "get_calendar_contents" ? { birthdays, follow_ups } : { file: "Rappel.ics", count: 1 }),
  );
  render(Calendar);
}

const button = () => screen.getByRole<HTMLButtonElement>("button");

describe("a calendar file", () => {
  it("holds what is ticked", async () => {
    show(12, 1);
    await screen.findByText(/12/);
    expect(button().disabled).toBe(false);
    await fireEvent.click(screen.getByRole("checkbox", { name: /birthday/i }));
    await fireEvent.click(button());
    await waitFor(() => {
      expect(call).toHaveBeenLastCalledWith("export_calendar", { birthdays: false, follow_ups: true });
    });
    await waitFor(() => expect(button().disabled).toBe(false));
  });

  it("is not offered while it would be empty", async () => {
    show(3, 0);
    await screen.findByText(/3/);
    expect(button().disabled).toBe(false);
    await fireEvent.click(screen.getByRole("checkbox", { name: /birthday/i }));
    expect(button().disabled).toBe(true);
  });
});
