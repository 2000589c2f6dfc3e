import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { DESKTOP, ENGLISH, KOREAN, PHONE } from "../support/browser.js";
import { Pointer } from "../support/hands.js";
import { Server } from "../support/server.js";
import { words } from "../support/words.js";
import { tour } from "./tour.js";

const FOLDER = resolve(process.env.SCREENSHOTS || fileURLToPath(new URL("../../../../screenshots", import.meta.url)));

for (const [device, screen] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [language, people] of Object.entries({ ko: KOREAN, en: ENGLISH })) {
      test(`${device}, ${colorScheme}, ${language}`, async ({ browser }) => {
        const server = await Server.start({ demo: true });
        const options = { ...screen, ...people, colorScheme, reducedMotion: "reduce", baseURL: server.origin };
        const page = await (await browser.newContext(options)).newPage();
        await mkdir(FOLDER, { recursive: true });
        const shoot = async (name) => {
          const path = join(FOLDER, `${name}.${device}.${colorScheme}.${language}.png`);
          await page.screenshot({ path, fullPage: true, animations: "disabled" });
        };
        await tour({ page, t: words(language), server, hand: new Pointer(device === "phone"), language, shoot });
        await server.stop();
      });
    }
  }
}
