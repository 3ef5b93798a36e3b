/**
 * The report on a block. Every grade, share and interval in it comes from the checker.
 *
 * @import { Desk, Pool, Pooled, Sitting } from "../types"
 * @typedef {{ right: number, total: number, interval: [number, number] }} Share
 * @typedef {{
 *   total: Share, answered: number, within: number, right: string[],
 *   area: Record<string, Share>, level: Record<string, Share>, objective: Record<string, Share>,
 *   changes: { right_to_wrong: number, wrong_to_right: number, wrong_to_wrong: number },
 *   pace: (Share & { third: string, seconds: number })[],
 *   calibration: import("../desk/calibration.js").Calibration,
 * }} Report
 */
import { calibration } from "../desk/calibration.js";
import { interval } from "../desk/drawing.js";
import { counted, link, percent } from "../desk/outline.js";
import { button, element } from "../markup.js";
import { inWords } from "./clock.js";
import { actions, heading } from "./parts.js";
import { formOf } from "./pool.js";
import { metIn, within } from "./sitting.js";

const THIRDS = /** @type {Record<string, string>} */ ({ fastest: "The fastest third", middle: "The middle third", slowest: "The slowest third" });

/** @param {Share} share */
const range = ({ total, interval: [low, high] }) => (total ? `${percent(low)} to ${percent(high)}` : "–");

/** @param {string} caption @param {string[]} head @param {string[][]} rows */
function table(caption, head, rows) {
  const column = (/** @type {string} */ text) => Object.assign(element("th", {}, text), { scope: "col" });
  const row = (/** @type {string[]} */ [name, ...cells]) => element("tr", {}, [Object.assign(element("th", {}, name), { scope: "row" }), ...cells.map((cell) => element("td", {}, cell))]);
  return element("table", {}, [element("caption", {}, caption), element("thead", {}, [element("tr", {}, head.map(column))]), element("tbody", {}, rows.map(row))]);
}

/** @param {string} caption @param {[name: string, share: Share | undefined][]} shares */
function shares(caption, shares) {
  const rows = shares.flatMap(([name, share]) => (share ? [[name, `${share.right} of ${share.total}`, range(share)]] : []));
  return table(caption, [caption.replace(/^By /, "").replace(/^./, (first) => first.toUpperCase()), "Right", "95 % interval"], rows);
}

/** @param {Sitting} sitting @param {string[]} ids @param {Pool} course @param {Map<string, HTMLFormElement>} forms */
function measured(sitting, ids, course, forms) {
  return ids.map((id) => {
    const about = course.pool.find((each) => each.id === id);
    const mark = sitting.marks[id] ?? {};
    return {
      id,
      area: about?.area ?? "",
      level: about?.level ?? "",
      objective: about?.objective ?? "",
      key: JSON.parse(forms.get(id)?.dataset.key ?? "{}"),
      given: mark.given ?? [],
      seconds: Math.round(mark.seconds ?? 0),
      sure: mark.sure ?? 0,
      late: mark.late ?? false,
    };
  });
}

/** @param {Report} report @param {Sitting} sitting @param {number} missing */
function result({ total, answered, within }, sitting, missing) {
  const { right, total: asked, interval: [low, high] } = total;
  const said = [element("p", {}, `${right} of ${counted(asked, "question")} right${asked ? `: ${percent(right / asked)}, between ${percent(low)} and ${percent(high)} with 95 % confidence` : ""}.`)];
  if (asked) said.unshift(/** @type {any} */ (interval({ answered: asked, right, interval: [low, high] })));
  const more = [];
  if (sitting.mode === "timed" && answered < asked) more.push(`${counted(asked - answered, "question")} left open.`);
  if (within < right) more.push(`${within} of the right answers came within the time.`);
  if (sitting.mode === "timed") more.push(`Time used: ${inWords(sitting.used)}${sitting.limit ? ` of ${inWords(sitting.limit)}` : ", without a limit"}.`);
  if (sitting.breaks) more.push(`Interrupted ${sitting.breaks === 1 ? "once" : `${sitting.breaks} times`}, for ${inWords(sitting.away)} that did not count.`);
  if (missing) more.push(`${counted(missing, "question")} of this block no longer in the course.`);
  return [
    ...said,
    ...(more.length ? [element("p", {}, more.join(" "))] : []),
    element("p", { className: "gw-hint" }, "This is practice on group work alone, which is a slice of the examination. It predicts no result."),
  ];
}

