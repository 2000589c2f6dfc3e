import { readFileSync, readdirSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";

const LOCALES = new URL("../../../teammoa-web/locales/", import.meta.url);

/**
 * The texts of the site in one language, from the files that the site itself is built from: tests find things by what
 * people read, and stay as they are when somebody finds a better word.
 *
 * @param {"ko" | "en"} language
 * @returns {(key: string, values?: Record<string, string | number>) => string}
 */
export function words(language) {
  const folder = new URL(`${language}/`, LOCALES);
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of readdirSync(folder)) {
    bundle.addResource(new FluentResource(readFileSync(new URL(file, folder), "utf8")));
  }
  return (key, values) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) {
      throw new Error(`there is no text ${key} in ${language}`);
    }
    return bundle.formatPattern(pattern, values);
  };
}
