/**
 * The questions of the pool: their list, and the form of each, which is fetched when a block needs it.
 *
 * @import { Desk, Pool } from "../types"
 */
import { fetched } from "../fetched.js";
import { arrange } from "../kinds.js";
import { all } from "../markup.js";

/** @type {Map<string, Promise<string>>} */
const texts = new Map();

/** @param {Desk} desk @returns {Promise<Pool>} */
export const pool = (desk) => fetched(desk.base, "exam.json");

/** @param {Desk} desk @param {string} id @returns {Promise<string>} */
function text(desk, id) {
  const known = texts.get(id);
  if (known) return known;
  const asked = fetched(desk.base, `exam/${id}.json`).then(({ html }) => html);
  texts.set(id, asked);
  asked.catch(() => texts.delete(id));
  return asked;
}

/** Fetches all questions of a block, so that a lost connection cannot stop it. @param {Desk} desk @param {string[]} ids */
export const fetchAll = (desk, ids) => Promise.all(ids.map((id) => text(desk, id)));

/**
 * Returns the form of a question, with its options in the order that the block's seed names.
 *
 * @param {Desk} desk @param {string} id @param {string} seed @param {string} label
 */
export async function formOf(desk, id, seed, label) {
  const page = new DOMParser().parseFromString(await text(desk, id), "text/html");
  const form = /** @type {HTMLFormElement} */ (document.importNode(/** @type {HTMLFormElement} */ (page.querySelector("form")), true));
  const name = form.querySelector(".gw-label")?.firstChild;
  if (name) name.textContent = label;
  const options = all(form, ".gw-option").map((option) => /** @type {HTMLElement} */ (option).dataset.part ?? "");
  arrange(form, await desk.ask("shuffle", { items: options.sort(), seed: `${seed}:${id}` }));
  return form;
}
