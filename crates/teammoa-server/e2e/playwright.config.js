import { defineConfig } from "@playwright/test";
import { DESKTOP, ENGLISH, KOREAN, PHONE, browser } from "./support/browser.js";

export default defineConfig({
  testDir: "tests",
  forbidOnly: true,
  retries: 0,
  // Far more than they take: a slow machine is no fault
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  reporter: "list",
  use: { ...browser(), screenshot: "only-on-failure" },
  projects: [
    {
      name: "desktop, light, Korean",
      // A finger is needed to see what is too small for it
      testIgnore: "watch.spec.js",
      use: { ...DESKTOP, ...KOREAN, colorScheme: "light" },
    },
    {
      name: "phone, dark, English",
      testIgnore: "keyboard.spec.js",
      use: { ...PHONE, ...ENGLISH, colorScheme: "dark" },
    },
  ],
});
