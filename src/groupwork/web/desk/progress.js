/**
 * The page “Your progress”: how modules and objectives stand, what was sure and wrong, how well the learner knows
 * what is known, and what to do next. Every measure comes from the checker.
 *
 * @import { Asked, Desk, Outline } from "../types"
 * @typedef {{ questions: number, answered: number, right: number, interval: [number, number], days: number, mastered: boolean }} Standing
 * @typedef {{ modules: Record<string, Standing>, objectives: Record<string, Standing>, calibration: import("./calibration.js").Calibration, sure_and_wrong: string[] }} Progress
 */
import { fetched } from "../fetched.js";
import { dayOf, outcomes } from "../history.js";
import { element } from "../markup.js";
import { goOn } from "../progress.js";
import { calibration } from "./calibration.js";
import { interval } from "./drawing.js";
import { address, counted, link, outline, percent, reminder } from "./outline.js";

/** What the checker measures, one entry per day. @param {Desk} desk @param {Asked[]} questions @param {number} today */
const measured = (desk, questions, today) =>
  desk.ask("progress", {
    questions: questions.map(({ id, module, objective, scored }) => {
      const days = outcomes(desk.store.attempts(id), today);
      return {
        id,
        module,
        objective,
        scored,
        days: days.map(({ day }) => day),
        right: days.map(({ right }) => Number(right)),
        sure: days.map(({ sure }) => sure),
      };
    }),
  });

/** @param {Standing} standing */
function share({ questions, answered, right, interval: [low, high] }) {
  if (!answered) return `None of ${counted(questions, "question")} answered yet.`;
  const range = `between ${percent(low)} and ${percent(high)} with 95 % confidence`;
  return `${answered} of ${counted(questions, "question")} answered, ${right} right: ${percent(right / answered)}, ${range}.`;
}

/** @param {Standing} standing */
function mastery({ answered, days, mastered }) {
  if (mastered) return element("p", { className: "gw-mastered" }, "Mastery reached.");
  if (!answered) return "";
  return element("p", { className: "gw-hint" }, days ? "Mastery: one of two days is done." : "Mastery: none of two days yet.");
}

/** @param {Desk} desk @param {Outline["modules"][number]} module @param {Progress} progress */
function moduleStanding(desk, module, progress) {
  const own = progress.modules[module.id];
  if (!own) return "";
  const objectives = module.objectives.flatMap(({ id, text }) => {
    const standing = progress.objectives[id];
    if (!standing) return [];
    const reached = standing.questions >= 10 ? mastery(standing) : "";
    return [element("li", {}, [element("p", {}, text), interval(standing), element("p", { className: "gw-hint" }, share(standing)), reached])];
  });
  return element("section", { className: "gw-standing" }, [
    element("h3", {}, [link(desk, module.url, module.title)]),
    interval(own),
    element("p", {}, share(own)),
    mastery(own),
    element("details", {}, [element("summary", {}, "Objective by objective"), element("ul", {}, objectives)]),
  ]);
}

/** Lines shown at once; more fold. */
const AT_ONCE = 8;

/** @param {Desk} desk @param {Asked[]} asked */
function sureAndWrong(desk, asked) {
  if (!asked.length) return [element("p", {}, "Nothing stands here: no question is open that you were sure of and had not right.")];
  const lines = asked.map((each) =>
    element("li", {}, [
      link(desk, address(each), each.text),
      element("br"),
      link(desk, each.taught, `Read again in “${each.lesson}”`),
    ]),
  );
  const more = lines.slice(AT_ONCE);
  return [
    element("p", {}, "These are worth most: what one is sure of, one does not look up. They come first in your review."),
    element("ul", {}, lines.slice(0, AT_ONCE)),
    more.length ? element("details", {}, [element("summary", {}, `${more.length} more`), element("ul", {}, more)]) : "",
  ];
}

/** The objective whose share is surely below the mark: the whole interval lies under it. @param {Outline} course @param {Progress} progress */
function weakest(course, progress) {
  const weak = course.modules
    .flatMap((module) => module.objectives)
    .filter(({ id }) => progress.objectives[id]?.answered && progress.objectives[id].interval[1] < 0.8)
    .sort((one, other) => progress.objectives[one.id].interval[1] - progress.objectives[other.id].interval[1]);
  return weak[0];
}

/** @param {Desk} desk @param {Outline} course @param {Progress} progress */
async function next(desk, course, progress) {
  const steps = [];
  const { waiting } = await import(new URL("desk/review.js", desk.base).href);
  const { ready } = waiting(desk.store, course.questions, dayOf(Date.now()));
  if (ready.length) steps.push(element("li", {}, ["Review: ", link(desk, "desk/review/", `${counted(ready.length, "question")} ${ready.length === 1 ? "is" : "are"} ready`)]));
  const page = goOn(await fetched(desk.base, "pages.json"), desk.store);
  if (page) steps.push(element("li", {}, ["Go on with: ", link(desk, page.url, page.title)]));
  const weak = weakest(course, progress);
  const taught = weak && course.questions.find(({ objective }) => objective === weak.id)?.taught;
  if (weak && taught) steps.push(element("li", {}, ["Read again: ", link(desk, taught, weak.text)]));
  return steps.length ? element("ul", {}, steps) : element("p", {}, "Every question is answered and nothing is ready for review. Well done; the next review will come by itself.");
}

/** @param {HTMLElement} place @param {Desk} desk */
export async function open(place, desk) {
  const course = await outline(desk);
  /** @type {Progress} */
  const progress = await measured(desk, course.questions, dayOf(Date.now()));
  if (!course.questions.some(({ id }) => outcomes(desk.store.attempts(id), dayOf(Date.now())).length)) {
    place.replaceChildren(element("p", {}, ["You have answered no graded question yet in this browser. ", link(desk, course.modules[0].url, `Begin with ${course.modules[0].title}`), "."]));
    return;
  }
  const still = course.questions.filter(({ id }) => progress.sure_and_wrong.includes(id));
  place.replaceChildren(
    ...reminder(desk, link(desk, "desk/your-record/#save", "Save your record.")),
    element("h2", {}, "What to do next"),
    await next(desk, course, progress),
    element("h2", {}, "Sure, and not right yet"),
    ...sureAndWrong(desk, still),
    element("h2", {}, "Module by module"),
    ...course.modules.map((module) => moduleStanding(desk, module, progress)),
    element("h2", {}, "How well you know what you know"),
    ...calibration(progress.calibration),
  );
}
