/**
 * How each kind of question is answered on a page: reading a response from its inputs, writing one back,
 * and saying in words what a verdict on one part means. Grading is the checker's.
 *
 * @import { Json, Part } from "./types"
 * @typedef {{
 *   read(form: HTMLFormElement): Json,
 *   write(form: HTMLFormElement, response: Json): void,
 *   words: Partial<Record<Part["verdict"], string>>,
 *   given?(form: HTMLFormElement, part: Part, response: Json): string,
 *   wire?(form: HTMLFormElement): void,
 * }} Kind
 */

import { all, one } from "./markup.js";
import { practice } from "./practice.js";

/** @param {Json} value @returns {Json[]} */
const list = (value) => (Array.isArray(value) ? value : [value]);

/** @param {Json} value @param {string} name */
const entry = (value, name) =>
  value && typeof value === "object" && !Array.isArray(value) && typeof value[name] === "string" ? value[name] : "";

/** @param {HTMLFormElement} form @returns {HTMLInputElement[]} */
const boxes = (form) => all(form, ".gw-option input");

/** @param {HTMLFormElement} form */
const readBoxes = (form) => boxes(form).filter((box) => box.checked).map((box) => box.value);

/** @type {Kind["write"]} */
function writeBoxes(form, response) {
  const chosen = list(response);
  for (const box of boxes(form)) box.checked = chosen.includes(box.value);
}

/** Inputs that each answer one part: selects of a match, gaps of a cloze. @type {Pick<Kind, "read" | "write" | "given">} */
const fields = {
  given(form, part, response) {
    if (part.verdict !== "wrong") return "";
    const value = entry(response, part.id);
    const option = all(form, "option").find((candidate) => candidate.getAttribute("value") === value);
    return ` (you: ${option?.textContent ?? value})`;
  },
  read: (form) =>
    Object.fromEntries(
      all(form, ".gw-parts [data-part]:is(input, select)")
        .map((field) => /** @type {HTMLInputElement} */ (field))
        .filter((field) => field.value.trim() !== "")
        .map((field) => [field.dataset.part ?? "", field.value]),
    ),
  write(form, response) {
    for (const field of all(form, ".gw-parts [data-part]:is(input, select)")) {
      const input = /** @type {HTMLInputElement} */ (field);
      input.value = entry(response, input.dataset.part ?? "");
    }
  },
};

/** Moves a line of an order question by one place and says where it is now. @param {HTMLFormElement} form @param {HTMLElement} button */
function move(form, button) {
  const line = /** @type {HTMLElement} */ (button.closest("li"));
  const other = Number(button.dataset.move) < 0 ? line.previousElementSibling : line.nextElementSibling;
  const lines = all(one(form, ".gw-order"), "li");
  const text = one(line, ".gw-item").textContent;
  const said = one(form, ".gw-moved");
  if (!other) {
    said.textContent = `${text} is already ${Number(button.dataset.move) < 0 ? "first" : "last"}.`;
    return;
  }
  if (Number(button.dataset.move) < 0) other.before(line);
  else other.after(line);
  button.focus();
  said.textContent = `${text} is now in place ${all(one(form, ".gw-order"), "li").indexOf(line) + 1} of ${lines.length}.`;
}

/** @type {Record<string, Kind>} */
export const kinds = {
  ...practice(fields, { read: readBoxes, write: writeBoxes }),
  choice: {
    read: (form) => boxes(form).find((box) => box.checked)?.value ?? null,
    write: writeBoxes,
    words: { right: "Your answer – right", wrong: "Your answer – fits less", missed: "Fits better", unchosen: "Not chosen" },
  },
  multi: {
    read: readBoxes,
    write: writeBoxes,
    words: { right: "Chosen – right", wrong: "Chosen – does not belong", missed: "Belongs here too", unchosen: "Rightly left out" },
  },
  order: {
    read: (form) => all(form, ".gw-order > li").map((line) => /** @type {HTMLElement} */ (line).dataset.part ?? ""),
    write(form, response) {
      arrange(form, list(response).map(String));
    },
    words: { right: "In its place", wrong: "Belongs here", missed: "Belongs here", unchosen: "Belongs here" },
    given(_form, part, response) {
      const place = part.verdict === "wrong" ? ` (you: place ${list(response).indexOf(part.id) + 1})` : "";
      return place + (part.next ? ", and you let the right one follow" : "");
    },
    wire(form) {
      for (const moves of all(form, ".gw-moves")) /** @type {HTMLElement} */ (moves).hidden = false;
      one(form, ".gw-order").addEventListener("click", (event) => {
        const button = /** @type {Element} */ (event.target).closest(".gw-move");
        if (button) move(form, /** @type {HTMLElement} */ (button));
      });
    },
  },
  match: {
    ...fields,
    words: { right: "Matched", wrong: "Belongs together", missed: "Left open", unchosen: "Not used" },
  },
  cloze: {
    ...fields,
    words: { right: "Yours fits", wrong: "Yours does not fit yet", missed: "Left blank", unchosen: "Left blank" },
  },
};

/** Puts the parts of a question into the order of `ids`, reasons included; unknown ids are passed over. @param {HTMLFormElement} form @param {string[]} ids */
export function arrange(form, ids) {
  for (const holder of all(form, form.dataset.kind === "order" ? ".gw-parts" : ".gw-parts, .gw-reasons ul")) {
    const parts = all(holder, ":scope > [data-part]");
    for (const id of ids) {
      const part = parts.find((candidate) => /** @type {HTMLElement} */ (candidate).dataset.part === id);
      if (part) holder.append(part);
    }
  }
}
