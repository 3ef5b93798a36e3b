/**
 * A timed block: one question at a time, a clock, and nothing graded before the end.
 *
 * @import { Desk } from "../types"
 * @import { Block } from "./sitting.js"
 */
import { askConfidence } from "../confidence.js";
import { kinds } from "../kinds.js";
import { element, one } from "../markup.js";
import { Clock, inWords, shown } from "./clock.js";
import { actions, button, heading, strikes, toggle } from "./parts.js";
import { formOf } from "./pool.js";
import { review } from "./review.js";

/** Seconds between two savings of the time alone. */
const SAVE_EVERY = 10;

/** @param {number} minutes */
const alert = (minutes) =>
  minutes ? `${minutes} minutes left.` : "The time is up. You may finish now, or go on: what you answer from here on is counted apart.";

export class Timed {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  #since = 0;
  /** True while an alert has not been seen beside another question: who has scrolled down meets it there. */
  #fresh = false;
  /** The question that is open; none on the review screen. @type {string | undefined} */
  #open;

  /**
   * @param {HTMLElement} place @param {Desk} desk @param {Block} block
   * @param {{ paused: () => void, finished: () => void, taken: () => void }} ways
   */
  constructor(place, desk, block, ways) {
    this.place = place;
    this.desk = desk;
    this.block = block;
    this.ways = ways;
    this.clock = new Clock(block.sitting, block.now);
    this.said = element("div", { className: "gw-alert" });
    this.said.setAttribute("role", "status");
    this.time = element("span", { className: "gw-clock" });
    this.time.setAttribute("role", "timer");
    this.stage = element("div", { className: "gw-exam-stage" });
  }

  /** Begins, or goes on after `away` seconds. @param {number} [away] */
  async start(away) {
    this.clock.start(away);
    const { sitting } = this.block;
    const hide = toggle("Hide the clock", sitting.hidden, (hidden) => {
      sitting.hidden = hidden;
      this.block.keep();
      this.tell();
    });
    const pause = button("Pause", () => this.leave(this.ways.paused), "gw-again");
    this.place.replaceChildren(element("div", { className: "gw-bar" }, sitting.limit ? [this.time, hide, pause] : [pause]), this.said, this.stage);
    this.#ticking = setInterval(() => this.tick(), 1000);
    this.hidden = () => document.visibilityState === "hidden" && this.save();
    this.elsewhere = (/** @type {StorageEvent} */ event) => {
      if (event.key?.endsWith(`:${this.block.id}`)) this.stop(this.ways.taken);
    };
    document.addEventListener("visibilitychange", this.hidden);
    window.addEventListener("pagehide", this.hidden);
    window.addEventListener("storage", this.elsewhere);
    this.tell();
    await this.show(sitting.place);
  }

  /** Counts the time, and keeps it. */
  save() {
    this.spend();
    this.block.keep();
  }

  spend() {
    const passed = this.clock.look();
    if (this.#open) this.block.spend(this.#open, passed);
  }

  tick() {
    // The reader has gone to another page of the course, which the theme put into this one's place.
    if (!this.place.isConnected) return this.leave(() => {});
    this.spend();
    this.tell();
    this.#since += 1;
    if (this.#since % SAVE_EVERY === 0) this.block.keep();
  }

  /** Shows the time, and tells once of an alert that is due. */
  tell() {
    const { left } = this.clock;
    if (left === undefined) return;
    const text = left > 0 ? `${shown(left)} left` : `${shown(-left)} over the time`;
    this.time.textContent = this.block.sitting.hidden ? "Clock hidden" : text;
    const due = this.clock.due();
    if (due === undefined) return;
    this.said.replaceChildren(element("p", { className: "gw-note" }, alert(due)));
    this.#fresh = true;
    this.block.keep();
  }

  /** Ends the view without a last word to the record. @param {() => void} next */
  stop(next) {
    clearInterval(this.#ticking);
    document.removeEventListener("visibilitychange", this.hidden ?? (() => {}));
    window.removeEventListener("pagehide", this.hidden ?? (() => {}));
    window.removeEventListener("storage", this.elsewhere ?? (() => {}));
    next();
  }

  /** @param {() => void} next */
  leave(next) {
    this.close();
    this.save();
    this.clock.pause();
    this.stop(next);
  }

  /** Leaves the question that is open. */
  close() {
    this.spend();
    if (this.#open) this.block.settle(this.#open);
    this.#open = undefined;
  }

  /** @param {number} place */
  async show(place) {
    this.close();
    const { ids, seed } = this.block.sitting;
    const at = Math.min(Math.max(0, place), ids.length - 1);
    const id = ids[at];
    this.block.sitting.place = at;
    this.block.keep();
    if (!this.#fresh && !this.clock.isOver) this.said.replaceChildren();
    this.#fresh = false;
    const title = heading(`Question ${at + 1} of ${ids.length}`);
    try {
      const form = await formOf(this.desk, id, seed, "Question");
      this.ready(form, id);
      this.stage.replaceChildren(title, form, this.moves(at));
      this.#open = id;
    } catch (error) {
      console.error(error);
      const said = "The question could not be fetched. Check the connection and try again; what you have answered is kept.";
      this.stage.replaceChildren(title, element("p", { className: "gw-note" }, said), actions([button("Try again", () => this.show(at))]));
    }
    title.focus();
  }

  /** Takes from a form what would grade it, and gives it what a block needs. @param {HTMLFormElement} form @param {string} id */
  ready(form, id) {
    const mark = this.block.mark(id);
    const kind = kinds[form.dataset.kind ?? ""];
    form.classList.add("gw-apart");
    one(form, ".gw-feedback").remove();
    one(form, ".gw-reasons").remove();
    const last = one(form, ".gw-actions");
    if (this.desk.store.settings().confidence !== false) {
      const sure = askConfidence(form, last);
      sure.write(mark.sure);
      sure.fieldset.addEventListener("change", () => this.block.set(id, { sure: sure.read() }));
    }
    last.remove();
    kind.write(form, mark.response ?? null);
    one(form, "fieldset").addEventListener("change", () => {
      const response = kind.read(form);
      if (typeof response === "string") this.block.choose(id, response, this.clock.isOver);
    });
    strikes(form, mark.struck ?? [], (option) => this.block.strike(id, option));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** @param {number} at */
  moves(at) {
    const { ids } = this.block.sitting;
    const id = ids[at];
    const flag = toggle("Flag for later", this.block.mark(id).flag === true, (on) => this.block.set(id, { flag: on || undefined }));
    flag.classList.add("gw-flag");
    return actions([
      ...(at > 0 ? [button("Previous", () => this.show(at - 1), "gw-again")] : []),
      ...(at + 1 < ids.length ? [button("Next", () => this.show(at + 1))] : []),
      flag,
      button("Review all", () => this.look(), at + 1 < ids.length ? "gw-again" : ""),
    ], "gw-moves-on");
  }

  /** The review screen. */
  look() {
    this.close();
    const { place } = this.block.sitting;
    review(this.stage, this.block, {
      open: (at) => this.show(at),
      back: () => this.show(place),
      finish: () => this.leave(() => {
        this.block.finish();
        this.ways.finished();
      }),
      left: this.clock.left === undefined ? "" : this.clock.isOver ? "The time is up." : `${inWords(this.clock.left)} left.`,
      asks: this.desk.store.settings().confidence !== false,
    });
  }
}
