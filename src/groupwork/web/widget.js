/**
 * The notebook's entry (anywidget): the same HTML and behaviour as on a page, graded by the kernel.
 *
 * @import { Grade, Host, Json } from "./types"
 * @typedef {{
 *   html: string,
 *   responses: Record<string, Json>,
 *   results: Record<string, Grade>,
 *   orders: Record<string, string[]>,
 * }} Traits
 * @typedef {{
 *   get<K extends keyof Traits>(name: K): Traits[K],
 *   set<K extends keyof Traits>(name: K, value: Traits[K]): void,
 *   save_changes(): void,
 *   on(event: string, heard: () => void): void,
 *   off(event: string, heard: () => void): void,
 * }} Model
 */
import { all } from "./kinds.js";
import { attach } from "./question.js";

/** Milliseconds after which a kernel that says nothing is taken to be gone. */
const PATIENCE = 15_000;

/** Puts a response into the model and waits for the kernel's grade of it. @param {Model} model @param {string} id @param {Json} response @returns {Promise<Grade>} */
function ask(model, id, response) {
  return new Promise((resolve, reject) => {
    const { [id]: _old, ...others } = model.get("results");
    model.set("results", others);
    const heard = () => {
      const result = model.get("results")[id];
      if (!result) return;
      clearTimeout(timer);
      model.off("change:results", heard);
      resolve(result);
    };
    const timer = setTimeout(() => {
      model.off("change:results", heard);
      reject(new Error("The kernel does not answer: run the cell again."));
    }, PATIENCE);
    model.on("change:results", heard);
    model.set("responses", { ...model.get("responses"), [id]: response });
    model.save_changes();
  });
}

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
  };
  el.classList.add("gw-widget");
  el.innerHTML = model.get("html");
  const questions = all(el, ".gw-question").map((form) => attach(/** @type {HTMLFormElement} */ (form), host));
}

export default { render };
