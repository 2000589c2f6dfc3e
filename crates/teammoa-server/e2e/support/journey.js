import { expect } from "@playwright/test";
import { mailTo } from "./mailbox.js";

/** Somebody who comes for the first time. @param {string} username @param {"ko" | "en"} language */
export function newcomer(username, language) {
  return {
    username,
    email: `${username}@example.com`,
    nickname: language === "ko" ? "미나" : "Mina",
    password: "seven quiet lanterns",
  };
}

/** A team to be founded. @param {"ko" | "en"} language */
export function project(language) {
  return language === "ko"
    ? { title: "졸업 작품 3조", introduction: "동네 가게를 잇는 지도를 만들어요." }
    : { title: "Final project", introduction: "A map of the shops around the corner." };
}

/**
 * All steps: in by mail, a team, out, and in again by e-mail address.
 *
 * @param {Journey} journey
 */
export async function theWholeWayIn(journey, person, team) {
  await journey.signUp(person);
  await journey.activateByMail(person);
  await journey.foundTeam(person, team);
  await journey.logOut(person);
  await journey.logIn(person, person.email);
  await expect(journey.content).toContainText(team.title);
}

/**
 * The steps of the way in, as a person takes them, on one page. `hand` is how the person acts; every page that is
 * reached is checked by `watch`.
 */
export class Journey {
  /** @param {{ page, t, language, watch, hand, server }} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** The same with some parts exchanged. */
  with(parts) {
    return new Journey({ ...this, ...parts });
  }

  /** Does what this button in the content of the page says. */
  async submit(label, values) {
    await this.hand.press(this.content.getByRole("button", { name: this.t(label, values), exact: true }));
  }

  /** From the landing page to the page that says that a mail was sent. */
  async signUp(person) {
    const { page, t, hand } = this;
    await page.goto("/");
    await this.arrived("/", t("landing-heading"));
    await hand.press(this.content.getByRole("link", { name: t("landing-start") }).first());
    await this.arrived("/accounts/signup/", t("sign-up-title"));
    await this.fillSignUp(person);
    await this.submit("sign-up-submit");
    await this.arrived("/accounts/signup/sent/", t("sign-up-sent-title"));
    await expect(this.content).toContainText(person.email);
  }

  /** Types what is known of somebody; leaves other fields as they are. */
  async fillSignUp(person) {
    for (const field of ["username", "email", "nickname"]) {
      await this.hand.type(this.field(`sign-up-${field}`), person[field]);
    }
    await this.hand.type(this.field("sign-up-password"), person.password);
    await this.hand.type(this.field("sign-up-password2"), person.password2 ?? person.password);
  }

  /** Opens the link of the mail that lies in the folder, and presses the button there. */
  async activateByMail(person) {
    await this.openMail(person);
    await this.activate(person);
  }

  /** Opens the link of a mail in the folder: the one that leads to what begins with `path`. */
  async openMail(person, path = "/accounts/activate/") {
    const { mail, link } = await mailTo(this.server.mailFolder, person.email, path);
    expect(mail.text).toContain(person.nickname);
    await this.page.goto(link);
  }

  /** On the page behind the link: the account opens by the button, not by the link. */
  async activate(person) {
    const { t, hand } = this;
    await this.arrived(/^\/accounts\/activate\/[\w-]+\/$/, t("activate-heading", { nickname: person.nickname }));
    await expect(this.content).toContainText(person.username);
    await expect(this.menuOf(person)).toHaveCount(0);
    await this.submit("activate-submit");
    await this.signedIn(person);
    await expect(this.content).toContainText(t("team-list-empty-title"));
  }

  /** Founds a team, finds it in the list with its host, and opens it from there. */
  async foundTeam(person, team) {
    const { t, hand } = this;
    await hand.press(this.content.getByRole("link", { name: t("team-list-new") }));
    await this.arrived("/teams/new/", t("team-new-title"));
    await hand.type(this.field("team-new-name"), team.title);
    await hand.type(this.field("team-new-introduction"), team.introduction);
    await hand.type(this.field("team-new-member-limit"), "6");
    await hand.type(this.field("team-new-password"), "hello team");
    await this.submit("team-new-submit");
    await this.arrived("/teams/", t("team-list-title"));
    const card = this.content.getByRole("listitem").filter({ hasText: team.title });
    await expect(card).toContainText(t("team-card-host", { nickname: person.nickname }));
    await expect(card).toContainText(t("team-card-members", { count: 1, limit: 6 }));
    await hand.press(card.getByRole("link", { name: team.title }));
    await this.arrived(/^\/teams\/\d+\/$/, team.title);
    await expect(this.content).toContainText(team.introduction);
    await expect(this.content).toContainText(`@${person.username}`);
  }

  /** By the menu. */
  async logOut(person) {
    const { page, t, hand, watch } = this;
    await hand.press(this.menuOf(person));
    const logOut = page.getByRole("button", { name: t("log-out") });
    await expect(logOut).toBeInViewport({ ratio: 1 });
    await watch.check(page);
    await hand.press(logOut);
    await this.arrived("/", t("landing-heading"));
    await this.told("flash-logged-out");
    await expect(this.menuOf(person)).toHaveCount(0);
  }

  /** From the landing page, by what the person calls himself: username or address. */
  async logIn(person, identifier) {
    const { t, hand } = this;
    await hand.press(this.content.getByRole("link", { name: t("landing-log-in") }));
    await this.arrived("/accounts/login/", t("log-in-title"));
    await hand.type(this.field("log-in-identifier"), identifier);
    await hand.type(this.field("log-in-password"), person.password);
    await this.submit("log-in-submit");
    await this.signedIn(person);
  }

  /** On the team list, as this person. */
  async signedIn(person) {
    await this.told("flash-welcome", { nickname: person.nickname });
    await this.arrived("/teams/", this.t("team-list-title"));
    await expect(this.menuOf(person)).toBeVisible();
  }

  /** At this path, under this heading, on a page without faults. */
  async arrived(path, heading) {
    const { page, watch } = this;
    const fits = (url) => (path instanceof RegExp ? path.test(url.pathname) : url.pathname === path);
    await page.waitForURL(fits);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await watch.check(page);
  }

  /** The page shows this message, which it does once. */
  async told(message, values) {
    await expect(this.page.getByRole("status")).toContainText(this.t(message, values));
  }

  get content() {
    return this.page.getByRole("main");
  }

  /** An input by the key of its label. */
  field(label) {
    return this.content.getByRole("textbox", { name: new RegExp(`^${this.t(label)}( ?${this.t("optional")})?$`) });
  }

  menuOf(person) {
    return this.page.getByRole("banner").getByLabel(this.t("person-menu", { nickname: person.nickname }));
  }
}
