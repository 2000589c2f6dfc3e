import { defineConfig } from "@playwright/test";
import { DESKTOP, ENGLISH, KOREAN, PHONE, browser } from "./support/browser.js";

export default defineConfig({
  testDir: "tests",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: "list",
  use: { ...browser(), screenshot: "only-on-failure", trace: "retain-on-failure" },
  projects: [
    { name: "desktop, light, Korean", use: { ...DESKTOP, ...KOREAN, colorScheme: "light" } },
    { name: "phone, dark, English", use: { ...PHONE, ...ENGLISH, colorScheme: "dark" } },
  ],
});
