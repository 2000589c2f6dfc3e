import { newcomer } from "../support/journey.js";
import { expect, test } from "../support/test.js";

test("a wrong sign-up keeps what was typed and leads to the first wrong field", async ({ journey }) => {
  await signUpWrongly(journey);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a wrong sign-up does the same", async ({ journey }) => {
    await signUpWrongly(journey);
  });
});

async function signUpWrongly(journey) {
  const { page, t, watch, hand } = journey;
  const typed = { ...newcomer("typo", "ko"), email: "typo at example", password2: "another" };
  const profile = "  <b>1 & 2</b>\nfine  ";
  await page.goto("/accounts/signup/");
  await journey.fillSignUp(typed);
  await hand.type(journey.field("sign-up-profile"), profile);
  watch.expectRefusal(422);
  await journey.submit("sign-up-submit");

  const email = journey.field("sign-up-email");
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  const [error] = (await email.getAttribute("aria-describedby")).split(" ");
  await expect(page.locator(`#${error}`)).toHaveText(t("invalid-email-malformed"));
  await expect(journey.content).toContainText(t("invalid-password2-mismatch"));
  await journey.arrived("/accounts/signup/", t("sign-up-title"));

  await expect(journey.field("sign-up-username")).toHaveValue(typed.username);
  await expect(email).toHaveValue(typed.email);
  await expect(journey.field("sign-up-nickname")).toHaveValue(typed.nickname);
  await expect(journey.field("sign-up-profile")).toHaveValue(profile);
  await expect(journey.field("sign-up-password")).toHaveValue("");
  await expect(journey.field("sign-up-password2")).toHaveValue("");
}
