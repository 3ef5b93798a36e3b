/**
 * The page “Exam practice”: begins blocks, goes on with them after a reload, and shows their reports.
 *
 * @import { Desk, Pool } from "../types"
 */
import { begin, Block, timesMet, within } from "../exam/sitting.js";
import { limitOf } from "../exam/clock.js";
import { fetchAll, pool } from "../exam/pool.js";
import { show } from "../exam/report.js";
import { start } from "../exam/start.js";
import { Study } from "../exam/study.js";
import { Timed } from "../exam/timed.js";
import { element } from "../markup.js";
import { reminder, link } from "./outline.js";

const FAILED = "The questions could not be fetched. Check the connection and try again; what you have answered is kept.";
const TAKEN = "This block goes on in another tab. What you see here stopped when it was opened there.";
const EMPTY = "The course no longer holds any question of this block. You may discard it.";
const DISCARDED = "The block has been discarded.";
const GONE = "This block is no longer in the record: another tab has removed it.";

/** A seed of nobody's choosing. */
const lot = () => [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join("");

class ExamPage {
  /** True while an act is under way: a second press does nothing. */
  #busy = false;
  /** The block that is on the page. @type {import("../exam/view.js").View | undefined} */
  #view;

  /** @param {HTMLElement} place @param {Desk} desk @param {Pool} course */
  constructor(place, desk, course) {
    this.place = place;
    this.desk = desk;
    this.course = course;
  }

  /** @param {string} [said] @param {boolean} [focus] */
  offer(said = "", focus = false) {
    const note = Object.assign(element("p", { className: "gw-note" }, said), { tabIndex: -1 });
    this.place.replaceChildren(
      ...(said ? [note] : []),
      ...reminder(this.desk, link(this.desk, "desk/your-record/#save", "Save your record.")),
      ...start(this.desk, this.course, {
        begin: (wish) => this.press(() => this.begin(wish)),
        goOn: (id) => this.press(() => this.goOn(id)),
        discard: (id) => this.press(() => this.discard(id)),
        report: (id) => this.press(() => this.report(id)),
      }),
    );
    if (said) note.focus();
    else if (focus) this.focus();
  }

  focus() {
    const title = /** @type {HTMLElement | null} */ (this.place.querySelector("h2"));
    if (title) title.tabIndex = -1;
    title?.focus();
  }

  /** Does what a button says, one thing at a time. @param {() => Promise<void>} act */
  async press(act) {
    if (this.#busy) return;
    this.#busy = true;
    for (const button of this.place.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    await this.try(act);
    this.#busy = false;
  }

  /** @param {() => Promise<void>} act */
  async try(act) {
    try {
      await act();
    } catch (error) {
      console.error(error);
      this.offer(FAILED);
    }
  }

  /** @param {import("../exam/start.js").Wish} wish */
  async begin({ mode, count, area, pace, seed }) {
    const { desk, course } = this;
    const { store } = desk;
    // Whoever agrees on a word wants the same block, whatever each has met.
    const met = seed ? {} : timesMet(store.sittings());
    const given = seed || lot();
    const { ids } = await desk.ask("draw", { questions: course.pool, count, seed: given, filters: area ? { area } : {}, met });
    await fetchAll(desk, ids);
    const now = Date.now();
    const limit = mode === "timed" && pace ? limitOf(course, ids.length, pace) : 0;
    const sitting = begin({ mode, seed: given, area, ids, limit }, now);
    const id = now.toString(36);
    store.keepSitting(id, sitting);
    await this.sit(new Block(store, id, sitting));
  }

  /** @param {string} id */
  async goOn(id) {
    const sitting = this.desk.store.sitting(id);
    if (!sitting) return this.offer();
    if (sitting.ended) return this.report(id);
    const left = within(sitting, this.course.pool);
    if (!left.ids.length) return this.offer(EMPTY);
    await fetchAll(this.desk, left.ids);
    const block = new Block(this.desk.store, id, left);
    await this.sit(block, Math.max(0, (Date.now() - sitting.seen) / 1000));
  }

  /** @param {string} id */
  async discard(id) {
    this.desk.store.discard(id);
    this.offer(DISCARDED);
  }

  /** @param {Block} block @param {number} [away] */
  async sit(block, away) {
    const ways = {
      paused: () => this.offer(`The block is kept as it is.${block.sitting.limit ? " Its clock stands still until you go on." : ""}`),
      finished: () => this.try(() => this.report(block.id)),
      taken: () => this.offer(TAKEN),
      gone: () => this.offer(GONE),
    };
    const View = block.sitting.mode === "timed" ? Timed : Study;
    this.#view?.stop();
    this.#view = new View(this.place, this.desk, block, ways);
    await this.#view.start(away);
  }

  /** @param {string} id */
  async report(id) {
    const sitting = this.desk.store.sitting(id);
    if (!sitting) return this.offer();
    await show(this.place, this.desk, this.course, sitting, () => this.offer("", true));
  }
}

/** @param {HTMLElement} place @param {Desk} desk */
export async function open(place, desk) {
  new ExamPage(place, desk, await pool(desk)).offer();
}
