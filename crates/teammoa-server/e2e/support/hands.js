import { expect } from "@playwright/test";

/** More stops than any page has. */
const MOST_STOPS = 40;

/** Acts as a mouse or, where there is a touch screen, a finger does. */
export class Pointer {
  /** @param {boolean} touches */
  constructor(touches) {
    this.touches = touches;
  }

  /** @param {import("@playwright/test").Locator} target */
  async press(target) {
    await (this.touches ? target.tap() : target.click());
  }

  /** @param {import("@playwright/test").Locator} field @param {string} text */
  async type(field, text) {
    await field.fill(text);
  }
}

/** Acts by Tab, Enter and letters alone, and wants to see where it is. */
export class Keyboard {
  /** @param {import("@playwright/test").Locator} target */
  async press(target) {
    await this.reach(target);
    await target.page().keyboard.press("Enter");
  }

  /** @param {import("@playwright/test").Locator} field @param {string} text */
  async type(field, text) {
    await this.reach(field);
    await field.page().keyboard.press("ControlOrMeta+A");
    await field.page().keyboard.type(text);
  }

  /** Goes on by Tab until `target` has the focus. @param {import("@playwright/test").Locator} target */
  async reach(target) {
    await expect(target).toBeVisible();
    const hasFocus = () => target.evaluate((element) => element === document.activeElement);
    for (let stops = 0; !(await hasFocus()); stops += 1) {
      expect(stops, `stops on the way to ${target}`).toBeLessThan(MOST_STOPS);
      await target.page().keyboard.press("Tab");
    }
    expect(await target.evaluate(ring), `focus ring of ${target}`).toBe(true);
  }
}

/** Whether an outline shows that the element has the focus; a card shows it around the whole of it. */
function ring(element) {
  return [null, "::after"].some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  });
}
