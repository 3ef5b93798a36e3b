/**
 * The service worker: keeps one version of the whole course and answers from it, with the network or without.
 * The build puts the version and the list of files before this script (site/offline.py), so that a new version of
 * the course is a new worker – which the browser fetches, fills, and lets wait until the reader takes it.
 *
 * @import { Course, WorkerScope } from "./types"
 */
import { below, copies, fill, listed, nameOf } from "./copy.js";

const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
const course = /** @type {Course} */ (worker.course);
const root = new URL(worker.registration.scope);
const name = nameOf(root, course.version);

/** @type {Promise<void> | undefined} */
let filling;
let forgotten = false;

/** The open pages of this course; a host may have others. */
const pages = async () => (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) => url.startsWith(root.href));

/** @param {object} message */
async function tell(message) {
  for (const page of await pages()) page.postMessage(message);
}

/** Fills this version's copy; the pages hear how far it is and how it ended. */
function keep() {
  forgotten = false;
  return (filling ??= fill(course, root, {
    shelf: caches,
    get: (address, how) => fetch(address, how),
    tell: (done, all) => void tell({ done, all }),
    stopped: () => forgotten,
  })
    .then(
      () => tell({ kept: true }),
      async (error) => {
        await tell({ kept: false, full: error.name === "QuotaExceededError" });
        throw error;
      },
    )
    .finally(() => (filling = undefined)));
}

/** Removes the copies of versions that no open page can still need. */
async function tidy() {
  // A page of the older version may yet load a part of it; a newer version that waits has its copy already.
  if ((await pages()).length > 1 || worker.registration.waiting || worker.registration.installing) return;
  for (const other of await copies(root, caches)) if (other !== name) await caches.delete(other);
}

async function forget() {
  forgotten = true;
  await filling?.catch(() => {});
  for (const each of await copies(root, caches)) await caches.delete(each);
}

/** What pages may ask of the worker. @type {Record<string, () => Promise<unknown>>} */
const WISHES = { use: () => worker.skipWaiting(), keep, tidy, forget };

/** Unlike opening the copy, this makes no new one where the reader has removed it. @param {string} path */
const kept = (path) => caches.match(new URL(path, root).href, { cacheName: name });

/** Answers for a page that the course does not list: the host knows best, and without it our own “not found”. @param {Request} request */
async function unlisted(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await kept("404.html");
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
}

/** Returns the answer to a request, or undefined where the worker has no business. @param {Request} request */
function answer(request) {
  const url = new URL(request.url);
  const path = listed(url, root, course.files);
  if (path !== undefined) return kept(path).then((file) => file ?? fetch(request));
  const place = below(url, root);
  // Labs that run bring their own files; nothing of theirs goes through here.
  if (place === undefined || place.startsWith("lab/")) return undefined;
  if (request.mode === "navigate") {
    // As hosts of static sites do: a page without its last slash.
    const folder = listed(new URL(`${url.pathname}/`, url), root, course.files);
    return folder === undefined ? unlisted(request) : Promise.resolve(Response.redirect(new URL(folder + url.search, root).href));
  }
  // A page that was opened before an update may ask for a part that only the older version has.
  return place.startsWith("assets/") ? caches.match(url.origin + url.pathname).then((file) => file ?? fetch(request)) : undefined;
}

worker.addEventListener("install", (event) => event.waitUntil(keep()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (event) => {
  const wish = Object.hasOwn(WISHES, event.data) ? WISHES[event.data] : undefined;
  if (wish) event.waitUntil(wish().catch(() => {}));
});
worker.addEventListener("fetch", (event) => {
  const answered = event.request.method === "GET" ? answer(event.request) : undefined;
  if (answered) event.respondWith(answered);
});
