/**
 * The queue of reviews. Questions that ask the same in another setting are one family with one history;
 * of a family comes the question that was met longest ago, so that clone and original take turns.
 *
 * @import { Outcome } from "../history.js"
 * @import { Store } from "../store.js"
 * @import { Asked } from "../types"
 * @typedef {{ asked: Asked, rank: number, last: Outcome, day: number, other: boolean }} Waiting
 *   `rank` 0 to 4 orders the queue; `day` is the first on which it may come; `other`: not the question met last
 */
import { outcomes } from "../history.js";
import { memory } from "./memory.js";

/** Ranks 0 to 2 were not right, sure ones first; where nothing was said, it is taken as fairly sure. */
const MISSED = [1, 2, 1, 0];
const GUESSED = 3;
const KEPT = 4;

/** @param {Outcome} last */
const rankOf = ({ right, sure }) => (right ? (sure === 1 ? GUESSED : KEPT) : MISSED[sure]);

/** Joins the histories of a family: the first answer of a day stands, since those after it have read the reasons. @param {Outcome[][]} histories @returns {Outcome[]} */
function together(histories) {
  const all = histories.flat().sort((one, other) => one.day - other.day || one.at - other.at);
  return all.filter(({ day }, index) => all[index - 1]?.day !== day);
}

/** @param {Asked[]} family @param {Store} store @param {number} today @returns {Waiting | undefined} */
function wait(family, store, today) {
  const met = family.map((asked) => ({ asked, history: outcomes(store.attempts(asked.id), today) }));
  const history = together(met.map((each) => each.history));
  const last = history.at(-1);
  if (!last) return undefined;
  const when = (/** @type {Outcome[]} */ own) => own.at(-1)?.day ?? -1;
  const moment = (/** @type {Outcome[]} */ own) => own.at(-1)?.at ?? -1;
  const [first, ...others] = met.sort((one, other) => when(one.history) - when(other.history) || moment(one.history) - moment(other.history));
  const rank = rankOf(last);
  // What was missed or guessed comes the next day; what was kept, when its time has come, and never on the same day.
  const day = rank === KEPT ? Math.max(memory(history).due, last.day + 1) : last.day + 1;
  return { asked: first.asked, rank, last, day, other: others.length > 0 };
}

/** Lets modules take turns within a rank: what looks alike is told apart better when it is mixed. @param {Waiting[]} ready */
function mixed(ready) {
  /** @type {Map<string, number>} */
  const turns = new Map();
  const placed = ready.map((each) => {
    const holder = `${each.rank} ${each.asked.module}`;
    const turn = turns.get(holder) ?? 0;
    turns.set(holder, turn + 1);
    return { each, turn };
  });
  return placed.sort((one, other) => one.each.rank - other.each.rank || one.turn - other.turn).map(({ each }) => each);
}

/**
 * Returns what may be reviewed today, in order, and the day on which the next one may, if there is any.
 *
 * @param {Store} store @param {Asked[]} questions @param {number} today
 * @returns {{ ready: Waiting[], next: number | undefined }}
 */
export function waiting(store, questions, today) {
  /** @type {Map<string, Asked[]>} */
  const families = new Map();
  for (const asked of questions) families.set(asked.family, [...(families.get(asked.family) ?? []), asked]);
  const all = [...families.values()].map((family) => wait(family, store, today)).filter((each) => each !== undefined);
  const ready = mixed(all.filter(({ day }) => day <= today).sort((one, other) => one.rank - other.rank || one.day - other.day));
  const later = all.filter(({ day }) => day > today).map(({ day }) => day);
  return { ready, next: later.length ? Math.min(...later) : undefined };
}
