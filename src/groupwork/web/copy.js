/**
 * The copy of the course on the reader's device: its name, which address is which file of it, and how it is filled –
 * wholly or not at all. Shared by the service worker (sw.js) and the page (offline.js).
 *
 * @import { Course, CopyShelf } from "./types"
 */

/** Says whether this browser can keep the course: private windows and insecure addresses often cannot. */
export const able = () => "serviceWorker" in navigator && "caches" in window;

const OURS = "groupwork-course:";
/** How many files are fetched at once: enough for a slow line, little enough to leave the reader some of it. */
const LANES = 6;

/** The name of one version's copy; the path keeps two courses of one host apart. @param {URL} root @param {string} version */
export const nameOf = (root, version) => `${OURS}${root.pathname}:${version}`;

/** The entry that says that a copy is whole: written last, and asked of no server. @param {URL} root */
const seal = (root) => new URL("whole-copy.json", root).href;

/** Returns the names of all copies of this course, whole or not. @param {URL} root @param {CopyShelf} shelf */
export const copies = async (root, shelf) => (await shelf.keys()).filter((name) => name.startsWith(`${OURS}${root.pathname}:`));

/** Returns what a copy holds, if it is whole. @param {URL} root @param {CopyShelf} shelf @param {string} name @returns {Promise<Course | undefined>} */
async function contents(root, shelf, name) {
  const sealed = await (await shelf.open(name)).match(seal(root));
  return sealed?.json();
}

/** Returns what every whole copy holds, by its name. @param {URL} root @param {CopyShelf} shelf @returns {Promise<Map<string, Course>>} */
export async function wholeCopies(root, shelf) {
  /** @type {Map<string, Course>} */
  const found = new Map();
  for (const name of await copies(root, shelf)) {
    const course = await contents(root, shelf, name);
    if (course) found.set(name, course);
  }
  return found;
}

/**
 * Returns the path below the root under which the course lists an address, whatever its query; undefined if it does
 * not. A page has two addresses, its folder and the index.html in it.
 *
 * @param {URL} url @param {URL} root @param {Course["files"]} files
 */
export function listed(url, root, files) {
  const path = below(url, root)?.replace(/(^|\/)index\.html$/, "$1");
  return path !== undefined && Object.hasOwn(files, path) ? path : undefined;
}

/** Returns the path of an address below the root, if it is there. @param {URL} url @param {URL} root */
export function below(url, root) {
  const inside = url.origin === root.origin && url.pathname.startsWith(root.pathname);
  return inside ? url.pathname.slice(root.pathname.length) : undefined;
}

/**
 * Fetches one file and refuses anything but what was built: while a host is being updated it may send old and new.
 *
 * @param {string} address @param {string} integrity @param {typeof fetch} get
 */
async function fetched(address, integrity, get) {
  // The first try may be answered from the browser's cache once the host has agreed; the second never is.
  const answer = await get(address, { integrity, cache: "no-cache" }).catch(() => get(address, { integrity, cache: "reload" }));
  // Some hosts send the page for what is not found as not found, even to who asks for it by name.
  if (!answer.ok && !(answer.status === 404 && address.endsWith("/404.html"))) throw new Error(`${address}: ${answer.status}`);
  // A browser refuses to show a page from an answer that was redirected.
  return answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;
}

/**
 * Fills the copy of a course. Files that an older copy holds unchanged are taken from there. If one file fails, what
 * was begun is removed and the error goes to the caller; older copies stay as they are.
 *
 * @param {Course} course @param {URL} root
 * @param {{ shelf: CopyShelf, get: typeof fetch, tell?: (done: number, all: number) => void, stopped?: () => boolean }} means
 */
export async function fill(course, root, { shelf, get, tell, stopped }) {
  const name = nameOf(root, course.version);
  if (await contents(root, shelf, name)) return;
  const older = await wholeCopies(root, shelf);
  const copy = await shelf.open(name);
  const left = Object.entries(course.files);
  const all = left.length;
  let done = 0;

  /** @param {string} path @param {string} integrity */
  async function add(path, integrity) {
    const address = new URL(path, root).href;
    for (const [other, { files }] of older) {
      const same = files[path] === integrity && (await (await shelf.open(other)).match(address));
      if (same) return copy.put(address, same);
    }
    return copy.put(address, await fetched(address, integrity, get));
  }

  async function lane() {
    for (let next = left.shift(); next; next = left.shift()) {
      if (stopped?.()) throw new Error("The copy is not wanted any more.");
      await add(...next);
      tell?.((done += 1), all);
    }
  }

  try {
    await Promise.all(Array.from({ length: LANES }, () => lane().catch((error) => {
      left.length = 0;
      throw error;
    })));
    await copy.put(seal(root), new Response(JSON.stringify(course)));
    if (stopped?.()) throw new Error("The copy is not wanted any more.");
  } catch (error) {
    await shelf.delete(name);
    throw error;
  }
}
