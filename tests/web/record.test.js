/** The record as a file: what is written can be read, what is read loses nothing, and nothing else gets in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import { checksum } from "../../src/groupwork/web/desk/checksum.js";
import { FORMAT, joined, LARGEST, merge, read, Refused, summed, upgraded, write } from "../../src/groupwork/web/desk/record.js";
import { Store } from "../../src/groupwork/web/store.js";
import { storage } from "./storage.js";

/** @typedef {import("../../src/groupwork/web/types").Attempt} Attempt */

/** @param {number} at @param {Partial<Attempt>} [more] @returns {Attempt} */
const attempt = (at, more = {}) => ({ at, response: "a", points: 1, max: 1, ...more });

/** A record with something of everything. */
function full() {
  const browser = storage();
  const store = new Store(() => browser);
  store.keep("stages-001", attempt(1000, { confidence: 3 }));
  store.keep("stages-001", attempt(2000, { points: 0 }));
  store.keep("stages-020", attempt(3000, { response: { 1: "trust – “quoted”", 2: "🙂" }, points: 1, max: 2, confidence: 1 }));
  store.keep("stages-056", attempt(4000, { response: "Own words,\nin two lines.", points: 0, max: 0 }));
  store.rate("stages-056", 2);
  store.keep("stages-030", attempt(5000, { response: ["b", "a", "c"] }));
  store.keepPath("stages-first-evening", [["arrival", "a"], ["circle", "skip"]]);
  store.set({ confidence: false });
  store.keepSaved(6000);
  return { browser, store };
}

/** @param {{ kept: Map<string, string> }} browser */
const kept = (browser) => Object.fromEntries([...browser.kept].sort());

/** The file of a record after a change, with the checksum that fits again. @param {(record: any) => void} change */
function changed(change) {
  const record = JSON.parse(write(full().store, 6000));
  change(record);
  record.checksum = summed(record);
  return JSON.stringify(record);
}

test("a record that is saved, erased and read back is the same, key by key", () => {
  const { browser, store } = full();
  const before = kept(browser);
  const text = write(store, 6000);
  store.erase();
  assert.deepEqual(kept(browser), {});
  merge(store, read(text));
  assert.deepEqual(kept(browser), before);
});

test("reading one's own file back changes nothing and counts nothing twice", () => {
  const { browser, store } = full();
  const before = kept(browser);
  assert.equal(merge(store, read(write(store, 6000))), 0);
  assert.deepEqual(kept(browser), before);
});

test("two records of two browsers become one, whichever is read first", () => {
  const [one, two] = [full(), full()];
  one.store.keep("stages-001", attempt(7000));
  two.store.keep("stages-001", attempt(6500, { confidence: 2 }));
  two.store.keep("stages-002", attempt(8000));
  const [first, second] = [write(one.store, 6000), write(two.store, 6000)];
  assert.equal(merge(one.store, read(second)), 2);
  assert.equal(merge(two.store, read(first)), 1);
  assert.deepEqual(kept(one.browser), kept(two.browser));
  assert.deepEqual(one.store.attempts("stages-001").map(({ at }) => at), [1000, 2000, 6500, 7000]);
});

test("what stood here in no file still counts as such after another file is read", () => {
  const [here, there] = [full(), full()];
  here.store.keep("stages-002", attempt(6500));
  there.store.keepSaved(9000);
  merge(here.store, read(write(there.store, 9000)));
  assert.equal(here.store.unsaved(), 1);
});

test("a rating that was given on another device is taken over, and counts as no new answer", () => {
  const [here, there] = [full(), full()];
  there.store.keep("stages-057", attempt(5500, { response: "Words.", points: 0, max: 0 }));
  merge(here.store, read(write(there.store, 6000)));
  there.store.rate("stages-057", 3);
  assert.equal(merge(here.store, read(write(there.store, 6000))), 0);
  assert.equal(here.store.attempts("stages-057")[0].rating, 3);
});

test("where a clock was set back each record keeps its own order", () => {
  const mine = [attempt(5000), attempt(1000)];
  assert.deepEqual(joined(mine, mine), mine);
  assert.deepEqual(joined(mine, [attempt(5000), attempt(1000), attempt(2000)]).map(({ at }) => at), [5000, 1000, 2000]);
});

test("the newest fifty attempts stay, as everywhere", () => {
  const mine = Array.from({ length: 50 }, (_, index) => attempt(2 * index));
  const theirs = Array.from({ length: 50 }, (_, index) => attempt(2 * index + 1));
  assert.deepEqual(joined(mine, theirs).map(({ at }) => at), Array.from({ length: 50 }, (_, index) => index + 50));
});

test("a scenario keeps the longer way, and a setting that was made here stays", () => {
  const { store } = full();
  const other = new Store(() => browser);
  const browser = storage();
  other.keepPath("stages-first-evening", [["arrival", "b"]]);
  other.set({ confidence: true });
  merge(other, read(write(store, 6000)));
  assert.equal(other.path("stages-first-evening").length, 2);
  assert.deepEqual(other.settings(), { confidence: true });
});

