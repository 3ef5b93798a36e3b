/**
 * The learner's record in this browser: the only module that knows under which keys answers are kept.
 * One key per question, so that two open tabs cannot overwrite each other's questions and a damaged entry
 * costs one question only. Every key is documented in docs/desk/your-record.md.
 *
 * @import { Attempt, Path, Settings, Sitting } from "./types"
 * @import { Place } from "./shelf.js"
 */
import { answersOf, isAttempts, isPath, isSettings, isSitting, sittingOf } from "./shapes.js";
import { FORMAT, PREFIX, Shelf } from "./shelf.js";

export const ANSWERS = `${PREFIX}answers:`;
export const SCENARIOS = `${PREFIX}scenarios:`;
/** One key per block of exam practice, named by the moment of its beginning. */
export const EXAMS = `${PREFIX}exam:`;
const DAMAGED = `${PREFIX}damaged:`;
const SETTINGS = `${PREFIX}settings`;
const SAVED = `${PREFIX}saved`;
/** Set where others use the computer too: answers then stay in the tab. It says nothing about anybody. */
const SHARED = `${PREFIX}shared`;
/** Set where the course itself is not to be kept on the device unasked. It says nothing about anybody. */
const NO_COPY = `${PREFIX}no-copy`;
/** Set in a tab in which keeping the course unasked has failed: where it cannot succeed, no page tries it anew. */
const COPY_FAILED = `${PREFIX}copy-failed`;

/** Attempts kept per question: old ones go first, so that the record cannot grow without end. */
export const MOST = 50;
/** Finished blocks of exam practice kept: those that were finished first go first. */
export const MOST_BLOCKS = 100;

/** A damaged block leaves nothing. @param {unknown} value @returns {value is Sitting | null} */
const isSittingOrNone = (value) => value === null || isSitting(value);

/**
 * @returns {Storage} the storage in use: on a shared computer that of the tab, which ends with it – also where the
 * mode was turned off in another tab meanwhile, until this one joins what it holds
 */
export const inUse = () =>
  window.localStorage.getItem(SHARED) === null && window.sessionStorage.getItem(FORMAT) === null ? window.localStorage : window.sessionStorage;

export class Store {
  #shelf;

  /** @param {() => Place} place may throw, as `localStorage` does in some private modes */
  constructor(place = inUse) {
    this.#shelf = new Shelf(place);
  }

  /** True once the browser has refused to keep something: the page says so. */
  get failed() {
    return this.#shelf.failed;
  }

  /** True where a newer version of the course has written the record: this page leaves it alone. */
  get newer() {
    return this.#shelf.newer;
  }

  /**
   * Reads an entry; one that cannot be read is put aside, not thrown away, and `empty` takes its place.
   *
   * @template T @param {string} name @param {(value: unknown) => value is T} isShape @param {T} empty @returns {T}
   */
  read(name, isShape, empty) {
    const text = this.#shelf.get(name);
    if (text === null) return empty;
    try {
      const kept = JSON.parse(text);
      if (isShape(kept)) return kept;
    } catch {
      // Falls through: the same treatment as a well-formed entry of the wrong shape.
    }
    this.#shelf.set(DAMAGED + name.slice(name.lastIndexOf(":") + 1), text);
    this.write(name, empty);
    return empty;
  }

  /** @param {string} name @param {unknown} value */
  write(name, value) {
    this.#shelf.set(name, JSON.stringify(value));
  }

  /** Says whether anything has been kept. */
  started() {
    return this.#shelf.started;
  }

  /** Returns the attempts at a question, oldest first. @param {string} id @returns {Attempt[]} */
  attempts(id) {
    return this.read(ANSWERS + id, isAttempts, []);
  }

  /** @param {string} id @param {Attempt} attempt */
  keep(id, attempt) {
    this.write(ANSWERS + id, [...this.attempts(id), attempt].slice(-MOST));
  }

  /** Keeps how the learner rates the last attempt. @param {string} id @param {number} rating */
  rate(id, rating) {
    const kept = this.attempts(id);
    const last = kept.at(-1);
    if (last) this.write(ANSWERS + id, [...kept.slice(0, -1), { ...last, rating }]);
  }

