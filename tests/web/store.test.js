/** The learner's record: what is kept, and what happens when the browser does not play along. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ANSWERS, Store } from "../../src/groupwork/web/store.js";
import { small, storage } from "./storage.js";

/** @typedef {import("../../src/groupwork/web/types").Attempt} Attempt */

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
  "a confidence that does not exist": '[{"at": 1, "response": "a", "points": 1, "max": 1, "confidence": 4}]',
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

test("how sure a learner was is kept with the attempt, and may be missing", () => {
  const store = new Store(() => browser);
  const browser = storage();
  store.keep("stages-001", { ...attempt(1), confidence: 3 });
  store.keep("stages-001", attempt(2));
  assert.deepEqual(store.attempts("stages-001").map((each) => each.confidence), [3, undefined]);
});

test("a record of the first release, which knew no confidence, is read and written on", () => {
  const first = { "groupwork:version": "1", "groupwork:answers:stages-001": '[{"at":1,"response":"a","points":1,"max":1}]' };
  const browser = storage(first);
  const store = new Store(() => browser);
  assert.deepEqual(store.attempts("stages-001"), [attempt(1)]);
  store.keep("stages-001", { ...attempt(2), confidence: 1 });
  assert.equal(store.attempts("stages-001").length, 2);
  assert.equal(browser.kept.get("groupwork:version"), "1");
});

test("a page that is older than the record leaves it alone, even what it cannot read", () => {
  const newer = { "groupwork:version": "2", "groupwork:answers:stages-001": '{"attempts": []}' };
  const browser = storage(newer);
  const store = new Store(() => browser);
  assert.deepEqual(store.attempts("stages-001"), []);
  store.keep("stages-001", attempt(1));
  assert.deepEqual(store.attempts("stages-001"), [attempt(1)]);
  assert.deepEqual(Object.fromEntries(browser.kept), newer);
  assert.equal(store.newer && store.failed, true);
});

test("a version that cannot be read is written anew and costs no answer", () => {
  const browser = storage({ "groupwork:version": "?", "groupwork:answers:stages-001": JSON.stringify([attempt(1)]) });
  const store = new Store(() => browser);
  store.keep("stages-001", attempt(2));
  assert.equal(browser.kept.get("groupwork:version"), "1");
  assert.equal(store.attempts("stages-001").length, 2);
});

test("a clock that was set back changes neither the order of attempts nor which one is the last", () => {
  const browser = storage();
  const store = new Store(() => browser);
  for (const at of [5000, 1000, 2000]) store.keep("stages-001", attempt(at));
  assert.deepEqual(store.attempts("stages-001").map((each) => each.at), [5000, 1000, 2000]);
});

test("when the storage is full, what was kept before is still there and the new answer is remembered", () => {
  const browser = small(400);
  const store = new Store(() => browser);
  for (let number = 1; number <= 9; number += 1) store.keep(`stages-00${number}`, attempt(number));
  assert.equal(store.failed, true);
  for (let number = 1; number <= 9; number += 1) assert.deepEqual(store.attempts(`stages-00${number}`), [attempt(number)]);
  const later = new Store(() => browser);
  assert.ok(later.ids(ANSWERS).length >= 3);
  for (const id of later.ids(ANSWERS)) assert.equal(later.attempts(id).length, 1);
});

test("an entry that fits again after the storage was full is kept by the browser", () => {
  const browser = storage();
  const store = new Store(() => browser);
  const { setItem } = browser;
  browser.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  store.keep("stages-001", attempt(1));
  browser.setItem = setItem;
  store.keep("stages-001", attempt(2));
  assert.deepEqual(new Store(() => browser).attempts("stages-001"), [attempt(1), attempt(2)]);
});

test("ten thousand answers are read in less time than a learner notices", () => {
  const browser = storage();
  for (let number = 0; number < 1000; number += 1) {
    browser.kept.set(`groupwork:answers:stages-${number}`, JSON.stringify(Array.from({ length: 10 }, (_, at) => attempt(at))));
  }
  const store = new Store(() => browser);
  const started = performance.now();
  assert.equal(store.ids(ANSWERS).reduce((sum, id) => sum + store.attempts(id).length, 0), 10_000);
  assert.ok(performance.now() - started < 300);
});

test("a setting is kept once it is made, and only then", () => {
  const browser = storage();
  const store = new Store(() => browser);
  assert.deepEqual(store.settings(), {});
  assert.equal(browser.kept.size, 0);
  store.set({ confidence: false });
  assert.deepEqual(new Store(() => browser).settings(), { confidence: false });
});

test("erasing removes every key of the course and none of others", () => {
  const browser = storage({ ".__palette": "{}", "other:answers:stages-001": "[]" });
  const store = new Store(() => browser);
  store.keep("stages-001", attempt(1));
  store.keepPath("stages-first-evening", [["arrival", "a"]]);
  store.set({ confidence: false });
  store.keepSaved(1);
  browser.kept.set("groupwork:damaged:stages-002", "{");
  store.erase();
  assert.deepEqual([...browser.kept.keys()], [".__palette", "other:answers:stages-001"]);
  assert.equal(store.started(), false);
  assert.deepEqual(store.attempts("stages-001"), []);
});
