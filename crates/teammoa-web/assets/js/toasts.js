/** Milliseconds that a message stays. Errors stay until they are closed. */
const STAY = 6000;

/** Messages can be closed, and go by themselves unless somebody points at them. */
export function watchToasts() {
  for (const toast of document.querySelectorAll(".toast")) {
    if (toast instanceof HTMLElement) {
      watch(toast);
    }
  }
}

/** @param {HTMLElement} toast */
function watch(toast) {
  toast.querySelector("button[data-close]")?.addEventListener("click", () => leave(toast));
  if (toast.classList.contains("toast--error")) {
    return;
  }
  let timer = setTimeout(() => leave(toast), STAY);
  const stay = () => clearTimeout(timer);
  const go = () => {
    stay();
    timer = setTimeout(() => leave(toast), STAY);
  };
  toast.addEventListener("pointerenter", stay);
  toast.addEventListener("focusin", stay);
  toast.addEventListener("pointerleave", go);
  toast.addEventListener("focusout", go);
}

/** @param {HTMLElement} toast */
function leave(toast) {
  toast.setAttribute("data-leaving", "");
  const gone = () => toast.remove();
  toast.addEventListener("transitionend", gone, { once: true });
  // Without motion there is no transition to wait for
  setTimeout(gone, 400);
}
