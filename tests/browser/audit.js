// What the checks of audit.py look at in the page; each function takes the form of one question.
/* eslint-disable no-unused-vars */
const LIVE = "[role=status], [role=alert], [role=log], [aria-live]";
const CONTROLS = "input, select, textarea, button, summary, a[href]";

const name = (element) => `<${element.localName}> “${(element.innerText || element.id || element.className).trim().slice(0, 40)}”`;
const isVisible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const visible = (form, selector) => [...form.querySelectorAll(selector)].filter(isVisible);

function group(form) {
  const found = [...form.querySelectorAll("input, select, textarea, .gw-parts button")]
    .filter((control) => !control.closest("fieldset"))
    .map((control) => `${name(control)} is in no fieldset`);
  const legends = [...form.querySelectorAll("fieldset > legend:first-child")].filter((legend) => legend.innerText.trim());
  return legends.length ? found : [...found, "no fieldset with a legend"];
}

function native(form) {
  const parts = [...form.querySelectorAll(".gw-parts [data-part]")];
  const bare = parts.filter((part) => !part.matches("input, select") && !part.querySelector("input, select, button"));
  const played = [...form.querySelectorAll("[role=radio], [role=checkbox], [role=button], [role=option], [onclick]")];
  return [...bare, ...played.filter((element) => !element.matches(CONTROLS))].map((part) => `${name(part)} is no native control`);
}

function labels(form) {
  const texts = (ids) => (ids ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join("");
  return [...form.querySelectorAll("input, select, textarea, button")]
    .filter((control) => {
      const labelled = [...(control.localName === "button" ? [control] : control.labels)].map((label) => label.textContent).join("");
      return !`${labelled}${control.getAttribute("aria-label") ?? ""}${texts(control.getAttribute("aria-labelledby"))}`.trim();
    })
    .map((control) => `${name(control)} has no name`);
}

function duplicateIds() {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `the id ${id} stands twice`);
}

