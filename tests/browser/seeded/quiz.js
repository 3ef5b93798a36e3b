// A question with every rule kept, as plainly as possible; each page beside this file breaks one.
const form = document.querySelector("form");
const feedback = form.querySelector(".gw-feedback");
const [check, again, reasons] = [".gw-check", ".gw-again", ".gw-reasons"].map((selector) => form.querySelector(selector));

function show(answered) {
  check.hidden = answered;
  again.hidden = reasons.hidden = !answered;
  reasons.open = answered;
  feedback?.replaceChildren();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(true);
  if (!feedback) return;
  feedback.innerHTML = '<h3 tabindex="-1">Right.</h3>';
  feedback.firstChild.focus();
});

again.addEventListener("click", () => {
  show(false);
  form.reset();
  form.querySelector("fieldset :is(input, button)")?.focus();
});

form.querySelector(".gw-order")?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const line = button?.closest("li");
  const other = button && (button.dataset.move < 0 ? line.previousElementSibling : line.nextElementSibling);
  if (!other) return;
  if (button.dataset.move < 0) other.before(line);
  else other.after(line);
  button.focus();
  form.querySelector(".gw-moved").textContent = `Moved: ${line.innerText}`;
});
