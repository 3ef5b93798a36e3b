/**
 * The whole record as one file: written, read back, and joined with what is there.
 * What comes in is untrusted: it is checked to the last field before anything is kept, and copied field by field.
 *
 * @import { Store } from "../store.js"
 * @import { Attempt, Json, Path, RecordFile, Settings, Sitting } from "../types"
 */
import { answersOf, isAttempt, isObject, isPath, isSettings, isSitting, sittingOf } from "../shapes.js";
import { VERSION } from "../shelf.js";
import { ANSWERS, MOST, SCENARIOS } from "../store.js";
import { checksum } from "./checksum.js";

export const FORMAT = "groupwork-record";
/** Characters; a browser keeps about five million for a site. */
export const LARGEST = 8_000_000;
const QUESTION = /^[a-z][a-z-]{0,60}-[0-9]{3}$/;
const SCENARIO = /^[a-z][a-z0-9-]{0,80}$/;
const BLOCK = /^[a-z0-9]{1,16}$/;
/** No answer of the course is longer or nests deeper. */
const [LONGEST, DEEPEST, WIDEST] = [20_000, 4, 100];
const LAST_MOMENT = 8.64e15;

/** Steps from one version of the format to the next; version 1 is the only one so far. @type {Record<number, (record: any) => any>} */
const STEPS = {};

/** A file that is refused: what is wrong, where, what was expected, what to try. */
export class Refused extends Error {
  /** @param {string} what @param {string} where @param {string} expected @param {string} [remedy] */
  constructor(what, where, expected, remedy = "Save the record to a file once more where it was made, and choose that file.") {
    super(`${what} ${where ? `Where: ${where}. ` : ""}Expected: ${expected}. ${remedy}`);
    Object.assign(this, { what, where, expected, remedy });
  }
}

/** @param {Store} store @returns {Pick<RecordFile, "answers" | "scenarios" | "exams" | "settings">} */
function contents(store) {
  const listed = (/** @type {string} */ family, /** @type {(id: string) => any[]} */ read) =>
    Object.fromEntries(store.ids(family).map((id) => [id, read(id)]).filter(([, entry]) => entry.length > 0));
  return {
    answers: listed(ANSWERS, (id) => store.attempts(id)),
    scenarios: listed(SCENARIOS, (id) => store.path(id)),
    exams: Object.fromEntries(store.sittings().map(({ id, sitting }) => [id, sittingOf(sitting)])),
    settings: store.settings(),
  };
}

/** The checksum of everything else in a file. @param {any} record */
export function summed({ checksum: _own, ...rest }) {
  return checksum(JSON.stringify(rest));
}

/** Returns the record as the text of a file. @param {Store} store @param {number} saved when, in milliseconds since 1970 */
export function write(store, saved) {
  const record = { format: FORMAT, version: Number(VERSION), saved, ...contents(store) };
  return `${JSON.stringify({ ...record, checksum: summed(record) })}\n`;
}

/** @param {Json} value @param {number} depth @returns {boolean} */
function isShallow(value, depth = DEEPEST) {
  if (value === null || typeof value !== "object") return true;
  const parts = Object.values(value);
  return depth > 0 && parts.length <= WIDEST && parts.every((part) => isShallow(part, depth - 1));
}

/** Copies an attempt, so that nothing comes along that is not ours. @param {unknown} value @param {string} where @returns {Attempt} */
function attempt(value, where) {
  if (!isAttempt(value)) throw new Refused("An answer has not the form of one.", where, "when, response, points, max");
  const { at, response, points, max, rating, confidence } = value;
  if (!(Number.isInteger(at) && at >= 0 && at <= LAST_MOMENT)) throw new Refused("An answer has no date.", where, "milliseconds since 1970");
  if (!(points >= 0 && points <= max && max <= 1000)) throw new Refused("An answer has more points than there are.", where, "0 to max points");
  if (!isShallow(response) || JSON.stringify(response).length > LONGEST) {
    throw new Refused("An answer is larger than any in this course.", where, `${LONGEST} characters at the most`);
  }
  return { at, response, points, max, ...(rating && { rating }), ...(confidence && { confidence }) };
}

/**
 * @template T @param {unknown} value @param {string} where @param {RegExp} name @param {(value: unknown, where: string) => T} part
 * @returns {Record<string, T>}
 */
function entries(value, where, name, part) {
  if (!isObject(value)) throw new Refused("A part of the file is missing.", where, "entries by id");
  return Object.fromEntries(
    Object.entries(value).map(([id, entry]) => {
      if (!name.test(id)) throw new Refused("An entry has an id that this course does not use.", `${where}, “${id.slice(0, 80)}”`, "an id such as stages-001");
      return [id, part(entry, `${where}, ${id}`)];
    }),
  );
}

/** @param {unknown} value @param {string} where @returns {Attempt[]} */
function attempts(value, where) {
  if (!Array.isArray(value) || value.length > MOST) throw new Refused("The answers to a question are no list.", where, `a list of ${MOST} at the most`);
  return value.map((each, index) => attempt(each, `${where}, answer ${index + 1}`));
}

/** @param {unknown} value @param {string} where @returns {Path} */
function path(value, where) {
  if (!isPath(value) || JSON.stringify(value).length > LONGEST) throw new Refused("A scenario’s choices have not their form.", where, "pairs of scene and choice");
  return value;
}

/** @param {unknown} value @param {string} where @returns {Sitting} */
function block(value, where) {
  if (!isSitting(value)) throw new Refused("A block of exam practice has not its form.", where, "questions, times and answers");
  return sittingOf(value);
}

