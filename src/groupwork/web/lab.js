/**
 * Inside the live notebook: runs it as soon as Python is there, tells the page around it how far that is, and asks
 * before something that the reader has written is lost.
 *
 * @typedef {"loading" | "python" | "running" | "ready" | "failed" | "stopped"} State
 * @typedef {{
 *   context: { ready: Promise<void> },
 *   content: {
 *     activeCellIndex: number,
 *     scrollToItem(index: number): Promise<void>,
 *     model: { sharedModel: { cells: { getSource(): string, outputs?: { output_type: string }[] }[] } },
 *   },
 *   sessionContext: {
 *     ready: Promise<void>,
 *     session: { kernel: { info: Promise<unknown> } | null } | null,
 *     statusChanged: { connect(heard: (sender: unknown, status: string) => void): void },
 *   },
 * }} Panel
 * @typedef {{
 *   started: Promise<void>,
 *   commands: { execute(name: string, options?: object): Promise<unknown> },
 *   shell: { currentWidget: Panel | null },
 * }} App
 */

/** Where JupyterLab looks for what a notebook links to; a lesson stands elsewhere. */
const PAGE = /\/files\/(?<page>[a-z0-9/_-]+)\.md$/;
/** Where a reader writes something that no record keeps. */
const WRITTEN = "textarea, input:not([type]), input[type=text]";

/** @param {State} state */
function say(state) {
  document.documentElement.dataset.lab = state;
  performance.mark(`lab ${state}`);
  if (parent !== window) parent.postMessage({ lab: state }, location.origin);
}

/** Returns what `find` finds, as soon as it finds something. @template T @param {() => T | null | undefined | false | ""} find @returns {Promise<T>} */
function until(find) {
  return new Promise((resolve) => {
    const look = () => {
      const found = find();
      if (found) resolve(found);
      else setTimeout(look, 50);
    };
    look();
  });
}

/** @param {Panel} panel */
const sources = (panel) => Array.from(panel.content.model.sharedModel.cells, (cell) => cell.getSource()).join("\n\n");

async function start() {
  say("loading");
  const app = await until(() => /** @type {{ jupyterapp?: App }} */ (window).jupyterapp);
  await app.started;
  const panel = await until(() => app.shell.currentWidget?.sessionContext && app.shell.currentWidget);
  await panel.context.ready;
  guard(panel);
  await dress(app);
  say("python");
  panel.sessionContext.statusChanged.connect((_, status) => {
    if (status === "dead") say("stopped");
  });
  await panel.sessionContext.ready;
  const kernel = await until(() => panel.sessionContext.session?.kernel);
  await kernel.info;
  say("running");
  await app.commands.execute("notebook:run-all-cells");
  const outputs = panel.content.model.sharedModel.cells.flatMap((cell) => cell.outputs ?? []);
  // Running leaves the reader at the end.
  panel.content.activeCellIndex = 0;
  await panel.content.scrollToItem(0);
  say(outputs.some((output) => output.output_type === "error") ? "failed" : "ready");
}

/** Takes the colours of the page around the notebook, or those of the system; JupyterLab starts in light ones. @param {App} app */
async function dress(app) {
  await until(() => document.body.dataset.jpThemeLight);
  const page = parent === window ? undefined : parent.document.body.dataset.mdColorScheme;
  const dark = page ? page === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
  if (dark) await app.commands.execute("apputils:change-theme", { theme: "JupyterLab Dark" });
}

/** Asks before the page is left once the reader has changed a cell or written into a field. @param {Panel} panel */
function guard(panel) {
  const before = sources(panel);
  let written = false;
  document.addEventListener("input", ({ target }) => {
    written ||= target instanceof Element && target.matches(WRITTEN) && !target.closest(".gw-widget, .cm-editor");
  });
  const edited = () => written || sources(panel) !== before;
  Object.assign(window, { groupworkLab: { edited } });
  addEventListener("beforeunload", (event) => {
    if (edited()) event.preventDefault();
  });
}

/** Opens a lesson beside the notebook. @param {MouseEvent} event */
function follow(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  const page = PAGE.exec(link.pathname)?.groups?.page;
  if (!page) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  open(new URL(`../../${page.replace(/(^|\/)index$/, "")}/${link.hash}`, location.href), "_blank", "noopener");
}

addEventListener("click", follow, { capture: true });
start().catch((error) => {
  console.error(error);
  say("failed");
});
