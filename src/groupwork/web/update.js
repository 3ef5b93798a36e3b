/**
 * Offers a newer version of a course that is kept on the device. It is used when the reader says so, or when the
 * course is next opened after its last page was closed; no page is ever loaded anew under the reader's hands.
 */
import { button, element } from "./markup.js";

const LATER = "The newer version is used from the next page that you open. What you have begun here stays.";

/** @type {HTMLElement | undefined} the notice, once there is something to say */
let notice;
/** @type {ServiceWorkerRegistration | undefined} */
let followed;
let asked = false;
/** Where the reader was when a newer version began to answer: this page is of the older, and the next must be loaded as a whole. @type {string | undefined} */
let renewed;
/** Forms that the reader has touched. @type {Set<Element>} */
const touched = new Set();

/** Says whether the page holds an answer that is begun and not kept yet. */
const begun = () => [...touched].some((form) => form.isConnected && !form.classList.contains("gw-committed"));

/** Notes which answers are begun: an order is changed by buttons, all else by fields. @param {Event} event */
function note({ target }) {
  const place = target instanceof Element && target.matches(".gw-move, input, select, textarea") && target.closest("article form:not(.gw-print)");
  if (place) touched.add(place);
}

/** Puts the notice at the head of a page that is just shown, where it moves nothing that is being read. */
export function placeNotice() {
  if (notice && !notice.isConnected) document.querySelector("article")?.prepend(notice);
}

/** @param {string} text @param {HTMLButtonElement[]} buttons */
function say(text, buttons = []) {
  if (!notice?.isConnected) {
    notice = element("div", { className: "gw-update gw-note" });
    notice.setAttribute("role", "status");
    // At the end: the page must not move under a reader who is about to press something.
    document.querySelector("article")?.append(notice);
  }
  const region = notice;
  // A region that comes with its words is not announced.
  requestAnimationFrame(() => {
    const held = region.contains(document.activeElement);
    region.replaceChildren(element("p", {}, text), ...(buttons.length ? [element("p", { className: "gw-actions" }, buttons)] : []));
    if (held) {
      region.tabIndex = -1;
      region.focus();
    }
  });
}

/** @param {ServiceWorkerRegistration} registration */
function offer(registration) {
  const use = button("Use the new version", () => {
    asked = true;
    registration.waiting?.postMessage("use");
  });
  const later = button("Not now", () => {
    say("The newer version waits until you open the course the next time.");
    notice = undefined;
  }, "gw-again");
  say("A newer version of the course is ready. Your answers stay as they are.", [use, later]);
}

/** The newer version answers from now on, because of a press here or in another window. */
function change() {
  renewed = location.pathname;
  if (asked && !begun()) location.reload();
  else say(LATER);
}

/** Lets the browser load the next page as a whole, script and all, instead of the theme its content. @param {MouseEvent} event */
function leave(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (renewed && link) event.stopImmediatePropagation();
}

/** The same for the way back, which the theme would take as it takes a link. @param {Event} event */
function back(event) {
  if (renewed === undefined || renewed === location.pathname) return;
  event.stopImmediatePropagation();
  location.reload();
}

/** Watches for newer versions; may be called again and again. @param {URL} root */
export async function followUpdates(root) {
  const workers = navigator.serviceWorker;
  const registration = await workers.getRegistration(root);
  if (!registration || followed === registration) return;
  followed = registration;
  let controlled = Boolean(workers.controller);
  for (const type of ["input", "click"]) document.addEventListener(type, note, true);
  window.addEventListener("click", leave, true);
  window.addEventListener("popstate", back, true);
  workers.addEventListener("controllerchange", () => {
    if (controlled) change();
    controlled = true;
  });
  const watch = () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === "installed" && registration.active) offer(registration);
    });
  };
  registration.addEventListener("updatefound", watch);
  // Another tab may have found one that is still on its way.
  watch();
  // The browser looks for a newer version when a page is opened; one that stays open looks when it is back online.
  window.addEventListener("online", () => registration.update().catch(() => {}));
  registration.active?.postMessage("tidy");
  if (registration.waiting && registration.active) offer(registration);
}
