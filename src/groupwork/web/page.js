/**
 * The site's entry: brings every question on a page to life, also after Material's instant navigation.
 *
 * @import { Desk, Host, ScenarioHost } from "./types"
 */
import { ask, grade, load, shuffle } from "./checker.js";
import { openDesk } from "./desk.js";
import { fetched, once } from "./fetched.js";
import { all, one } from "./markup.js";
import { showProgress } from "./progress.js";
import { attach } from "./question.js";
import { play } from "./scenario.js";
import { holdIndex } from "./search.js";
import { Store } from "./store.js";

const base = new URL("./", import.meta.url);
const store = new Store();

/** @type {Map<Element, NonNullable<ReturnType<typeof attach>>>} */
let questions = new Map();
let path = location.pathname;
/** The desk on this page, once it is open. @type {HTMLElement | undefined} */
let opened;

/** @type {Host} */
const host = {
  prepare: () => load(base),
  grade: async (key, response) => grade(await load(base), key, response),
  shuffle: async (ids, seed) => shuffle(await load(base), ids, seed),
  attempts: (id) => store.attempts(id),
  keep(id, attempt) {
    store.keep(id, attempt);
    refresh(id);
  },
  rate: (id, rating) => store.rate(id, rating),
  get asksConfidence() {
    return store.settings().confidence !== false;
  },
};

/** What the pages of the reader's desk need: they bring scripts of their own, which lessons never load. @type {Desk} */
const desk = {
  store,
  base,
  ask: async (what, call) => ask(await load(base), what, call),
  async adopt(form, heard, apart = false) {
    /** @type {Host} */
    const told = {
      ...host,
      apart,
      asksConfidence: host.asksConfidence,
      attempts: (id) => (apart ? [] : host.attempts(id)),
      keep(id, attempt) {
        if (!apart) host.keep(id, attempt);
        heard(attempt);
      },
    };
    const question = attach(form, told);
    if (!question) return;
    // It is asked anew, in another order, whatever was answered before.
    questions.set(form, { ...question, restore: async () => {} });
    await question.reshuffle().catch(() => {});
  },
  async exhibit(form, attempt) {
    const shown = { ...host, attempts: () => (attempt ? [attempt] : []), asksConfidence: Boolean(attempt?.confidence) };
    const question = attach(form, shown);
    await question?.restore();
    form.classList.add("gw-apart", "gw-committed");
    one(form, "fieldset").setAttribute("disabled", "");
    one(form, ".gw-reasons").removeAttribute("hidden");
    one(form, ".gw-actions").remove();
  },
  refresh: () => refresh(),
};

/** The host of one scenario: its text is fetched, and handed to the core, when it is first needed. @param {string} id @returns {ScenarioHost} */
function scenarioHost(id) {
  const fetchScenario = once(async () => {
    const scenario = await fetched(base, `scenarios/${id}.json`);
    ask(await load(base), "scenario", { scenario });
    return scenario;
  });
  /** @param {"view" | "step" | "debrief"} what @param {import("./types").Path} path @param {object} [more] */
  const asked = async (what, path, more = {}) => {
    await fetchScenario();
    return ask(await load(base), what, { scenario: id, session: { scenario: id, path }, ...more });
  };
  return {
    load: fetchScenario,
    view: (path) => asked("view", path),
    step: async (path, choice) => (await asked("step", path, { choice })).path,
    debrief: (path) => asked("debrief", path),
    path: () => store.path(id),
    keep(path) {
      store.keepPath(id, path);
      if (store.failed) warn();
    },
    kept: "Your decisions are kept in this browser: you can leave and come back.",
  };
}

/** Loads the checker and shows the last attempt once a question is about to be seen. */
const near = new IntersectionObserver(
  (entries) => {
    for (const entry of entries.filter((candidate) => candidate.isIntersecting)) {
      near.unobserve(entry.target);
      questions.get(entry.target)?.restore().catch(() => {});
      load(base).catch(() => {});
    }
  },
  { rootMargin: "300px" },
);

/** @param {Iterable<Element>} forms */
function count(forms) {
  const ids = new Set([...forms].map((form) => /** @type {HTMLElement} */ (form).dataset.question ?? ""));
  const attempts = [...ids].map((id) => store.attempts(id).at(-1)).filter((last) => last !== undefined);
  return { all: ids.size, answered: attempts.length, right: attempts.filter((last) => last.max > 0 && last.points === last.max).length };
}

