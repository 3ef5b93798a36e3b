/**
 * The course's part of a browser's storage: every key begins with one prefix, and whatever the browser refuses
 * is remembered until the page closes. What the keys mean is the business of store.js.
 */

export const PREFIX = "groupwork:";
export const VERSION = "1";
export const FORMAT = `${PREFIX}version`;

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Place */

export class Shelf {
  /** @type {Map<string, string>} what this page keeps when the browser keeps nothing */
  #memory = new Map();
  /** True once the browser has refused to keep something: the page says so. */
  failed = false;
  #place;

  /** @param {() => Place} place may throw, as `localStorage` does in some private modes */
  constructor(place) {
    this.#place = place;
  }

  /** @param {string} name @returns {string | null} */
  get(name) {
    const kept = this.#memory.get(name);
    if (kept !== undefined) return kept;
    try {
      return this.#place().getItem(name);
    } catch {
      this.failed = true;
      return null;
    }
  }

  /** Keeps a text, and the version of the format with the first one. @param {string} name @param {string} text */
  set(name, text) {
    try {
      const place = this.#place();
      if (this.newer) throw new Error("A newer page of the course has written this record.");
      if (place.getItem(FORMAT) !== VERSION) place.setItem(FORMAT, VERSION);
      place.setItem(name, text);
      this.#memory.delete(name);
    } catch {
      this.failed = true;
      this.#memory.set(name, text);
    }
  }

  /** @param {string} name */
  remove(name) {
    this.#memory.delete(name);
    try {
      this.#place().removeItem(name);
    } catch {
      this.failed = true;
    }
  }

  /**
   * True where a newer version of the course has written the record, in another tab or before an update was undone:
   * this page would misread it, and must not write over it.
   */
  get newer() {
    return Number(this.get(FORMAT)) > Number(VERSION);
  }

  /** Says whether anything has been kept. */
  get started() {
    return this.#memory.size > 0 || this.get(FORMAT) !== null;
  }

  /** Returns the course's keys, in the order of the alphabet. @returns {string[]} */
  names() {
    const found = new Set(this.#memory.keys());
    try {
      const place = this.#place();
      for (let index = 0; index < place.length; index += 1) found.add(place.key(index) ?? "");
    } catch {
      this.failed = true;
    }
    return [...found].filter((name) => name.startsWith(PREFIX)).sort();
  }

  /** Removes every key of the course, and nothing else. */
  clear() {
    for (const name of this.names()) this.remove(name);
  }
}
