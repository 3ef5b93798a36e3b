/**
 * The outline of the course, and what is said the same way on every page of the desk.
 *
 * @import { Asked, Desk, Outline } from "../types"
 */
import { fetched } from "../fetched.js";
import { element } from "../markup.js";
import { isShared } from "../store.js";

/** @param {Desk} desk @returns {Promise<Outline>} */
export const outline = (desk) => fetched(desk.base, "desk.json");

/** @param {Desk} desk @param {string} url an address in the site @param {string} text */
export const link = (desk, url, text) =>
  Object.assign(element("a", {}, text), { href: new URL(`../../${url}`, desk.base).href });

/** @param {number} number @param {string} word */
export const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

/** @param {number} share */
export const percent = (share) => `${Math.round(100 * share)}\u00a0%`;

/** Returns where a question stands, with its place on the page. @param {Asked} asked */
export const address = (asked) => `${asked.url}#${asked.form}`;

/**
 * Reminds the reader to save the record, where answers stand in no file; says nothing where there is nothing to lose.
 *
 * @param {Desk} desk @param {Node} [way] leads to where the record is saved
 */
export function reminder(desk, way) {
  const unsaved = desk.store.unsaved();
  if (!unsaved || isShared()) return [];
  const text =
    `${counted(unsaved, "answer")} ${unsaved === 1 ? "stands" : "stand"} in this browser and in no file of yours. ` +
    "A browser may clear what a site has kept: Safari does so after seven days without a visit. ";
  return [element("p", { className: "gw-note" }, way ? [text, way] : text)];
}
