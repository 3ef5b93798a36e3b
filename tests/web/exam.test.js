/** Exam practice: the clock counts what is worked and nothing else; a block is kept after every act. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { merge, read, summed, write } from "../../src/groupwork/web/desk/record.js";
import { Clock, inWords, limitOf, LONGEST_GAP, shown } from "../../src/groupwork/web/exam/clock.js";
import { begin, Block, FILTERS, timesMet, within } from "../../src/groupwork/web/exam/sitting.js";
import { lengths } from "../../src/groupwork/web/exam/start.js";
import { EXAMS, MOST_BLOCKS, Store } from "../../src/groupwork/web/store.js";
import { storage } from "./storage.js";

/** @typedef {import("../../src/groupwork/web/types").Sitting} Sitting */

/** A clock whose hands the test moves. @param {number} limit seconds */
function clocked(limit) {
  let now = 1_000_000;
  const time = { limit, used: 0, away: 0, breaks: 0, told: /** @type {number[]} */ ([]) };
  const clock = new Clock(time, () => now);
  /** @param {number} seconds @param {number} [step] */
  const pass = (seconds, step = 1) => {
    const due = [];
    for (let done = 0; done < seconds; done += step) {
      now += 1000 * step;
      clock.look();
      const minutes = clock.due();
      if (minutes !== undefined) due.push(minutes);
    }
    return due;
  };
  return { clock, time, pass, jump: (/** @type {number} */ seconds) => (now += 1000 * seconds) };
}

/** @param {string[]} ids @param {Partial<Sitting>} [more] */
function block(ids, more = {}) {
  const browser = storage();
  const store = new Store(() => browser);
  let now = 5000;
  const sitting = { ...begin({ mode: "timed", seed: "s", area: "", ids, limit: 1200 }, now), ...more };
  store.keepSitting("abc", sitting);
  const made = new Block(store, "abc", sitting, () => (now += 1000));
  return { browser, store, made, kept: () => /** @type {Sitting} */ (store.sitting("abc")) };
}

test("the clock counts while it runs and stands still in a pause", () => {
  const { clock, time, pass, jump } = clocked(600);
  assert.equal(clock.look(), 0);
  clock.start();
  pass(90);
  clock.pause();
  jump(3600);
  assert.equal(clock.look(), 0);
  clock.start(3600);
  pass(10);
  assert.deepEqual([time.used, time.away, time.breaks, clock.left], [100, 3600, 1, 500]);
});

test("a clock that is set back takes nothing and gives nothing", () => {
  const { clock, time, pass, jump } = clocked(600);
  clock.start();
  pass(60);
  jump(-7200);
  assert.equal(clock.look(), 0);
  pass(60);
  assert.deepEqual([time.used, time.away, time.breaks], [120, 0, 1]);
});

test("sleep, or a clock that is set forward, does not count and is told", () => {
  const { clock, time, pass, jump } = clocked(600);
  clock.start();
  pass(30);
  jump(LONGEST_GAP + 1);
  clock.look();
  assert.deepEqual([time.used, time.away, time.breaks], [30, LONGEST_GAP + 1, 1]);
});

test("a page in the background, which is looked at once a minute, counts in full", () => {
  const { clock, time, pass } = clocked(3600);
  clock.start();
  pass(1800, 60);
  assert.deepEqual([time.used, time.breaks], [1800, 0]);
});

test("alerts come once each, and none with which a block begins", () => {
  const { clock, time, pass } = clocked(limitOf({ questions: 122, minutes: 240 }, 20, 1));
  clock.start();
  assert.equal(clock.due(), undefined);
  assert.deepEqual(pass(2500), [30, 15, 5, 0]);
  assert.deepEqual(pass(600), []);
  assert.deepEqual(time.told, [30, 15, 5, 0]);
  const short = clocked(900);
  short.clock.start();
  assert.deepEqual(short.pass(900), [5, 0]);
});

test("alerts that were told before a reload are not told again", () => {
  const { clock, time, pass } = clocked(1200);
  time.told.push(15);
  time.used = 400;
  clock.start(10);
  assert.deepEqual(pass(600), [5]);
});

test("alerts that come due together are told as the latest one", () => {
  const { clock, pass } = clocked(1860);
  clock.time.used = 900;
  clock.start();
  assert.deepEqual(pass(60, 60), [15]);
});

