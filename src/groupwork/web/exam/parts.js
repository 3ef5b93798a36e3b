/** What the views of exam practice share. */
import { button, element } from "../markup.js";

/** A button that is on or off; its name stays the same. @param {string} text @param {boolean} on @param {(on: boolean) => void} pressed */
export function toggle(text, on, pressed) {
  const made = button(text, () => {
    const now = made.getAttribute("aria-pressed") !== "true";
    made.setAttribute("aria-pressed", `${now}`);
    pressed(now);
  }, "gw-again gw-toggle");
  made.setAttribute("aria-pressed", `${on}`);
  return made;
}

/** @param {string} text */
export const heading = (text) => Object.assign(element("h2", { className: "gw-place" }, text), { tabIndex: -1 });

/** @param {(Node | string)[]} buttons @param {string} [more] */
export const actions = (buttons, more = "") => element("div", { className: `gw-actions ${more}`.trim() }, buttons);

/**
 * A button that asks once more before it acts, with others `beside` it until it has been pressed.
 *
 * @param {string} text @param {() => string} asked @param {[yes: string, no: string]} replies @param {() => void} act @param {HTMLElement[]} [beside]
 */
export function askingFirst(text, asked, [yes, no], act, beside = []) {
  const place = element("div", {});
  const ask = button(text, () => {
    const said = Object.assign(element("p", { className: "gw-note" }, asked()), { tabIndex: -1 });
    place.replaceChildren(said, actions([button(yes, act), button(no, () => again(true), "gw-again")]));
    said.focus();
  }, beside.length ? "gw-again" : "");
  const again = (/** @type {boolean} */ focus) => {
    place.replaceChildren(actions([...beside, ask]));
    if (focus) ask.focus();
  };
  again(false);
  return place;
}

/**
 * Radio buttons in a fieldset: below one another, or `beside` one another where their texts are short.
 *
 * @param {string} name @param {string} legend @param {[value: string, text: string][]} choices @param {string} chosen @param {boolean} [beside]
 */
export function radios(name, legend, choices, chosen, beside = false) {
  const lines = choices.map(([value, text]) => {
    const input = Object.assign(element("input"), { type: "radio", name: `gw-${name}`, id: `gw-${name}-${value || "all"}`, value, checked: value === chosen });
    const label = Object.assign(element("label", {}, text), { htmlFor: input.id });
    return beside ? element("span", { className: "gw-level" }, [input, label]) : element("p", { className: "gw-choice" }, [input, label]);
  });
  const held = beside ? [element("div", { className: "gw-levels" }, lines)] : lines;
  return element("fieldset", { className: "gw-fieldset gw-choices" }, [element("legend", { className: "gw-stem" }, legend), ...held]);
}

/** Puts a button for striking out beside every option. @param {HTMLFormElement} form @param {string[]} struck @param {(option: string) => boolean} strike says whether it is struck out now */
export function strikes(form, struck, strike) {
  for (const option of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".gw-option"))) {
    const label = /** @type {HTMLLabelElement} */ (option.querySelector("label"));
    const name = option.dataset.part ?? "";
    const text = label.textContent ?? "";
    const said = element("span", { className: "gw-hidden" });
    const made = Object.assign(element("button", { className: "gw-strike" }, "✕"), { type: "button", title: "Strike out" });
    made.setAttribute("aria-label", `Strike out: ${text}`);
    const show = (/** @type {boolean} */ on) => {
      made.setAttribute("aria-pressed", `${on}`);
      option.classList.toggle("gw-struck", on);
      said.textContent = on ? " (struck out)" : "";
    };
    made.addEventListener("click", () => show(strike(name)));
    label.append(said);
    option.append(made);
    show(struck.includes(name));
  }
}
