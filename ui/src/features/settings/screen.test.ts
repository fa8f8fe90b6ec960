// The settings bring the part that was asked for into sight once; who goes on from there is not brought back.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../lib/i18n.svelte";
import { publish } from "../../lib/live.svelte";
import { go } from "../../lib/route.svelte";
import Screen from "./Screen.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

// Only the steps are looked at here.
const nothing = vi.hoisted(() => () => ({ default: () => ({}) }));
vi.mock("./General.svelte", nothing);
vi.mock("./Alarms.svelte", nothing);
vi.mock("./Capture.svelte", nothing);
vi.mock("./Data.svelte", nothing);
vi.mock("./Criteria.svelte", nothing);
vi.mock("./Sources.svelte", nothing);
vi.mock("./Templates.svelte", nothing);
vi.mock("./Fields.svelte", nothing);
vi.mock("./Tags.svelte", nothing);
vi.mock("./Backups.svelte", nothing);
vi.mock("./Ledger.svelte", nothing);
vi.mock("./Calendar.svelte", nothing);
vi.mock("./Lock.svelte", nothing);
vi.mock("./Privacy.svelte", nothing);

let steps: { id: number; name: string }[] = [];
const names = (): string[] =>
  screen
    .getAllByRole("button", { name: /^Move .* up$/ })
    .map((it) => it.ariaLabel ?? it.getAttribute("aria-label") ?? "");

beforeEach(() => {
  setLanguage("en");
  steps = ["Qualified", "Presentation", "Offer"].map((name, id) => ({
    id,
    name,
    usual_days: 7,
    archived: false,
    open: 0,
  }));
  call.mockReset();
  call.mockImplementation((command, input) => {
    if (command === "arrange_steps") {
      const { order } = input as { order: number[] };
      steps = order.map((id) => steps.find((it) => it.id === id) as { id: number; name: string });
      publish({ kind: "changed", topics: ["settings"], undo: null });
    }
    return Promise.resolve(
      command === "get_settings"
        ? { settings: {}, criteria: [], sources: [], steps: [...steps], fingerprints: 0 }
        : null,
    );
  });
});

describe("a part of the settings that was asked for", () => {
  it("is shown once, and its list is put in order with the keys alone", async () => {
    const scroll = vi.fn();
    HTMLElement.prototype.scrollIntoView = scroll;
    go({ screen: "settings", section: "steps" });
    render(Screen);
    await waitFor(() => expect(document.activeElement?.id).toBe("section-steps"));
    const down = screen.getByRole("button", { name: "Move Qualified down" });
    down.focus();
    await fireEvent.click(down);
    await waitFor(() => expect(names()[1]).toBe("Move Qualified up"));
    expect(document.activeElement).toBe(down);
    await fireEvent.click(down);
    await waitFor(() => expect(names()[2]).toBe("Move Qualified up"));
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Move Qualified up" }));
    expect(scroll).toHaveBeenCalledTimes(1);

    go({ screen: "settings", section: "tags" });
    await waitFor(() => expect(document.activeElement?.id).toBe("section-tags"));
  });
});
