/** Buttons that copy the text of another element: `data-copies="id"`, and say so for a moment. */
export function watchCopyButtons() {
  for (const button of document.querySelectorAll("button[data-copies]")) {
    button.addEventListener("click", () => copy(button));
  }
}

/** @param {Element} button */
async function copy(button) {
  const source = document.getElementById(button.getAttribute("data-copies") ?? "");
  if (!source) {
    return;
  }
  try {
    await navigator.clipboard.writeText(source.textContent?.trim() ?? "");
    say(button);
  } catch {
    // Without the right to write to the clipboard: mark the text, so that one key is enough
    getSelection()?.selectAllChildren(source);
  }
}

/** @param {Element} button */
function say(button) {
  button.setAttribute("data-copied", "");
  setTimeout(() => button.removeAttribute("data-copied"), 2000);
}
