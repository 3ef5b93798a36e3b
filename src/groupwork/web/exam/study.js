/**
 * Study: one question after another, each with its reasons once it is answered; no clock is shown.
 *
 * @import { Desk } from "../types"
 * @import { Block } from "./sitting.js"
 */
import { element } from "../markup.js";
import { Clock } from "./clock.js";
import { actions, button, heading, strikes } from "./parts.js";
import { formOf } from "./pool.js";

export class Study {
  /** @param {HTMLElement} place @param {Desk} desk @param {Block} block @param {{ paused: () => void, finished: () => void }} ways */
  constructor(place, desk, block, ways) {
    this.place = place;
    this.desk = desk;
    this.block = block;
    this.ways = ways;
    this.clock = new Clock(block.sitting, block.now);
  }

  /** Begins, or goes on after `away` seconds. @param {number} [away] */
  async start(away) {
    this.clock.start(away);
    await this.show();
  }

  /** The first question that has no answer yet. */
  get next() {
    return this.block.sitting.ids.findIndex((id) => !this.block.mark(id).given);
  }

  finish() {
    this.block.finish();
    this.ways.finished();
  }

  async show() {
    const { ids, seed } = this.block.sitting;
    const at = this.next;
    if (at < 0) return this.finish();
    const id = ids[at];
    this.block.sitting.place = at;
    this.block.keep();
    const title = heading(`Question ${at + 1} of ${ids.length}`);
    const end = actions([button("End here and see the report", () => this.finish(), "gw-again"), button("Pause", this.ways.paused, "gw-again")]);
    try {
      const form = await formOf(this.desk, id, seed, "Question");
      const onward = element("div", { className: "gw-onward" });
      strikes(form, this.block.mark(id).struck ?? [], (option) => this.block.strike(id, option));
      this.place.replaceChildren(title, form, onward, ...(at ? [end] : [actions([button("Pause", this.ways.paused, "gw-again")])]));
      this.clock.look();
      await this.desk.adopt(form, (attempt) => this.heard(id, attempt, onward), true);
    } catch (error) {
      console.error(error);
      const said = "The question could not be fetched. Check the connection and try again; what you have answered is kept.";
      this.place.replaceChildren(title, element("p", { className: "gw-note" }, said), actions([button("Try again", () => this.show())]));
    }
    title.focus();
  }

  /** The first answer counts; one given again after the reasons is for the reader alone. @param {string} id @param {import("../types").Attempt} attempt @param {HTMLElement} onward */
  heard(id, { response, confidence }, onward) {
    if (this.block.mark(id).given || typeof response !== "string") return;
    this.block.spend(id, this.clock.look());
    this.block.set(id, { response, given: [response], at: this.block.now(), sure: confidence });
    const more = this.next >= 0;
    onward.append(actions([button(more ? "Next question" : "See the report", () => this.show())]));
  }
}
