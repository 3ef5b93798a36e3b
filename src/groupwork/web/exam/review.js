/**
 * The review screen of a block: every question with what was done about it, filters, and the way to finish.
 *
 * @import { Block } from "./sitting.js"
 * @typedef {{ open: (at: number) => void, back: () => void, finish: () => void, left: HTMLElement, asks: boolean }} Ways
 */
import { counted } from "../desk/outline.js";
import { button, element } from "../markup.js";
import { actions, askingFirst, heading } from "./parts.js";
import { FILTERS } from "./sitting.js";

const SURE = ["", "guessed", "fairly sure", "sure"];

/** @param {import("../types").Mark} mark */
function state({ response, flag, sure }) {
  return [response === undefined ? "unanswered" : "answered", ...(flag ? ["flagged"] : []), ...(sure ? [SURE[sure]] : [])].join(", ");
}

/** @param {HTMLElement} list @param {Block} block @param {string} chosen @param {Ways} ways */
function fill(list, block, chosen, { open }) {
  const fits = FILTERS.find(([name]) => name === chosen)?.[2] ?? (() => true);
  const { ids } = block.sitting;
  const lines = ids.flatMap((id, at) => {
    const mark = block.mark(id);
    if (!fits(mark)) return [];
    const text = [element("span", {}, `Question ${at + 1}`), element("span", { className: "gw-hint" }, ` ${state(mark)}`)];
    const line = button("", () => open(at), "gw-again gw-line");
    line.append(...text);
    if (mark.flag) line.classList.add("gw-flagged");
    return [element("li", {}, [line])];
  });
  list.replaceChildren(...(lines.length ? [element("ol", { className: "gw-overview" }, lines)] : [element("p", {}, "No question of this kind.")]));
}

/** @param {Block} block @param {Ways} ways @param {HTMLElement} list */
function filters(block, ways, list) {
  const { ids } = block.sitting;
  const offered = FILTERS.filter(([name]) => ways.asks || name !== "unsure");
  /** @type {HTMLButtonElement[]} */
  const buttons = offered.map(([name, text, fits]) => {
    const number = ids.filter((id) => fits(block.mark(id))).length;
    const made = button(`${text} (${number})`, () => {
      for (const each of buttons) each.setAttribute("aria-pressed", `${each === made}`);
      fill(list, block, name, ways);
    }, "gw-again gw-toggle");
    made.setAttribute("aria-pressed", `${name === "all"}`);
    return made;
  });
  const group = element("div", { className: "gw-actions gw-filters" }, buttons);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Show");
  return group;
}

/** Says what finishing does. @param {Block} block */
function warning(block) {
  const open = block.sitting.ids.length - block.answered;
  const missing = open ? `${counted(open, "question")} ${open === 1 ? "is" : "are"} unanswered and will not count as right. ` : "";
  return `${missing}After this, answers cannot be changed.`;
}

/** @param {HTMLElement} stage @param {Block} block @param {Ways} ways */
export function review(stage, block, ways) {
  const title = heading("Review");
  const list = element("div", {});
  fill(list, block, "all", ways);
  const { ids, place } = block.sitting;
  stage.replaceChildren(
    title,
    element("p", {}, [`${block.answered} of ${counted(ids.length, "question")} answered. `, ways.left]),
    filters(block, ways, list),
    list,
    actions([button(`Back to question ${place + 1}`, ways.back, "gw-again")]),
    askingFirst("Finish the block", () => warning(block), ["Yes, finish and see the report", "Not yet"], ways.finish),
  );
  title.focus();
}
