// What every page may use. Each piece looks for its marks in the page and does nothing where there are none; all pages
// work without any of it.
import { watchCopyButtons } from "./copy.js";
import { watchForms, watchPasswordFields } from "./forms.js";
import { watchMenus } from "./menus.js";
import { watchThemeSwitch } from "./theme.js";
import { showLocalTimes } from "./times.js";
import { watchToasts } from "./toasts.js";

watchThemeSwitch();
watchMenus();
watchForms();
watchPasswordFields();
watchCopyButtons();
watchToasts();
showLocalTimes();