  /** Returns where the learner stands in a scenario. @param {string} id @returns {Path} */
  path(id) {
    return this.read(SCENARIOS + id, isPath, []);
  }

  /** @param {string} id @param {Path} path */
  keepPath(id, path) {
    this.write(SCENARIOS + id, path);
  }

  /** Returns a block of exam practice. @param {string} id @returns {Sitting | null} */
  sitting(id) {
    return this.read(EXAMS + id, isSittingOrNone, null);
  }

  /** Returns all blocks of exam practice, newest first. @returns {{ id: string, sitting: Sitting }[]} */
  sittings() {
    const found = this.ids(EXAMS).flatMap((id) => {
      const sitting = this.sitting(id);
      return sitting ? [{ id, sitting }] : [];
    });
    return found.sort((one, other) => other.sitting.begun - one.sitting.begun);
  }

  /** @param {string} id @param {Sitting} sitting */
  keepSitting(id, sitting) {
    this.write(EXAMS + id, sittingOf(sitting));
    if (!sitting.ended) return;
    const done = this.sittings().filter((each) => each.sitting.ended).sort((one, other) => other.sitting.ended - one.sitting.ended);
    for (const each of done.slice(MOST_BLOCKS)) this.discard(each.id);
  }

  /** @param {string} id */
  discard(id) {
    this.#shelf.remove(EXAMS + id);
  }

  /** Returns what the reader has set; what was never set is missing. @returns {Settings} */
  settings() {
    return this.read(SETTINGS, isSettings, {});
  }

  /** @param {Settings} changed */
  set(changed) {
    this.write(SETTINGS, { ...this.settings(), ...changed });
  }

  /** Returns when the record was last saved to a file, in milliseconds since 1970; 0 for never. */
  saved() {
    return this.read(SAVED, /** @type {(value: unknown) => value is number} */ (Number.isFinite), 0);
  }

  /** @param {number} at */
  keepSaved(at) {
    this.write(SAVED, at);
  }

  /** Counts the answers given since the record was last saved to a file. */
  unsaved() {
    const saved = this.saved();
    const inBlocks = this.sittings().reduce((sum, { sitting }) => sum + answersOf(sitting, saved), 0);
    return this.ids(ANSWERS).reduce((sum, id) => sum + this.attempts(id).filter(({ at }) => at > saved).length, inBlocks);
  }

  /** Returns the ids under which something is kept, in the order of the alphabet. @param {string} family `ANSWERS`, `SCENARIOS` or `EXAMS` */
  ids(family) {
    return this.#shelf.names().filter((name) => name.startsWith(family)).map((name) => name.slice(family.length));
  }

  /** Returns every key of the course with its text. @returns {[name: string, text: string][]} */
  entries() {
    return this.#shelf.names().map((name) => [name, this.#shelf.get(name) ?? ""]);
  }

  /** Removes every key of the course, and nothing else. */
  erase() {
    this.#shelf.clear();
  }
}

/** Says whether answers stay in the tab, because others use this computer too. */
export function isShared() {
  try {
    return inUse() === window.sessionStorage;
  } catch {
    return false;
  }
}

/** Turns the mode for shared computers on or off, for every tab. Throws where the browser keeps nothing. @param {boolean} shared */
export function setShared(shared) {
  if (shared) window.localStorage.setItem(SHARED, "yes");
  else window.localStorage.removeItem(SHARED);
}

/** Says whether the reader wants no copy of the course on this device unless asked for; a browser that keeps nothing keeps none. */
export function refusesCopy() {
  try {
    return window.localStorage.getItem(NO_COPY) !== null;
  } catch {
    return true;
  }
}

/** @param {boolean} refused */
export function refuseCopy(refused) {
  try {
    if (refused) window.localStorage.setItem(NO_COPY, "yes");
    else window.localStorage.removeItem(NO_COPY);
  } catch {
    // What cannot be noted cannot be kept either.
  }
}

/** Says whether keeping the course has failed in this tab. */
export const hasCopyFailed = () => window.sessionStorage.getItem(COPY_FAILED) !== null;

export const noteCopyFailed = () => window.sessionStorage.setItem(COPY_FAILED, "yes");
