// Two queries are the same whatever the order in which their filters were chosen.
import { describe, expect, it } from "vitest";
import { everybody, isFiltered, sameQuery } from "./people-query";

describe("a query", () => {
  it("is the same in whatever order its filters were chosen", () => {
    const one = { ...everybody(), search: "gym ", tags: ["warm", "fair"] };
    expect(sameQuery(one, { ...everybody(), search: "gym", tags: ["fair", "warm"] })).toBe(true);
    expect(sameQuery(one, { ...one, order: "newest" })).toBe(false);
    expect(sameQuery(one, { ...one, tags: ["warm"] })).toBe(false);
  });

  it("lists everybody in any order until something is filtered", () => {
    expect(isFiltered({ ...everybody(), order: "next", reverse: true })).toBe(false);
    expect(isFiltered({ ...everybody(), search: "  " })).toBe(false);
    expect(isFiltered({ ...everybody(), next: "overdue" })).toBe(true);
  });
});
