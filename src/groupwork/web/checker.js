/**
 * The Python checker in the page: MicroPython is loaded once, on the first wish, and kept.
 * There is no second grader in JavaScript: strings of JSON go in and come out.
 *
 * @import { Grade, Json, Key } from "./types"
 * @typedef {typeof FACES[number]} Face
 * @typedef {Record<Face, (text: string) => string>} Checker
 */

const FACES = /** @type {const} */ (["grade", "shuffle", "scenario", "view", "step", "debrief", "progress"]);

/** @type {Promise<Checker> | undefined} */
let loading;
let failures = 0;

/** Loads the checker from the folder `base`; after a failure the next call tries again. @param {URL} base @returns {Promise<Checker>} */
export function load(base) {
  loading ??= start(base).catch((error) => {
    loading = undefined;
    failures += 1;
    throw error;
  });
  return loading;
}

/** @param {URL} base @returns {Promise<Checker>} */
async function start(base) {
  // MicroPython asks for its larger half only when its smaller one runs: on a slow line, both should be on their way.
  const binary = new URL("micropython.wasm", base).href;
  const ahead = { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: binary };
  document.head.append(Object.assign(document.createElement("link"), ahead));
  // Browsers remember a module that failed to load: only another address makes them ask again.
  const again = failures ? `?again=${failures}` : "";
  const [{ loadMicroPython }, files] = await Promise.all([
    import(new URL(`micropython.mjs${again}`, base).href),
    fetch(new URL("checker.json", base)).then((answer) => {
      if (!answer.ok) throw new Error(`checker.json: ${answer.status}`);
      return answer.json();
    }),
  ]);
  const python = await loadMicroPython({ url: binary });
  python.FS.mkdir("/checker");
  for (const [name, source] of Object.entries(files)) python.FS.writeFile(`/checker/${name}`, source);
  python.runPython("import sys\nsys.path.append('/')\nfrom checker import host");
  const faces = python.globals.get("host");
  /** @param {string} name */
  const face = (name) => (/** @type {string} */ text) => faces[`${name}_json`](text);
  return /** @type {Checker} */ (Object.fromEntries(FACES.map((name) => [name, face(name)])));
}

/** @param {Checker} checker @param {Key} question @param {Json} response @returns {Grade} */
export const grade = (checker, question, response) => JSON.parse(checker.grade(JSON.stringify({ question, response })));

/** @param {Checker} checker @param {string[]} items @param {string} seed @returns {string[]} */
export const shuffle = (checker, items, seed) => JSON.parse(checker.shuffle(JSON.stringify({ items, seed })));

/**
 * Asks the checker anything; the `session` of a scenario is a path in the form that the core takes.
 *
 * @param {Checker} checker @param {Face} what @param {object} call
 */
export const ask = (checker, what, call) => JSON.parse(checker[what](JSON.stringify(call)));
