import { beforeEach, describe, expect, it, vi } from "vitest";

const turned = () => new Promise<void>((done) => window.addEventListener("popstate", () => done(), { once: true }));

describe("the route", () => {
  // A fresh module for each test: where one is lives in it.
  beforeEach(() => vi.resetModules());

  it("starts at Today", async () => {
    const { route } = await import("./route.svelte");
    expect(route()).toEqual({ screen: "today" });
  });

  it("goes somewhere and back again", async () => {
    const { back, go, route } = await import("./route.svelte");
    go({ screen: "people" });
    go({ screen: "person", id: 7 });
    expect(route()).toEqual({ screen: "person", id: 7 });
    let done = turned();
    back();
    await done;
    expect(route()).toEqual({ screen: "people" });
    done = turned();
    back();
    await done;
    expect(route()).toEqual({ screen: "today" });
  });

  it("leaves no trace of going where one is", async () => {
    const { go } = await import("./route.svelte");
    go({ screen: "process" });
    const before = history.length;
    go({ screen: "process" });
    expect(history.length).toBe(before);
  });

  it("has a way back from a screen that nothing lies before", async () => {
    const { back, route } = await import("./route.svelte");
    back({ screen: "people" });
    expect(route()).toEqual({ screen: "people" });
  });
});
