// What comes with the page is used once, and only while it is true.
import { beforeEach, expect, test, vi } from "vitest";

const invoke = vi.hoisted(() => vi.fn<(name: string) => Promise<unknown>>());
vi.mock("@tauri-apps/api/core", () => ({ invoke }));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve(() => undefined) }));

const given = { samples: 1 };

async function page(how: "navigate" | "reload"): Promise<typeof import("./ipc")> {
  vi.resetModules();
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ type: how } as unknown as PerformanceEntry]);
  window.rappel = {
    answers: { get_counts: given as never },
    sentences: { language: "nl", source: "app-name = Rappel" },
  };
  return import("./ipc");
}

beforeEach(() => invoke.mockReset().mockResolvedValue({ samples: 2 }));

test("a first question is answered by what came with the page, the same question once more by Rust", async () => {
  const { call } = await page("navigate");
  expect(await call("get_counts", null)).toBe(given);
  expect(invoke).not.toHaveBeenCalled();
  expect(await call("get_counts", null)).toEqual({ samples: 2 });
});

test("what came with the page is no answer once the page hears of changes, nor in a page that is loaded anew", async () => {
  const { call, listen } = await page("navigate");
  await listen(() => undefined);
  expect(await call("get_counts", null)).toEqual({ samples: 2 });
  const again = await page("reload");
  expect(await again.call("get_counts", null)).toEqual({ samples: 2 });
});

test("the sentences that came with the page are not fetched", async () => {
  await page("navigate");
  const fetch = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("app-name = Fetched"));
  const { speak, t } = await import("./i18n.svelte");
  await speak("nl");
  expect(fetch).not.toHaveBeenCalled();
  expect(t("app-name")).toBe("Rappel");
  await speak("en");
  expect(t("app-name")).toBe("Fetched");
});
