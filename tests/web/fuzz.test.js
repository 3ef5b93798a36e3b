/** Two thousand mutated files: none throws anything but a refusal, and none alters the record by a character. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { merge, read, Refused, summed, write } from "../../src/groupwork/web/desk/record.js";
import { Store } from "../../src/groupwork/web/store.js";
import { storage } from "./storage.js";

const MUTANTS = 2000;
const VALUES = [null, true, -1, 0, 1.5, 1e308, "", "x", "9".repeat(40), "<script>", [], {}, [[]], [null], { __proto__: null, at: 1 }, "\ud800", "\u0000"];

/** The same numbers on every run (Park and Miller). @param {number} seed */
function chance(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** @param {Record<string, string>} [entries] */
function opened(entries) {
  const browser = storage(entries);
  return { browser, store: new Store(() => browser) };
}

const source = opened();
for (let number = 1; number <= 12; number += 1) {
  const id = `stages-${String(number).padStart(3, "0")}`;
  for (let at = 1; at <= 3; at += 1) source.store.keep(id, { at: 1000 * at, response: { a: "b", c: ["d"] }, points: at % 2, max: 1, confidence: at });
}
source.store.keepPath("stages-first-evening", [["arrival", "a"], ["circle", "b"]]);
source.store.set({ confidence: true });
const FILE = write(source.store, 5000);

/** Changes the text itself: characters, pieces, ends. @param {(below: number) => number} random */
function torn(random) {
  const [from, to] = [random(FILE.length), random(FILE.length)].sort((one, other) => one - other);
  const other = String.fromCharCode(32 + random(95));
  return [
    () => FILE.slice(0, from),
    () => FILE.slice(0, from) + other + FILE.slice(from + 1),
    () => FILE.slice(0, from) + FILE.slice(to),
    () => FILE.slice(0, to) + FILE.slice(from),
    () => FILE.slice(0, from) + other.repeat(1 + random(50)) + FILE.slice(from),
    () => FILE.slice(0, from) + "\u0000\ufffd" + FILE.slice(from),
  ][random(6)]();
}

/** Puts another value somewhere inside, or takes one away. @param {(below: number) => number} random */
function bent(random) {
  const record = JSON.parse(FILE);
  let holder = record;
  for (;;) {
    const names = Object.keys(holder);
    const name = names[random(names.length)];
    const inner = holder[name];
    if (inner && typeof inner === "object" && Object.keys(inner).length && random(4)) holder = inner;
    else {
      if (random(5)) holder[name] = VALUES[random(VALUES.length)];
      else delete holder[name];
      return record;
    }
  }
}

/** Reads a file as the page does, and says whether it was taken. @param {Store} store @param {string} text */
function taken(store, text) {
  try {
    merge(store, read(text));
    return true;
  } catch (error) {
    assert.ok(error instanceof Refused, `${error}`);
    return false;
  }
}

test("a mutated file alters nothing", () => {
  const random = chance(7);
  const mine = { "groupwork:version": "1", "groupwork:answers:stages-001": '[{"at":1,"response":"a","points":1,"max":1}]' };
  let mutants = 0;
  while (mutants < MUTANTS) {
    const text = random(2) ? torn(random) : JSON.stringify(bent(random));
    if (text.trim() === FILE.trim()) continue;
    mutants += 1;
    const { browser, store } = opened(mine);
    if (taken(store, text)) {
      // Only what is written differently and says the same may be taken.
      const whole = opened(mine);
      assert.ok(taken(whole.store, FILE));
      assert.deepEqual(Object.fromEntries(browser.kept), Object.fromEntries(whole.browser.kept), text);
    } else assert.deepEqual(Object.fromEntries(browser.kept), mine);
  }
});

test("a hostile file, with a checksum that fits, is refused whole or adds to the record and takes nothing away", () => {
  const random = chance(11);
  let refused = 0;
  for (let mutant = 0; mutant < MUTANTS; mutant += 1) {
    const record = bent(random);
    record.checksum = summed(record);
    const { browser, store } = opened(Object.fromEntries(source.browser.kept));
    const before = Object.fromEntries(browser.kept);
    if (!taken(store, JSON.stringify(record))) {
      refused += 1;
      assert.deepEqual(Object.fromEntries(browser.kept), before);
    }
    for (const id of source.store.ids("groupwork:answers:")) {
      const now = store.attempts(id).map((each) => JSON.stringify(each));
      for (const each of source.store.attempts(id)) assert.ok(now.includes(JSON.stringify(each)));
    }
  }
  assert.ok(refused > MUTANTS / 2, `${refused}`);
});
