import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

/** How far things may jump while a page builds up, in the measure of Core Web Vitals ("good" would be 0.1). */
const MOST_SHIFT = 0.05;

/** Pixels that a finger needs, each way. */
const SMALLEST_TARGET = 44;

/**
 * Watches everything that happens in a browser context, on whatever page: errors in the console, requests that fail or
 * go elsewhere, layout that jumps. `check` looks at one page more closely.
 */
export class Watch {
  #problems = [];
  #refusals = [];
  #tolerated = [];
  #shifts = new Map();

  /** @param {import("@playwright/test").BrowserContext} context @param {string} origin @param {boolean} scripts */
  static async over(context, origin, scripts) {
    const watch = new Watch(context, origin, scripts);
    if (scripts) {
      await context.exposeBinding("reportShift", (source, value) => watch.#shift(source.page.url(), value));
      await context.addInitScript(observeShifts);
    }
    return watch;
  }

  constructor(context, origin, scripts) {
    this.scripts = scripts;
    this.origin = origin;
    context.on("request", (request) => this.#request(request));
    context.on("requestfailed", (request) => this.#say(`${request.url()} failed: ${request.failure()?.errorText}`));
    context.on("response", (response) => this.#response(response));
    context.on("weberror", (error) => this.#say(`uncaught: ${error.error()}`));
    context.on("console", (message) => this.#console(message));
  }

  /** The next page that is refused with this status is meant to be. @param {number} status */
  expectRefusal(status) {
    this.#refusals.push(status);
  }

  /** What fits this is no problem, for pages that others have written. @param {RegExp} problem */
  tolerate(problem) {
    this.#tolerated.push(problem);
  }

  /**
   * Fails when the page is not accessible to everyone, wider than the screen, or too fine for fingers.
   *
   * @param {import("@playwright/test").Page} page
   */
  async check(page) {
    await page.waitForLoadState("load");
    if (this.scripts) {
      await this.#checkAccess(page);
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `width of ${page.url()}`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect(await page.evaluate(tooSmall, SMALLEST_TARGET), `too small for fingers on ${page.url()}`).toEqual([]);
  }

  /** Fails when anything bad was seen. */
  finish() {
    expect(this.#refusals, "refusals that were expected, but did not come").toEqual([]);
    const jumping = [...this.#shifts].filter(([, sum]) => sum > MOST_SHIFT);
    expect([...this.#problems, ...jumping.map(([url, sum]) => `${url} jumps by ${sum}`)]).toEqual([]);
  }

  /** Asks axe, whose answers come by timers: not without scripts. @param {import("@playwright/test").Page} page */
  async #checkAccess(page) {
    // While something fades in, its colours are not yet its own
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((motion) => motion.finished)));
    // Legacy means: without a page of its own for each answer, which only frames of other hosts need
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${impact}: ${id}: ${html}\n${failureSummary}`),
    );
    expect(found, `accessibility of ${page.url()}`).toEqual([]);
  }

  #request(request) {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.origin !== this.origin) {
      this.#say(`a request to another host: ${url}`);
    }
  }

  #response(response) {
    if (response.status() < 400) {
      return;
    }
    const expected = response.request().isNavigationRequest() ? this.#refusals.indexOf(response.status()) : -1;
    if (expected === -1) {
      this.#say(`${response.request().method()} ${response.url()} was answered ${response.status()}`);
    } else {
      this.#refusals.splice(expected, 1);
    }
  }

  #console(message) {
    // Chromium repeats answers there that `#response` has seen
    const isRepeated = message.text().startsWith("Failed to load resource: the server responded with");
    if (["error", "warning"].includes(message.type()) && !isRepeated) {
      this.#say(`console: ${message.text()} (${message.location().url})`);
    }
  }

  #shift(url, { page, value }) {
    const key = `${url} (${page})`;
    this.#shifts.set(key, (this.#shifts.get(key) ?? 0) + value);
  }

  #say(problem) {
    if (!this.#tolerated.some((pattern) => pattern.test(problem))) {
      this.#problems.push(problem);
    }
  }
}

/**
 * What can be touched on a phone, but hardly. Links within sentences are meant to be as they are, and what is out of
 * everybody's reach is there for password managers.
 */
function tooSmall(smallest) {
  const touchable = "button, summary, input, select, textarea, .button, nav a, header a, footer a";
  const targets = matchMedia("(pointer: coarse)").matches
    ? [...document.querySelectorAll(touchable)].filter((element) => element.tabIndex >= 0)
    : [];
  return targets
    .map((element) => ({ html: element.outerHTML.slice(0, 200), box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && (Math.round(box.width) < smallest || Math.round(box.height) < smallest))
    .map(({ html, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${html}`);
}

/** Runs in every page, before its own scripts. */
function observeShifts() {
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      if (!shift.hadRecentInput) {
        window.reportShift({ page: performance.timeOrigin, value: shift.value });
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}
