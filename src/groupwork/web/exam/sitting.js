/**
 * One block of exam practice: what the reader has done in it, kept after every act.
 *
 * @import { Mark, Sitting } from "../types"
 * @import { Store } from "../store.js"
 */

/** A block as it begins. @param {Pick<Sitting, "mode" | "seed" | "area" | "ids" | "limit">} how @param {number} now @returns {Sitting} */
export const begin = (how, now) => ({ ...how, begun: now, seen: now, ended: 0, place: 0, used: 0, away: 0, breaks: 0, told: [], hidden: false, marks: {} });

/** The block with those of its questions that the pool still holds, at the same one where that is among them. @param {Sitting} sitting @param {{ id: string }[]} pool @returns {Sitting} */
export function within(sitting, pool) {
  const ids = sitting.ids.filter((id) => pool.some((each) => each.id === id));
  return { ...sitting, ids, place: Math.max(0, ids.indexOf(sitting.ids[sitting.place])) };
}

/** Filters of the review screen, each with its name. @type {[name: string, text: string, fits: (mark: Mark) => boolean][]} */
export const FILTERS = [
  ["all", "All", () => true],
  ["unanswered", "Unanswered", ({ response }) => response === undefined],
  ["flagged", "Flagged", ({ flag }) => flag === true],
  ["unsure", "Unsure", ({ sure }) => sure === 1],
];

export class Block {
  /** Called after every act, whether it could be kept or not. */
  heard = () => {};

  /** @param {Store} store @param {string} id @param {Sitting} sitting @param {() => number} [now] */
  constructor(store, id, sitting, now = Date.now) {
    this.store = store;
    this.id = id;
    this.sitting = sitting;
    this.now = now;
  }

  /** Returns the mark of a question, to be read. @param {string} id @returns {Mark} */
  mark(id) {
    return Object.hasOwn(this.sitting.marks, id) ? this.sitting.marks[id] : {};
  }

  /** Changes the mark of a question and keeps it. @param {string} id @param {Partial<Mark>} change */
  set(id, change) {
    this.sitting.marks[id] = { ...this.mark(id), ...change };
    this.keep();
  }

  /** What has become of the block in other hands: another tab goes on with it, or it is gone. @returns {"taken" | "gone" | undefined} */
  get elsewhere() {
    const kept = this.store.sitting(this.id);
    if (!kept) return "gone";
    return kept.seen === this.sitting.seen ? undefined : "taken";
  }

  /** Keeps the block, unless the record no longer holds what was kept here last: a copy left behind writes over nothing. */
  keep() {
    if (!this.elsewhere) {
      this.sitting.seen = this.now();
      this.store.keepSitting(this.id, this.sitting);
    }
    this.heard();
  }

  /** @param {string} id @param {string} option @param {boolean} late */
  choose(id, option, late) {
    this.set(id, { response: option, at: this.now(), late: late || undefined });
  }

  /** The reader leaves a question: what is chosen now is what was settled on. Moving through options by arrow keys is no change of mind. @param {string} id */
  settle(id) {
    const { response, given = [] } = this.mark(id);
    if (response !== undefined && given.at(-1) !== response) this.set(id, { given: [...given, response].slice(-50) });
  }

  /** @param {string} id @param {string} option @returns {boolean} whether it is struck out now */
  strike(id, option) {
    const struck = this.mark(id).struck ?? [];
    const now = !struck.includes(option);
    this.set(id, { struck: now ? [...struck, option] : struck.filter((each) => each !== option) });
    return now;
  }

  /** Adds time to a question, without keeping it. @param {string} id @param {number} seconds */
  spend(id, seconds) {
    if (seconds > 0) this.sitting.marks[id] = { ...this.mark(id), seconds: (this.mark(id).seconds ?? 0) + seconds };
  }

  get answered() {
    return this.sitting.ids.filter((id) => this.mark(id).response !== undefined).length;
  }

  finish() {
    for (const id of this.sitting.ids) this.settle(id);
    this.sitting.ended = this.now();
    this.keep();
  }
}

/** Returns the questions that the reader has met, or will: a study that was ended early never came to those it left open. @param {Sitting} sitting */
export const metIn = ({ mode, ended, ids, marks }) => (mode === "study" && ended ? ids.filter((id) => marks[id]?.given) : ids);

/** Counts in how many blocks each question has been met. @param {{ sitting: Sitting }[]} sittings @returns {Record<string, number>} */
export function timesMet(sittings) {
  /** @type {Record<string, number>} */
  const met = {};
  for (const { sitting } of sittings) for (const id of metIn(sitting)) met[id] = (met[id] ?? 0) + 1;
  return met;
}
