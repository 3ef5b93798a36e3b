/** The copy of the course on a device: which address is which file, and that it is filled wholly or not at all. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, listed, nameOf, wholeCopies } from "../../src/groupwork/web/copy.js";

const ROOT = new URL("https://example.org/course/");
const FILES = { "": "h0", "a/": "h1", "assets/x.js": "h2" };
/** @param {string} version @param {Record<string, string>} [files] */
const course = (version, files = FILES) => ({ version, bytes: 3, files });

/** `caches`, as far as a copy needs it. */
function shelf() {
  /** @type {Map<string, Map<string, string>>} */
  const kept = new Map();
  const caches = /** @type {any} */ ({
    keys: async () => [...kept.keys()],
    delete: async (/** @type {string} */ name) => kept.delete(name),
    open: async (/** @type {string} */ name) => {
      if (!kept.has(name)) kept.set(name, new Map());
      const cache = /** @type {Map<string, string>} */ (kept.get(name));
      return {
        match: async (/** @type {string} */ address) => (cache.has(address) ? new Response(cache.get(address)) : undefined),
        put: async (/** @type {string} */ address, /** @type {Response} */ answer) => cache.set(address, await answer.text()),
      };
    },
  });
  return { caches, kept };
}

/** A network that answers with the address, and fails for what ends in `broken`. @param {string} [broken] */
function network(broken) {
  /** @type {string[]} */
  const asked = [];
  const get = /** @type {typeof fetch} */ (
    async (address) => {
      asked.push(String(address));
      if (broken && String(address).endsWith(broken)) throw new TypeError("no network");
      return new Response(String(address));
    }
  );
  return { asked, get };
}

/** @type {[string, string, string | undefined][]} */
const ADDRESSES = [
  ["the root is the first page", "https://example.org/course/", ""],
  ["a query is not looked at", "https://example.org/course/a/?x=1", "a/"],
  ["nor a fragment", "https://example.org/course/a/#part", "a/"],
  ["a page has a second address", "https://example.org/course/a/index.html", "a/"],
  ["the first page, too", "https://example.org/course/index.html", ""],
  ["an asset has one", "https://example.org/course/assets/x.js?again=1", "assets/x.js"],
  ["a page without its slash is not listed", "https://example.org/course/a", undefined],
  ["another course of the host is not ours", "https://example.org/", undefined],
  ["another host is not ours", "https://example.com/course/a/", undefined],
  ["names of every object are not listed", "https://example.org/course/constructor", undefined],
];
for (const [fact, address, path] of ADDRESSES) test(fact, () => assert.equal(listed(new URL(address), ROOT, FILES), path));

test("a copy that is filled is whole", async () => {
  const { caches } = shelf();
  const { get, asked } = network();
  /** @type {number[]} */
  const told = [];
  await fill(course("1"), ROOT, { shelf: caches, get, tell: (done) => told.push(done) });
  assert.deepEqual([...(await wholeCopies(ROOT, caches)).keys()], [nameOf(ROOT, "1")]);
  assert.equal(asked.length, 3);
  assert.deepEqual(told, [1, 2, 3]);
});

test("a copy that is whole is not fetched again", async () => {
  const { caches } = shelf();
  await fill(course("1"), ROOT, { shelf: caches, get: network().get });
  const { get, asked } = network();
  await fill(course("1"), ROOT, { shelf: caches, get });
  assert.deepEqual(asked, []);
});

test("one file that fails removes what was begun and nothing else", async () => {
  const { caches, kept } = shelf();
  await fill(course("1"), ROOT, { shelf: caches, get: network().get });
  const newer = course("2", { ...FILES, "a/": "h9", "b/": "h8" });
  await assert.rejects(fill(newer, ROOT, { shelf: caches, get: network("b/").get }));
  assert.deepEqual([...kept.keys()], [nameOf(ROOT, "1")]);
});

test("a newer version fetches only what has changed", async () => {
  const { caches, kept } = shelf();
  await fill(course("1"), ROOT, { shelf: caches, get: network().get });
  const { get, asked } = network();
  await fill(course("2", { ...FILES, "a/": "h9" }), ROOT, { shelf: caches, get });
  assert.deepEqual(asked, ["https://example.org/course/a/"]);
  assert.equal(kept.get(nameOf(ROOT, "2"))?.size, 4);
});

test("a copy that is not wanted any more is given up", async () => {
  const { caches, kept } = shelf();
  let files = 0;
  await assert.rejects(fill(course("1"), ROOT, { shelf: caches, get: network().get, tell: () => (files += 1), stopped: () => files > 1 }));
  assert.deepEqual([...kept.keys()], []);
});

test("a file that a host has not yet renewed is asked for again, past every cache", async () => {
  const { caches } = shelf();
  /** @type {(string | undefined)[]} */
  const ways = [];
  const get = /** @type {typeof fetch} */ (
    async (_, how) => {
      ways.push(how?.cache);
      if (how?.cache === "no-cache") throw new TypeError("integrity");
      return new Response("new");
    }
  );
  await fill(course("1", { "a/": "h1" }), ROOT, { shelf: caches, get });
  assert.deepEqual(ways, ["no-cache", "reload"]);
});

test("the page for what is not found is kept also from a host that sends it as not found, and no other file is", async () => {
  const get = /** @type {typeof fetch} */ (async () => new Response("page", { status: 404 }));
  const { caches, kept } = shelf();
  await fill(course("1", { "404.html": "h4" }), ROOT, { shelf: caches, get });
  assert.equal(kept.get(nameOf(ROOT, "1"))?.get("https://example.org/course/404.html"), "page");
  await assert.rejects(fill(course("2", { "a/": "h9" }), ROOT, { shelf: caches, get }), /404/);
});

test("copies of another course of the host are left alone", async () => {
  const { caches } = shelf();
  await fill(course("1"), new URL("https://example.org/"), { shelf: caches, get: network().get });
  assert.equal((await wholeCopies(ROOT, caches)).size, 0);
});
