/**
 * A scenario on a page: one scene at a time, the conversation so far, and at the end the debrief.
 * What happens is decided by the checker's scenario core behind the host; this module only shows it.
 *
 * @import { Debrief, Fork, Line, Path, Scenario, ScenarioHost, View } from "./types"
 */
import { all, button, element, one } from "./markup.js";

const MEASURES = /** @type {const} */ (["none", "little", "some", "fair", "strong", "very strong"]);
const LEVELS = { best: "strong here", acceptable: "workable", harmful: "costly" };
const REACHED = {
  mastery: "You read this group closely.",
  proficient: "You carried the group most of the way.",
  developing: "Some decisions held, others cost the group something.",
  beginning: "This path cost the group a lot. That is what practice is for.",
};

/** @param {string} name */
const titled = (name) => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll("-", " ");

/** @param {Line[]} lines */
function conversation(lines) {
  return element(
    "div",
    { className: "gw-voices" },
    lines.map((line) => element("p", {}, line.voice ? [element("b", {}, `${line.voice}:`), ` ${line.text}`] : line.text)),
  );
}

/** The group's state in words and as a meter. @param {View["state"]} state */
function measures(state) {
  const rows = Object.entries(state).flatMap(([name, value]) => [
    element("dt", {}, titled(name)),
    element("dd", {}, [
      Object.assign(element("meter", {}), { min: 0, max: 5, value, title: `${value} of 5` }),
      ` ${MEASURES[value]}`,
    ]),
  ]);
  for (const meter of rows.flatMap((row) => all(row, "meter"))) meter.setAttribute("aria-hidden", "true");
  return element("dl", { className: "gw-measures" }, rows);
}

