import { request } from "@playwright/test";
import { openTab } from "../support/account.js";
import { Journey, newcomer, project } from "../support/journey.js";

/** No demands on the pages: they are only looked at. */
const NO_WATCH = { check: async () => {} };

/** Another device of the same person, for the list of them. */
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) " +
  "Version/18.5 Mobile/15E148 Safari/604.1";

/**
 * Goes past all pages in an order that shows each of them as people meet it, and takes a picture of each.
 *
 * @param {{ page, t, server, hand, language: "ko" | "en", shoot: (name: string) => Promise<void> }} parts
 */
export async function tour({ language, shoot, ...parts }) {
  const journey = new Journey({ ...parts, language, watch: NO_WATCH });
  const person = newcomer("mina", language);
  await signUp(journey, person, shoot);
  await foundTeam(journey, person, project(language), shoot);
  await readMails(journey, shoot);
  await goAstray(journey, shoot);
  await lookAtDemo(journey, person, shoot);
  await askForMails(journey, person, shoot);
  await changeSettings(journey, person, shoot);
}

async function signUp(journey, person, shoot) {
  const { page } = journey;
  await page.goto("/");
  await shoot("01-landing");
  await page.goto("/accounts/signup/");
  await shoot("02-sign-up");
  await journey.fillSignUp({ ...person, email: "mina@example", password: "1234", password2: "4321" });
  await journey.submit("sign-up-submit");
  await page.getByText(journey.t("invalid-email-malformed")).waitFor();
  await shoot("03-sign-up-wrong");
  await journey.signUp(person);
  await shoot("04-sign-up-sent");
}

async function foundTeam(journey, person, team, shoot) {
  const { page, t } = journey;
  await journey.openMail(person);
  await shoot("05-activate");
  await journey.activate(person);
  await shoot("06-teams-none");
  await page.goto("/teams/new/");
  await shoot("07-team-new");
  await journey.field("team-new-name").fill(team.title);
  await journey.field("team-new-member-limit").fill("200");
  await journey.submit("team-new-submit");
  await page.getByText(t("invalid-password-required")).waitFor();
  await shoot("08-team-new-wrong");
  await page.goto("/teams/");
  await journey.foundTeam(person, team);
  await shoot("09-team-alone");
  await journey.hand.press(journey.menuOf(person));
  await shoot("10-menu");
}

async function readMails(journey, shoot) {
  const { page } = journey;
  await page.goto("/dev/mail/");
  await shoot("11-mails");
  await journey.hand.press(journey.content.getByRole("listitem").getByRole("link").first());
  await page.waitForURL("/dev/mail/*/");
  await shoot("12-mail");
}

async function goAstray(journey, shoot) {
  const { page } = journey;
  await page.goto("/nowhere/");
  await shoot("13-not-found");
  await page.goto("/accounts/activate/no-such-token/");
  await shoot("14-activation-dead");
}

async function lookAtDemo(journey, person, shoot) {
  const { page, t } = journey;
  await page.goto("/teams/");
  await shoot("15-teams-hosted");
  await journey.logOut(person);
  await shoot("16-logged-out");
  await page.goto("/accounts/login/");
  await shoot("17-log-in");
  await journey.field("log-in-identifier").fill("nobody");
  await journey.submit("log-in-submit");
  await page.getByRole("alert").waitFor();
  await shoot("18-log-in-failed");
  await journey.submit("log-in-demo-submit", { username: "demo" });
  await page.waitForURL("/teams/");
  await shoot("19-teams");
  await journey.content.getByRole("link").last().click();
  await page.waitForURL("/teams/*/");
  await shoot("20-team");
}

async function askForMails(journey, person, shoot) {
  const { page, t } = journey;
  await page.context().clearCookies();
  await page.goto("/accounts/resend/");
  await shoot("21-resend");
  await journey.field("log-in-identifier").fill("nobody");
  await journey.submit("resend-submit");
  await page.waitForURL("/accounts/resend/sent/");
  await shoot("22-resend-sent");
  await page.goto("/accounts/password/forgot/");
  await shoot("23-forgot");
  await journey.field("log-in-identifier").fill(person.username);
  await journey.submit("forgot-submit");
  await page.waitForURL("/accounts/password/forgot/sent/");
  await shoot("24-forgot-sent");
  await page.goto("/accounts/password/reset/no-such-token/");
  await shoot("25-reset-dead");
  await page.goto("/accounts/email/confirm/no-such-token/");
  await shoot("26-confirm-email-dead");
  await journey.openMail(person, "/accounts/password/reset/");
  await shoot("27-reset");
  await journey.field("password-new").fill("password");
  await journey.submit("reset-submit");
  await page.getByText(t("invalid-common")).waitFor();
  await shoot("28-reset-wrong");
  await journey.field("password-new").fill(person.password);
  await journey.field("password-new2").fill(person.password);
  await journey.submit("reset-submit");
  await page.waitForURL("/teams/");
}

async function changeSettings(journey, person, shoot) {
  const { page, t, server } = journey;
  await page.goto("/settings/");
  await shoot("29-settings-profile");
  await journey.field("profile-nickname").fill("1");
  await journey.submit("settings-save");
  await page.getByText(t("invalid-too-short", { min: 2 })).waitFor();
  await shoot("30-settings-profile-wrong");
  await openTab(journey, "password");
  await shoot("31-settings-password");
  await journey.submit("password-submit");
  await page.getByText(t("invalid-old-password-required")).waitFor();
  await shoot("32-settings-password-wrong");
  await openTab(journey, "email");
  await shoot("33-settings-email");
  const email = "mina@new.example";
  await journey.field("email-new").fill(email);
  await journey.field("email-password").fill(person.password);
  await journey.submit("email-submit");
  await page.getByText(t("email-pending", { address: email })).waitFor();
  await shoot("34-settings-email-pending");
  await openTab(journey, "sessions");
  await shoot("35-settings-sessions-alone");
  await logInOnIphone(server, person);
  await page.reload();
  await shoot("36-settings-sessions");
  await journey.openMail({ ...person, email }, "/accounts/email/confirm/");
  await shoot("37-confirm-email");
}

async function logInOnIphone(server, { username, password }) {
  const phone = await request.newContext({ baseURL: server.origin, userAgent: IPHONE });
  const data = { username, password };
  await phone.post("/api/v1/users/login/", { data, failOnStatusCode: true });
  await phone.dispose();
}