test("a file of the first release, which knew no confidence, is read", () => {
  const text = changed((record) => {
    record.answers = { "stages-001": [{ at: 1, response: "a", points: 1, max: 1 }] };
    record.settings = {};
  });
  assert.deepEqual(read(text).answers, { "stages-001": [{ at: 1, response: "a", points: 1, max: 1 }] });
});

test("a file of an older version is brought up to date step by step", () => {
  const steps = {
    1: (/** @type {any} */ record) => ({ ...record, added: "in 2" }),
    2: (/** @type {any} */ record) => ({ ...record, added: `${record.added}, kept in 3` }),
  };
  assert.deepEqual(upgraded({ version: 1 }, steps, 3), { version: 3, added: "in 2, kept in 3" });
  assert.deepEqual(upgraded({ version: 3, added: "" }, steps, 3), { version: 3, added: "" });
});

test("the checksum is that of gzip and Python", () => {
  for (const text of ["", "a", "The group’s first evening 🙂"]) {
    assert.equal(checksum(text), crc32(text).toString(16).padStart(8, "0"));
  }
});

/** @type {Record<string, [text: string, what: RegExp]>} */
const REFUSED = {
  "nothing": ["", /cannot be read/],
  "no JSON": ["{", /cannot be read/],
  "another file": ['{"answers": {}}', /no record of this course/],
  "a list": ["[]", /no record of this course/],
  "a file that was cut off": [write(full().store, 6000).slice(0, -40), /cannot be read/],
  "a changed answer": [write(full().store, 6000).replace('"points":0', '"points":1'), /changed or damaged/],
  "too large a file": [" ".repeat(LARGEST + 1), /too large/],
  "nesting without end": [`{"format":"${FORMAT}","answers":${"[".repeat(200_000)}${"]".repeat(200_000)}}`, /changed or damaged/],
  "a newer version": [changed((record) => { record.version = 2; }), /newer version/],
  "no version": [changed((record) => { delete record.version; }), /which version/],
  "version 0": [changed((record) => { record.version = 0; }), /which version/],
  "no date": [changed((record) => { record.saved = "today"; }), /no date/],
  "no answers": [changed((record) => { delete record.answers; }), /missing/],
  "answers that are a list": [changed((record) => { record.answers = []; }), /missing/],
  "an id that is a path": [changed((record) => { record.answers["../x"] = []; }), /id/],
  "an id that changes objects": [changed((record) => { record.answers = JSON.parse('{"__proto__": []}'); }), /id/],
  "an answer with markup for an id": [changed((record) => { record.answers["<img src=x onerror=alert(1)>"] = []; }), /id/],
  "an answer that is null": [changed((record) => { record.answers["stages-001"] = [null]; }), /form of one/],
  "an answer before 1970": [changed((record) => { record.answers["stages-001"][0].at = -1; }), /date/],
  "an answer after the last moment": [changed((record) => { record.answers["stages-001"][0].at = 1e16; }), /date/],
  "more points than there are": [changed((record) => { record.answers["stages-001"][0].points = 2; }), /points/],
  "a confidence of 4": [changed((record) => { record.answers["stages-001"][0].confidence = 4; }), /form of one/],
  "fifty-one answers": [changed((record) => { record.answers["stages-001"] = Array(51).fill(attempt(1)); }), /list/],
  "an endless answer": [changed((record) => { record.answers["stages-001"][0].response = "a".repeat(30_000); }), /larger/],
  "a deep answer": [changed((record) => { record.answers["stages-001"][0].response = [[[[[[1]]]]]]; }), /larger/],
  "a way that is text": [changed((record) => { record.scenarios["stages-first-evening"] = "a"; }), /choices/],
  "a setting of another type": [changed((record) => { record.settings.confidence = "no"; }), /settings/],
};

for (const [name, [text, what]] of Object.entries(REFUSED)) {
  test(`a file is refused and says why: ${name}`, () => {
    assert.throws(() => read(text), (error) => {
      assert.ok(error instanceof Refused);
      assert.match(error.message, what);
      assert.match(error.message, /Expected: .+\. .+/);
      return true;
    });
  });
}

test("what the course does not know is left out of the record", () => {
  const text = changed((record) => {
    record.answers["stages-001"][0].html = "<b>";
    record.settings.theme = "x";
  });
  const record = read(text);
  assert.deepEqual(Object.keys(record.answers["stages-001"][0]), ["at", "response", "points", "max", "confidence"]);
  assert.deepEqual(record.settings, { confidence: false });
});

test("ten thousand answers are written and read within half a second", () => {
  const browser = storage();
  for (let number = 0; number < 1000; number += 1) {
    const id = `stages-${String(number).padStart(3, "0")}`;
    browser.kept.set(`groupwork:answers:${id}`, JSON.stringify(Array.from({ length: 10 }, (_, at) => attempt(at))));
  }
  const started = performance.now();
  const text = write(new Store(() => browser), 1);
  assert.ok(performance.now() - started < 500);
  assert.equal(Object.values(read(text).answers).flat().length, 10_000);
});
