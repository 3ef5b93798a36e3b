/** How sure the learner is: asked before the feedback, by native radio buttons, and never needed to go on. */
import { element } from "./markup.js";

const LEVELS = ["A guess", "Fairly sure", "Sure"];

/** Puts the question before `place` and returns its face. @param {HTMLFormElement} form @param {Element} place */
export function askConfidence(form, place) {
  const inputs = LEVELS.map((_, index) =>
    Object.assign(element("input"), { type: "radio", name: `${form.id}-sure`, id: `${form.id}-sure-${index + 1}`, value: `${index + 1}` }),
  );
  const levels = inputs.map((input, index) =>
    element("span", { className: "gw-level" }, [input, Object.assign(element("label", {}, LEVELS[index]), { htmlFor: input.id })]),
  );
  const legend = element("legend", { className: "gw-label" }, "How sure are you? (optional)");
  const fieldset = element("fieldset", { className: "gw-fieldset gw-sure" }, [legend, element("div", { className: "gw-levels" }, levels)]);
  place.before(fieldset);
  return {
    fieldset,
    /** Returns 1 to 3, or undefined where the learner has not said. */
    read: () => inputs.findIndex((input) => input.checked) + 1 || undefined,
    /** @param {number | undefined} level */
    write(level) {
      for (const input of inputs) input.checked = Number(input.value) === level;
    },
  };
}
