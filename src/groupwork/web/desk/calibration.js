/**
 * How sure the learner was, and how often that was right: a picture, the same as a table, and a score in plain words.
 *
 * @typedef {{ level: number, right: number, total: number, interval: [number, number], read_as: number }} Level
 * @typedef {{ levels: Level[], total: number, brier: number | null }} Calibration
 */
import { element } from "../markup.js";
import { drawn } from "./drawing.js";
import { counted, percent } from "./outline.js";

const NAMES = ["A guess", "Fairly sure", "Sure"];

/** @param {Calibration} measured @returns {HTMLElement[]} */
export function calibration({ levels, total, brier }) {
  if (brier === null) {
    const said = "Say how sure you are before you check an answer: here you will see whether “sure” means right. It costs no points.";
    return [element("p", {}, said)];
  }
  const few = total < 20 ? " That is few: the picture will change with every answer." : "";
  const legend = "Dot and thick line: your share right, with its 95 % range. Dashed: what you said, as it is read below.";
  return [
    element("p", {}, `${counted(total, "answer")} on which you said how sure you were.${few}`),
    element("figure", { className: "gw-figure gw-calibration" }, [/** @type {any} */ (picture(levels)), element("figcaption", {}, legend)]),
    table(levels),
    element("p", {}, score(levels, brier)),
  ];
}

/** @param {Level[]} levels @param {number} brier */
function score(levels, brier) {
  const read = levels.map(({ level, read_as }) => `${NAMES[level - 1].toLowerCase()} as ${read_as} %`).join(", ");
  return (
    `Your Brier score is ${brier.toFixed(2)}. It sets what you said beside what came out, with ${read}. ` +
    "0 is perfect, and who always said “fifty-fifty” would get 0.25: lower is better. It is for you alone and changes no points."
  );
}

/** @param {Level[]} levels */
function table(levels) {
  const head = element("tr", {}, ["You said", "Answers", "Right"].map((text) => Object.assign(element("th", {}, text), { scope: "col" })));
  const rows = levels.map(({ level, right, total, interval: [low, high] }) =>
    element("tr", {}, [
      Object.assign(element("th", {}, NAMES[level - 1]), { scope: "row" }),
      element("td", {}, `${total}`),
      element("td", {}, total ? `${percent(right / total)} (${percent(low)} to ${percent(high)})` : "–"),
    ]),
  );
  const caption = element("caption", {}, "Share right by how sure you were, with the 95 % interval");
  return element("table", { className: "gw-sureness" }, [caption, element("thead", {}, [head]), element("tbody", {}, rows)]);
}

/** @param {Level[]} levels */
function picture(levels) {
  const high = (/** @type {number} */ share) => 130 - 116 * share;
  const rules = [0, 0.5, 1].flatMap((share) => [
    drawn("line", { class: "gw-rule", x1: 44, x2: 312, y1: high(share), y2: high(share) }),
    drawn("text", { class: "gw-scale", x: 38, y: high(share) + 4, "text-anchor": "end" }, [percent(share)]),
  ]);
  const columns = levels.flatMap(({ level, right, total, interval, read_as }, index) => {
    const x = 90 + 88 * index;
    const y = high(read_as / 100);
    const name = drawn("text", { class: "gw-scale", x, y: 148, "text-anchor": "middle" }, [NAMES[level - 1]]);
    const meant = drawn("line", { class: "gw-meant", x1: x - 22, x2: x + 22, y1: y, y2: y });
    if (!total) return [name, meant];
    return [
      name,
      drawn("line", { class: "gw-range", x1: x, x2: x, y1: high(interval[0]), y2: high(interval[1]) }),
      drawn("circle", { class: "gw-dot", cx: x, cy: high(right / total), r: 5 }),
      meant,
    ];
  });
  const label = "Share right for guesses, fairly sure and sure answers, with what each is read as; the table below says the same.";
  return drawn("svg", { viewBox: "0 0 320 156", role: "img", "aria-label": label }, [...rules, ...columns]);
}