test("after the end the time runs on and says so", () => {
  const { clock, pass } = clocked(60);
  clock.start();
  pass(75);
  assert.ok(clock.isOver);
  assert.equal(clock.left, -15);
});

test("untimed there is no limit, no alert and no end", () => {
  const { clock, time, pass } = clocked(0);
  clock.start();
  assert.deepEqual(pass(9000, 100), []);
  assert.deepEqual([clock.left, clock.isOver, time.used], [undefined, false, 9000]);
});

test("the time of a block follows the profile and is extended as a whole", () => {
  const exam = { questions: 122, minutes: 240 };
  assert.deepEqual([1, 1.5, 2].map((pace) => limitOf(exam, 10, pace) / 60), [20, 30, 40]);
  assert.deepEqual([20, 30, 61, 122].map((count) => limitOf(exam, count, 1) / 60), [40, 60, 120, 240]);
});

test("time is shown as on a clock", () => {
  assert.deepEqual([0, 59.2, 60, 1199, 3600, 7325].map(shown), ["0:00", "1:00", "1:00", "19:59", "1:00:00", "2:02:05"]);
  assert.deepEqual([10, 60, 1170].map(inWords), ["less than a minute", "1 minute", "20 minutes"]);
});

test("every act is kept at once", () => {
  const { made, kept } = block(["exam-001", "exam-002"]);
  made.choose("exam-001", "b", false);
  assert.equal(kept().marks["exam-001"].response, "b");
  made.set("exam-001", { flag: true });
  assert.equal(kept().marks["exam-001"].flag, true);
  assert.ok(made.strike("exam-002", "c"));
  assert.deepEqual(kept().marks["exam-002"].struck, ["c"]);
  assert.ok(!made.strike("exam-002", "c"));
  assert.equal(kept().marks["exam-002"].struck, undefined);
});

test("moving through the options is no change of answer; coming back and choosing another is", () => {
  const { made, kept } = block(["exam-001"]);
  for (const option of ["a", "b", "c"]) made.choose("exam-001", option, false);
  made.settle("exam-001");
  made.settle("exam-001");
  assert.deepEqual(kept().marks["exam-001"].given, ["c"]);
  made.choose("exam-001", "a", true);
  made.settle("exam-001");
  assert.deepEqual(kept().marks["exam-001"].given, ["c", "a"]);
  assert.equal(kept().marks["exam-001"].late, true);
});

test("what is chosen when the block is finished counts, without leaving its question", () => {
  const { made, kept } = block(["exam-001", "exam-002"]);
  made.choose("exam-002", "a", false);
  made.finish();
  assert.deepEqual(kept().marks["exam-002"].given, ["a"]);
  assert.ok(kept().ended > kept().begun);
});

test("a copy that was left behind writes nothing over a block that was finished, or gone on with, elsewhere", () => {
  const { made, store, kept } = block(["exam-001", "exam-002"]);
  const behind = new Block(store, "abc", /** @type {Sitting} */ (JSON.parse(JSON.stringify(made.sitting))));
  assert.equal(behind.elsewhere, undefined);
  made.choose("exam-001", "a", false);
  behind.choose("exam-002", "b", false);
  assert.equal(behind.elsewhere, "taken");
  assert.deepEqual(Object.keys(kept().marks), ["exam-001"]);
  made.finish();
  behind.keep();
  assert.ok(kept().ended);
});

test("a block that was erased elsewhere does not come back with the next answer", () => {
  const { made, store } = block(["exam-001"]);
  store.erase();
  made.choose("exam-001", "a", false);
  assert.equal(store.sitting("abc"), null);
  assert.equal(made.elsewhere, "gone");
});

test("the filters find what is unanswered, flagged and guessed", () => {
  const marks = [{}, { response: "a", sure: 1 }, { response: "b", flag: /** @type {const} */ (true), sure: 3 }];
  assert.deepEqual(FILTERS.map(([name, , fits]) => [name, marks.filter(fits).length]), [["all", 3], ["unanswered", 1], ["flagged", 1], ["unsure", 1]]);
});

