/**
 * What both ways through a block share: its stage, its clock, and how its time is kept.
 *
 * @import { Desk } from "../types"
 * @import { Block } from "./sitting.js"
 * @typedef {{ paused: () => void, finished: () => void, taken: () => void, gone: () => void }} Ways
 */
import { element } from "../markup.js";
import { Clock } from "./clock.js";

/** Seconds between two savings of the time alone. */
const SAVE_EVERY = 10;

export class View {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  #since = 0;
  #listening = new AbortController();
  /** The question that takes the time; none on the review screen, and once its answer is given in a study. @type {string | undefined} */
  #open;

  /** @param {HTMLElement} place @param {Desk} desk @param {Block} block @param {Ways} ways */
  constructor(place, desk, block, ways) {
    this.place = place;
    this.desk = desk;
    this.block = block;
    this.ways = ways;
    this.clock = new Clock(block.sitting, block.now);
    this.stage = element("div", { className: "gw-exam-stage" });
  }

  /** Begins, or goes on after `away` seconds. @param {number} [away] */
  async start(away) {
    const { signal } = this.#listening;
    const save = () => document.visibilityState === "hidden" && this.save();
    this.clock.start(away);
    this.#ticking = setInterval(() => this.tick(), 1000);
    document.addEventListener("visibilitychange", save, { signal });
    window.addEventListener("pagehide", save, { signal });
    // Another tab has kept something; the browser has brought back a page that it had put aside.
    for (const change of ["storage", "pageshow"]) window.addEventListener(change, () => this.check(), { signal });
    this.block.heard = () => this.check();
  }

  /** Stops where the block is no longer this view's; has the page say so where the browser does not keep it. */
  check() {
    const { elsewhere } = this.block;
    if (elsewhere) this.stop(this.ways[elsewhere]);
    else if (this.desk.store.failed) this.desk.refresh();
  }

  tick() {
    // The reader has gone to another page of the course, which the theme put into this one's place.
    if (!this.stage.isConnected) return this.leave();
    this.spend();
    this.tell();
    this.#since += 1;
    if (this.#since % SAVE_EVERY === 0) this.block.keep();
  }

  /** Says what there is to say of the time. */
  tell() {}

  spend() {
    const passed = this.clock.look();
    if (this.#open) this.block.spend(this.#open, passed);
  }

  /** Counts the time, and keeps it. */
  save() {
    this.spend();
    this.block.keep();
  }

  /** Leaves the question that is open for another, or for none: the time from here on is that one's. @param {string} [id] */
  turnTo(id) {
    this.spend();
    if (this.#open) this.block.settle(this.#open);
    this.#open = id;
  }

  /** @param {() => void} [next] */
  leave(next) {
    this.turnTo();
    this.save();
    this.stop(next);
  }

  finish() {
    this.turnTo();
    this.block.finish();
    this.stop(this.ways.finished);
  }

  /** Ends the view, once, without a last word to the record. @param {() => void} [next] */
  stop(next = () => {}) {
    if (this.#listening.signal.aborted) return;
    this.block.heard = () => {};
    this.clock.pause();
    clearInterval(this.#ticking);
    this.#listening.abort();
    next();
  }
}