/** @param {HTMLElement} section @param {ScenarioHost} host */
export function play(section, host) {
  const stage = /** @type {HTMLElement} */ (one(section, ".gw-stage"));
  const said = one(section, ".gw-said");
  const uid = section.id;
  /** @type {Path} */
  let path = host.path();

  /** @param {HTMLElement} heading @param {string} text */
  function arrive(heading, text) {
    said.textContent = text;
    heading.focus();
    heading.scrollIntoView({ block: "start" });
  }

  /** @param {string} text */
  const headed = (text) => Object.assign(element("h3", {}, text), { tabIndex: -1 });

  /** What has been said and done until now, to look back at; what followed a scene stands in the view after it. @param {View[]} past @param {View} now */
  function sofar(past, now) {
    if (!past.length) return [];
    const scenes = past.map((view, index) => {
      const { last } = past[index + 1] ?? now;
      return element("div", { className: "gw-past" }, [
        element("p", { className: "gw-label" }, `Scene ${index + 1}`),
        element("p", {}, view.text),
        conversation(view.lines),
        element("p", {}, [element("b", {}, "You: "), last?.text || "You skipped this scene."]),
        conversation(last?.consequence ?? []),
      ]);
    });
    return [element("details", { className: "gw-sofar" }, [element("summary", {}, "The conversation so far"), ...scenes])];
  }

  /** @param {View} view @param {View[]} past */
  function scene(view, past) {
    const heading = headed(`Scene ${past.length + 1}`);
    const form = element("form", { className: "gw-choices" }, [
      element("fieldset", { className: "gw-fieldset" }, [
        element("legend", {}, [element("span", { className: "gw-stem" }, view.question)]),
        ...view.choices.map((choice) => {
          const radio = Object.assign(element("input", {}), { type: "radio", name: uid, value: choice.id, id: `${uid}-${choice.id}` });
          return element("div", { className: "gw-option" }, [radio, Object.assign(element("label", {}, choice.text), { htmlFor: radio.id })]);
        }),
      ]),
      element("div", { className: "gw-actions" }, [element("button", { className: "gw-button" }, "Do this")]),
      element("p", { className: "gw-ask" }),
    ]);
    form.querySelector(".gw-ask")?.setAttribute("role", "status");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = new FormData(/** @type {HTMLFormElement} */ (form)).get(uid);
      if (typeof chosen === "string") go(chosen).catch(failed);
      else one(form, ".gw-ask").textContent = "Choose what you do first.";
    });
    stage.replaceChildren(
      ...sofar(past, view),
      heading,
      ...(view.last ? [conversation(view.last.consequence)] : []),
      ...(view.heavy ? [element("p", { className: "gw-note" }, view.heavy)] : []),
      ...(view.skip ? [button("Skip this scene", () => go("skip").catch(failed), "gw-again")] : []),
      element("p", {}, view.text),
      conversation(view.lines),
      form,
      element("p", { className: "gw-label" }, "How the group is now"),
      measures(view.state),
      element("p", { className: "gw-label" }, host.kept),
    );
    return heading;
  }

  /** @param {Scenario} scenario @param {Fork} fork @param {number} index */
  function forked(scenario, fork, index) {
    const scene = scenario.scenes.find((candidate) => candidate.id === fork.scene);
    const expert = scene?.choices.find((choice) => choice.id === fork.expert);
    const other = expert && expert.id !== fork.chosen ? expert : undefined;
    return element("li", { className: "gw-fork" }, [
      element("p", { className: "gw-label" }, `Decision ${index + 1}`),
      element("p", {}, [element("b", {}, `You (${LEVELS[fork.level]}): `), fork.text]),
      element("p", {}, fork.rationale),
      ...(other ? [element("p", {}, [element("b", {}, "An experienced worker: "), other.text]), element("p", {}, other.rationale)] : []),
    ]);
  }

  /** How the measures moved, as a table and, beside it, lines. @param {Debrief} debrief */
  function moves(debrief) {
    const names = Object.keys(debrief.states[0]?.state ?? {});
    const head = element("tr", {}, [element("th", {}, "After"), ...names.map((name) => element("th", {}, titled(name)))]);
    const rows = debrief.states.map(({ state }, index) =>
      element("tr", {}, [
        element("th", {}, index ? `decision ${index}` : "the start"),
        ...names.map((name) => element("td", {}, `${"●".repeat(state[name] ?? 0)}${"○".repeat(5 - (state[name] ?? 0))} ${state[name]}`)),
      ]),
    );
    for (const cell of all(head, "th")) cell.setAttribute("scope", "col");
    for (const cell of rows.flatMap((row) => all(row, "th"))) cell.setAttribute("scope", "row");
    const table = element("table", { className: "gw-table" }, [element("thead", {}, [head]), element("tbody", {}, rows)]);
    return Object.assign(element("div", { className: "gw-scroll" }, [table]), { tabIndex: 0, role: "group", ariaLabel: "How the group moved" });
  }

  /** @param {Scenario} scenario @param {View} view @param {View[]} past @param {Debrief} debrief */
  function ending(scenario, view, past, debrief) {
    const heading = headed(view.ending?.title ?? "The end");
    const weakest = debrief.weakest === null ? "" : `If you play again, look first at decision ${debrief.weakest + 1}.`;
    const unseen = debrief.unseen.length;
    stage.replaceChildren(
      ...sofar(past, view),
      heading,
      conversation(view.last?.consequence ?? []),
      element("p", {}, view.ending?.text ?? ""),
      element("h4", {}, "Looking back"),
      element("p", {}, `${debrief.points} of ${debrief.max} points. ${debrief.level ? REACHED[debrief.level] : ""}`),
      element("p", {}, `This was one of ${debrief.endings.all} endings; ${unseen} scene${unseen === 1 ? "" : "s"} stayed out of sight. ${weakest}`),
      element("ol", { className: "gw-forks" }, debrief.forks.map((fork, index) => forked(scenario, fork, index))),
      element("h4", {}, "How the group moved"),
      moves(debrief),
      element("div", { className: "gw-actions" }, [button("Play again", () => again().catch(failed))]),
    );
    return heading;
  }

  async function show() {
    const views = await Promise.all([...path.keys(), path.length].map((length) => host.view(path.slice(0, length))));
    const view = /** @type {View} */ (views.pop());
    if (view.problem) return failed(new Error(view.detail));
    const heading = view.ending ? ending(await host.load(), view, views, await host.debrief(path)) : scene(view, views);
    arrive(heading, view.ending ? `The end: ${view.ending.title}` : `Scene ${views.length + 1}`);
  }

  /** @param {string} choice */
  async function go(choice) {
    path = await host.step(path, choice);
    host.keep(path);
    await show();
  }

  async function again() {
    path = [];
    host.keep(path);
    await show();
  }

  /** Offers to begin, or to go on where the learner left. */
  function offer() {
    const begun = path.length > 0;
    const start = () => show().catch(failed);
    stage.replaceChildren(
      element("div", { className: "gw-actions" }, [
        button(begun ? "Go on where you left" : "Begin", start),
        ...(begun ? [button("Start again", () => again().catch(failed), "gw-again")] : []),
      ]),
    );
    stage.hidden = false;
  }

  /** @param {unknown} error */
  function failed(error) {
    console.error(error);
    offer();
    stage.append(element("p", { className: "gw-note" }, "The scenario could not be loaded. Check the connection and try again, or read it as a case below."));
  }

  offer();
}