test("questions are counted by the blocks that they were in", () => {
  const [one, two] = [block(["exam-001", "exam-002"]), block(["exam-002"])];
  assert.deepEqual(timesMet([...one.store.sittings(), ...two.store.sittings()]), { "exam-001": 1, "exam-002": 2 });
});

test("what a study that was ended early left open has not been met", () => {
  const { made, store } = block(["exam-001", "exam-002"], { mode: "study" });
  made.set("exam-001", { response: "a", given: ["a"] });
  assert.deepEqual(timesMet(store.sittings()), { "exam-001": 1, "exam-002": 1 });
  made.finish();
  assert.deepEqual(timesMet(store.sittings()), { "exam-001": 1 });
});

test("a block goes on without the questions that have left the pool, at the one that was open", () => {
  const { sitting } = block(["exam-001", "exam-002", "exam-003"], { place: 2 }).made;
  const pool = (/** @type {string[]} */ ...ids) => ids.map((id) => ({ id }));
  assert.deepEqual(within(sitting, pool("exam-001", "exam-002", "exam-003", "exam-004")), sitting);
  assert.deepEqual(within(sitting, pool("exam-003", "exam-001")), { ...sitting, ids: ["exam-001", "exam-003"], place: 1 });
  assert.deepEqual(within(sitting, pool("exam-001")), { ...sitting, ids: ["exam-001"], place: 0 });
});

test("the long form is offered when the pool holds three times its length", () => {
  const course = (/** @type {number} */ size) => /** @type {any} */ ({ questions: 122, pool: Array(size).fill({}) });
  assert.deepEqual(lengths(course(66)), [10, 20, 30, 61]);
  assert.deepEqual(lengths(course(365)), [10, 20, 30, 61]);
  assert.deepEqual(lengths(course(366)), [10, 20, 30, 61, 122]);
  assert.deepEqual(lengths(course(25)), [10, 20]);
  assert.deepEqual(lengths(course(4)), [4]);
  assert.deepEqual(lengths(course(0)), []);
});

test("a block that is saved, erased and read back is the same to the character", () => {
  const { browser, store, made } = block(["exam-001", "exam-002", "exam-003"]);
  made.set("exam-002", { sure: 1, flag: true });
  made.choose("exam-002", "a", true);
  made.strike("exam-001", "b");
  made.spend("exam-003", 12.5);
  made.finish();
  store.keepSaved(6000);
  const before = Object.fromEntries([...browser.kept].sort());
  const text = write(store, 6000);
  store.erase();
  assert.equal(merge(store, read(text)), 1);
  assert.deepEqual(Object.fromEntries([...browser.kept].sort()), before);
  assert.equal(merge(store, read(text)), 0);
});

test("of a block in two records the one that went further stays, and a finished one is never replaced", () => {
  const [mine, theirs] = [block(["exam-001", "exam-002"]), block(["exam-001", "exam-002"])];
  theirs.made.choose("exam-001", "a", false);
  theirs.made.settle("exam-001");
  assert.equal(merge(mine.store, read(write(theirs.store, 1))), 1);
  assert.equal(mine.kept().marks["exam-001"].response, "a");
  new Block(mine.store, "abc", mine.kept()).finish();
  const before = JSON.stringify(mine.kept());
  theirs.made.choose("exam-002", "a", false);
  theirs.made.finish();
  assert.equal(merge(mine.store, read(write(theirs.store, 1))), 0);
  assert.equal(JSON.stringify(mine.kept()), before);
});

test("a finished block replaces an open one, and stays, unless the open one has more answers", () => {
  /** @param {string[]} answered @param {boolean} finished */
  const copy = (answered, finished) => {
    const { made, store, kept } = block(["exam-001", "exam-002", "exam-003"]);
    for (const id of answered) made.choose(id, "a", false);
    for (const id of answered) made.settle(id);
    if (finished) made.finish();
    return { store, kept };
  };
  const cases = /** @type {[mine: [string[], boolean], theirs: [string[], boolean], taken: boolean][]} */ ([
    [[["exam-001"], false], [["exam-002"], true], true],
    [[["exam-001", "exam-002"], false], [["exam-003"], true], false],
    [[["exam-001"], true], [["exam-002"], false], false],
    [[["exam-001"], true], [["exam-002", "exam-003"], false], true],
    [[["exam-001"], true], [["exam-002", "exam-003"], true], false],
  ]);
  for (const [mine, theirs, taken] of cases) {
    const [here, there] = [copy(...mine), copy(...theirs)];
    merge(here.store, read(write(there.store, 1)));
    assert.deepEqual(Object.keys(here.kept().marks), (taken ? theirs : mine)[0]);
    assert.equal(here.kept().ended > 0, (taken ? theirs : mine)[1]);
  }
});

