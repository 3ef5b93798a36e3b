/**
 * The page “Your data”: what is kept, saving it to a file and reading one back, settings, erasing.
 *
 * @import { Desk } from "../types"
 */
import { able, copies } from "../copy.js";
import { button, element } from "../markup.js";
import { ANSWERS, isShared, SCENARIOS, setShared, Store } from "../store.js";
import { counted, link, reminder } from "./outline.js";
import { LARGEST, merge, read, Refused, write } from "./record.js";

const PLACES = [() => window.localStorage, () => window.sessionStorage];

/** @param {string} id @param {string} text @param {boolean} checked @param {(checked: boolean) => void} changed */
function choice(id, text, checked, changed) {
  const box = Object.assign(element("input"), { type: "checkbox", id, checked });
  box.addEventListener("change", () => changed(box.checked));
  return element("p", { className: "gw-choice" }, [box, Object.assign(element("label", {}, text), { htmlFor: id })]);
}

/** @param {string} id @param {string} text */
const heading = (id, text) => Object.assign(element("h2", {}, text), { id });

/** The colours that the reader chose are kept by the theme, under the path of the site. @param {URL} base */
const colours = (base) => `${new URL("../../", base).pathname}.__palette`;

/** What the browser keeps for the course, key by key. @param {URL} base @returns {[name: string, text: string][]} */
function everything(base) {
  const found = PLACES.flatMap((place) => new Store(place).entries());
  try {
    const chosen = window.localStorage.getItem(colours(base));
    if (chosen !== null) found.push([colours(base), chosen]);
  } catch {
    // A browser that keeps nothing has no colours either.
  }
  return found;
}

/** Says whether anything of the course itself is kept on the device. @param {URL} base */
async function keepsCourse(base) {
  if (!able()) return false;
  const root = new URL("../../", base);
  return (await copies(root, caches)).length > 0 || Boolean(await navigator.serviceWorker.getRegistration(root));
}

/** Removes the course itself: who keeps nothing loads nothing for that. @param {URL} base */
async function forgetCourse(base) {
  if (!(await keepsCourse(base))) return;
  const { forget } = await import(new URL("offline.js", base).href);
  await forget(new URL("../../", base));
}

/** @param {[name: string, text: string][]} entries */
function listed(entries) {
  const head = element("tr", {}, ["Key", "Characters"].map((text) => Object.assign(element("th", {}, text), { scope: "col" })));
  const rows = entries.map(([name, text]) =>
    element("tr", {}, [element("td", {}, [element("code", {}, name)]), element("td", {}, `${name.length + text.length}`)]),
  );
  return element("table", {}, [element("thead", {}, [head]), element("tbody", {}, rows)]);
}

class DataPage {
  /** @param {HTMLElement} place @param {Desk} desk */
  constructor(place, desk) {
    this.place = place;
    this.desk = desk;
    this.said = Object.assign(element("p", { className: "gw-said" }), { tabIndex: -1 });
    this.said.setAttribute("role", "status");
  }

  /**
   * Shows the page as it now is, and says at the end of a section what has happened there. A button takes the reader
   * to the message; a setting leaves the reader where it is, as `stay` names it.
   *
   * @param {string} section @param {string} text @param {{ state?: string, stay?: string }} [how]
   */
  say(section, text, { state = "done", stay } = {}) {
    this.said.textContent = "";
    this.draw(section);
    if (stay) document.getElementById(stay)?.focus();
    // A region that comes with its words is not announced.
    requestAnimationFrame(() => {
      this.said.textContent = text;
      this.said.dataset.state = state;
      if (!stay) this.said.focus();
    });
    this.desk.refresh();
  }

  draw(section = "save") {
    const sections = { save: this.saving(), read: this.reading(), settings: this.setting(), erase: this.erasing() };
    const shown = Object.entries(sections).flatMap(([name, content]) => [...content, ...(name === section ? [this.said] : [])]);
    this.place.replaceChildren(...this.kept(), ...shown);
  }

  kept() {
    const { store, base } = this.desk;
    const entries = everything(base);
    const copy = element("p");
    keepsCourse(base)
      .then((kept) => kept && copy.append("The course itself is kept on this device too, so that it works ", link(this.desk, "desk/offline/", "without a network"), "."))
      .catch(() => {});
    if (!entries.length) return [element("p", {}, "No answer and no setting is kept in this browser."), copy];
    const answers = store.ids(ANSWERS).map((id) => store.attempts(id).length);
    const number = answers.reduce((sum, each) => sum + each, 0);
    const [ways, blocks] = [store.ids(SCENARIOS).length, store.sittings().length];
    const parts = [
      number && `${counted(number, "answer")} to ${counted(answers.filter(Boolean).length, "question")}`,
      ways && `your ${ways === 1 ? "way" : "ways"} through ${counted(ways, "scenario")}`,
      blocks && `${counted(blocks, "block")} of exam practice`,
    ].filter(Boolean);
    const where = isShared() ? "in this tab, until you close it" : "in this browser";
    const text = parts.length ? `Kept ${where}: ${parts.join(", ")}.` : `No answers are kept ${where}.`;
    const details = element("details", {}, [element("summary", {}, `Every key, one by one: ${entries.length}`)]);
    details.addEventListener("toggle", () => details.append(listed(entries)), { once: true });
    return [element("p", {}, text), details, copy];
  }

