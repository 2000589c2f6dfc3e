import { Keyboard } from "../support/hands.js";
import { newcomer, project, theWholeWayIn } from "../support/journey.js";
import { expect, test } from "../support/test.js";

test("the whole way in can be gone by keyboard alone", async ({ page, t, journey, language }) => {
  const byKeyboard = journey.with({ hand: new Keyboard() });
  const person = newcomer("keys", language);
  await theWholeWayIn(byKeyboard, person, project(language));

  const menu = byKeyboard.menuOf(person);
  const logOut = page.getByRole("button", { name: t("log-out") });
  await byKeyboard.hand.press(menu);
  await expect(logOut).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(logOut).toBeHidden();
  await expect(menu).toBeFocused();
});

test("Tab leads first to a way past the header", async ({ page, t }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: t("skip-to-content") });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await new Keyboard().press(skip);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link", { name: t("landing-start") }).first()).toBeFocused();
});
