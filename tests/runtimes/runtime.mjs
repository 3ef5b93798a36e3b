// Runs the checker in MicroPython or Pyodide: `node runtime.mjs micropython|pyodide`.
// Reads one JSON line `{"call": "grade_json", "text": "…"}` at a time and answers with one,
// `{"value": "…"}` or `{"error": "ValueError"}`; the first line out is `{"ready": "<runtime>"}`.

import { readFileSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const CHECKER = new URL("../../src/groupwork/checker/", import.meta.url);

const loaders = {
  async micropython() {
    const name = "@micropython/micropython-webassembly-pyscript/micropython.mjs";
    const { loadMicroPython } = await import(name);
    return loadMicroPython();
  },
  async pyodide() {
    const { loadPyodide } = await import("pyodide");
    const python = fileURLToPath(new URL(".", import.meta.resolve("pyodide")));
    return loadPyodide({ indexURL: python });
  },
};

/** Copy the checker into the runtime as the top-level package `checker`, as the pages do. */
function mount(runtime) {
  runtime.FS.mkdir("/mounted");
  runtime.FS.mkdir("/mounted/checker");
  for (const file of readdirSync(CHECKER).filter((name) => name.endsWith(".py"))) {
    runtime.FS.writeFile(`/mounted/checker/${file}`, readFileSync(new URL(file, CHECKER), "utf8"));
  }
  runtime.runPython("import sys\nsys.path.append('/mounted')");
  return runtime.pyimport("checker.host");
}

function answer(host, line) {
  const { call, text } = JSON.parse(line);
  try {
    return { value: host[call](text) };
  } catch (error) {
    return { error: error.type ?? String(error) };
  }
}

const name = process.argv[2];
const host = mount(await loaders[name]());
console.log(JSON.stringify({ ready: name }));
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(host, line)));
}
