import { readFileSync } from "node:fs";
import { afterEach } from "vitest";
import { cleanup } from "@testing-library/svelte";
import { addSentences, setLanguage } from "./lib/i18n.svelte";

for (const language of ["nl", "en"] as const) addSentences(language, readFileSync(`locales/${language}.ftl`, "utf8"));
setLanguage("en");

afterEach(() => cleanup());