/** Brings every count and mark up to date; `id` names the one question that changed. @param {string} [id] */
function refresh(id) {
  for (const question of questions.values()) if (!id || question.id === id) question.refresh();
  for (const quiz of all(document.body, ".gw-quiz")) {
    const { all: number, answered, right } = count(all(quiz, ".gw-question"));
    const line = quiz.querySelector(".gw-count");
    if (!line || !answered) continue;
    const score = quiz.hasAttribute("data-unscored") ? "not scored" : `${right} right`;
    line.textContent = `${answered} of ${number} answered, ${score}`;
  }
  for (const line of all(document.body, ".gw-progress")) {
    const { all: number, answered } = count(questions.keys());
    line.textContent = answered ? `${answered} of ${number} questions on this page answered` : `${number} ${number === 1 ? "question" : "questions"} on this page`;
    line.classList.toggle("gw-complete", answered === number);
  }
  showProgress(store, base).catch((error) => console.warn(error));
  keepCourse();
  if (store.failed) warn();
}

/** Says once per page that nothing will be kept. */
function warn() {
  if (document.querySelector(".gw-warning")) return;
  const line = document.createElement("p");
  line.className = "gw-warning";
  line.setAttribute("role", "alert");
  line.textContent = store.newer
    ? "Your record was written by a newer version of this course: reload the page. What you answer now is lost when you close it."
    : "This browser does not let the page keep your answers: they are lost when you close it.";
  document.querySelector("article")?.prepend(line);
}

/** What keeps the course on the device. @returns {Promise<typeof import("./offline.js")>} */
const offline = () => import(new URL("offline.js", base).href);

/** Milliseconds from the first answer to keeping the course: what the reader does just then comes first. */
const QUIET = 5000;
let keeping = false;

/** Keeps the course on the device, now that something of the reader's is kept; without a network nothing is said: the next answer tries again. */
function keepCourse() {
  if (keeping || !store.started() || !navigator.serviceWorker || navigator.serviceWorker.controller) return;
  keeping = true;
  setTimeout(() => {
    keeping = false;
    if (store.started()) offline().then(({ keepUnasked }) => keepUnasked(base, () => store.started())).catch(() => {});
  }, QUIET);
}

/** @type {typeof import("./live.js") | undefined} what runs a notebook, loaded on the pages that are one */
let live;

/** @param {HTMLElement} section */
async function offerLive(section) {
  live ??= await import(new URL("live.js", base).href);
  live?.offer(section);
}

/**
 * Takes the page as it is now. Questions that are alive already stay as they are: a link within a page makes the theme
 * fetch the page anew, and an answer that somebody has begun must not go with the old copy.
 */
function start() {
  near.disconnect();
  const before = questions;
  const same = path === location.pathname;
  const alive = same ? [...before.keys()] : [];
  path = location.pathname;
  questions = new Map();
  for (const place of all(document.body, ".gw-desk")) {
    if (same && opened && opened !== place) place.replaceWith(opened);
    else if (!same || !opened) openDesk((opened = /** @type {HTMLElement} */ (place)), desk);
  }
  // What stands apart is in the hands of a script of the desk.
  for (const fresh of all(document.body, ".gw-question:not(.gw-apart)")) {
    const form = alive.find((candidate) => candidate.id === fresh.id) ?? fresh;
    if (form !== fresh) fresh.replaceWith(form);
    const question = before.get(form) ?? attach(/** @type {HTMLFormElement} */ (form), host);
    if (!question) continue;
    questions.set(form, question);
    near.observe(form);
  }
  for (const section of all(document.body, ".gw-scenario:not(.gw-live)")) {
    section.classList.add("gw-live");
    play(/** @type {HTMLElement} */ (section), scenarioHost(/** @type {HTMLElement} */ (section).dataset.scenario ?? ""));
  }
  for (const section of all(document.body, ".gw-run:not([data-offered])")) {
    section.toggleAttribute("data-offered", true);
    offerLive(/** @type {HTMLElement} */ (section)).catch((error) => console.warn(error));
  }
  // Who has answered nothing, and stands where nothing is said of it, loads nothing of what keeps the course.
  if (navigator.serviceWorker?.controller || document.querySelector(".gw-keep")) offline().then(({ start }) => start(base)).catch((error) => console.warn(error));
  for (const button of all(document.body, ".gw-print button")) /** @type {HTMLButtonElement} */ (button).onclick = () => window.print();
  refresh();
}

holdIndex();
for (const button of all(document.body, ".gw-menu")) button.addEventListener("click", () => document.getElementById("__drawer")?.click());
addEventListener("keydown", () => import(new URL("menu.js", base).href).then(({ follow }) => follow()), { once: true });
start();
// Heard here because the theme, which listens to nobody but the browser, must come second.
addEventListener("popstate", (event) => {
  if (live?.back()) event.stopImmediatePropagation();
});
// Another tab, or the live notebook in this page, has kept an answer.
addEventListener("storage", () => refresh());
// The theme's script runs after this one; its first word is about the page that has just been started.
document.addEventListener("DOMContentLoaded", () => {
  const pages = /** @type {{ document$?: { subscribe(next: () => void): void } }} */ (window).document$;
  pages?.subscribe(start);
});
