/**
 * The shapes of what is kept, checked wherever it is read: a browser's storage and a reader's file may hold anything.
 *
 * @import { Attempt, Mark, Path, Settings, Sitting } from "./types"
 */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const isLevel = (value) => value === undefined || value === 1 || value === 2 || value === 3;

/** @param {unknown} value @returns {value is Attempt} */
export function isAttempt(value) {
  if (!isObject(value)) return false;
  const { at, points, max, rating, confidence } = value;
  return [at, points, max].every(Number.isFinite) && "response" in value && isLevel(rating) && isLevel(confidence);
}

/** @param {unknown} value @returns {value is Attempt[]} */
export const isAttempts = (value) => Array.isArray(value) && value.every(isAttempt);

/** @param {unknown} value @returns {value is Path} */
export const isPath = (value) =>
  Array.isArray(value) && value.every((step) => Array.isArray(step) && step.length === 2 && step.every((name) => typeof name === "string"));

/** @param {unknown} value @returns {value is Settings} */
export const isSettings = (value) => isObject(value) && (value.confidence === undefined || typeof value.confidence === "boolean");

const QUESTION = /^[a-z][a-z-]{0,60}-[0-9]{3}$/;
const NAME = /^[a-z0-9-]{0,40}$/;
const LAST_MOMENT = 8.64e15;
/** No block is longer; nobody changes an answer, or strikes options out, more often. */
const [LONGEST_BLOCK, MOST_MARKS] = [500, 50];

/** @param {unknown} value @param {number} most */
const isCount = (value, most) => typeof value === "number" && value >= 0 && value <= most;

/** @param {unknown} value @param {RegExp} name @param {number} most */
const areNames = (value, name, most) => Array.isArray(value) && value.length <= most && value.every((each) => typeof each === "string" && name.test(each));

/** @param {unknown} value @returns {value is Mark} */
function isMark(value) {
  if (!isObject(value)) return false;
  const { response, given, at, seconds, struck, flag, sure, late } = value;
  return (
    (response === undefined || areNames([response], NAME, 1)) &&
    [given, struck].every((names) => names === undefined || areNames(names, NAME, MOST_MARKS)) &&
    (at === undefined || isCount(at, LAST_MOMENT)) &&
    (seconds === undefined || isCount(seconds, 1e7)) &&
    [flag, late].every((sign) => sign === undefined || sign === true) &&
    isLevel(sure)
  );
}

/** @param {unknown} value @returns {value is Sitting} */
export function isSitting(value) {
  if (!isObject(value) || !isObject(value.marks)) return false;
  const { begun, seen, ended, mode, seed, area, ids, place, limit, used, away, breaks, told, hidden, marks } = value;
  return (
    [begun, seen, ended].every((moment) => isCount(moment, LAST_MOMENT)) &&
    (mode === "study" || mode === "timed") &&
    typeof seed === "string" && seed.length <= 80 &&
    areNames([area], NAME, 1) &&
    areNames(ids, QUESTION, LONGEST_BLOCK) &&
    isCount(place, LONGEST_BLOCK) && Number.isInteger(place) &&
    [limit, used, away].every((seconds) => isCount(seconds, 1e9)) &&
    isCount(breaks, 1e6) &&
    Array.isArray(told) && told.length <= 10 && told.every((minutes) => isCount(minutes, 1000)) &&
    typeof hidden === "boolean" &&
    Object.keys(marks).length <= LONGEST_BLOCK &&
    Object.entries(marks).every(([id, mark]) => QUESTION.test(id) && isMark(mark))
  );
}

/** Copies a mark field by field, in one order, so that equal ones are written alike. @param {Mark} mark @returns {Mark} */
function markOf({ response, given, at, seconds, struck, flag, sure, late }) {
  return {
    ...(response !== undefined && { response }),
    ...(given?.length && { given: [...given] }),
    ...(at && { at }),
    ...(seconds && { seconds }),
    ...(struck?.length && { struck: [...struck] }),
    ...(flag && { flag }),
    ...(sure && { sure }),
    ...(late && { late }),
  };
}

/** Copies a block field by field, so that nothing comes along that is not ours. @param {Sitting} sitting @returns {Sitting} */
export function sittingOf({ begun, seen, ended, mode, seed, area, ids, place, limit, used, away, breaks, told, hidden, marks }) {
  const copies = ids.filter((id) => Object.hasOwn(marks, id)).map((id) => [id, markOf(marks[id])]);
  return { begun, seen, ended, mode, seed, area, ids: [...ids], place, limit, used, away, breaks, told: [...told], hidden, marks: Object.fromEntries(copies) };
}

/** Counts the answers of a block that were given after a moment. @param {Sitting} sitting @param {number} [after] */
export const answersOf = ({ marks }, after = -1) => Object.values(marks).filter(({ given, at }) => given?.length && (at ?? 0) > after).length;
