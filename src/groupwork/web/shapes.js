/**
 * The shapes of what is kept, checked wherever it is read: a browser's storage and a reader's file may hold anything.
 *
 * @import { Attempt, Path, Settings } from "./types"
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