/** @param {unknown} value @returns {Settings} */
function settings(value) {
  if (!isSettings(value)) throw new Refused("The settings have not their form.", "settings", "confidence: true or false");
  return value.confidence === undefined ? {} : { confidence: value.confidence };
}

/** Brings an older record to the present version, step by step. @param {any} record @param {typeof STEPS} steps */
export function upgraded(record, steps = STEPS, present = Number(VERSION)) {
  const { version } = record;
  if (!(Number.isInteger(version) && version >= 1)) throw new Refused("The file does not say which version it has.", "version", `a number from 1 to ${present}`);
  if (version > present) {
    throw new Refused(`The file was saved by a newer version of the course (${version}).`, "version", `${present} or older`, "Reload this page to get the newest version of the course, and try again.");
  }
  for (let at = version; at < present; at += 1) record = { ...steps[at](record), version: at + 1 };
  return record;
}

/** The checksum of a file's contents, whatever they are; too deep a nesting has none. @param {unknown} given */
function sumOf(given) {
  try {
    return summed(given);
  } catch {
    return "";
  }
}

/** Reads the text of a file. @param {string} text @returns {Pick<RecordFile, "answers" | "scenarios" | "exams" | "settings" | "saved">} */
export function read(text) {
  if (text.length > LARGEST) throw new Refused("The file is too large to be a record.", "", `${LARGEST / 1e6} million characters at the most`);
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Refused("The file cannot be read.", "", "JSON, as this course saves it", "Choose the file whose name begins with “groupwork-record”; if it is that one, save it once more where it was made.");
  }
  if (!isObject(given) || given.format !== FORMAT) {
    throw new Refused("This is no record of this course.", "format", `“${FORMAT}”`, "Choose the file whose name begins with “groupwork-record”.");
  }
  if (given.checksum !== sumOf(given)) throw new Refused("The file has been changed or damaged since it was saved.", "checksum", "a checksum that fits the contents");
  const record = upgraded(given);
  if (!(Number.isInteger(record.saved) && record.saved >= 0 && record.saved <= LAST_MOMENT)) throw new Refused("The file has no date.", "saved", "milliseconds since 1970");
  return {
    saved: record.saved,
    answers: entries(record.answers, "answers", QUESTION, attempts),
    scenarios: entries(record.scenarios, "scenarios", SCENARIO, path),
    exams: entries(record.exams ?? {}, "exams", BLOCK, block),
    settings: settings(record.settings),
  };
}

/** Pairs each attempt with the latest moment so far: where a clock was set back, the order in a list is right. @param {Attempt[]} list */
function timed(list) {
  let latest = 0;
  return list.map((each) => ({ each, latest: (latest = Math.max(latest, each.at)) }));
}

/** What makes two attempts the same one, wherever they are kept. @param {Attempt} attempt */
const same = ({ at, response, points, max }) => JSON.stringify([at, response, points, max]);

/**
 * Joins two lists of attempts: each keeps its own order, what stands in both stands once, with the rating that the
 * reader gave it in either, and the newest fifty stay.
 *
 * @param {Attempt[]} mine @param {Attempt[]} theirs @returns {Attempt[]}
 */
export function joined(mine, theirs) {
  const known = new Set(mine.map(same));
  const rated = new Map(theirs.filter(({ rating }) => rating).map((each) => [same(each), each.rating]));
  const own = mine.map((each) => (each.rating || !rated.has(same(each)) ? each : { ...each, rating: rated.get(same(each)) }));
  const fresh = timed(theirs).filter(({ each }) => !known.has(same(each)));
  return [...timed(own), ...fresh]
    .sort((one, other) => one.latest - other.latest)
    .map(({ each }) => each)
    .slice(-MOST);
}

/**
 * Says whether a block in a file goes further than the one here: by its answers, then as a finished one, then by its
 * time. Of two that are finished the one here stays, as its report was read.
 *
 * @param {Sitting} theirs @param {Sitting | null} mine
 */
function isFurther(theirs, mine) {
  if (!mine) return true;
  if (mine.ended && theirs.ended) return false;
  const more = answersOf(theirs) - answersOf(mine);
  return more ? more > 0 : !mine.ended && (theirs.ended > 0 || theirs.used > mine.used);
}

/**
 * Adds a record that has been read to the one in the store, and returns how many answers are new.
 * A scenario keeps the longer way, a block of exam practice the one that went further; a setting that is made here stays.
 *
 * @param {Store} store @param {ReturnType<typeof read>} record
 */
export function merge(store, record) {
  const unsaved = store.unsaved();
  let added = 0;
  for (const [id, theirs] of Object.entries(record.answers)) {
    const mine = store.attempts(id);
    const both = joined(mine, theirs);
    if (JSON.stringify(both) === JSON.stringify(mine)) continue;
    const known = new Set(mine.map(same));
    added += both.filter((each) => !known.has(same(each))).length;
    store.write(ANSWERS + id, both);
  }
  for (const [id, theirs] of Object.entries(record.scenarios)) if (theirs.length > store.path(id).length) store.keepPath(id, theirs);
  for (const [id, theirs] of Object.entries(record.exams)) {
    const mine = store.sitting(id);
    if (!isFurther(theirs, mine)) continue;
    store.keepSitting(id, theirs);
    // One that is older than all that are kept has gone again.
    if (store.sitting(id)) added += answersOf(theirs) - (mine ? answersOf(mine) : 0);
  }
  const made = store.settings();
  if (Object.keys(record.settings).some((name) => !(name in made))) store.set({ ...record.settings, ...made });
  // What stood here in no file is in none now either.
  if (!unsaved && record.saved > store.saved()) store.keepSaved(record.saved);
  return added;
}
