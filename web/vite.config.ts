import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Browsers that know light-dark(); nothing is lowered for older ones. */
const browsers = ["chrome123", "firefox128", "safari17.5"];

/** The server that `npm run dev` sends everything under /api and the socket to. */
const server = process.env.SEPAKAT_SERVER ?? "http://localhost:8080";
/** As if from the server's own address: it refuses every other. */
const proxied = { target: server, changeOrigin: true, headers: { origin: server } };
const proxy = { "/api": proxied, "/ws": { ...proxied, ws: true } };

/** The fonts' licence asks to travel with them. */
const fontLicences: Plugin = {
  name: "font-licences",
  apply: "build",
  generateBundle() {
    for (const font of ["inter", "source-serif-4"]) {
      const source = readFileSync(`node_modules/@fontsource-variable/${font}/LICENSE`, "utf8");
      this.emitFile({ type: "asset", fileName: `assets/${font}-LICENSE.txt`, source });
    }
  },
};

export default defineConfig({
  plugins: [fontLicences],
  server: { proxy },
  preview: { proxy },
  build: {
    outDir: "target/classes/web",
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    // The content security policy allows no data: fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
