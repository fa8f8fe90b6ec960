// Who asked their system for less motion gets none: one rule in app.css stills whatever styles move, so nothing may be moved past it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith(".test.ts"))
  .map((name) => ({ name, text: readFileSync(join("src", name), "utf8") }));

/** Ways to move something that no style can stop. */
const PAST_THE_RULE = [
  /from "svelte\/(transition|animate|motion)"/,
  /\.animate\(/,
  /startViewTransition/,
  /behavior: *"smooth"|scroll-behavior/,
  /dropAnimation: (?!null)/,
  /animation: true/,
  /<(animate|animateTransform|set)\b/,
  /(transition|animation)[^;{}]*!important/,
];

describe("less motion", () => {
  it("is one rule that stills everything", () => {
    const css = readFileSync("src/app.css", "utf8");
    const rule = /@media \(prefers-reduced-motion: reduce\) \{\s*\*,\s*\*::before,\s*\*::after \{([^}]*)\}/.exec(
      css,
    )?.[1];
    expect(rule).toContain("animation: none !important");
    expect(rule).toContain("transition: none !important");
  });

  it("holds for everything, as nothing moves in another way", () => {
    const wrong = sources.flatMap(({ name, text }) =>
      PAST_THE_RULE.filter((way) => way.test(text)).map((way) => `${name}: ${way.source}`),
    );
    expect(wrong).toEqual([]);
  });
});
