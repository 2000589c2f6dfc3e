import { newcomer } from "../support/journey.js";
import { expect, test } from "../support/test.js";

test("in development the mail can be read on the site itself", async ({ journey, t, language }) => {
  const { content, hand } = journey;
  const person = newcomer("reader", language);
  await journey.signUp(person);

  await hand.press(content.getByRole("link", { name: t("sign-up-sent-dev-link") }));
  await journey.arrived("/dev/mail/", t("dev-mail-title"));
  const line = content.getByRole("listitem").filter({ hasText: person.email });
  const subject = await line.getByRole("link").innerText();
  await hand.press(line.getByRole("link"));
  await journey.arrived(/^\/dev\/mail\/[\w-]+\/$/, subject);
  await expect(content).toContainText(person.nickname);
  await hand.press(content.getByRole("link", { name: t("dev-mail-open") }));
  await journey.activate(person);
});
