import { beforeEach, describe, expect, it, vi } from "vitest";

const turned = () => new Promise<void>((done) => window.addEventListener("popstate", () => done(), { once: true }));

async function oneBack(back: () => void): Promise<void> {
  const done = turned();
  back();
  await done;
}

describe("the route", () => {
  // A fresh module for each test: where one is lives in it.
  beforeEach(() => {
    vi.resetModules();
    history.replaceState(null, "");
  });

  it("starts at Today", async () => {
    const { route } = await import("./route.svelte");
    expect(route()).toEqual({ screen: "today" });
  });

  it("goes somewhere and back again", async () => {
    const { back, go, route } = await import("./route.svelte");
    go({ screen: "people" });
    go({ screen: "person", id: 7 });
    expect(route()).toEqual({ screen: "person", id: 7 });
    await oneBack(back);
    expect(route()).toEqual({ screen: "people" });
    await oneBack(back);
    expect(route()).toEqual({ screen: "today" });
  });

  it("leaves no trace of going where one is", async () => {
    const { go } = await import("./route.svelte");
    go({ screen: "process" });
    const before = history.length;
    go({ screen: "process" });
    expect(history.length).toBe(before);
  });

  it("asks of a screen once: coming back there asks nothing again", async () => {
    const { back, go, replace, route } = await import("./route.svelte");
    go({ screen: "people", stage: "lead" });
    const before = history.length;
    replace({ screen: "people" });
    expect(history.length).toBe(before);
    expect(route()).toEqual({ screen: "people" });
    go({ screen: "person", id: 7 });
    await oneBack(back);
    expect(route()).toEqual({ screen: "people" });
    await oneBack(back);
    expect(route()).toEqual({ screen: "today" });
  });

  it("has a way back from a screen that nothing lies before", async () => {
    const { back, route } = await import("./route.svelte");
    back({ screen: "people" });
    expect(route()).toEqual({ screen: "people" });
  });
});

describe("coming back", () => {
  beforeEach(() => {
    vi.resetModules();
    history.replaceState(null, "");
  });

  const settle = () => new Promise((done) => setTimeout(done, 80));

  async function screenful() {
    const { back, go } = await import("./route.svelte");
    const { keepPlace } = await import("./place");
    const main = document.createElement("main");
    document.body.append(main);
    const end = keepPlace(main);
    const show = (...names: string[]) => {
      main.replaceChildren(
        ...names.map((name) => Object.assign(document.createElement("button"), { textContent: name })),
      );
    };
    return { back, go, main, show, end };
  }

  it("finds the screen scrolled and focused as it was left, even when it comes late", async () => {
    const { back, go, main, show, end } = await screenful();
    show("Done", "Anna", "Done");
    main.scrollTop = 300;
    main.querySelectorAll("button")[2]?.focus();
    go({ screen: "person", id: 1 });
    show("Back");
    await settle();
    expect(main.scrollTop).toBe(0);
    const done = turned();
    back();
    await done;
    main.replaceChildren();
    await settle();
    show("Done", "Anna", "Done");
    await settle();
    expect(main.scrollTop).toBe(300);
    expect(document.activeElement).toBe(main.querySelectorAll("button")[2]);
    end();
  });

  it("takes a new screen for new, also where an old one stood at that depth", async () => {
    const { back, go, main, show, end } = await screenful();
    show("Today");
    go({ screen: "people" });
    show("People");
    main.scrollTop = 120;
    const done = turned();
    back();
    await done;
    await settle();
    main.scrollTop = 50;
    go({ screen: "process" });
    await settle();
    expect(main.scrollTop).toBe(0);
    end();
  });
});
