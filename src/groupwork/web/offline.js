/**
 * Keeps the whole course on the reader's device, once the reader asks for it, and takes it away again.
 * Loaded only where it is asked for, or where the course is kept already: nobody else pays for it.
 *
 * @import { Course } from "./types"
 */
import { copies, wholeCopies } from "./copy.js";
import { all, element } from "./markup.js";
import { followUpdates, placeNotice } from "./update.js";

const BUTTON = { keep: "Keep this course on my device", remove: "Remove it from my device" };

/** @type {URL} */
let root;

/** Returns whether this browser can keep the course: private windows and insecure addresses often cannot. */
const able = () => "serviceWorker" in navigator && "caches" in window;

/** Returns what is kept of the course, if the whole of it is. @param {URL} root @returns {Promise<Course | undefined>} */
export async function kept(root) {
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

/** @param {(done: number, all: number) => void} told @returns {Promise<void>} */
async function keep(told) {
  const workers = navigator.serviceWorker;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    workers.addEventListener("message", function hear({ data }) {
      if ("done" in data) return told(data.done, data.all);
      workers.removeEventListener("message", hear);
      if (data.kept) resolve();
      else reject(new Error(data.full ? "There is not enough room for it in this browser." : "A file could not be fetched: check the connection."));
    });
  });
  workers.startMessages();
  const registration = await workers.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" });
  // Where a worker is at work already, as after “Remove” and “Keep” on one page, no new one is installed.
  registration.active?.postMessage("keep");
  await ended;
  await workers.ready;
  // Asks that a full disk costs the reader neither the copy nor the record; the browser may say no.
  navigator.storage?.persist?.().catch(() => {});
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
  const button = element("button", { className: "gw-button" }, BUTTON.keep);
  button.type = "button";
  place.replaceChildren(said, button);

  /** @param {string} text */
  const offer = (text) => {
    said.textContent = text;
    button.textContent = BUTTON.keep;
  };
  async function show() {
    const course = await kept(root);
    if (course) {
      said.textContent = `The whole course is kept on this device (${size(course)}). It works without a network.`;
      button.textContent = BUTTON.remove;
      return;
    }
    const answer = await fetch(new URL("offline.json", base));
    const whole = answer.ok ? await answer.json() : { files: 0 };
    button.hidden = !whole.files;
    offer(whole.files ? `The course is not kept on this device. Keeping it takes ${size(whole)}.` : "The course cannot be kept while it is being edited.");
  }

  button.onclick = async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    try {
      await (button.textContent === BUTTON.keep ? keepWithBar(said) : forget(root));
      await show();
    } catch (error) {
      offer(`The course could not be kept. ${/** @type {Error} */ (error).message} Nothing was left behind: you can try again.`);
    } finally {
      button.removeAttribute("aria-disabled");
    }
  };
  await show().catch(() => offer("The course is not kept on this device."));
}

/** Keeps the course and shows how far it is; the number is not announced, the end is. @param {HTMLElement} said */
async function keepWithBar(said) {
  const bar = element("progress");
  bar.setAttribute("aria-label", "Files kept");
  said.textContent = "Keeping the course on this device …";
  said.after(bar);
  try {
    await keep((done, number) => Object.assign(bar, { max: number, value: done }));
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
