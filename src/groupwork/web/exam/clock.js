/**
 * The clock of a block: it counts the time in which the page is open and awake, and nothing else.
 * Whoever shuts the laptop, loses the page or turns the computer's clock neither wins nor loses time.
 *
 * @import { Sitting } from "../types"
 */

/** Minutes left at which the reader is told; 0 is the end of the time. */
export const ALERTS = [30, 15, 5, 0];
/** Seconds. Browsers look at a page in the background once a minute; a longer gap is sleep, or a clock that was changed. */
export const LONGEST_GAP = 120;

export class Clock {
  #now;
  #last = 0;
  running = false;

  /** @param {Pick<Sitting, "limit" | "used" | "away" | "breaks" | "told">} time @param {() => number} [now] milliseconds */
  constructor(time, now = Date.now) {
    this.time = time;
    this.#now = now;
  }

  /** Starts, or goes on after a pause that was `away` seconds long. @param {number} [away] */
  start(away) {
    if (away !== undefined) this.#leave(away);
    this.#last = this.#now();
    this.running = true;
  }

  pause() {
    const passed = this.look();
    this.running = false;
    return passed;
  }

  /** Counts the time since the last look and returns it, in seconds. */
  look() {
    if (!this.running) return 0;
    const now = this.#now();
    const passed = (now - this.#last) / 1000;
    this.#last = now;
    if (passed >= 0 && passed <= LONGEST_GAP) {
      this.time.used += passed;
      return passed;
    }
    this.#leave(passed);
    return 0;
  }

  /** @param {number} seconds */
  #leave(seconds) {
    this.time.breaks += 1;
    this.time.away += Math.max(0, seconds);
  }

  /** Seconds left; negative when the time is up, and undefined where there is no limit. */
  get left() {
    return this.time.limit ? this.time.limit - this.time.used : undefined;
  }

  get isOver() {
    return this.left !== undefined && this.left <= 0;
  }

  /** Returns the minutes of an alert that is due, each once in a block; undefined for none. @returns {number | undefined} */
  due() {
    const { left, time } = this;
    if (left === undefined) return undefined;
    // An alert that the block begins with would say nothing new.
    const passed = ALERTS.filter((minutes) => time.limit > 60 * minutes && left <= 60 * minutes && !time.told.includes(minutes));
    time.told.push(...passed);
    return passed.at(-1);
  }
}

/** Returns seconds as a clock shows them. @param {number} seconds */
export function shown(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours, ...rest] = parts;
  return (hours ? parts : rest).map((part, index) => (index ? String(part).padStart(2, "0") : `${part}`)).join(":");
}

/** Returns seconds in words, to the minute. @param {number} seconds */
export function inWords(seconds) {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return "less than a minute";
  return `${minutes} minute${minutes === 1 ? "" : "s"}`;
}

/** The seconds that a block of so many questions may take. @param {{ questions: number, minutes: number }} exam @param {number} count @param {number} pace */
export const limitOf = ({ questions, minutes }, count, pace) => 60 * Math.ceil((count * minutes * pace) / questions);
