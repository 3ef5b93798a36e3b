/** Small drawings of shares and their intervals; beside each stands a text that says the same. */

/** @param {string} tag @param {Record<string, string | number>} attributes @param {(Node | string)[]} [content] @returns {SVGElement} */
export function drawn(tag, attributes, content = []) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...content);
  return made;
}

/**
 * A share on a line from 0 to 100 %: the dot is the share, the thick line its interval, the stroke the mark of 80 %.
 *
 * @param {{ answered: number, right: number, interval: [number, number] }} standing
 */
export function interval({ answered, right, interval: [low, high] }) {
  const place = (/** @type {number} */ share) => 6 + 288 * share;
  const marks = answered
    ? [
        drawn("line", { class: "gw-range", x1: place(low), x2: place(high), y1: 8, y2: 8 }),
        drawn("circle", { class: "gw-dot", cx: place(right / answered), cy: 8, r: 5 }),
      ]
    : [];
  return drawn("svg", { class: "gw-interval", viewBox: "0 0 300 16", "aria-hidden": "true", focusable: "false" }, [
    drawn("line", { class: "gw-rule", x1: 6, x2: 294, y1: 8, y2: 8 }),
    drawn("line", { class: "gw-rule", x1: place(0.8), x2: place(0.8), y1: 2, y2: 14 }),
    ...marks,
  ]);
}
