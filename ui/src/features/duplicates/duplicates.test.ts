import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDraft } from "../../lib/draft";
import type { MergePreview } from "../../lib/generated/api";
import { setLanguage } from "../../lib/i18n.svelte";
import { publish } from "../../lib/live.svelte";
import { mustStay } from "../../lib/rest";
import { go } from "../../lib/route.svelte";
import { choicesOf, merged } from "./choices";
import Compare from "./Compare.svelte";
import { kept } from "./kept.svelte";
import Screen from "./Screen.svelte";
import { stubLayout } from "../../test/layout";

const call = vi.hoisted(() => vi.fn<(command: string, input: unknown) => Promise<unknown>>());
vi.mock("../../lib/ipc", async (original) => ({ ...(await original<object>()), call }));

beforeEach(() => {
  setLanguage("en");
  call.mockReset();
});

const labelled = (value: string): { label: string; value: string } => ({ label: "", value });

function side(id: number, given: string, more: object, answer: "yes" | "no", answered_on: string): object {
  const draft = {
    ...emptyDraft(),
    name: { prefix: "", given, particle: "", family: "Vos", display: "" },
    company: "Bakery",
    ...more,
  };
  const place = { kind: "lead" };
  const person = {
    row: { id, name: `${given} Vos`, source: "", place, lifecycle: "lead" },
    draft,
    photo: false,
    standing: { kind: "active" },
    criteria: [{ criterion: 3, name: "May decide", answer, proof: "said so", answered_on }],
    opportunity: null,
    follow_ups: [],
    sales: [],
    came_in: "2026-11-23",
  };
  return { person, conversations: 1 };
}

function preview(): MergePreview {
  const one = { emails: [labelled("a@vos.example")], custom: [{ name: "Size", value: "L" }], tags: ["fair"] };
  const other = { emails: [labelled("b@vos.example")], custom: [{ name: "Size", value: "M" }], tags: ["fair"] };
  const both = {
    one: side(1, "Anna", one, "yes", "2026-11-20"),
    other: side(2, "A.", other, "no", "2026-11-21"),
    why: [{ kind: "same_name_and_company" }],
    standing: { kind: "active" },
  } as unknown as MergePreview;
  both.draft = { ...both.one.person.draft, emails: [labelled("a@vos.example"), labelled("b@vos.example")] };
  return both;
}

describe("what is chosen when two become one", () => {
  it("asks only about what differs; lists are united and the newer answer counts unless somebody chooses", () => {
    const choices = choicesOf(preview());
    expect(choices.map((it) => it.key)).toEqual(["name", "emails", "custom:Size", "answer:3"]);
    const picks = Object.fromEntries(choices.map((it) => [it.key, it.pick]));
    const input = merged(preview(), picks);
    expect(input.draft.emails).toHaveLength(2);
    expect(input.draft.name.given).toBe("Anna");
    expect(input.answers_of_other).toEqual([3]);
  });

  it("takes each field from whom it was chosen", () => {
    const other = { one: false, other: true };
    const input = merged(preview(), {
      name: other,
      emails: other,
      "custom:Size": other,
      "answer:3": { one: true, other: false },
    });
    expect(input.draft.name.given).toBe("A.");
    expect(input.draft.emails).toEqual([labelled("b@vos.example")]);
    expect(input.draft.custom).toEqual([{ name: "Size", value: "M" }]);
    expect(input.answers_of_other).toEqual([]);
    const none = merged(preview(), { emails: { one: false, other: false } });
    expect(none.draft.emails).toEqual([]);
  });
});

describe("two people side by side", () => {
  it("are merged as chosen", async () => {
    call.mockImplementation((command) => Promise.resolve(command === "get_merge" ? preview() : null));
    const ondone = vi.fn();
    render(Compare, { one: 1, other: 2, ondone });
    const name = await screen.findByRole("radiogroup", { name: "Name" });
    await fireEvent.click(name.querySelectorAll("input")[1] as HTMLInputElement);
    const emails = screen.getByRole("group", { name: "E-mail" });
    await fireEvent.click(emails.querySelectorAll("input")[0] as HTMLInputElement);
    await fireEvent.click(screen.getByRole("button", { name: /^Merge/ }));
    await waitFor(() => expect(ondone).toHaveBeenCalledWith(1));
    const input = call.mock.calls.find(([command]) => command === "merge_contacts")?.[1] as MergePreview;
    expect(input.draft.name.given).toBe("A.");
    expect(input.draft.emails).toEqual([labelled("b@vos.example")]);
  });

  it("are told apart", async () => {
    call.mockImplementation((command) => Promise.resolve(command === "get_merge" ? preview() : null));
    const ondone = vi.fn();
    render(Compare, { one: 1, other: 2, ondone });
    await fireEvent.click(await screen.findByRole("button", { name: /^Not the same/ }));
    await waitFor(() => expect(ondone).toHaveBeenCalledWith());
    expect(call).toHaveBeenCalledWith("tell_apart", { one: 1, other: 2 });
  });
});

describe("a pair that is looked at", () => {
  // jsdom lays nothing out.
  beforeAll(stubLayout);
  afterAll(() => vi.unstubAllGlobals());

  it("keeps what was chosen when something changes and another pair comes before it", async () => {
    const pairOf = (one: number, other: number) => ({
      one: { ...preview().one.person.row, id: one, name: `Person ${String(one)}` },
      other: { ...preview().other.person.row, id: other, name: `Person ${String(other)}` },
      why: [],
    });
    let pairs = [pairOf(1, 2)];
    call.mockImplementation((command) =>
      Promise.resolve(
        command === "open_duplicates"
          ? { snapshot: pairs.length, total: pairs.length }
          : command === "get_duplicates"
            ? pairs
            : command === "get_merge"
              ? preview()
              : null,
      ),
    );
    kept.active = 0;
    go({ screen: "duplicates" });
    render(Screen);
    await fireEvent.keyDown(await screen.findByRole("listbox"), { key: "Enter" });
    const name = await screen.findByRole("radiogroup", { name: "Name" });
    expect(mustStay()).toBe(false);
    await fireEvent.click(name.querySelectorAll("input")[1] as HTMLInputElement);
    expect(mustStay()).toBe(true);

    pairs = [pairOf(8, 9), pairOf(1, 2)];
    publish({ kind: "changed", topics: ["contacts"], undo: null });
    await screen.findByText("Pair 2 of 2");
    expect(screen.getByRole("radiogroup", { name: "Name" })).toBe(name);
    await fireEvent.click(screen.getByRole("button", { name: /^Merge/ }));
    await waitFor(() => expect(call).toHaveBeenCalledWith("merge_contacts", expect.anything()));
    const input = call.mock.calls.find(([command]) => command === "merge_contacts")?.[1] as MergePreview;
    expect(input.draft.name.given).toBe("A.");
  });
});
