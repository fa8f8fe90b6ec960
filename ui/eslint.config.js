import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const features = ["today", "people", "person", "process", "qualify", "import", "settings"];

/** A feature may use components and lib, never another feature. */
const layers = features.map((feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { group: ["@tauri-apps/*"], message: "Only lib/ipc.ts speaks with Tauri." },
          {
            group: features.filter((other) => other !== feature).map((other) => `**/features/${other}/**`),
            message: "A feature never uses another feature.",
          },
          {
            group: features.filter((other) => other !== feature).map((other) => `../${other}/**`),
            message: "A feature never uses another feature.",
          },
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ["dist", "src/lib/generated"] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
  },
  {
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["@tauri-apps/*"], message: "Only lib/ipc.ts speaks with Tauri." }] },
      ],
      "no-undef": "off",
      "svelte/no-at-html-tags": "error",
      "svelte/require-each-key": "error",
      "svelte/no-navigation-without-resolve": "off",
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  {
    files: ["src/components/**", "src/lib/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["@tauri-apps/*"], message: "Only lib/ipc.ts speaks with Tauri." },
            { group: ["**/features/**"], message: "Components and lib know no feature." },
          ],
        },
      ],
    },
  },
  { files: ["src/lib/ipc.ts"], rules: { "no-restricted-imports": "off" } },
  ...layers,
);
