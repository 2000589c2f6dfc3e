import { newcomer } from "../support/journey.js";
import { test } from "../support/test.js";

test("the longest words that can be typed fit on every page", async ({ journey, language }) => {
  const person = {
    ...newcomer("w".repeat(150), language),
    email: `${"w".repeat(60)}@${"w".repeat(60)}.${"w".repeat(60)}.example`,
    nickname: "W".repeat(10),
  };
  await journey.signUp(person);
  await journey.activateByMail(person);
  await journey.foundTeam(person, { title: "W".repeat(64), introduction: "W".repeat(500) });
  await journey.logOut(person);
});
