// Runs before the first paint, so that neither theme nor layout jumps: a classic script, because modules run later.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") {
      root.dataset.theme = theme;
    }
  } catch {
    // No storage, for example in a private window: the system decides
  }
})();
