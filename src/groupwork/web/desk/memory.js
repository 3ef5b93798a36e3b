/**
 * How long something is likely to be remembered, by FSRS: what was answered when goes in, the day of the next review
 * comes out. The settings are those under which ts-fsrs and py-fsrs agree; a test holds that.
 *
 * @import { Outcome } from "../history.js"
 */
import { createEmptyCard, fsrs, generatorParameters, Rating } from "ts-fsrs";
import { DAY } from "../history.js";

// Days only: nothing comes back on the day of its answer, so steps of minutes have no use; and no dice.
const scheduler = fsrs(generatorParameters({ enable_fuzz: false, enable_short_term: true, learning_steps: [], relearning_steps: [] }));

/** What is right without a word about it is taken as fairly sure. */
const RATINGS = /** @type {const} */ ([Rating.Good, Rating.Hard, Rating.Good, Rating.Easy]);

/** @param {Pick<Outcome, "right" | "sure">} outcome */
const rating = ({ right, sure }) => (right ? RATINGS[sure] : Rating.Again);

/** @param {Pick<Outcome, "day" | "right" | "sure">[]} history one outcome a day, oldest first; at least one */
export function memory(history) {
  let card = createEmptyCard(new Date(history[0].day * DAY));
  for (const outcome of history) card = scheduler.next(card, new Date(outcome.day * DAY), rating(outcome)).card;
  const { stability, difficulty } = card;
  // From the formula itself: ts-fsrs sets the day that it names so that four buttons never show the same one.
  return { due: history[history.length - 1].day + scheduler.next_interval(stability, 0), stability, difficulty };
}
