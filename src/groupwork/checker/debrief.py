"""Debrief: a path looked back on, fork by fork, beside the way an expert goes."""

from .measures import ratio
from .plan import Outlook, outlook_of
from .scenario import Situation, heard, offered, replay, told
from .story import LEVELS, Choice, Fault, Story, read_story

MASTERY = ((9000, "mastery"), (7000, "proficient"), (5000, "developing"), (0, "beginning"))


def share(points: int, maximum: int) -> float:
    """Return the share of points, 0.0 where there are none to be had."""
    return ratio(points, maximum) if maximum > 0 else 0.0


def level_of(points: int, maximum: int) -> str:
    """Name the level that a finished path reached; 90 % is mastery."""
    for share_of_10000, name in MASTERY:
        if points * 10000 >= share_of_10000 * maximum:
            return name
    return "beginning"


def fork(story: Story, outlook: Outlook, here: Situation, after: Situation, choice: Choice) -> dict[str, object]:
    """Look back on one choice; `expert` is what an expert would choose in the same place, None if nothing ends well."""
    open_choices = offered(story, here)
    return {
        "scene": here.scene,
        "chosen": choice.id,
        "level": choice.level,
        "points": after.points - here.points,
        "text": choice.text,
        "consequence": heard(choice.consequence, after),
        "rationale": choice.rationale,
        "sources": [dict(source) for source in choice.sources],
        "offered": [other.id for other in open_choices],
        "best": [other.id for other in open_choices if other.level == LEVELS[-1]],
        "expert": outlook.move_at(here),
    }


def weakest_of(story: Story, path: list[tuple[Situation, Choice]]) -> int | None:
    """Return the fork where most was lost against the best choice offered there, the first of several; or None."""
    weakest = None
    most = 0
    for place, (here, choice) in enumerate(path):
        if here.scene in here.scored:
            continue  # a second visit does not count
        loss = max(other.points for other in offered(story, here)) - choice.points
        if loss > most:
            weakest = place
            most = loss
    return weakest


def looked_back(story: Story, situations: list[Situation], choices: list[Choice | None]) -> dict[str, object]:
    """Build the debrief of a path that could be replayed."""
    outlook = outlook_of(story)
    highest = outlook.points_at(situations[0])
    maximum = highest
    forks: list[dict[str, object]] = []
    chosen: list[tuple[Situation, Choice]] = []
    for place, choice in enumerate(choices):
        here = situations[place]
        if choice is None:
            # What a skip put out of reach is not held against the learner.
            maximum -= max(0, outlook.points_at(here) - outlook.points_at(situations[place + 1]))
        else:
            forks.append(fork(story, outlook, here, situations[place + 1], choice))
            chosen.append((here, choice))
    end = situations[-1]
    points = end.points
    seen = [situation.scene for situation in situations]
    over = story.scenes[end.scene].ending is not None
    return {
        "score": share(points, maximum),
        "points": points,
        "max": maximum,
        "level": level_of(points, maximum) if over else None,
        "forks": forks,
        "expert": {"path": [list(entry) for entry in outlook.path], "score": share(outlook.path_points, highest)},
        "states": [{"scene": situation.scene, "state": dict(situation.state)} for situation in situations],
        "unseen": [name for name in story.order if name not in seen],
        "endings": {"seen": end.scene if over else None, "all": len([s for s in story.scenes.values() if s.ending])},
        "weakest": weakest_of(story, chosen),
    }


def debrief(scenario: object, session: object) -> dict[str, object]:
    """Look back on a session, finished or not.

    `score` is `points` over `max`, the most that any path earns, less what skipped scenes put out of reach; a scene
    counts once, on the first visit. `level` and `endings.seen` are None before the end; `weakest` is a place in
    `forks`, or None.
    A session that cannot be replayed gives only `problem` and `detail`.
    """
    try:
        story = read_story(scenario)
    except Fault:
        return told("bad-scenario")
    situations, choices, trouble = replay(story, session)
    if trouble:
        return told(trouble)
    found = looked_back(story, situations, choices)
    found.update(told(""))
    return found
