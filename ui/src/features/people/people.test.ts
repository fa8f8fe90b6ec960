import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { setLanguage } from "../../lib/i18n.svelte";
import { go, route } from "../../lib/route.svelte";
import Screen from "./Screen.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
  call.mockImplementation((name) => {
    if (name === "open_people") return Promise.resolve({ snapshot: 1, total: 0 });
    if (name === "get_filter_choices") return Promise.resolve({ sources: [], steps: [], fields: [], tags: [] });
    return Promise.resolve([]);
  });
});

const search = () => screen.getByRole<HTMLInputElement>("searchbox");

it("shows what was asked for once: whoever comes back finds their own search", async () => {
  go({ screen: "people", stage: "lead", next: "none" });
  const { unmount } = render(Screen);
  const asked = expect.objectContaining({ stages: ["lead"], next: "none", search: "" }) as unknown;
  await waitFor(() => expect(call).toHaveBeenCalledWith("open_people", asked));
  expect(route()).toEqual({ screen: "people" });
  await fireEvent.input(search(), { target: { value: "verbeek" } });
  unmount();
  render(Screen);
  expect(search().value).toBe("verbeek");
  const found = expect.objectContaining({ stages: ["lead"], next: "none", search: "verbeek" }) as unknown;
  await waitFor(() => expect(call).toHaveBeenLastCalledWith("open_people", found));
});

it("has the keys in the search when that was asked for", async () => {
  go({ screen: "people", focusSearch: true });
  render(Screen);
  await waitFor(() => expect(document.activeElement).toBe(search()));
  expect(route()).toEqual({ screen: "people" });
});
