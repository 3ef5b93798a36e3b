/**
 * Keeps the whole course on the reader's device – soon after the first answer, or when the reader asks – and takes it
 * away again. Loaded only where something of the reader's is kept, or where the control stands.
 *
 * @import { Course } from "./types"
 */
import { able, copies, wholeCopies } from "./copy.js";
import { fetched } from "./fetched.js";
import { all, button, element } from "./markup.js";
import { hasCopyFailed, isShared, noteCopyFailed, refuseCopy, refusesCopy } from "./store.js";
import { followUpdates, placeNotice } from "./update.js";

const BUTTON = { keep: "Keep this course on my device", remove: "Remove it from my device", never: "Never keep it here" };

const UNREACHED = "A file could not be fetched: check the connection.";

/** @type {URL} */
let root;

/** Returns why the course is not kept unasked on this device; an empty text where it is. */
function unwanted() {
  if (refusesCopy()) return "as you wished";
  if (isShared()) return "since others use this computer too";
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (/** @type {unknown} */ (navigator));
  return connection?.saveData ? "since your browser is set to save data" : "";
}

/** Returns what is kept of the course, if the whole of it is. @param {URL} root @returns {Promise<Course | undefined>} */
async function kept(root) {
  if (!able()) return undefined;
  return [...(await wholeCopies(root, caches)).values()].at(-1);
}

/**
 * Removes the course from this device: the worker and every copy, and nothing else – answers stay.
 * To be called with the address of the site's first page by whatever erases the reader's data.
 *
 * @param {URL} root
 */
export async function forget(root) {
  if (!able()) return;
  const registration = await navigator.serviceWorker.getRegistration(root);
  // A worker that is still filling its copy would write on after the copy is gone.
  for (const worker of [registration?.installing, registration?.waiting, registration?.active]) worker?.postMessage("forget");
  await registration?.unregister();
  for (const name of await copies(root, caches)) await caches.delete(name);
}

/**
 * Keeps the course without having been asked, where nothing speaks against it; should that fail, the next tab tries again.
 *
 * @param {URL} base @param {() => boolean} isStarted says whether anything of the reader's is kept, which erasing ends
 */
export async function keepUnasked(base, isStarted) {
  root = new URL("../../", base);
  if (!able() || unwanted() || hasCopyFailed() || (await kept(root))) return;
  const { files } = await fetched(base, "offline.json");
  // The reader may have said no, or erased everything, while the network answered.
  if (!files || unwanted() || !isStarted()) return;
  try {
    await keep(() => {});
  } catch {
    // Where the reader has ended it, there is nothing to note, least of all after erasing.
    if (isStarted() && !unwanted()) noteCopyFailed();
    return;
  }
  followUpdates(root);
}

/** @param {(done: number, all: number) => void} told @returns {Promise<void>} */
async function keep(told) {
  const workers = navigator.serviceWorker;
  const end = new AbortController();
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    workers.addEventListener(
      "message",
      ({ data }) => {
        if ("done" in data) told(data.done, data.all);
        else if (data.kept) resolve();
        else reject(new Error(data.full ? "There is not enough room for it in this browser." : UNREACHED));
      },
      end,
    );
  });
  workers.startMessages();
  try {
    const registration = await workers.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" }).catch((error) => {
      throw new Error(UNREACHED, { cause: error });
    });
    // Where a worker is at work already, as after “Remove” and “Keep” on one page, no new one is installed.
    registration.active?.postMessage("keep");
    await ended;
  } finally {
    end.abort();
  }
  await workers.ready;
}

/** Lets the browser offer to install the course: once it is kept, or where keeping it is the page's subject. */
function linkManifest() {
  if (document.querySelector("link[rel=manifest]")) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: new URL("manifest.webmanifest", root).href }));
}

/** @param {Course | { files: number, bytes: number }} course */
function size({ files, bytes }) {
  const number = typeof files === "number" ? files : Object.keys(files).length;
  return `${number} files, ${(bytes / 1e6).toFixed(1)} MB`;
}

/** The control with which the course is kept and removed. @param {HTMLElement} place @param {URL} base */
async function control(place, base) {
  const said = element("p");
  said.setAttribute("role", "status");
  const act = button("", press);
  const refusal = button(BUTTON.never, refuse, "gw-again");
  refusal.hidden = true;
  place.replaceChildren(said, element("p", { className: "gw-actions" }, [act, refusal]));

  /** @param {string} text @param {string} name @param {boolean} [refusable] */
  const offer = (text, name, refusable = false) => {
    said.textContent = text;
    act.textContent = name;
    if (document.activeElement === refusal && !refusable) act.focus();
    refusal.hidden = !refusable;
  };
  async function show() {
    const course = await kept(root);
    if (course) return offer(`The whole course is kept on this device (${size(course)}). It works without a network.`, BUTTON.remove);
    const whole = await fetched(base, "offline.json");
    act.hidden = !whole.files;
    if (!whole.files) return offer("The course cannot be kept while it is being edited.", BUTTON.keep);
    const why = unwanted();
    const when = why ? `not kept on this device, ${why}, until you ask for it.` : "not kept on this device yet. That happens by itself soon after you have answered something.";
    offer(`The course is ${when} It takes ${size(whole)}.`, BUTTON.keep, !why);
  }

  async function press() {
    if (act.getAttribute("aria-disabled") === "true") return;
    act.setAttribute("aria-disabled", "true");
    const asked = act.textContent === BUTTON.keep;
    refuseCopy(!asked);
    try {
      await (asked ? keepWithBar(said) : forget(root));
      await show();
    } catch (error) {
      if (asked) offer(`The course could not be kept. ${/** @type {Error} */ (error).message} Nothing was left behind: you can try again.`, BUTTON.keep);
      else offer("The copy could not be removed: clear this site’s data in your browser’s settings.", BUTTON.remove);
    } finally {
      act.removeAttribute("aria-disabled");
    }
  }
  async function refuse() {
    refuseCopy(true);
    await forget(root);
    await show();
  }
  await show().catch(() => offer("The course is not kept on this device.", BUTTON.keep));
  // It may be kept by itself while the reader looks on.
  navigator.serviceWorker.addEventListener("message", ({ data }) => data.kept && place.isConnected && show().catch(() => {}));
}

/** Keeps the course and shows how far it is; the number is not announced, the end is. @param {HTMLElement} said */
async function keepWithBar(said) {
  const bar = element("progress");
  bar.setAttribute("aria-label", "Files kept");
  said.textContent = "Keeping the course on this device …";
  said.after(bar);
  try {
    await keep((done, number) => Object.assign(bar, { max: number, value: done }));
    // Asks that a full disk costs the reader neither the copy nor the record; the browser may say no.
    navigator.storage?.persist?.().catch(() => {});
    followUpdates(root);
  } finally {
    bar.remove();
  }
}

/** Takes the page as it is now; may be called for every page. @param {URL} base the folder of the course's own files, two below the site's root */
export function start(base) {
  root = new URL("../../", base);
  const places = /** @type {HTMLElement[]} */ (all(document.body, ".gw-keep"));
  if (!able()) {
    for (const place of places) place.textContent = "This browser cannot keep the course: some private windows do not allow it, and the address must begin with https.";
    return;
  }
  if (places.length || navigator.serviceWorker.controller) linkManifest();
  for (const place of places.filter((one) => !one.querySelector("button"))) control(place, base).catch((error) => console.warn(error));
  if (navigator.serviceWorker.controller) followUpdates(root);
  placeNotice();
}
