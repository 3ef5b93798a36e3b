/**
 * What counts of a learner's attempts: the first one of each day, since an answer given again right after the reasons
 * shows nothing. Days are those of the reader's own calendar.
 *
 * @import { Attempt } from "./types"
 * @typedef {{ day: number, at: number, right: boolean, sure: number }} Outcome `sure` is 1 to 3, or 0 where not said
 */

/** Milliseconds. */
export const DAY = 86_400_000;

/** Returns the number of the day, counted from 1970, on which it is `at` where the reader is. @param {number} at */
export const dayOf = (at) => Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / DAY);

/**
 * Returns one outcome per day, oldest first; attempts that nobody grades are passed over.
 * Where a clock was wrong, an attempt counts as no later than the one after it, and none as later than today.
 *
 * @param {Attempt[]} attempts @param {number} today @returns {Outcome[]}
 */
export function outcomes(attempts, today) {
  /** @type {Outcome[]} */
  const found = [];
  let latest = today;
  for (const { at, points, max, confidence } of attempts.filter((attempt) => attempt.max > 0).reverse()) {
    latest = Math.min(latest, dayOf(at));
    const outcome = { day: latest, at, right: points === max, sure: confidence ?? 0 };
    if (found.at(-1)?.day === latest) found[found.length - 1] = outcome;
    else found.push(outcome);
  }
  return found.reverse();
}

/** Returns a day as the reader would write it. @param {number} day @param {number} today */
export function dateOf(day, today) {
  const date = new Date(day * DAY).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  if (day <= today) return "today";
  return day === today + 1 ? `tomorrow, ${date}` : `in ${day - today} days, on ${date}`;
}
