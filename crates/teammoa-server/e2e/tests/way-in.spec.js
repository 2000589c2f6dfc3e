import { newcomer, project, theWholeWayIn } from "../support/journey.js";
import { expect, test } from "../support/test.js";

test("somebody new comes in by mail, founds a team, leaves and comes back", async ({ page, journey, language }) => {
  await theWholeWayIn(journey, newcomer("mina", language), project(language));
  await expect(page.locator("html")).toHaveAttribute("lang", language);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the same way is open", async ({ journey, language }) => {
    await theWholeWayIn(journey, newcomer("plain", language), project(language));
  });
});
