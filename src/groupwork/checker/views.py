"""Views: what a learner sees where a session stands."""

from .scenario import Situation, heard, offered, replay, told
from .story import SKIP, Choice, Fault, Story, read_story

BLANK = {"scene": "", "text": "", "question": "", "heavy": ""}


def blank(trouble: str) -> dict[str, object]:
    """Return the view of a session that cannot be shown."""
    view: dict[str, object] = dict(BLANK)
    for field in ("lines", "choices", "facts"):
        view[field] = []
    for field in ("ending", "skip", "last"):
        view[field] = None
    view["state"] = {}
    view.update(told(trouble))
    return view


def last_step(story: Story, before: Situation, after: Situation, choice: Choice | None) -> dict[str, object]:
    """Return what the last step was and what came of it; a skipped scene is told by a voice without a name."""
    if choice is None:
        text = story.scenes[before.scene].skip_text
        consequence: list[dict[str, object]] = [{"voice": "", "text": text}]
        return {"scene": before.scene, "choice": SKIP, "text": "", "consequence": consequence}
    return {
        "scene": before.scene,
        "choice": choice.id,
        "text": choice.text,
        "consequence": heard(choice.consequence, after),
    }


def view(scenario: object, session: object) -> dict[str, object]:
    """Return the scene where a session stands, as far as it may be seen.

    `last` is the step that led here, with its consequence, or None at the start; `skip` is the text told
    instead of a heavy scene, or None; `ending` is None until the end.
    """
    try:
        story = read_story(scenario)
    except Fault:
        return blank("bad-scenario")
    situations, choices, trouble = replay(story, session)
    if trouble:
        return blank(trouble)
    here = situations[-1]
    scene = story.scenes[here.scene]
    open_choices = offered(story, here)
    if not open_choices and scene.ending is None:
        trouble = "dead-end"
    seen: dict[str, object] = {
        "scene": scene.id,
        "text": scene.text,
        "lines": heard(scene.lines, here),
        "question": "" if scene.ending else scene.question,
        "choices": [{"id": choice.id, "text": choice.text} for choice in open_choices],
        "state": dict(here.state),
        "facts": sorted(here.facts),
        "ending": None if scene.ending is None else dict(scene.ending),
        "heavy": scene.heavy,
        "skip": None if scene.skip_text is None else {"text": scene.skip_text},
        "last": last_step(story, situations[-2], here, choices[-1]) if choices else None,
    }
    seen.update(told(trouble))
    return seen
