/** The learner's record: what is kept, and what happens when the browser does not play along. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../../src/groupwork/web/store.js";

/** @typedef {import("../../src/groupwork/web/types").Attempt} Attempt */

/** A browser's storage in memory. @param {Record<string, string>} [entries] */
function storage(entries = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    /** @param {string} name */
    getItem: (name) => kept.get(name) ?? null,
    /** @param {string} name @param {string} text */
    setItem: (name, text) => void kept.set(name, text),
    /** @param {string} name */
    removeItem: (name) => void kept.delete(name),
  };
}

/** @param {number} at @returns {Attempt} */
const attempt = (at) => ({ at, response: "a", points: 1, max: 1 });

test("nothing is stored before the first answer", () => {
  const browser = storage();
  assert.deepEqual(new Store(() => browser).attempts("stages-001"), []);
  assert.equal(browser.kept.size, 0);
});

test("an answer is kept under its question, with the version of the format", () => {
  const browser = storage();
  new Store(() => browser).keep("stages-001", attempt(1));
  assert.deepEqual([...browser.kept.keys()].sort(), ["groupwork:answers:stages-001", "groupwork:version"]);
  assert.deepEqual(new Store(() => browser).attempts("stages-001"), [attempt(1)]);
});

test("two tabs that answer in turn lose nothing", () => {
  const browser = storage();
  const [one, two] = [new Store(() => browser), new Store(() => browser)];
  one.keep("stages-001", attempt(1));
  two.keep("stages-001", attempt(2));
  one.keep("stages-002", attempt(3));
  assert.equal(one.attempts("stages-001").length, 2);
  assert.equal(two.attempts("stages-002").length, 1);
});

test("the oldest attempts go when a question has more than fifty", () => {
  const store = new Store(() => storage());
  const browser = storage();
  const kept = new Store(() => browser);
  for (let at = 1; at <= 60; at += 1) kept.keep("stages-001", attempt(at));
  assert.deepEqual(kept.attempts("stages-001").map((each) => each.at), Array.from({ length: 50 }, (_, index) => index + 11));
  assert.equal(store.failed, false);
});

for (const [name, text] of Object.entries({
  "no JSON": "{",
  "another shape": '{"a": 1}',
  "an entry without points": '[{"at": 1, "response": "a", "max": 1}]',
  "a number that JSON cannot hold": '[{"at": 1e999, "response": "a", "points": 1, "max": 1}]',
  "null": "null",
})) {
  test(`a damaged entry (${name}) is put aside and the question starts anew`, () => {
    const browser = storage({ "groupwork:answers:stages-001": text });
    const store = new Store(() => browser);
    assert.deepEqual(store.attempts("stages-001"), []);
    assert.equal(browser.kept.get("groupwork:damaged:stages-001"), text);
    store.keep("stages-001", attempt(2));
    assert.equal(store.attempts("stages-001").length, 1);
  });
}

test("a storage that refuses to write leaves the answers in memory and says so", () => {
  const browser = { ...storage(), setItem: () => { throw new DOMException("full", "QuotaExceededError"); } };
  const store = new Store(() => browser);
  store.keep("stages-001", attempt(1));
  assert.equal(store.failed, true);
  assert.deepEqual(store.attempts("stages-001"), [attempt(1)]);
});

test("a storage that may not even be touched leaves the answers in memory and says so", () => {
  const store = new Store(() => { throw new DOMException("no", "SecurityError"); });
  assert.deepEqual(store.attempts("stages-001"), []);
  store.keep("stages-001", attempt(1));
  assert.equal(store.failed, true);
  assert.deepEqual(store.attempts("stages-001"), [attempt(1)]);
});

test("a scenario's path is kept apart from answers and read back", () => {
  const browser = storage();
  new Store(() => browser).keepPath("stages-first-evening", [["arrival", "a"]]);
  assert.deepEqual(new Store(() => browser).path("stages-first-evening"), [["arrival", "a"]]);
  assert.ok(browser.kept.has("groupwork:scenarios:stages-first-evening"));
});

for (const text of ['[["arrival"]]', '{"path": []}', '[["a", 1]]', "no"]) {
  test(`a damaged path (${text}) is put aside and the scenario starts anew`, () => {
    const browser = storage({ "groupwork:scenarios:stages-first-evening": text });
    assert.deepEqual(new Store(() => browser).path("stages-first-evening"), []);
    assert.equal(browser.kept.get("groupwork:damaged:stages-first-evening"), text);
  });
}

test("a rating is added to the last attempt and nothing else changes", () => {
  const store = new Store(() => storage());
  const browser = storage();
  const kept = new Store(() => browser);
  kept.keep("stages-056", attempt(1));
  kept.keep("stages-056", attempt(2));
  kept.rate("stages-056", 3);
  assert.deepEqual(kept.attempts("stages-056"), [attempt(1), { ...attempt(2), rating: 3 }]);
  store.rate("stages-057", 1);
  assert.deepEqual(store.attempts("stages-057"), []);
});
