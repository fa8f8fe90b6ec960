import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: {
    target: "es2022",
    // The content security policy takes no inline files but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Thirty files of styles would weigh ten kilobytes more than one.
    cssCodeSplit: false,
    // The large window and the small one for a new lead.
    rolldownOptions: {
      input: ["index.html", "capture.html"],
      output: {
        // What most screens use is one file: forty of a few lines each weigh more than what stands in them.
        codeSplitting: { groups: [{ name: "shared", test: /[\\/]src[\\/](components|lib)[\\/]/, minShareCount: 4 }] },
      },
    },
  },
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
  test: { environment: "jsdom", include: ["src/**/*.test.ts"], setupFiles: ["src/test-setup.ts"] },
});