test("answers in blocks count among those that stand in no file", () => {
  const { store, made } = block(["exam-001", "exam-002"]);
  made.choose("exam-001", "a", false);
  made.finish();
  assert.equal(store.unsaved(), 1);
  store.keepSaved(1e6);
  assert.equal(store.unsaved(), 0);
});

test("a hundred finished blocks are kept; the oldest go first, and none that is open", () => {
  const { browser, store, made } = block(["exam-001"]);
  for (let number = 1; number <= MOST_BLOCKS + 5; number += 1) {
    const sitting = begin({ mode: "study", seed: "", area: "", ids: ["exam-001"], limit: 0 }, 10_000 + number);
    store.keepSitting(`x${number}`, { ...sitting, ended: number });
  }
  assert.equal([...browser.kept.keys()].filter((name) => name.startsWith(EXAMS)).length, MOST_BLOCKS + 1);
  assert.ok(store.sitting("abc"));
  assert.equal(store.sitting("x1"), null);
  made.finish();
  assert.ok(store.sitting("abc"), "what was begun first and finished last stays");
  assert.equal(store.sitting("x6"), null);
});

test("an old block in a file takes the place of no newer one, and does not count as new", () => {
  const { store } = block([]);
  store.erase();
  const sitting = begin({ mode: "study", seed: "", area: "", ids: ["exam-001"], limit: 0 }, 1);
  const marks = { "exam-001": { response: "a", given: ["a"] } };
  store.keepSitting("old", { ...sitting, ended: 1, marks });
  const file = read(write(store, 1));
  store.erase();
  for (let number = 1; number <= MOST_BLOCKS; number += 1) store.keepSitting(`x${number}`, { ...sitting, ended: 1000 + number });
  assert.equal(merge(store, file), 0);
  assert.ok(store.sitting("x1"));
  assert.equal(store.sitting("old"), null);
});

/** @type {Record<string, (sitting: any) => void>} */
const BENT = {
  "no questions": (sitting) => delete sitting.ids,
  "a question with another kind of name": (sitting) => sitting.ids.push("<img>"),
  "a mark for something else": (sitting) => (sitting.marks = JSON.parse('{"__proto__": {}}')),
  "an answer that is no option": (sitting) => (sitting.marks = { "exam-001": { response: { a: 1 } } }),
  "time that runs backwards": (sitting) => (sitting.used = -1),
  "an endless seed": (sitting) => (sitting.seed = "x".repeat(81)),
  "a mode of its own": (sitting) => (sitting.mode = "cheat"),
  "half a place": (sitting) => (sitting.place = 0.5),
  "sure as never": (sitting) => (sitting.marks = { "exam-001": { sure: 4 } }),
  "a flag that is text": (sitting) => (sitting.marks = { "exam-001": { flag: "yes" } }),
};

for (const [name, bend] of Object.entries(BENT)) {
  test(`a block in a file, and one in the browser, is refused: ${name}`, () => {
    const { browser, store } = block(["exam-001"]);
    const record = JSON.parse(write(store, 1));
    bend(record.exams.abc);
    record.checksum = summed(record);
    assert.throws(() => read(JSON.stringify(record)), /exams|exam practice/);
    const sitting = JSON.parse(/** @type {string} */ (browser.getItem(`${EXAMS}abc`)));
    bend(sitting);
    browser.setItem(`${EXAMS}abc`, JSON.stringify(sitting));
    assert.equal(store.sitting("abc"), null);
    assert.deepEqual(store.sittings(), []);
    assert.ok(browser.getItem("groupwork:damaged:abc"));
  });
}

test("a file of an earlier release, which knew no blocks, is read", () => {
  const record = JSON.parse(write(block([]).store, 1));
  delete record.exams;
  record.checksum = summed(record);
  assert.deepEqual(read(JSON.stringify(record)).exams, {});
});
