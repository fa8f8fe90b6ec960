// What crosses to Rust, and what comes of what can't.
import { expect, test, vi } from "vitest";
import { AppError, call } from "./ipc";

const { invoke } = vi.hoisted(() => ({ invoke: vi.fn<(name: string, input: unknown) => Promise<unknown>>() }));
vi.mock("@tauri-apps/api/core", () => ({ invoke }));

test("a text that was cut in the middle of a sign is sent with a sign in its place", async () => {
  invoke.mockImplementation((_, input) =>
    JSON.stringify(input).includes("\\ud83c") ? Promise.reject("lone surrogate") : Promise.resolve({ groups: [] }),
  );
  await call("find_anything", { words: "Anna \ud83c", number: 1 });
  expect(invoke).toHaveBeenLastCalledWith("find_anything", { input: { words: "Anna \ufffd", number: 1 } });
  await call("find_anything", { words: "Anna 🎈", number: 1 });
  expect(invoke).toHaveBeenLastCalledWith("find_anything", { input: { words: "Anna 🎈", number: 1 } });
});

test("a refusal is told as it is and asked for once; what Rust can't read at all has a sentence too", async () => {
  invoke.mockReset().mockRejectedValue({ code: "not_found", detail: {} });
  await expect(call("get_today", null)).rejects.toEqual(new AppError({ code: "not_found", detail: {} }));
  expect(invoke).toHaveBeenCalledTimes(1);
  invoke.mockReset().mockRejectedValue("no such command");
  await expect(call("get_today", null)).rejects.toMatchObject({ code: "internal" });
});
