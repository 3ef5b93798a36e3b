/**
 * The form with which a block begins, blocks that wait to be gone on with, and earlier ones.
 *
 * @import { Desk, Pool, Sitting } from "../types"
 */
import { counted } from "../desk/outline.js";
import { button, element } from "../markup.js";
import { inWords, limitOf } from "./clock.js";
import { actions, askingFirst, radios } from "./parts.js";
import { timesMet } from "./sitting.js";

const LENGTHS = [10, 20, 30, 61];
/** The long form needs a pool of which it is a third, or it would soon be known by heart. */
const TIMES_LONG = 3;
const PACES = [["1", "1 × (usual time)"], ["1.5", "1.5 ×"], ["2", "2 ×"], ["0", "No limit"]];

/** @typedef {{ mode: "study" | "timed", count: number, area: string, pace: number, seed: string }} Wish */

/** The lengths that a pool allows. @param {Pool} course */
export function lengths({ pool, questions }) {
  const fitting = LENGTHS.filter((length) => length <= pool.length);
  const long = pool.length >= TIMES_LONG * questions ? [questions] : [];
  return [...(fitting.length ? fitting : pool.length ? [pool.length] : []), ...long];
}

/** Says what the pool does not allow. @param {Pool} course */
function tooShort({ pool, questions }) {
  const held = `The pool holds ${counted(pool.length, "question")}.`;
  const needed = TIMES_LONG * questions;
  return pool.length >= needed ? held : `${held} The long form of ${questions} questions is offered once it holds ${needed}, so that a second one could be new.`;
}

/** @param {HTMLFormElement} form @returns {Wish} */
function wishOf(form) {
  const chosen = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.querySelector(`[name="gw-${name}"]:checked`))?.value ?? "";
  const seed = /** @type {HTMLInputElement} */ (form.querySelector("#gw-seed")).value.trim().toLowerCase();
  return { mode: chosen("mode") === "timed" ? "timed" : "study", count: Number(chosen("count")), area: chosen("area"), pace: Number(chosen("pace")), seed };
}

/** Says what the block will be like. @param {Pool} course @param {Wish} wish @param {Record<string, number>} met */
function foretold(course, { mode, count, area, pace, seed }, met) {
  const fitting = course.pool.filter((each) => !area || each.area === area);
  const number = Math.min(count, fitting.length);
  const fresh = fitting.filter(({ id }) => !met[id]).length;
  const limit = limitOf(course, number, pace);
  const parts = [counted(number, "question")];
  if (mode === "timed") parts.push(pace ? inWords(limit) : "no limit of time");
  const short = number < count ? ` The pool holds no more of this area.` : "";
  const news = seed
    ? " With a word of your own, questions may come that you have met."
    : fresh >= number ? " All of them are new to you." : ` ${fresh} of them ${fresh === 1 ? "is" : "are"} new to you; the rest comes again, because you have met all others.`;
  return `${parts.join(", ")}.${short}${news}`;
}

/** @param {Pool} course @param {Record<string, number>} met @param {(wish: Wish) => void} wished */
function form(course, met, wished) {
  const seconds = Math.round((60 * course.minutes) / course.questions);
  const seed = Object.assign(element("input"), { type: "text", id: "gw-seed", maxLength: 40, autocomplete: "off", autocapitalize: "none" });
  const pace = radios("pace", "How much time?", /** @type {[string, string][]} */ (PACES), "1", true);
  pace.append(element("p", { className: "gw-hint" }, `The usual time is ${seconds} seconds a question. It is an assumption: the time limit of the examination is unverified, see below.`));
  const told = element("p", { className: "gw-foretold" });
  told.id = "gw-foretold";
  const start = Object.assign(element("button", { className: "gw-button" }, "Begin"), { type: "submit" });
  start.setAttribute("aria-describedby", told.id);
  const made = element("form", { className: "gw-start" }, [
    radios("mode", "How do you want to practise?", [["study", "Study: the reasons after every question, no clock"], ["timed", "Timed block: a clock, and the reasons at the end"]], "timed"),
    radios("count", "How many questions?", lengths(course).map((length) => [`${length}`, `${length}`]), `${lengths(course)[0]}`, true),
    element("p", { className: "gw-hint" }, tooShort(course)),
    pace,
    radios("area", "From which area? (optional)", [["", "All areas"], ...course.areas.map(({ id, title }) => /** @type {[string, string]} */ ([id, title]))], ""),
    element("details", {}, [
      element("summary", {}, "The same block as somebody else"),
      element("p", {}, [Object.assign(element("label", {}, "A word that you agree on (the seed)"), { htmlFor: seed.id }), element("br"), seed]),
      element("p", { className: "gw-hint" }, "The same word, number and area give everybody the same questions, whether met before or not. Leave it empty for questions that are new to you."),
    ]),
    told,
    actions([start]),
  ]);
  made.noValidate = true;
  const update = () => {
    const wish = wishOf(made);
    pace.hidden = wish.mode === "study";
    told.textContent = foretold(course, wish, met);
  };
  made.addEventListener("input", update);
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    wished(wishOf(made));
  });
  update();
  return made;
}

/** @param {number} at */
const dayOf = (at) => new Date(at).toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** @param {Sitting} sitting */
function named({ mode, ids, begun }) {
  return `${mode === "timed" ? "Timed block" : "Study"}, ${counted(ids.length, "question")}, begun ${dayOf(begun)}`;
}

/** What the start page leads to. @typedef {{ begin: (wish: Wish) => void, goOn: (id: string) => void, discard: (id: string) => void, report: (id: string) => void }} Ways */

/** @param {{ id: string, sitting: Sitting }} kept @param {Ways} ways */
function waiting({ id, sitting }, { goOn, discard }) {
  const answered = Object.values(sitting.marks).filter(({ response }) => response !== undefined).length;
  const left = sitting.limit ? ` ${sitting.limit > sitting.used ? `${inWords(sitting.limit - sitting.used)} left` : "The time is up"}; the clock has stood still since you left.` : "";
  return element("div", { className: "gw-note" }, [
    element("p", {}, `${named(sitting)}: ${answered} answered.${left}`),
    askingFirst(
      "Discard this block",
      () => "This removes the block with all that you answered in it; there will be no report.",
      ["Yes, discard it", "Keep it"],
      () => discard(id),
      [button("Go on with this block", () => goOn(id))],
    ),
  ]);
}

/**
 * The start page of exam practice.
 *
 * @param {Desk} desk @param {Pool} course @param {Ways} ways
 * @returns {HTMLElement[]}
 */
export function start(desk, course, ways) {
  const kept = desk.store.sittings();
  const open = kept.filter(({ sitting }) => !sitting.ended);
  const done = kept.filter(({ sitting }) => sitting.ended);
  if (!course.pool.length) return [element("p", {}, "The pool holds no question yet.")];
  const reports = element("ul", {}, done.map(({ id, sitting }) => element("li", {}, [button(`Report: ${named(sitting)}`, () => ways.report(id), "gw-again gw-line")])));
  return [
    ...open.map((each) => waiting(each, ways)),
    element("h2", { className: "gw-place" }, "Begin a block"),
    form(course, timesMet(kept), ways.begin),
    ...(done.length ? [element("h2", {}, "Earlier blocks"), reports] : []),
  ];
}
