/** What comes back, in which order, and when: the days of a learner's answers go in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { waiting } from "../../src/groupwork/web/desk/queue.js";
import { DAY, dateOf, dayOf, outcomes } from "../../src/groupwork/web/history.js";
import { Store } from "../../src/groupwork/web/store.js";
import { storage } from "./storage.js";

/** @typedef {import("../../src/groupwork/web/types").Asked} Asked */

const TODAY = 20_000;

/** Noon of a day, where the tests run. @param {number} day */
const noon = (day) => day * DAY + DAY / 2 + new Date(day * DAY).getTimezoneOffset() * 60_000;

/** @param {string} id @param {string} [family] @returns {Asked} */
const asked = (id, family = id) => ({ id, family, module: "m", objective: "m.a", url: "", form: "", scored: true, taught: "", lesson: "", text: "" });

/** A store of answers: id → [days ago, right, sure]. @param {Record<string, [ago: number, right: boolean, sure?: number][]>} answers */
function answered(answers) {
  const store = new Store(() => browser);
  const browser = storage();
  for (const [id, days] of Object.entries(answers)) {
    for (const [ago, right, sure] of days) {
      store.keep(id, { at: noon(TODAY - ago), response: "a", points: Number(right), max: 1, ...(sure && { confidence: sure }) });
    }
  }
  return store;
}

/** @param {ReturnType<typeof answered>} store @param {Asked[]} questions */
const order = (store, questions) => waiting(store, questions, TODAY).ready.map((each) => each.asked.id);

test("sure and wrong comes first, then fairly, then a guess, then right by a guess, then what is due", () => {
  const store = answered({ due: [[400, true, 2]], lucky: [[2, true, 1]], guess: [[2, false, 1]], fairly: [[2, false, 2]], sure: [[2, false, 3]], unsaid: [[1, false]] });
  const questions = ["due", "lucky", "guess", "fairly", "sure", "unsaid"].map((id) => asked(id));
  assert.deepEqual(order(store, questions), ["sure", "fairly", "unsaid", "guess", "lucky", "due"]);
});

test("nothing comes back on the day of its answer, and the next day is named", () => {
  const store = answered({ one: [[0, false, 3]], two: [[0, true, 1]] });
  assert.deepEqual(waiting(store, [asked("one"), asked("two")], TODAY), { ready: [], next: TODAY + 1 });
});

test("what was right with confidence waits for its day", () => {
  const questions = [asked("one")];
  const { ready, next } = waiting(answered({ one: [[1, true, 3]] }), questions, TODAY);
  assert.deepEqual(ready, []);
  assert.ok(next && next > TODAY + 1);
  assert.equal(waiting(answered({ one: [[1, true, 3]] }), questions, next).ready.length, 1);
});

test("a missed question comes back at least twice, and a sure answer waits longer than a doubtful one", () => {
  const missed = (/** @type {number} */ sure) => waiting(answered({ one: [[5, false, 3], [4, true, sure]] }), [asked("one")], TODAY);
  const days = [2, 3].map((sure) => missed(sure).next ?? TODAY);
  assert.ok(days[1] >= days[0] && days[1] < TODAY + 60);
});

test("modules take turns among what comes equally early", () => {
  const questions = ["a1", "a2", "b1", "b2"].map((id) => ({ ...asked(id), module: id[0] }));
  const store = answered(Object.fromEntries(questions.map(({ id }) => [id, [[2, false, 3]]])));
  assert.deepEqual(order(store, questions), ["a1", "b1", "a2", "b2"]);
});

test("clone and original take turns", () => {
  const questions = [asked("one", "f"), asked("two", "f")];
  assert.deepEqual(order(answered({ one: [[3, false, 3]] }), questions), ["two"]);
  assert.deepEqual(order(answered({ one: [[3, false, 3]], two: [[2, false, 3]] }), questions), ["one"]);
  assert.deepEqual(order(answered({ one: [[3, false, 3], [1, false, 3]], two: [[2, false, 3]] }), questions), ["two"]);
});

test("a family stands as its first answer of the day says: sure and wrong, then right in another setting after the reasons", () => {
  const store = answered({ before: [[1, false, 3]], after: [] });
  store.keep("after", { at: noon(TODAY - 1) + 1000, response: "a", points: 1, max: 1, confidence: 2 });
  assert.deepEqual(waiting(store, [asked("before", "f"), asked("after", "f")], TODAY).ready.map(({ rank }) => rank), [0]);
});

test("an answer given again on the same day does not count", () => {
  const store = answered({ one: [[1, false, 3]] });
  store.keep("one", { at: noon(TODAY - 1) + 1000, response: "b", points: 1, max: 1, confidence: 3 });
  assert.deepEqual(order(store, [asked("one")]), ["one"]);
});

test("what nobody grades is never reviewed", () => {
  const store = answered({});
  store.keep("one", { at: noon(TODAY - 3), response: "text", points: 0, max: 0 });
  assert.deepEqual(waiting(store, [asked("one")], TODAY), { ready: [], next: undefined });
});

test("an attempt of a clock that ran ahead counts as no later than the one after it, or than today", () => {
  const at = [noon(TODAY + 900), noon(TODAY - 2), noon(TODAY - 1)];
  const attempts = at.map((each) => ({ at: each, response: "a", points: 1, max: 1 }));
  assert.deepEqual(outcomes(attempts, TODAY).map(({ day }) => day), [TODAY - 2, TODAY - 1]);
  assert.deepEqual(outcomes(attempts.slice(0, 1), TODAY).map(({ day }) => day), [TODAY]);
});

test("a day is named as a reader would name it", () => {
  assert.equal(dateOf(TODAY, TODAY), "today");
  assert.equal(dateOf(TODAY + 1, TODAY), "tomorrow, Saturday 5 October");
  assert.equal(dateOf(TODAY + 3, TODAY), "in 3 days, on Monday 7 October");
  assert.equal(dayOf(noon(TODAY)), TODAY);
});
