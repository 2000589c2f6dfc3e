import { defineConfig } from "@playwright/test";
import { browser } from "./support/browser.js";

// `npm run screenshots`: pictures for people to look at; nothing is compared.
export default defineConfig({
  testDir: "screenshots",
  timeout: 240_000,
  workers: 2,
  fullyParallel: true,
  reporter: "list",
  use: browser(),
});
