/** Forms send once, and the first wrong field has the focus. */
export function watchForms() {
  for (const form of document.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => sendOnce(form, event));
  }
  focusFirstWrong();
  // A page that comes back from the browser's memory can be sent again
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      release(form);
    }
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {SubmitEvent} event
 */
function sendOnce(form, event) {
  if (form.hasAttribute("data-sent")) {
    event.preventDefault();
    return;
  }
  form.setAttribute("data-sent", "");
  // Not `disabled`: that would take the button's own value out of what is sent
  event.submitter?.setAttribute("aria-disabled", "true");
}

/** @param {Element} form */
function release(form) {
  form.removeAttribute("data-sent");
  for (const button of form.querySelectorAll("[aria-disabled]")) {
    button.removeAttribute("aria-disabled");
  }
}

function focusFirstWrong() {
  const wrong = document.querySelector("[aria-invalid='true']");
  if (wrong instanceof HTMLElement) {
    wrong.focus();
  }
}

/** The button in a password field that shows what is typed. */
export function watchPasswordFields() {
  for (const button of document.querySelectorAll("button[data-reveals]")) {
    const input = document.getElementById(button.getAttribute("data-reveals") ?? "");
    if (!(input instanceof HTMLInputElement)) {
      continue;
    }
    const show = (/** @type {boolean} */ shown) => {
      input.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
    };
    button.addEventListener("click", () => show(input.type === "password"));
    // Never sent as plain text, so that the browser keeps it out of its memory of typed texts
    input.form?.addEventListener("submit", () => show(false));
  }
}