  saving() {
    return [
      heading("save", "Save to a file"),
      ...reminder(this.desk),
      element("p", {}, "One file holds all your answers, the ways you took and your settings. Keep it where you keep your own papers."),
      element("div", { className: "gw-actions" }, [button("Save my record to a file", () => this.save())]),
    ];
  }

  save() {
    const { store } = this.desk;
    if (!store.started()) return this.say("save", "There is nothing to save yet.", { state: "refused" });
    const now = new Date();
    store.keepSaved(now.getTime());
    const address = URL.createObjectURL(new Blob([write(store, now.getTime())], { type: "application/json" }));
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    Object.assign(element("a"), { href: address, download: `groupwork-record-${day}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.say("save", "Your record has been handed to the browser as a file; look for it among your downloads.");
  }

  reading() {
    const input = Object.assign(element("input"), { type: "file", id: "gw-file", accept: ".json,application/json" });
    const label = Object.assign(element("label", {}, "The file, whose name begins with “groupwork-record”"), { htmlFor: "gw-file" });
    return [
      heading("read", "Read a file back"),
      element("p", {}, "What is in the file is added to what is here: nothing is lost, and nothing counts twice. A file that is not in order changes nothing."),
      element("p", {}, [label, element("br"), input]),
      element("div", { className: "gw-actions" }, [button("Read this file", () => this.take(input.files?.[0]))]),
    ];
  }

  /** @param {File | undefined} file */
  async take(file) {
    const { store } = this.desk;
    if (!file) return this.say("read", "Choose a file first, then press “Read this file”.", { state: "refused" });
    try {
      if (file.size > 4 * LARGEST) throw new Refused("The file is too large to be a record.", "", "a few megabytes at the most");
      const added = merge(store, read(await file.text()));
      const kept = store.failed ? " This browser has no room for all of it: some will be lost when you close the page." : "";
      this.say("read", (added ? `${counted(added, "answer")} ${added === 1 ? "was new and stands" : "were new and stand"} in your record now.` : "Everything in this file was here already.") + kept);
    } catch (error) {
      if (!(error instanceof Refused)) console.error(error);
      const why = error instanceof Refused ? error.message : "The file could not be opened. Choose it again.";
      this.say("read", `${why} Your record is as it was.`, { state: "refused" });
    }
  }

  setting() {
    const { store } = this.desk;
    return [
      heading("settings", "Settings"),
      choice("gw-ask-sure", "Ask me how sure I am, before I see the feedback", store.settings().confidence !== false, (confidence) => {
        store.set({ confidence });
      }),
      choice("gw-shared", "Others use this computer too: keep my answers in this tab only, until I close it", isShared(), (shared) => this.share(shared)),
    ];
  }

  /** @param {boolean} shared */
  share(shared) {
    const { store } = this.desk;
    const said = (/** @type {string} */ text) => this.say("settings", text, { stay: "gw-shared" });
    const before = write(store, store.saved());
    const left = store.started();
    try {
      setShared(shared);
    } catch {
      return said("This browser keeps nothing for this site anyway: your answers are lost when you close the page.");
    }
    if (shared) {
      forgetCourse(this.desk.base).catch(() => {});
      const still = left ? " What was kept before is still in this browser, out of sight: turn this off again to save or erase it." : "";
      return said(`From now on your answers stay in the tab and go when you close it. Before you leave, close the whole browser or erase everything: a tab can be opened again.${still}`);
    }
    const kept = new Store(PLACES[0]);
    merge(kept, read(before));
    if (kept.failed) return said("This browser has no room for the answers of this tab: they stay in the tab. Save them to a file.");
    new Store(PLACES[1]).erase();
    said("From now on your answers are kept in this browser, with those of this tab.");
  }

  erasing() {
    const asked = element("div", {});
    const ask = button("Erase everything", () => {
      const text = Object.assign(element("p", {}, "This removes all your answers, ways and settings from this browser. Without a file of yours they cannot be brought back."), { tabIndex: -1 });
      asked.replaceChildren(text, element("div", { className: "gw-actions" }, [
        button("Yes, erase everything now", () => this.erase()),
        button("Keep my record", () => this.say("erase", "Your record is as it was."), "gw-again"),
      ]));
      text.focus();
    }, "gw-again");
    asked.append(element("div", { className: "gw-actions" }, [ask]));
    return [heading("erase", "Erase"), asked];
  }

  async erase() {
    const { store, base } = this.desk;
    store.erase();
    for (const place of PLACES) new Store(place).erase();
    try {
      window.localStorage.removeItem(colours(base));
    } catch {
      // Nothing was kept there.
    }
    const copy = await forgetCourse(base).then(() => 0, () => 1);
    const left = everything(base).length + copy;
    this.say("erase", left ? `${left} entries could not be removed: clear this site’s data in your browser’s settings.` : "Everything has been erased: this browser keeps nothing of yours for this course.");
  }
}

/** @param {HTMLElement} place @param {Desk} desk */
export async function open(place, desk) {
  new DataPage(place, desk).draw();
}
