import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime from "postal-mime";

/** The one mail in the folder to this address. @param {string} folder @param {string} address */
export async function mailTo(folder, address) {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".eml"));
  const mails = await Promise.all(files.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
  const found = mails.filter((mail) => mail.to?.some((recipient) => recipient.address === address));
  expect(found, `mails to ${address}`).toHaveLength(1);
  return found[0];
}

/** The activation link of a mail; the text and the HTML part have the same one. */
export function activationLink(mail) {
  const pattern = /https?:\/\/[^\s"<>]+\/accounts\/activate\/[\w-]+\//g;
  const [inText, inHtml] = [mail.text, mail.html].map((part) => new Set(part?.match(pattern)));
  expect(inText.size, "activation links in the text").toBe(1);
  expect(inHtml, "activation links in the HTML").toEqual(inText);
  return [...inText][0];
}
