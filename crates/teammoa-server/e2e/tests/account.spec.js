import {
  changeEmail,
  changePassword,
  editProfile,
  findLinkDead,
  forgetPassword,
  openSettings,
  throwOutOthers,
} from "../support/account.js";
import { newcomer } from "../support/journey.js";
import { test } from "../support/test.js";
import { Watch } from "../support/watch.js";

test("an account is got back, changed, and taken away from another device", async ({
  browser,
  server,
  journey,
  language,
}) => {
  let person = newcomer("carla", language);
  await journey.signUp(person);
  await journey.activateByMail(person);
  await journey.logOut(person);

  person = await forgetPassword(journey, person, "brave yellow kettle");
  await findLinkDead(journey, person);
  await openSettings(journey, person);
  person = await editProfile(journey, person, {
    nickname: language === "ko" ? "카를라" : "Carla",
    about: "<b>화요일</b>\n& Thursday",
    other: language === "ko" ? "en" : "ko",
  });
  person = await changePassword(journey, person, "nine patient rivers");
  person = await changeEmail(journey, person, "carla@new.example");

  const context = await browser.newContext();
  const watch = await Watch.over(context, server.origin, true);
  const elsewhere = journey.with({ page: await context.newPage(), watch });
  await elsewhere.page.goto("/");
  await elsewhere.logIn(person, person.email);
  await throwOutOthers(journey, elsewhere);
  watch.finish();
  await context.close();
});
