import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime from "postal-mime";

/**
 * Waits for a mail to this address with a link to what begins with this path; there must be one only. Gives it with the
 * link, which is the same in its text and in its HTML.
 *
 * @param {string} folder @param {string} address @param {string} path
 */
export async function mailTo(folder, address, path) {
  const what = `a mail to ${address} with a link to ${path}`;
  let found = [];
  const look = async () => (found = (await mailsIn(folder)).filter((mail) => fits(mail, address, path)));
  await expect.poll(look, what).toHaveLength(1);
  const [mail] = found;
  const [inText, inHtml] = [links(mail.text, path), links(mail.html, path)];
  expect(inText.size, `links in the text of ${what}`).toBe(1);
  expect(inHtml, `links in the HTML of ${what}`).toEqual(inText);
  return { mail, link: [...inText][0] };
}

async function mailsIn(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".eml"));
  return Promise.all(files.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
}

function fits(mail, address, path) {
  return mail.to?.some((recipient) => recipient.address === address) && links(mail.text, path).size > 0;
}

function links(part, path) {
  const all = part?.match(/https?:\/\/[^\s"<>]+/g) ?? [];
  return new Set(all.filter((link) => new URL(link).pathname.startsWith(path)));
}
