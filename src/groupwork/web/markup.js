/** Finding and making elements, without any HTML in strings: text stays text. */

/** @template {Element} E @param {Element} root @param {string} selector @returns {E[]} */
export const all = (root, selector) => /** @type {E[]} */ ([...root.querySelectorAll(selector)]);

/** @template {Element} E @param {Element} root @param {string} selector @returns {E} */
export function one(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`The page has no “${selector}” inside #${root.id}.`);
  return /** @type {E} */ (found);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {{ className?: string }} [properties]
 * @param {string | (Node | string)[]} [content]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, content = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...(typeof content === "string" ? [content] : content));
  return made;
}

/** @param {string} text @param {() => void} pressed @param {string} [more] classes that say how it looks */
export function button(text, pressed, more = "") {
  const made = Object.assign(element("button", { className: `gw-button ${more}`.trim() }, text), { type: "button" });
  made.addEventListener("click", pressed);
  return made;
}
