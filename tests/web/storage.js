/** A browser's storage in memory, for tests. */

/** @param {Record<string, string>} [entries] */
export function storage(entries = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    /** @param {string} name */
    getItem: (name) => kept.get(name) ?? null,
    /** @param {string} name @param {string} text */
    setItem: (name, text) => void kept.set(name, text),
    /** @param {string} name */
    removeItem: (name) => void kept.delete(name),
    /** @param {number} index */
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

/** A storage that takes so many characters and no more, as browsers do. @param {number} most */
export function small(most) {
  const browser = storage();
  const setItem = browser.setItem;
  browser.setItem = (name, text) => {
    const others = [...browser.kept].filter(([other]) => other !== name);
    const size = others.reduce((sum, [other, value]) => sum + other.length + value.length, name.length + text.length);
    if (size > most) throw new DOMException("full", "QuotaExceededError");
    setItem(name, text);
  };
  return browser;
}
