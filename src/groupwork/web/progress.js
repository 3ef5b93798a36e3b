/**
 * What the learner has done, page by page: marks in the navigation, and on the first page where to go on.
 * A reader who has answered nothing loads nothing.
 *
 * @import { Store } from "./store.js"
 */
import { all } from "./markup.js";

/** A page of a module that asks something. @typedef {{ module: string, url: string, title: string, questions: string[] }} Listed */

/** @type {Promise<Listed[]> | undefined} */
let listed;

/** @param {URL} base @returns {Promise<Listed[]>} */
function pages(base) {
  return (listed ??= fetch(new URL("pages.json", base)).then((answer) => {
    if (!answer.ok) throw new Error(`pages.json: ${answer.status}`);
    return answer.json();
  })).catch((error) => {
    listed = undefined;
    throw error;
  });
}

/** @param {Listed} page @param {Store} store */
const answered = (page, store) => page.questions.filter((id) => store.attempts(id).length > 0).length;

/** Returns the page to go on with: the last one answered on, or the next that is not complete. @param {Listed[]} list @param {Store} store */
export function goOn(list, store) {
  const last = list.map((page) => Math.max(0, ...page.questions.map((id) => store.attempts(id).at(-1)?.at ?? 0)));
  const from = last.indexOf(Math.max(...last));
  return [...list.slice(from), ...list.slice(0, from)].find((page) => answered(page, store) < page.questions.length);
}

/** @param {HTMLElement} link @param {number} done @param {number} number */
function mark(link, done, number) {
  const complete = done === number;
  const place = link.querySelector(".gw-nav-mark") ?? link.appendChild(Object.assign(document.createElement("span"), { className: "gw-nav-mark" }));
  const said = Object.assign(document.createElement("span"), {
    className: "gw-hidden",
    textContent: complete ? ", all questions answered" : `, ${done} of ${number} questions answered`,
  });
  const shown = Object.assign(document.createElement("span"), { textContent: complete ? "✓" : `${done}/${number}` });
  shown.setAttribute("aria-hidden", "true");
  place.replaceChildren(shown, said);
}

/** Brings the marks up to date. @param {Store} store @param {URL} base the folder of the course's own files, two below the site's root */
export async function showProgress(store, base) {
  if (!store.started()) {
    for (const place of all(document.body, ".gw-nav-mark")) place.remove();
    return;
  }
  const list = await pages(base);
  const root = new URL("../../", base);
  const links = /** @type {HTMLAnchorElement[]} */ (all(document.body, ".md-nav--primary a.md-nav__link[href]"));
  for (const page of list) {
    // The first page of a module stands for the module.
    const whole = page.url === `${page.module}/` ? list.filter(({ module }) => module === page.module) : [page];
    const questions = [...new Set(whole.flatMap((each) => each.questions))];
    const done = answered({ ...page, questions }, store);
    const { href } = new URL(page.url, root);
    for (const link of links.filter((each) => each.href === href)) {
      if (done) mark(link, done, questions.length);
      else link.querySelector(".gw-nav-mark")?.remove();
    }
  }
  const next = goOn(list, store);
  for (const line of /** @type {HTMLElement[]} */ (all(document.body, ".gw-go-on"))) {
    line.hidden = !next;
    if (!next) continue;
    const done = answered(next, store);
    const link = Object.assign(document.createElement("a"), { href: new URL(next.url, root).href, textContent: next.title });
    line.replaceChildren("Go on with: ", link, done ? ` (${done} of ${next.questions.length} questions answered)` : "");
  }
}
