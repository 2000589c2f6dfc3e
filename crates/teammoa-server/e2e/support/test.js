import { test as base } from "@playwright/test";
import { Pointer } from "./hands.js";
import { Journey } from "./journey.js";
import { Server } from "./server.js";
import { Watch } from "./watch.js";
import { words } from "./words.js";

export { expect } from "@playwright/test";

/**
 * Playwright's `test` with a started server (one for each worker and project), the texts of the project's language,
 * a watch over everything that the browser does, and the steps of the way in by mouse or finger.
 */
export const test = base.extend({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.origin),
  language: async ({ locale }, use) => use(locale?.startsWith("ko") ? "ko" : "en"),
  t: async ({ language }, use) => use(words(language)),
  watch: [
    async ({ context, server, javaScriptEnabled }, use) => {
      const watch = await Watch.over(context, server.origin, javaScriptEnabled !== false);
      await use(watch);
      watch.finish();
    },
    { auto: true },
  ],
  journey: async ({ page, t, language, watch, server, hasTouch }, use) =>
    use(new Journey({ page, t, language, watch, server, hand: new Pointer(hasTouch) })),
});
