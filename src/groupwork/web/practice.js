/**
 * How the kinds of practice sessions are answered: a transcript read turn by turn, a group composed from cards,
 * responses rated, a reflection written.
 *
 * @import { Kind } from "./kinds.js"
 */
import { all, one } from "./markup.js";

/** Says how many cards are chosen, as they are. @param {HTMLFormElement} form */
function countCards(form) {
  const number = all(form, ".gw-card input:checked").length;
  one(form, ".gw-chosen").textContent = `${number} chosen`;
}

/** @param {HTMLFormElement} form @returns {HTMLElement[]} */
const responses = (form) => all(form, ".gw-response");

/** @param {HTMLElement} group @returns {HTMLInputElement[]} */
const levels = (group) => all(group, "input");

/** @param {HTMLFormElement} form @returns {HTMLTextAreaElement} */
const paper = (form) => one(form, "textarea");

/**
 * @param {Pick<Kind, "read" | "write" | "given">} fields inputs that each answer one part
 * @param {Pick<Kind, "read" | "write">} boxes options to choose from
 * @returns {Record<string, Kind>}
 */
export const practice = (fields, boxes) => ({
  transcript: {
    ...fields,
    words: { right: "Read as we do", wrong: "Read differently", missed: "Left open", unchosen: "Left open" },
  },
  compose: {
    ...boxes,
    words: { right: "Met", wrong: "Not met", missed: "Not met", unchosen: "Not met" },
    given(form, part) {
      const names = (part.cards ?? []).map((id) => one(form, `[data-card="${CSS.escape(id)}"] b`).textContent);
      return part.verdict === "wrong" && names.length ? ` (look at ${names.join(", ")})` : "";
    },
    write(form, response) {
      boxes.write(form, response);
      countCards(form);
    },
    wire(form) {
      form.addEventListener("change", () => countCards(form));
      countCards(form);
    },
  },
  rate: {
    read: (form) =>
      Object.fromEntries(
        responses(form).flatMap((group) => {
          const chosen = levels(group).find((level) => level.checked);
          return chosen ? [[group.dataset.part ?? "", chosen.value]] : [];
        }),
      ),
    write(form, response) {
      const given = response && typeof response === "object" && !Array.isArray(response) ? response : {};
      for (const group of responses(form))
        for (const level of levels(group)) level.checked = given[group.dataset.part ?? ""] === level.value;
    },
    words: { right: "Judged as we do", near: "One level off", wrong: "Judged the other way", missed: "Left open", unchosen: "Left open" },
  },
  reflect: {
    read: (form) => paper(form).value,
    write(form, response) {
      paper(form).value = typeof response === "string" ? response : "";
    },
    words: { found: "In your answer", open: "Not found in your answer – is it there in other words?", right: "", wrong: "", missed: "", unchosen: "" },
    given: (_form, part) => (part.quote ? `: “${part.quote}”` : ""),
  },
});
