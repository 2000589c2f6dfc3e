import { expect, test } from "../support/test.js";
import { words } from "../support/words.js";

/** Bytes of the first view of the landing page, everything that belongs to it and headers included. */
const MOST_BYTES = 100_000;

test("the first view of the landing page is light", async ({ page }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  const sizes = await page.evaluate(() =>
    ["navigation", "resource"]
      .flatMap((type) => performance.getEntriesByType(type))
      .map(({ name, transferSize }) => ({ name, transferSize })),
  );
  const sum = sizes.reduce((total, { transferSize }) => total + transferSize, 0);
  expect(sizes.length).toBeGreaterThan(10);
  expect(sum, JSON.stringify(sizes, null, 2)).toBeLessThan(MOST_BYTES);
});

test("whoever comes to a wrong address finds a way on", async ({ page, t, watch, journey }) => {
  watch.expectRefusal(404);
  await page.goto("/nowhere/");
  await journey.arrived("/nowhere/", t("failure-not-found-title"));
  watch.expectRefusal(404);
  await page.goto("/accounts/activate/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/");
  await journey.arrived(/activate/, t("activation-dead-title"));
});

test("a failed login keeps what was typed and where somebody wanted to go", async ({ page, t, watch, journey }) => {
  await page.goto("/teams/new/");
  await journey.arrived("/accounts/login/", t("log-in-title"));
  watch.expectRefusal(422);
  await journey.hand.type(journey.field("log-in-identifier"), "nobody");
  await journey.hand.type(journey.field("log-in-password"), "nothing");
  await journey.submit("log-in-submit");
  await expect(journey.content.getByRole("alert")).toHaveText(t("log-in-failed"));
  await expect(journey.field("log-in-identifier")).toHaveValue("nobody");
  await watch.check(page);
  await expect(journey.content.locator("input[name=next]")).toHaveValue("/teams/new/");
});

test("the other language is one press away and stays", async ({ page, t, journey, language }) => {
  const other = language === "ko" ? "en" : "ko";
  await page.goto("/accounts/login/");
  await journey.hand.press(page.getByRole("banner").getByRole("button", { name: t(`language-${other}`) }));
  await expect(page.locator("html")).toHaveAttribute("lang", other);
  await journey.arrived("/accounts/login/", words(other)("log-in-title"));
  await page.goto("/");
  await journey.arrived("/", words(other)("landing-heading"));
});

test("the brightness that was chosen stays, and everything can be read in it", async ({ page, t, watch, journey }) => {
  await page.goto("/");
  const button = page.getByRole("button", { name: t("theme-label") });
  for (const theme of ["light", "dark"]) {
    await journey.hand.press(button);
    await expect(button).toHaveAccessibleName(new RegExp(t(`theme-${theme}`)));
    await page.reload();
    await expect(button).toHaveAccessibleName(new RegExp(t(`theme-${theme}`)));
    await watch.check(page);
  }
});

test("the API can be browsed with files of our own only", async ({ page, watch }) => {
  // Swagger UI adds a style of its own; our policy refuses it, and the page does without
  watch.tolerate(/^console: Applying inline style violates .*\/api\/docs\/swagger-ui-bundle\.js\)$/);
  await page.goto("/api/docs/");
  await expect(page.getByText("/api/v1/teams/").first()).toBeVisible();
});
