/**
 * Study: one question after another, each with its reasons once it is answered; no clock is shown.
 */
import { button, element } from "../markup.js";
import { actions, heading, strikes } from "./parts.js";
import { formOf } from "./pool.js";
import { View } from "./view.js";

export class Study extends View {
  /** @param {number} [away] */
  async start(away) {
    super.start(away);
    this.place.replaceChildren(this.stage);
    await this.show();
  }

  /** The first question that has no answer yet. */
  get next() {
    return this.block.sitting.ids.findIndex((id) => !this.block.mark(id).given);
  }

  async show() {
    const { ids, seed } = this.block.sitting;
    const at = this.next;
    if (at < 0) return this.finish();
    const id = ids[at];
    this.block.sitting.place = at;
    this.block.keep();
    const title = heading(`Question ${at + 1} of ${ids.length}`);
    const pause = button("Pause", () => this.leave(this.ways.paused), "gw-again");
    const end = actions([...(at ? [button("End here and see the report", () => this.finish(), "gw-again")] : []), pause]);
    try {
      const form = await formOf(this.desk, id, seed, "Question");
      const onward = element("div", { className: "gw-onward" });
      strikes(form, this.block.mark(id).struck ?? [], (option) => this.block.strike(id, option));
      this.stage.replaceChildren(title, form, onward, end);
      this.turnTo(id);
      await this.desk.adopt(form, (attempt) => this.heard(id, attempt, onward), true);
    } catch (error) {
      console.error(error);
      const said = "The question could not be fetched. Check the connection and try again; what you have answered is kept.";
      this.stage.replaceChildren(title, element("p", { className: "gw-note" }, said), actions([button("Try again", () => this.show())]));
    }
    title.focus();
  }

  /** The first answer counts; one given again after the reasons is for the reader alone. @param {string} id @param {import("../types").Attempt} attempt @param {HTMLElement} onward */
  heard(id, { response, confidence }, onward) {
    if (this.block.mark(id).given || typeof response !== "string") return;
    this.turnTo();
    this.block.set(id, { response, given: [response], at: this.block.now(), sure: confidence });
    const more = this.next >= 0;
    onward.append(actions([button(more ? "Next question" : "See the report", () => this.show())]));
  }
}
