import { readdirSync } from "node:fs";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const features = readdirSync(new URL("src/features", import.meta.url));

const tauri = { group: ["@tauri-apps/*"], message: "Only lib/ipc.ts speaks with Tauri." };
const noFeatures = { group: ["**/features/**"], message: "Components and lib know no feature." };
// An import() is no import declaration, so the rule above does not see it.
const noLazyWayRound = {
    selector: "ImportExpression[source.value=/@tauri-apps|features/]",
    message: "Only lib/ipc.ts speaks with Tauri, and only App.svelte loads features.",
};

/** A feature may use components and lib, never another feature. */
const layers = features.map((feature) => {
    const others = features.filter((other) => other !== feature).join("|");
    const message = "A feature never uses another feature.";
    return {
        files: [`src/features/${feature}/**`],
        rules: {
            "no-restricted-imports": [
                "error",
                { patterns: [tauri, { regex: `^(\\.\\./)+(features/)?(${others})(/|$)`, message }] },
            ],
        },
    };
});

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
            "no-restricted-imports": ["error", { patterns: [tauri] }],
            // TypeScript looks after names.
            "no-undef": "off",
            "svelte/no-at-html-tags": "error",
            "svelte/require-each-key": "error",
            "svelte/no-navigation-without-resolve": "off",
            // Our dates, maps and sets are plain values inside functions; what is shown stands in $state.
            "svelte/prefer-svelte-reactivity": "off",
            "@typescript-eslint/no-non-null-assertion": "error",
        },
    },
    {
        files: ["src/components/**", "src/lib/**"],
        rules: { "no-restricted-imports": ["error", { patterns: [tauri, noFeatures] }] },
    },
    {
        files: ["src/components/**", "src/lib/**", "src/features/**"],
        rules: { "no-restricted-syntax": ["error", noLazyWayRound] },
    },
    { files: ["src/lib/ipc.ts"], rules: { "no-restricted-imports": "off" } },
    ...layers,
);
