import { expect, test as watched } from "../support/test.js";
import { Watch } from "../support/watch.js";

// These pages are bad on purpose: the usual watch must not see them.
const test = watched.extend({ watch: [async ({}, use) => use(undefined), { auto: true }] });

/** What must not pass: how it is done to a good page, and the words in which the watch complains. */
const FAULTS = {
  "an error in the console": [(page) => page.evaluate(() => console.error("alas")), /console: alas/],
  "an uncaught error": [(page) => page.evaluate(() => setTimeout(() => alas())), /uncaught: ReferenceError/],
  "an answer that refuses": [(page) => page.goto("/nowhere/"), /GET .*\/nowhere\/ was answered 404/],
  "a request that fails": [fetchInVain, /\/lost failed/],
  "another host": [(page) => page.goto(page.url().replace("localhost", "127.0.0.1")), /to another host: http:\/\/127/],
  "a button without a name": [(page) => page.evaluate(addButton, ""), /critical: button-name/],
  "a page that is too wide": [(page) => page.evaluate(() => (document.body.style.width = "2000px")), /width of/],
  "a button too small for fingers": [(page) => page.evaluate(addButton, "x"), /too small for fingers/],
  "a jump": [jump, /jumps by 0\.\d/],
};

for (const [name, [spoil, complaint]] of Object.entries(FAULTS)) {
  test(`the watch over all these tests notices ${name}`, async ({ page, context, server }) => {
    const watch = await Watch.over(context, server.origin, true);
    await page.goto("/");
    await watch.check(page);
    watch.finish();
    await spoil(page);
    // What a page reports arrives a little later than the cause
    await expect(async () => {
      const complaints = await watch.check(page).then(() => watch.finish()).catch(String);
      expect(complaints).toMatch(complaint);
    }).toPass();
  });
}

async function fetchInVain(page) {
  await page.route("**/lost", (route) => route.abort());
  await page.evaluate(() => fetch("/lost").catch(() => {}));
}

function addButton(name) {
  const button = document.createElement("button");
  button.textContent = name;
  document.querySelector("main")?.append(button);
}

async function jump(page) {
  await page.evaluate(() => {
    const late = document.createElement("div");
    late.style.height = "300px";
    document.querySelector("main")?.prepend(late);
  });
}
