/** @typedef {"system" | "light" | "dark"} Theme */

/** @type {Theme[]} */
const ORDER = ["system", "light", "dark"];

/** @returns {Theme} */
function current() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** @param {Theme} theme */
function apply(theme) {
  const root = document.documentElement;
  if (theme === "system") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }
  try {
    if (theme === "system") {
      localStorage.removeItem("theme");
    } else {
      localStorage.setItem("theme", theme);
    }
  } catch {
    // The choice then lasts for this page only
  }
}

/** @param {HTMLElement} button */
function show(button) {
  const theme = current();
  for (const option of button.querySelectorAll("[data-theme-option]")) {
    option.toggleAttribute("hidden", option.getAttribute("data-theme-option") !== theme);
  }
}

/** The button that goes round: as the system, light, dark. */
export function watchThemeSwitch() {
  for (const button of document.querySelectorAll("button[data-theme-switch]")) {
    if (!(button instanceof HTMLElement)) {
      continue;
    }
    show(button);
    button.addEventListener("click", () => {
      const next = ORDER[(ORDER.indexOf(current()) + 1) % ORDER.length] ?? "system";
      apply(next);
      show(button);
    });
  }
}
