/**
 * A timed block: one question at a time, a clock, and nothing graded before the end.
 */
import { askConfidence } from "../confidence.js";
import { kinds } from "../kinds.js";
import { button, element, one } from "../markup.js";
import { inWords, shown } from "./clock.js";
import { actions, heading, strikes, toggle } from "./parts.js";
import { formOf } from "./pool.js";
import { review } from "./review.js";
import { View } from "./view.js";

/** @param {number} minutes */
const alert = (minutes) =>
  minutes ? `${minutes} minutes left.` : "The time is up. You may finish now, or go on: what you answer from here on is counted apart.";

export class Timed extends View {
  /** True while an alert has not been seen beside another question: who has scrolled down meets it there. */
  #fresh = false;

  /** @param {ConstructorParameters<typeof View>} how */
  constructor(...how) {
    super(...how);
    this.said = element("div", { className: "gw-alert" });
    this.said.setAttribute("role", "status");
    this.time = element("span", { className: "gw-clock" });
    this.time.setAttribute("role", "timer");
    this.left = element("span");
  }

  /** @param {number} [away] */
  async start(away) {
    super.start(away);
    const { sitting } = this.block;
    const hide = toggle("Hide the clock", sitting.hidden, (hidden) => {
      sitting.hidden = hidden;
      this.block.keep();
      this.showTime();
    });
    const pause = button("Pause", () => this.leave(this.ways.paused), "gw-again");
    this.place.replaceChildren(element("div", { className: "gw-bar" }, sitting.limit ? [this.time, hide, pause] : [pause]), this.said, this.stage);
    this.showTime();
    await this.show(sitting.place);
    // What enters the page together with its region is read to nobody.
    this.tell();
  }

  /** Shows the time on the clock, and in words for the review screen; nowhere once it is hidden. */
  showTime() {
    const { left, isOver } = this.clock;
    if (left === undefined) return;
    const { hidden } = this.block.sitting;
    this.time.textContent = hidden ? "Clock hidden" : isOver ? `${shown(-left)} over the time` : `${shown(left)} left`;
    this.left.textContent = hidden ? "" : isOver ? "The time is up." : `${inWords(left)} left.`;
  }

  /** Shows the time, and tells once of an alert that is due. */
  tell() {
    this.showTime();
    const due = this.clock.due();
    if (due === undefined) return;
    this.said.replaceChildren(element("p", { className: "gw-note" }, alert(due)));
    this.#fresh = true;
    this.block.keep();
  }

  /** @param {number} place */
  async show(place) {
    this.turnTo();
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
      this.turnTo(id);
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
    this.turnTo();
    const { place } = this.block.sitting;
    review(this.stage, this.block, {
      open: (at) => this.show(at),
      back: () => this.show(place),
      finish: () => this.finish(),
      left: this.left,
      asks: this.desk.store.settings().confidence !== false,
    });
  }
}
