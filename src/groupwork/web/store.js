/**
 * The learner's record in this browser: the only module that knows how answers are kept.
 * One key per question, so that two open tabs cannot overwrite each other's questions and a damaged entry
 * costs one question only. Every key is documented in docs/desk/your-record.md.
 *
 * @import { Attempt, Path } from "./types"
 */

const PREFIX = "groupwork:";
const VERSION = "1";
const ANSWERS = `${PREFIX}answers:`;
const SCENARIOS = `${PREFIX}scenarios:`;
const DAMAGED = `${PREFIX}damaged:`;

/** Attempts kept per question: old ones go first, so that the record cannot grow without end. */
const MOST = 50;

/** @param {unknown} value @returns {value is Attempt} */
function isAttempt(value) {
  if (!value || typeof value !== "object") return false;
  const { at, points, max } = /** @type {Record<string, unknown>} */ (value);
  return Number.isFinite(at) && Number.isFinite(points) && Number.isFinite(max) && "response" in value;
}

/** @param {unknown} value @returns {value is Attempt[]} */
const isAttempts = (value) => Array.isArray(value) && value.every(isAttempt);

/** @param {unknown} value @returns {value is Path} */
const isPath = (value) =>
  Array.isArray(value) && value.every((step) => Array.isArray(step) && step.length === 2 && step.every((name) => typeof name === "string"));

export class Store {
  /** @type {Map<string, string>} what this page keeps when the browser keeps nothing */
  #memory = new Map();
  /** True once the browser has refused to keep something: the page says so. */
  failed = false;
  #storage;

  /** @param {() => Pick<Storage, "getItem" | "setItem" | "removeItem">} storage may throw, as `localStorage` does in some private modes */
  constructor(storage) {
    this.#storage = storage;
  }

  /** @param {string} name @returns {string | null} */
  #get(name) {
    const kept = this.#memory.get(name);
    if (kept !== undefined) return kept;
    try {
      return this.#storage().getItem(name);
    } catch {
      this.failed = true;
      return null;
    }
  }

  /** @param {string} name @param {string} text */
  #set(name, text) {
    try {
      this.#storage().setItem(name, text);
      this.#memory.delete(name);
    } catch {
      this.failed = true;
      this.#memory.set(name, text);
    }
  }

  /**
   * Reads a list; an entry that cannot be read is put aside, not thrown away.
   *
   * @template T @param {string} name @param {(value: unknown) => value is T[]} isList @returns {T[]}
   */
  #list(name, isList) {
    const text = this.#get(name);
    if (text === null) return [];
    try {
      const kept = JSON.parse(text);
      if (isList(kept)) return kept;
    } catch {
      // Falls through: the same treatment as a well-formed entry of the wrong shape.
    }
    this.#set(DAMAGED + name.slice(name.lastIndexOf(":") + 1), text);
    this.#set(name, "[]");
    return [];
  }

  /** Says whether anything has been kept. */
  started() {
    return this.#get(`${PREFIX}version`) !== null;
  }

  /** Returns the attempts at a question, oldest first. @param {string} id @returns {Attempt[]} */
  attempts(id) {
    return this.#list(ANSWERS + id, isAttempts);
  }

  /** Keeps how the learner rates the last attempt. @param {string} id @param {number} rating */
  rate(id, rating) {
    const kept = this.attempts(id);
    const last = kept.at(-1);
    if (last) this.#set(ANSWERS + id, JSON.stringify([...kept.slice(0, -1), { ...last, rating }]));
  }

  /** Returns where the learner stands in a scenario. @param {string} id @returns {Path} */
  path(id) {
    return this.#list(SCENARIOS + id, isPath);
  }

  /** @param {string} id @param {Path} path */
  keepPath(id, path) {
    this.#set(`${PREFIX}version`, VERSION);
    this.#set(SCENARIOS + id, JSON.stringify(path));
  }

  /** @param {string} id @param {Attempt} attempt */
  keep(id, attempt) {
    const kept = [...this.attempts(id), attempt].slice(-MOST);
    this.#set(`${PREFIX}version`, VERSION);
    this.#set(ANSWERS + id, JSON.stringify(kept));
  }
}
