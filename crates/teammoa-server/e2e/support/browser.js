/** What both configurations say about the browser: one that is installed, and no traffic of its own. */
export function browser() {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) {
    throw new Error("CHROMIUM has to be the path of a Chromium or Chrome; make test-browser sets it");
  }
  return {
    browserName: /** @type {const} */ ("chromium"),
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  };
}

/** A screen on a desk. */
export const DESKTOP = { viewport: { width: 1280, height: 800 } };

/** A phone in a hand. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** People who read Korean. */
export const KOREAN = { locale: "ko-KR", timezoneId: "Asia/Seoul" };

/** People who read English. */
export const ENGLISH = { locale: "en-GB", timezoneId: "Europe/London" };
