/**
 * “Run it here” on a notebook's page: opens the live notebook in the page, says how far it is, and closes it again.
 * The page loads this module where there is a notebook, and nothing of the lab before the reader asks for it.
 */
import { element, one } from "./markup.js";

/** 64 KB each: what Python and a lab need at the most. */
const MEMORY_PAGES = 4096;
/** Milliseconds without a word from the notebook after which the page says that something may be wrong. */
const PATIENCE = 120_000;

/** @type {Record<string, string>} */
const SAID = {
  asking: "Looking for the live notebook …",
  loading: "Loading Jupyter …",
  python: "Starting Python …",
  running: "Running the notebook …",
  ready: "The notebook is live. Your answers go into your record; what you change in the notebook is kept until you close it.",
  failed: "The notebook is open, and one of its cells failed: read what it says, or close it and go on with the page.",
  stopped: "Python stopped, most likely for want of memory. Close other tabs and try again, or go on with the page.",
  absent: "The live notebook is not here yet. If the site is just being built, try again in half a minute.",
  slow: "This takes longer than it should. On a slow connection it may still come; otherwise close it and go on with the page.",
};

/** Returns why a notebook cannot run here, or nothing. @param {typeof globalThis} [place] */
export function obstacle(place = globalThis) {
  if (typeof place.WebAssembly !== "object") {
    return "This browser cannot run Python: WebAssembly is missing or switched off. The page below works without it.";
  }
  try {
    new place.WebAssembly.Memory({ initial: MEMORY_PAGES });
  } catch {
    return "There is not enough free memory for Python. Close other tabs and try again; the page below works without it.";
  }
  return "";
}

/** @typedef {{ frame: HTMLIFrameElement, say(state: string): void, end(): boolean }} Opened */
/** @type {Opened | undefined} the notebook that is open, if one is */
let opened;

/** @param {Opened} live */
function edited({ frame }) {
  const lab = /** @type {{ groupworkLab?: { edited(): boolean } } | null} */ (frame.contentWindow);
  return lab?.groupworkLab?.edited() ?? false;
}

/** Brings the section to life. @param {HTMLElement} section */
export function offer(section) {
  const run = /** @type {HTMLButtonElement} */ (one(section, ".gw-run-start"));
  const close = /** @type {HTMLButtonElement} */ (one(section, ".gw-run-close"));
  const said = one(section, ".gw-run-said");
  const room = one(section, ".gw-run-room");
  const address = new URL(section.dataset.lab ?? "", location.href);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @param {string} state */
  function say(state) {
    clearTimeout(waiting);
    if (["loading", "python", "running"].includes(state)) waiting = setTimeout(() => say("slow"), PATIENCE);
    section.dataset.state = state in SAID ? state : "";
    said.textContent = SAID[state] ?? state;
    // Running has moved the page, unless the reader has gone elsewhere.
    if (state === "ready" && document.activeElement === close) close.scrollIntoView();
  }

  async function begin() {
    const problem = obstacle();
    if (problem) return say(problem);
    say("asking");
    const there = await fetch(address, { method: "HEAD" }).then((answer) => answer.ok, () => false);
    if (!there) return say("absent");
    // Going back then closes the notebook, on a phone as well.
    history.pushState(null, "");
    const frame = Object.assign(element("iframe", { className: "gw-run-frame" }), { src: address.href, title: section.dataset.title ?? "" });
    opened = { frame, say, end };
    room.replaceChildren(frame);
    show(true);
    close.focus();
    say("loading");
  }

  /** @param {boolean} open */
  function show(open) {
    section.toggleAttribute("data-open", open);
    run.hidden = open;
    close.hidden = !open;
  }

  /** Closes the notebook, unless the reader wants to keep what was written. */
  function end() {
    if (opened && edited(opened) && !confirm("Close the live notebook? What you have written in it is lost.")) return false;
    clearTimeout(waiting);
    opened = undefined;
    room.replaceChildren();
    delete section.dataset.state;
    said.textContent = "";
    show(false);
    run.focus();
    return true;
  }

  run.hidden = false;
  run.addEventListener("click", begin);
  close.addEventListener("click", () => history.back());
}

/** Closes the notebook that is open, if one is, when the reader goes back; says whether one was. */
export function back() {
  if (!opened?.frame.isConnected) return false;
  if (!opened.end()) history.pushState(null, "");
  return true;
}

/** Hears what happens around the notebook that is open. */
function listen() {
  addEventListener("message", (event) => {
    if (opened && event.source === opened.frame.contentWindow && event.origin === location.origin) opened.say(event.data.lab);
  });
  // While the notebook is open a link loads its page anew: only then does the browser ask before something is lost.
  const leave = (/** @type {Event} */ event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (link && opened?.frame.isConnected) event.stopImmediatePropagation();
  };
  addEventListener("click", leave, { capture: true });
}

if (typeof window !== "undefined") listen();