function danglingReferences() {
  const names = ["for", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"];
  return names.flatMap((attribute) =>
    [...document.querySelectorAll(`[${attribute}]`)]
      .flatMap((element) => element.getAttribute(attribute).split(/\s+/))
      .filter((id) => !document.getElementById(id))
      .map((id) => `${attribute}="${id}" leads nowhere`),
  );
}

function regionAtLoad(form) {
  const regions = [...form.querySelectorAll(LIVE)].filter((region) => !region.closest("fieldset"));
  if (!regions.length) return ["no live region at load"];
  return regions.filter((region) => region.innerText || getComputedStyle(region).display === "none").map((region) => `${name(region)} is not ready`);
}

function rememberRegions(form) {
  for (const region of form.querySelectorAll(LIVE)) region.wasThere = region.textContent || true;
}

function feedbackOutsideRegions(form) {
  const region = form.querySelector(".gw-feedback").closest(LIVE);
  return region?.wasThere ? [] : ["the feedback stands in no live region that was there at load"];
}

function silentMoves(form) {
  const spoken = [...form.querySelectorAll(LIVE)].some((region) => region.wasThere && region.textContent && region.textContent !== region.wasThere);
  return spoken ? [] : ["no live region tells the new place"];
}

function countFeedback(form) {
  form.feedbackCount = 0;
  new MutationObserver((changes) => {
    form.feedbackCount += changes.filter((change) => change.target.closest(".gw-feedback") && change.addedNodes.length && change.target.matches(".gw-feedback") && [...change.addedNodes].some((node) => node.nodeName === "H3")).length;
  }).observe(form, { childList: true, subtree: true });
}

function wordlessVerdicts(form) {
  const words = new Map();
  const found = form.querySelector(".gw-feedback").innerText.trim() ? [] : ["the feedback has no words"];
  for (const part of visible(form, ".gw-reasons [data-verdict]")) {
    const said = part.querySelector(".gw-mark")?.innerText.replace(/\(.*\)/s, "").trim() ?? "";
    const others = words.get(said) ?? part.dataset.verdict;
    const isRight = (verdict) => verdict === "right";
    if (!said) found.push(`${part.dataset.verdict}: ${name(part)} says so by colour alone`);
    else if (isRight(others) !== isRight(part.dataset.verdict)) found.push(`“${said}” stands for ${others} and ${part.dataset.verdict}`);
    words.set(said, part.dataset.verdict);
  }
  return found;
}

function startWalk(form) {
  form.stops = [];
  form.tabIndex = -1;
  form.focus();
}

function noteStop(form) {
  const element = document.activeElement;
  if (!form.contains(element) || form.stops.includes(element)) return false;
  form.stops.push(element);
  return true;
}

function beforeStop(form, stop) {
  (form.stops[stop - 1] ?? form).focus({ preventScroll: true });
  window.scrollBy({ top: form.stops[stop].getBoundingClientRect().top - 2, behavior: "instant" });
}

/** Red, green, blue and alpha of any colours that CSS can write, laid over each other. */
function channels(...colours) {
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  for (const colour of colours) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data];
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(...colours) {
  const [r, g, b] = channels(...colours).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(colour, ground) {
  const [low, high] = [luminance(ground, colour), luminance(ground)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function background(element) {
  for (let each = element; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor;
    if (channels(colour)[3] === 255) return colour;
  }
  return "white";
}

function ring(form, stop) {
  const element = form.stops[stop];
  if (document.activeElement !== element) return [`Tab does not come to ${name(element)}`];
  const style = getComputedStyle(element);
  const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  if (width < 2) return [`${name(element)}: a ring of ${width} px`];
  const ratio = contrast(style.outlineColor, background(element.parentElement));
  return ratio < 3 ? [`${name(element)}: a ring of contrast ${ratio.toFixed(1)}`] : [];
}

function cover(form, stop) {
  const element = form.stops[stop];
  if (document.activeElement !== element) return [`Tab does not come to ${name(element)}`];
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) return [`${name(element)} is out of view`];
  const points = [[left - 2, top - 4], [right + 2, top - 4], [(left + right) / 2, (top + bottom) / 2], [left - 2, bottom + 4], [right + 2, bottom + 4]];
  const bars = points
    .map(([x, y]) => document.elementFromPoint(x, y))
    .map((hit) => { while (hit && !["fixed", "sticky"].includes(getComputedStyle(hit).position)) hit = hit.parentElement; return hit; })
    .filter((bar) => bar && !bar.contains(element));
  return bars.length ? [`${name(bars[0])} lies over ${name(element)}`] : [];
}

/** What can be pressed for a control: its row, where a press on every corner of the row reaches it. */
function target(control) {
  const row = control.closest(".gw-option, .gw-level") ?? control;
  row.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, right, top, bottom, width, height } = row.getBoundingClientRect();
  const reached = [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]].every(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit === control || control.contains(hit) || (hit?.closest("label")?.control ?? null) === control;
  });
  return reached ? { width, height } : control.getBoundingClientRect();
}

function smallTargets(form) {
  return visible(form, CONTROLS)
    .filter((control) => !(control.localName === "a" && getComputedStyle(control).display === "inline"))
    .flatMap((control) => {
      const least = control.matches("a, summary") ? 24 : 44;
      const { width, height } = target(control);
      return Math.min(width, height) < least - 0.01 ? [`${name(control)} measures ${width.toFixed(0)} × ${height.toFixed(0)} px`] : [];
    });
}

function noteChanges(form) {
  form.changes = [];
  form.addEventListener("submit", () => form.changes.push("graded by itself"), true);
  for (const region of document.querySelectorAll(LIVE)) {
    new MutationObserver(() => form.changes.push(`${name(region)} speaks by itself`)).observe(region, { childList: true, characterData: true, subtree: true });
  }
  new MutationObserver(() => form.changes.push("a control is taken away")).observe(form, { attributeFilter: ["disabled", "hidden"], subtree: true });
}

function takenContextMenus(form) {
  return visible(form, "label, li, input, .gw-option")
    .filter((element) => !element.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true })))
    .map((element) => `${name(element)} takes the right click`);
}

function sidewaysScroll() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in a window of ${clientWidth} px`] : [];
}
