import { expect } from "@playwright/test";
import { mailTo } from "./mailbox.js";
import { words } from "./words.js";

/** What somebody does about an account, as steps of a journey. Steps that change the person give the changed one. */

/** From the login page to a new password by the mail, which ends on the team list. */
export async function forgetPassword(journey, person, password) {
  const { page, t, hand } = journey;
  await page.goto("/accounts/login/");
  await hand.press(journey.content.getByRole("link", { name: t("log-in-forgot") }));
  await journey.arrived("/accounts/password/forgot/", t("forgot-title"));
  await hand.type(journey.field("log-in-identifier"), person.username);
  await journey.submit("forgot-submit");
  await journey.arrived("/accounts/password/forgot/sent/", t("sign-up-sent-title"));

  await journey.openMail(person, "/accounts/password/reset/");
  await journey.arrived(/^\/accounts\/password\/reset\/[\w-]+\/$/, t("reset-title"));
  await typeNewPassword(journey, password);
  await journey.submit("reset-submit");
  await journey.told("flash-password-changed");
  await journey.arrived("/teams/", t("team-list-title"));
  return { ...person, password };
}

/** The link of the mail has done its work. */
export async function findLinkDead(journey, person) {
  journey.watch.expectRefusal(404);
  await journey.openMail(person, "/accounts/password/reset/");
  await journey.arrived(/^\/accounts\/password\/reset\/[\w-]+\/$/, journey.t("reset-dead-title"));
}

/** By the menu, on the first page of the settings. */
export async function openSettings(journey, person) {
  const { page, t, hand } = journey;
  await hand.press(journey.menuOf(person));
  await hand.press(page.getByRole("link", { name: t("nav-settings") }));
  await journey.arrived("/settings/", t("settings-title"));
}

/** Another page of the settings, by its tab. */
export async function openTab(journey, name) {
  const { page, t, hand } = journey;
  const tabs = page.getByRole("navigation", { name: t("settings-nav") });
  await hand.press(tabs.getByRole("link", { name: t(`settings-${name}`) }));
  await journey.arrived(`/settings/${name}/`, t("settings-title"));
}

/** Saves nickname, words and the other language, which then holds at once, and comes back to the first one. */
export async function editProfile(journey, person, { nickname, about, other }) {
  const { page, hand } = journey;
  const there = journey.with({ t: words(other) });
  await hand.type(journey.field("profile-nickname"), nickname);
  await hand.type(journey.field("profile-about"), about);
  await chooseLanguage(journey, other);
  await journey.submit("settings-save");
  await there.told("flash-profile-saved");
  await there.arrived("/settings/", there.t("settings-title"));
  await expect(page.locator("html")).toHaveAttribute("lang", other);
  await expect(there.field("profile-nickname")).toHaveValue(nickname);
  await expect(there.field("profile-about")).toHaveValue(about);

  await chooseLanguage(there, journey.language);
  await there.submit("settings-save");
  await journey.told("flash-profile-saved");
  await journey.arrived("/settings/", journey.t("settings-title"));
  const changed = { ...person, nickname };
  await expect(journey.menuOf(changed)).toBeVisible();
  return changed;
}

/** With a wrong guess at the old one first. */
export async function changePassword(journey, person, password) {
  const { t, hand, watch } = journey;
  await openTab(journey, "password");
  await hand.type(journey.field("password-old"), "not the old one");
  await typeNewPassword(journey, password);
  watch.expectRefusal(422);
  await journey.submit("password-submit");
  await expect(journey.content).toContainText(t("invalid-old-password-mismatch"));
  await journey.arrived("/settings/password/", t("settings-title"));

  await hand.type(journey.field("password-old"), person.password);
  await typeNewPassword(journey, password);
  await journey.submit("password-submit");
  await journey.told("flash-password-changed");
  await journey.arrived("/settings/password/", t("settings-title"));
  return { ...person, password };
}

/** The new address counts after the link in its mail; the old one is told. */
export async function changeEmail(journey, person, email) {
  const { t, hand } = journey;
  await openTab(journey, "email");
  await hand.type(journey.field("email-new"), email);
  await hand.type(journey.field("email-password"), person.password);
  await journey.submit("email-submit");
  await journey.told("flash-email-mail-sent", { address: email });
  await journey.arrived("/settings/email/", t("settings-title"));
  await expect(journey.content).toContainText(t("email-pending", { address: email }));

  const changed = { ...person, email };
  await journey.openMail(changed, "/accounts/email/confirm/");
  await journey.arrived(/^\/accounts\/email\/confirm\/[\w-]+\/$/, t("confirm-email-heading"));
  await expect(journey.content).toContainText(email);
  await journey.submit("confirm-email-submit");
  await journey.told("flash-email-changed");
  await journey.arrived("/settings/email/", t("settings-title"));
  await expect(journey.content).toContainText(email);
  const { mail } = await mailTo(journey.server.mailFolder, person.email, "/settings/");
  expect(mail.text).toContain(email);
  return changed;
}

/** Ends the session of `elsewhere`, another browser in which the person is signed in. */
export async function throwOutOthers(journey, elsewhere) {
  const { t } = journey;
  const devices = journey.content.getByRole("listitem");
  await openTab(journey, "sessions");
  await expect(devices).toHaveCount(2);
  await expect(devices.filter({ hasText: t("sessions-this") })).toHaveCount(1);
  await journey.submit("sessions-end-others");
  await journey.told("flash-sessions-ended");
  await journey.arrived("/settings/sessions/", t("settings-title"));
  await expect(devices).toHaveCount(1);
  await expect(journey.content).toContainText(t("sessions-alone"));

  await elsewhere.page.goto("/teams/");
  await elsewhere.arrived("/accounts/login/", t("log-in-title"));
}

async function typeNewPassword(journey, password) {
  await journey.hand.type(journey.field("password-new"), password);
  await journey.hand.type(journey.field("password-new2"), password);
}

async function chooseLanguage(journey, language) {
  await journey.content.getByRole("combobox", { name: journey.t("profile-language") }).selectOption(language);
}