/** @param {Report["changes"]} changes */
function changed({ right_to_wrong: worse, wrong_to_right: better, wrong_to_wrong: same }) {
  if (!(worse + better + same)) return "No answer ended other than it began.";
  const parts = [`${better} from wrong to right`, `${worse} from right to wrong`, ...(same ? [`${same} from wrong to wrong`] : [])];
  return `You changed ${counted(worse + better + same, "answer")}: ${parts.join(", ")}. Each is your first choice beside your last.`;
}

/** @param {Report["pace"]} pace */
function timing(pace) {
  if (!pace.length) return element("p", {}, "With fewer than six answers there is nothing to compare.");
  const rows = pace.map((third) => [THIRDS[third.third], `${third.seconds} s`, `${third.right} of ${third.total}`, range(third)]);
  return table("Your answers by the time you took, in thirds", ["Answers", "Middle time", "Right", "95 % interval"], rows);
}

/** Where to read again, for what was not right. @param {Desk} desk @param {Pooled[]} missed */
function lessons(desk, missed) {
  const places = new Map(missed.filter(({ taught }) => taught).map(({ taught, lesson }) => [taught, lesson]));
  if (!places.size) return element("p", {}, missed.length ? "No lesson of the course teaches what you missed here yet; the reasons below do." : "Nothing was missed.");
  return element("ul", {}, [...places].map(([taught, lesson]) => element("li", {}, [link(desk, taught, `“${lesson}”: ${taught.split("#")[1].replaceAll("-", " ")}`)])));
}

/** One question with its reasons, made when it is opened. @param {Desk} desk @param {HTMLFormElement} form @param {import("../types").Mark} mark @param {string} title */
function question(desk, form, mark, title) {
  const details = element("details", { className: "gw-asked-before" }, [element("summary", {}, title)]);
  const response = mark.given?.at(-1);
  const attempt = response === undefined ? undefined : { at: mark.at ?? 0, response, points: 0, max: 1, ...(mark.sure && { confidence: mark.sure }) };
  details.addEventListener("toggle", async () => {
    details.append(form);
    await desk.exhibit(form, attempt);
    /** @type {HTMLDetailsElement} */ (form.querySelector(".gw-reasons")).open = true;
  }, { once: true });
  return details;
}

/** @param {Desk} desk @param {Sitting} sitting @param {string[]} ids */
async function formsOf(desk, sitting, ids) {
  const forms = await Promise.all(ids.map((id, at) => formOf(desk, id, sitting.seed, `Question ${at + 1}`)));
  return new Map(ids.map((id, at) => [id, forms[at]]));
}

/** @param {HTMLElement} place @param {Desk} desk @param {Pool} course @param {Sitting} sitting @param {() => void} back */
export async function show(place, desk, course, sitting, back) {
  const known = within(sitting, course.pool);
  const ids = metIn(known);
  const forms = await formsOf(desk, sitting, ids);
  /** @type {Report} */
  const report = await desk.ask("report", { questions: measured(sitting, ids, course, forms) });
  const missed = course.pool.filter(({ id }) => ids.includes(id) && !report.right.includes(id));
  const title = heading("Your report");
  place.replaceChildren(
    title,
    ...result(report, sitting, sitting.ids.length - known.ids.length),
    shares("By area", course.areas.map(({ id, title: name }) => [name, report.area[id]])),
    shares("By level", ["recall", "application", "reasoning"].map((level) => [level.replace(/^./, (first) => first.toUpperCase()), report.level[level]])),
    shares("By topic", course.objectives.map(({ id, text }) => [text, report.objective[id]])),
    element("h3", {}, "Read again"),
    lessons(desk, missed),
    element("h3", {}, "Changed answers"),
    element("p", {}, changed(report.changes)),
    element("h3", {}, "Time and accuracy"),
    timing(report.pace),
    element("h3", {}, "How well you know what you know"),
    ...calibration(report.calibration),
    element("h3", {}, "Question by question"),
    ...ids.map((id, at) => {
      const mark = sitting.marks[id] ?? {};
      const verdict = report.right.includes(id) ? "right" : mark.given ? "not this time" : "left open";
      return question(desk, /** @type {HTMLFormElement} */ (forms.get(id)), mark, `Question ${at + 1}: ${verdict}${mark.seconds ? `, ${Math.round(mark.seconds)} s` : ""}${mark.flag ? ", flagged" : ""}`);
    }),
    actions([button("Back to the start", back)]),
  );
  title.focus();
}
