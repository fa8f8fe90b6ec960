import { render } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import LiveProbe from "../test/LiveProbe.svelte";
import type { Topic } from "./generated/api";
import { AppError } from "./ipc";
import { publish, type Live } from "./live.svelte";

/** A fetcher whose answers come when the test says so, in any order. */
function slow() {
  const answers: { give: (value: string) => void; fail: (error: unknown) => void }[] = [];
  const fetch = vi.fn(() => new Promise<string>((give, fail) => answers.push({ give, fail })));
  return { fetch, answers };
}

const settle = () => new Promise((done) => setTimeout(done));
const changed = (...topics: Topic[]) => publish({ kind: "changed", topics, undo: null });

function start(topics: Topic[]) {
  const { fetch, answers } = slow();
  let found: Live<string> | undefined;
  const shown = render(LiveProbe<string>, { topics, fetch, give: (it: Live<string>) => (found = it) });
  if (!found) throw new Error("no live data");
  return { fetch, answers, shown, live: found };
}

describe("live data", () => {
  it("is fetched at once", async () => {
    const { live, answers } = start(["contacts"]);
    expect([live.loading, live.data]).toEqual([true, undefined]);
    answers[0]?.give("first");
    await settle();
    expect([live.loading, live.data]).toEqual([false, "first"]);
  });

  it("is fetched again when one of its topics changed, and only then", async () => {
    const { live, fetch, answers } = start(["contacts", "follow_ups"]);
    answers[0]?.give("first");
    await settle();
    changed("settings", "conversations");
    expect(fetch).toHaveBeenCalledTimes(1);
    changed("settings", "follow_ups");
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(live.data).toBe("first");
    answers[1]?.give("second");
    await settle();
    expect(live.data).toBe("second");
  });

  it("never shows the answer to an older question over a newer one", async () => {
    const { live, answers } = start(["contacts"]);
    changed("contacts");
    answers[1]?.give("newer");
    await settle();
    answers[0]?.give("older");
    await settle();
    expect(live.data).toBe("newer");
    expect(live.loading).toBe(false);
  });

  it("keeps what it had when a fetch fails, says so, and recovers", async () => {
    const { live, answers } = start(["contacts"]);
    answers[0]?.give("first");
    await settle();
    changed("contacts");
    answers[1]?.fail(new AppError({ code: "disk_full", detail: {} }));
    await settle();
    expect([live.data, live.error?.code]).toEqual(["first", "disk_full"]);
    void live.refresh();
    answers[2]?.give("third");
    await settle();
    expect([live.data, live.error]).toEqual(["third", undefined]);
  });

  it("ends with its component", async () => {
    const { fetch, answers, shown } = start(["contacts"]);
    answers[0]?.give("first");
    await settle();
    shown.unmount();
    changed("contacts");
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
