import { Journey, newcomer, project } from "../support/journey.js";

/** No demands on the pages: they are only looked at. */
const NO_WATCH = { check: async () => {} };

/**
 * Goes past all pages in an order that shows each of them as people meet it, and takes a picture of each.
 *
 * @param {{ page, t, server, hand, language: "ko" | "en", shoot: (name: string) => Promise<void> }} parts
 */
export async function tour({ language, shoot, ...parts }) {
  const journey = new Journey({ ...parts, watch: NO_WATCH });
  const person = newcomer("mina", language);
  await signUp(journey, person, shoot);
  await foundTeam(journey, person, project(language), shoot);
  await readMails(journey, shoot);
  await goAstray(journey, shoot);
  await lookAtDemo(journey, person, shoot);
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
