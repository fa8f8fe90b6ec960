import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import type { Person } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { mustStay } from "../../lib/rest";
import { forget } from "../../lib/unfinished.svelte";
import Composer from "./Composer.svelte";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

const somebody = (id: number): Person =>
  ({ row: { id, name: "Anna Smit" }, to_tell: [], attempts: 0 }) as unknown as Person;
const said = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "What was said" });

beforeEach(() => {
  setLanguage("en");
  forget(7);
  call.mockReset();
  call.mockResolvedValue({ id: 1, wants_next: false });
});

it("keeps what was written for whoever comes back, and holds the page until it is logged", async () => {
  const first = render(Composer, { person: somebody(7) });
  await fireEvent.input(said(), { target: { value: "She asked for the price" } });
  await fireEvent.input(screen.getByRole("textbox", { name: "Minutes" }), { target: { value: "12" } });
  first.unmount();
  expect(mustStay()).toBe(true);

  const other = render(Composer, { person: somebody(8) });
  expect(said().value).toBe("");
  other.unmount();

  const again = render(Composer, { person: somebody(7) });
  expect(said().value).toBe("She asked for the price");
  await fireEvent.click(screen.getByRole("button", { name: "Just a talk" }));
  await waitFor(() => expect(said().value).toBe(""));
  expect(call).toHaveBeenCalledWith(
    "log_conversation",
    expect.objectContaining({ contact: 7, said: "She asked for the price", minutes: 12, channel: "call" }),
  );
  again.unmount();
  expect(mustStay()).toBe(false);
});
