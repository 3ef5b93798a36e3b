/**
 * The page “Review”: a session of up to ten questions, each in the form in which it stands in the course.
 *
 * @import { Asked, Desk } from "../types"
 * @import { Waiting } from "./queue.js"
 */
import { dateOf, dayOf } from "../history.js";
import { button, element } from "../markup.js";
import { counted, link, outline, reminder } from "./outline.js";
import { waiting } from "./queue.js";

export { waiting };

const SESSION = 10;

/** Pages that questions were taken from. @type {Map<string, Promise<Document>>} */
const pages = new Map();

/** @param {URL} address @returns {Promise<Document>} */
function page(address) {
  const known = pages.get(address.href);
  if (known) return known;
  const asked = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  pages.set(address.href, asked);
  asked.catch(() => pages.delete(address.href));
  return asked;
}

/** Takes a question's form out of the page that it stands on. @param {Desk} desk @param {Asked} asked */
async function formOf(desk, asked) {
  const address = new URL(`../../${asked.url}`, desk.base);
  const found = (await page(address)).querySelector(`form.gw-question[data-question="${CSS.escape(asked.id)}"]`);
  if (!found) throw new Error(`${address} holds no ${asked.id}`);
  const form = /** @type {HTMLFormElement} */ (document.importNode(found, true));
  // Its place in a quiz means nothing here.
  const label = form.querySelector(".gw-label")?.firstChild;
  if (label) label.textContent = "Question";
  for (const way of form.querySelectorAll("a[href]")) way.setAttribute("href", new URL(way.getAttribute("href") ?? "", address).href);
  return form;
}

const SAID = ["", "guessed", "were fairly sure", "were sure"];

/** Says why a question comes now. @param {Waiting} waiting @param {number} today */
function why({ last: { day, right, sure }, other }, today) {
  const ago = today - day === 1 ? "yesterday" : `${today - day} days ago`;
  const what = other ? "You met this idea" : "You met this";
  if (!right) return `${what} ${ago}${sure ? `, ${SAID[sure]}` : ""} – and it was not right yet.`;
  return `${what} ${ago}${sure === 1 ? ", and guessed right" : " and had it right"}.`;
}

/** The one thing to do next. @param {string} text @param {() => void} pressed */
const action = (text, pressed) => element("div", { className: "gw-actions" }, [button(text, pressed)]);

/** @param {string} text */
const heading = (text) => Object.assign(element("h2", {}, text), { tabIndex: -1 });

class Session {
  right = 0;
  done = 0;

  /** @param {HTMLElement} place @param {Desk} desk @param {Waiting[]} queue @param {() => void} ended */
  constructor(place, desk, queue, ended) {
    this.place = place;
    this.desk = desk;
    this.queue = queue;
    this.ended = ended;
  }

  async show() {
    const today = dayOf(Date.now());
    const item = this.queue[this.done];
    const title = heading(`Question ${this.done + 1} of ${this.queue.length}`);
    try {
      const form = await formOf(this.desk, item.asked);
      const onward = element("div", { className: "gw-onward" });
      this.place.replaceChildren(title, element("p", { className: "gw-hint" }, why(item, today)), form, onward);
      await this.desk.adopt(form, ({ points, max }) => {
        if (onward.hasChildNodes()) return;
        this.right += Number(points === max);
        this.done += 1;
        const more = this.done < this.queue.length;
        onward.append(action(more ? "Next question" : "Finish", () => (more ? this.show() : this.ended())));
      });
    } catch (error) {
      console.error(error);
      const said = "The question could not be fetched. Check the connection and try again; what you have answered is kept.";
      this.place.replaceChildren(title, element("p", { className: "gw-note" }, said), action("Try again", () => this.show()));
    }
    title.focus();
  }
}

class ReviewPage {
  /** @param {HTMLElement} place @param {Desk} desk @param {Asked[]} questions */
  constructor(place, desk, questions) {
    this.place = place;
    this.desk = desk;
    this.questions = questions;
  }

  queue() {
    return waiting(this.desk.store, this.questions, dayOf(Date.now()));
  }

  /** Says what is ready, or when the next question will be. @param {(Node | string)[]} [before] */
  offer(before = []) {
    const today = dayOf(Date.now());
    const { ready, next } = this.queue();
    const number = Math.min(SESSION, ready.length);
    const begin = action(`Begin with ${counted(number, "question")}`, () => this.begin());
    const content = ready.length
      ? [element("p", {}, `${counted(ready.length, "question")} ${ready.length === 1 ? "is" : "are"} ready.`), begin]
      : [element("p", {}, next === undefined ? "Nothing to review yet: questions come here once you have answered them in a lesson." : `Nothing is ready now. The next question comes ${dateOf(next, today)}.`)];
    this.place.replaceChildren(...before, ...content);
  }

  begin() {
    const session = new Session(this.place, this.desk, this.queue().ready.slice(0, SESSION), () => this.end(session));
    session.show();
  }

  /** @param {Session} session */
  end({ right, done }) {
    const title = heading("The session is done");
    const way = link(this.desk, "desk/progress/", "See your progress");
    this.offer([
      title,
      element("p", {}, [`${counted(done, "question")} reviewed, ${right} right at the first answer. `, way, "."]),
      ...reminder(this.desk, link(this.desk, "desk/your-record/#save", "Save your record.")),
    ]);
    title.focus();
  }
}

/** @param {HTMLElement} place @param {Desk} desk */
export async function open(place, desk) {
  new ReviewPage(place, desk, (await outline(desk)).questions).offer();
}
