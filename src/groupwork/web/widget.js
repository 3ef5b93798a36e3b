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

/** @param {Model} model @returns {ScenarioHost} */
const scenarioHost = (model) => ({
  load: async () => model.get("scenario"),
  view: async (path) => /** @type {View} */ (model.get("views")[path.length]),
  async step(_path, choice) {
    const number = model.get("answered") + 1;
    const send = () => model.set("asked", { number, choice });
    await exchange(model, "change:answered", () => model.get("answered") === number, send);
    return model.get("path");
  },
  debrief: async () => model.get("looked_back"),
  path: () => model.get("path"),
  keep(path) {
    if (path.length) return;
    model.set("path", path);
    model.save_changes();
  },
  kept: "Your decisions are kept as long as the kernel runs.",
});

/** @param {{ model: Model, el: HTMLElement }} view */
function render({ model, el }) {
  /** @type {Map<string, import("./types").Attempt[]>} */
  const attempts = new Map();
  /** @type {Host} */
  const host = {
    prepare: async () => {},
    grade: (key, response) => ask(model, key.id, response),
    shuffle: async (ids, seed) => model.get("orders")[seed.split(":")[0]] ?? ids,
    attempts: (id) => attempts.get(id) ?? [],
    keep: (id, attempt) => {
      attempts.set(id, [...(attempts.get(id) ?? []), attempt]);
      for (const question of questions) question?.refresh();
    },
    rate: () => {},
    asksConfidence: false,
  };
  el.classList.add("gw-widget");
  el.innerHTML = model.get("html");
  for (const section of all(el, ".gw-scenario")) play(/** @type {HTMLElement} */ (section), scenarioHost(model));
  const questions = all(el, ".gw-question").map((form) => attach(/** @type {HTMLFormElement} */ (form), host));
}

export default { render };
