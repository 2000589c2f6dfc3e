/** Menus on `details` close by Esc, by a click elsewhere and when the focus leaves. */
export function watchMenus() {
  for (const menu of document.querySelectorAll("details.menu")) {
    if (menu instanceof HTMLDetailsElement) {
      watch(menu);
    }
  }
}

/** @param {HTMLDetailsElement} menu */
function watch(menu) {
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) {
      menu.open = false;
    }
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
}
