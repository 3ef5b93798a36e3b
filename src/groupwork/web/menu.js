/**
 * The theme's menu by keyboard, where it is a drawer: on narrow windows and in large print. The theme opens it with the
 * label of a checkbox that cannot have the focus; a button of ours before that label presses it, and here the focus
 * goes in and out. Loaded when somebody first presses a key.
 */
import { all } from "./markup.js";

const MENU = ".md-sidebar--primary";

/** @param {ParentNode} place */
function enter(place) {
  const places = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("a, label[tabindex]"));
  [...places].find((one) => getComputedStyle(one).visibility === "visible")?.focus();
}

/** @param {EventTarget | null} place */
const inside = (place) => place instanceof Element && place.closest(MENU) !== null;

/** To be called once: the theme brings a new menu with each page, but checkbox and button stay. */
export function follow() {
  const [toggle, button] = ["#__drawer", ".gw-menu"].map((name) => document.querySelector(name));
  // A page of questions alone, outside the theme, has none.
  if (!(toggle instanceof HTMLInputElement && button instanceof HTMLElement)) return;
  document.addEventListener("change", ({ target }) => {
    if (target === toggle) button.ariaExpanded = `${toggle.checked}`;
    if (target === toggle && toggle.checked) for (const menu of all(document.body, MENU)) enter(menu);
    if (target instanceof Element && target.matches(`${MENU} .md-nav__toggle`) && target.parentElement) enter(target.parentElement);
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (toggle.checked && inside(target) && relatedTarget && !inside(relatedTarget)) toggle.click();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });
}
