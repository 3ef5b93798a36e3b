/**
 * The notebook's entry (anywidget): the same HTML and behaviour as on a page, graded by the kernel.
 *
 * @import { Debrief, Grade, Host, Json, Path, Scenario, ScenarioHost, View } from "./types"
 * @typedef {{
 *   html: string,
 *   responses: Record<string, Json>,
 *   results: Record<string, Grade>,
 *   orders: Record<string, string[]>,
 *   scenario: Scenario,
 *   path: Path,
 *   views: View[],
 *   looked_back: Debrief,
 *   asked: { number: number, choice: string },
 *   answered: number,
 *   recorded: boolean,
 * }} Traits
 * @typedef {{
 *   get<K extends keyof Traits>(name: K): Traits[K],
 *   set<K extends keyof Traits>(name: K, value: Traits[K]): void,
 *   save_changes(): void,
 *   on(event: string, heard: () => void): void,
 *   off(event: string, heard: () => void): void,
 * }} Model
 */
import { all } from "./markup.js";
import { attach } from "./question.js";
import { play } from "./scenario.js";
import { inUse, Store } from "./store.js";

/** Milliseconds after which a kernel that says nothing is taken to be gone. */
const PATIENCE = 15_000;

/** Puts a response into the model and waits for the kernel's grade of it. @param {Model} model @param {string} id @param {Json} response @returns {Promise<Grade>} */
async function ask(model, id, response) {
  const { [id]: _old, ...others } = model.get("results");
  model.set("results", others);
  const send = () => model.set("responses", { ...model.get("responses"), [id]: response });
  await exchange(model, "change:results", () => id in model.get("results"), send);
  return /** @type {Grade} */ (model.get("results")[id]);
}

/** Sends a value to the kernel and waits until it has answered. @param {Model} model @param {string} event @param {() => boolean} done @param {() => void} send @returns {Promise<void>} */
function exchange(model, event, done, send) {
  return new Promise((resolve, reject) => {
    const heard = () => {
      if (!done()) return;
      clearTimeout(timer);
      model.off(event, heard);
      resolve();
    };
    const timer = setTimeout(() => {
      model.off(event, heard);
      reject(new Error("The kernel does not answer: run the cell again."));
    }, PATIENCE);
    model.on(event, heard);
    send();
    model.save_changes();
  });
}

/** Keeps as long as the notebook is open. */
function passing() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  /** @type {import("./shelf.js").Place} */
  const storage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
    key: (place) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  };
  return storage;
}

/** @param {Model} model @param {Store} store @returns {ScenarioHost} */
function scenarioHost(model, store) {
  const { id } = model.get("scenario");
  /** @type {Promise<void> | undefined} */
  let told;
  /** Tells the kernel the way that was kept from an earlier visit, before it is asked what is seen there. @param {Path} path */
  const tell = (path) =>
    (told ??=
      path.length > model.get("path").length
        ? exchange(model, "change:views", () => model.get("views").length > path.length, () => model.set("path", path))
        : Promise.resolve()).catch((error) => {
      told = undefined;
      throw error;
    });
  return {
    load: async () => model.get("scenario"),
    async view(path) {
      await tell(store.path(id));
      return /** @type {View} */ (model.get("views")[path.length]);
    },
    async step(_path, choice) {
      const number = model.get("answered") + 1;
      const send = () => model.set("asked", { number, choice });
      await exchange(model, "change:answered", () => model.get("answered") === number, send);
      return model.get("path");
    },
    debrief: async () => model.get("looked_back"),
    path: () => (model.get("path").length ? model.get("path") : store.path(id)),
    keep(path) {
      store.keepPath(id, path);
      if (path.length) return;
      model.set("path", path);
      model.save_changes();
    },
    kept: model.get("recorded")
      ? "Your decisions are kept in this browser: you can leave and come back."
      : "Your decisions are kept as long as the kernel runs.",
  };
}

/** @param {{ model: Model, el: HTMLElement }} view */
function render({ model, el }) {
  const storage = passing();
  const store = new Store(() => (model.get("recorded") ? inUse() : storage));
  /** @type {Host} */
  const host = {
    prepare: async () => {},
    grade: (key, response) => ask(model, key.id, response),
    shuffle: async (ids, seed) => model.get("orders")[seed.split(":")[0]] ?? ids,
    attempts: (id) => store.attempts(id),
    keep: (id, attempt) => {
      store.keep(id, attempt);
      for (const question of questions) question?.refresh();
    },
    rate: (id, rating) => store.rate(id, rating),
    asksConfidence: false,
  };
  el.classList.add("gw-widget");
  el.innerHTML = model.get("html");
  for (const section of all(el, ".gw-scenario")) play(/** @type {HTMLElement} */ (section), scenarioHost(model, store));
  const questions = all(el, ".gw-question").map((form) => attach(/** @type {HTMLFormElement} */ (form), host));
  // What was answered on a page, or at an earlier visit, stands here as it does there.
  for (const question of questions) question?.restore().catch(() => {});
}

export default { render };
