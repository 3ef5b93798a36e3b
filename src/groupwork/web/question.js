/**
 * One question on a page: takes the response, asks the host to grade it, shows what came back.
 * The markup is render/templates/question.html; it is complete and readable before this script touches it.
 *
 * @import { Attempt, Grade, Host, Json, Key } from "./types"
 */
import { askConfidence } from "./confidence.js";
import { arrange, kinds } from "./kinds.js";
import { all, one } from "./markup.js";

const HINT =
  "A hint, never a grade: the page looks for words and can miss or misread what you mean. Compare yours with the answer below, and judge for yourself.";

/** @param {Grade} grade */
function verdict(grade) {
  if (grade.formative) return "What your answer covers.";
  if (grade.correct) return "Right.";
  if (grade.points > 0) return `Partly right: ${grade.points} of ${grade.max}.`;
  return "Not this time.";
}

/** @param {Attempt[]} attempts */
function doneMark(attempts) {
  const last = attempts.at(-1);
  if (!last) return "";
  return last.max > 0 && last.points === last.max ? " · ✓ answered right" : " · answered";
}

/** @param {HTMLFormElement} form @param {Host} host */
export function attach(form, host) {
  /** @type {Key} */
  const key = JSON.parse(form.dataset.key ?? "{}");
  const kind = kinds[key.kind];
  if (!kind) return;
  const fieldset = /** @type {HTMLFieldSetElement} */ (one(form, "fieldset"));
  const check = /** @type {HTMLButtonElement} */ (one(form, ".gw-check"));
  const again = /** @type {HTMLButtonElement} */ (one(form, ".gw-again"));
  const feedback = /** @type {HTMLElement} */ (one(form, ".gw-feedback"));
  const reasons = /** @type {HTMLDetailsElement} */ (one(form, ".gw-reasons"));
  /** True once the learner has touched the question: nothing may then be put over a new answer. */
  let begun = false;
  /** @type {HTMLInputElement[]} how the learner rates an answer that nobody grades */
  const ratings = all(form, ".gw-self input");
  // What nobody grades cannot be answered with more or less confidence.
  const sure = host.asksConfidence && !ratings.length ? askConfidence(form, one(form, ".gw-actions")) : undefined;
  const marks = new Map(all(reasons, ".gw-mark").map((mark) => [mark, mark.textContent]));

  /** @param {boolean} committed */
  function show(committed) {
    fieldset.disabled = committed;
    if (sure) sure.fieldset.disabled = committed;
    check.hidden = committed;
    again.hidden = !committed;
    reasons.hidden = !committed;
    if (!committed) reasons.open = false;
    form.classList.toggle("gw-committed", committed);
  }

  /** @param {string} title @param {string} text @param {string} state */
  function say(title, text, state) {
    const heading = document.createElement("h3");
    heading.tabIndex = -1;
    heading.textContent = title;
    feedback.dataset.state = state;
    feedback.replaceChildren(heading);
    if (text) feedback.append(Object.assign(document.createElement("p"), { textContent: text }));
    return heading;
  }

  /** Writes the verdict on every part beside its reason. @param {Grade} grade @param {Json} response */
  function annotate(grade, response) {
    for (const part of grade.parts) {
      for (const element of all(form, `[data-part="${CSS.escape(part.id)}"]`)) {
        /** @type {HTMLElement} */ (element).dataset.verdict = part.verdict;
        const mark = element.querySelector(".gw-mark");
        if (mark) mark.textContent = (kind.words[part.verdict] ?? "") + (kind.given?.(form, part, response) ?? "");
      }
    }
    form.dataset.result = grade.formative ? "read" : grade.correct ? "right" : grade.points > 0 ? "partly" : "not-yet";
  }

  /** @param {Grade} grade @param {number | undefined} confidence */
  function advice(grade, confidence) {
    if (grade.formative) return HINT;
    const again = confidence === 3 && !grade.correct && !host.apart ? " You were sure of it, so it will come first in your review." : "";
    return `The reasons for each part stand below.${again}`;
  }

  /** @param {Json} response */
  async function submit(response) {
    const confidence = sure?.read();
    check.setAttribute("aria-disabled", "true");
    try {
      const grade = await host.grade(key, response);
      if (grade.problem) {
        const empty = grade.problem === "empty";
        say(empty ? grade.detail : "This answer could not be graded.", empty ? "" : grade.detail, "ask").focus();
        return;
      }
      host.keep(key.id, { at: Date.now(), response, points: grade.points, max: grade.max, ...(confidence && { confidence }) });
      annotate(grade, response);
      show(true);
      reasons.open = true;
      say(verdict(grade), advice(grade, confidence), form.dataset.result ?? "").focus();
    } catch (error) {
      console.error(error);
      reasons.hidden = false;
      say("The checker could not be loaded.", "Your answer is still here: check the connection and press “Check answer” again. The reasons can be read below.", "ask").focus();
    } finally {
      check.removeAttribute("aria-disabled");
    }
  }

  async function tryAgain() {
    kind.write(form, null);
    sure?.write(undefined);
    for (const radio of ratings) radio.checked = false;
    for (const element of all(form, "[data-verdict]")) delete (/** @type {HTMLElement} */ (element).dataset.verdict);
    for (const [mark, text] of marks) mark.textContent = text;
    delete form.dataset.result;
    feedback.replaceChildren();
    show(false);
    await reshuffle();
    const first = all(fieldset, "input, select, button")[0];
    if (first) /** @type {HTMLElement} */ (first).focus();
  }

  /** Arranges the parts anew; an order question must not show its answer by chance. */
  async function reshuffle() {
    if (host.apart) return;
    const ids = (key.options ?? key.items ?? key.pairs ?? []).map((part) => part.id);
    const attempt = host.attempts(key.id).length;
    let order = ids;
    for (let turn = 0; order.join() === ids.join() && ids.length > 1 && turn < 20; turn += 1) {
      order = await host.shuffle(ids, `${key.id}:${attempt}:${turn}`);
    }
    arrange(form, order);
  }

  /** Shows the last attempt as it was left, without moving the focus or announcing anything. */
  async function restore() {
    const last = host.attempts(key.id).at(-1);
    if (!last || form.classList.contains("gw-committed")) return;
    const grade = await host.grade(key, last.response);
    if (grade.problem || begun) return;
    kind.write(form, last.response);
    sure?.write(last.confidence);
    annotate(grade, last.response);
    for (const radio of ratings) radio.checked = Number(radio.value) === last.rating;
    show(true);
  }

  function refresh() {
    one(form, ".gw-done").textContent = doneMark(host.attempts(key.id));
  }

  kind.wire?.(form);
  one(form, ".gw-actions").removeAttribute("hidden");
  show(false);
  refresh();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (check.getAttribute("aria-disabled") !== "true") submit(kind.read(form));
  });
  for (const touch of ["input", "click"]) for (const part of [fieldset, sure?.fieldset]) part?.addEventListener(touch, () => (begun = true));
  for (const radio of ratings) radio.addEventListener("change", () => host.rate(key.id, Number(radio.value)));
  again.addEventListener("click", tryAgain);
  form.addEventListener("focusin", () => host.prepare().catch(() => {}), { once: true });
  return { id: key.id, refresh, restore, reshuffle };
}
