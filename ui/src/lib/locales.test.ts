// Both languages say the same things, every sentence that is used exists, and no sentence stands outside the locales.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse, Visitor, type Message } from "@fluent/syntax";
import { parse as parseSvelte } from "svelte/compiler";
import { describe, expect, it } from "vitest";

interface Sentences {
  junk: string[];
  twice: string[];
  args: Map<string, string>;
}

function read(language: string): Sentences {
  const found: Sentences = { junk: [], twice: [], args: new Map() };
  for (const entry of parse(readFileSync(`locales/${language}.ftl`, "utf8"), {}).body) {
    if (entry.type === "Junk") found.junk.push(String(entry.content));
    if (entry.type !== "Message") continue;
    const message = entry as Message;
    if (found.args.has(message.id.name)) found.twice.push(message.id.name);
    const names = new Set<string>();
    const visitor = new (class extends Visitor {
      override visitVariableReference(node: { id: { name: string } }): void {
        names.add(node.id.name);
      }
    })();
    visitor.visit(message);
    found.args.set(message.id.name, [...names].sort().join(" "));
  }
  return found;
}

const english = read("en");
const dutch = read("nl");

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => /\.(svelte|ts|rs)$/.test(name) && !/\.test\.ts$|generated|^src.test\b/.test(name));
}

const sources = files("src").map((name) => ({ name, text: readFileSync(name, "utf8") }));
/** All that may name a key: the page, and the core and the shell. */
const all = [
  ...sources.map(({ text }) => text),
  ...files("../src-tauri").map((name) => readFileSync(name, "utf8")),
].join("\n");

/** Keys that are read by Rust, or made from a code that Rust gives. */
const FROM_RUST =
  /^(error|file-follow-up|did|alarm|tray|first|history|demo|sample|field|stage|screen|settings-file|placeholder|month)-/;

describe("the sentences", () => {
  it("can all be parsed, and stand there once", () => {
    expect(english.junk).toEqual([]);
    expect(dutch.junk).toEqual([]);
    expect(english.twice).toEqual([]);
    expect(dutch.twice).toEqual([]);
  });

  it("exist in both languages", () => {
    const [en, nl] = [[...english.args.keys()], [...dutch.args.keys()]];
    expect(nl.filter((key) => !english.args.has(key))).toEqual([]);
    expect(en.filter((key) => !dutch.args.has(key))).toEqual([]);
  });

  it("take the same arguments in both languages", () => {
    const different = [...english.args].filter(([key, args]) => dutch.args.has(key) && dutch.args.get(key) !== args);
    expect(different).toEqual([]);
  });

  it("exist wherever one is used by its name", () => {
    const missing = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/(?<![\w.])t\(\s*["']([^"']+)["']/g)]
        .map((found) => found[1] ?? "")
        .filter((key) => !english.args.has(key))
        .map((key) => `${name}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it("exist for every name that is put together, in at least one form", () => {
    const missing = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/(?<![\w.])t\(\s*`([^`$]*)\$\{/g)]
        .map((found) => found[1] ?? "")
        .filter((start) => ![...english.args.keys()].some((key) => key.startsWith(start)))
        .map((start) => `${name}: ${start}…`),
    );
    expect(missing).toEqual([]);
  });

  it("are all used", () => {
    const starts = [...all.matchAll(/`([a-z][a-z-]*-)\$\{/g)].map((found) => found[1] ?? "");
    const unused = [...english.args.keys()].filter(
      (key) =>
        !FROM_RUST.test(key) &&
        ![`"${key}"`, `'${key}'`].some((named) => all.includes(named)) &&
        !starts.some((start) => start && key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

/** Attributes whose text people read or hear. */
const SPOKEN = new Set(["title", "label", "aria-label", "placeholder", "alt", "text", "hint", "submit", "note"]);

interface Node {
  type?: string;
  name?: string;
  data?: string;
  raw?: string;
  value?: unknown;
  [key: string]: unknown;
}

/** Text in a component that people would read but that comes from no locale. */
function loose(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const it of node) loose(it, found);
  else if (typeof node === "object" && node !== null) {
    const it = node as Node;
    if (it.type === "Attribute") {
      if (SPOKEN.has(it.name ?? "")) loose(it.value, found);
      return found;
    }
    if (it.type === "Text" && /\p{L}{2,}/u.test(it.data ?? "")) found.push((it.data ?? "").trim());
    if (["StyleSheet", "Comment", "StyleDirective"].includes(it.type ?? "")) return found;
    for (const [key, value] of Object.entries(it)) if (key !== "css" && key !== "instance") loose(value, found);
  }
  return found;
}

describe("the components", () => {
  it.each(sources.filter(({ name }) => name.endsWith(".svelte")).map(({ name, text }) => [name, text] as const))(
    "%s has no sentence of its own",
    (name, text) => {
      const ast = parseSvelte(text, { modern: true, filename: name });
      expect(loose(ast.fragment)).toEqual([]);
    },
  );
});
