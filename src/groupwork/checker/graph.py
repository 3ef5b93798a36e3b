"""Graph: what an author has to know about a scenario as a graph, with a path to each fault."""

from .plan import CAP, Plan, expert_path, longest_path
from .scenario import DETAILS, holds, told
from .story import Fault, Scene, Story, read_story

FEWEST_CHOICES = 2
MOST_CHOICES = 4
MESSAGE = f"The scenario has more than {CAP} different situations. Only the first {CAP} were looked at."


def places(plan: Plan, numbers: list[int]) -> list[dict[str, object]]:
    """Name the scenes of situations, each once, with a path that leads there."""
    found: list[dict[str, object]] = []
    seen = set()
    for number in numbers:
        scene = plan.situations[number].scene
        if scene not in seen:
            seen.add(scene)
            found.append({"scene": scene, "path": plan.path_to(number)})
    return found


def never_offered(plan: Plan) -> list[str]:
    """Name the choices of reachable scenes that no situation offers, as scene.choice."""
    met = {situation.scene for situation in plan.situations}
    seen = set()
    for situation, moves in zip(plan.situations, plan.moves):  # noqa: B905  # MicroPython has no `strict`
        seen.update([f"{situation.scene}.{move.name}" for move in moves])
    named = [
        f"{scene}.{choice.id}"
        for scene in plan.story.order
        for choice in plan.story.scenes[scene].choices
        if scene in met
    ]
    return [name for name in named if name not in seen]


def never_heard(plan: Plan) -> list[str]:
    """Name the lines of reachable scenes that no situation lets hear, as scene:number, counted from 1."""
    silent: dict[str, list[int]] = {}
    for situation in plan.situations:
        scene = plan.story.scenes[situation.scene]
        left = silent.get(scene.id)
        left = list(range(len(scene.lines))) if left is None else left
        silent[scene.id] = [place for place in left if not holds(scene.lines[place].when, situation)]
    return [f"{name}:{place + 1}" for name in plan.story.order for place in silent.get(name, [])]


def is_stuck(plan: Plan, number: int) -> bool:
    """Say whether a situation has no choice, or one that leads nowhere."""
    moves = plan.moves[number]
    if scene_at(plan, number).ending is not None:
        return False
    return not [move for move in moves if move.rank >= 0] or any(move.to < 0 for move in moves)


def circling(plan: Plan) -> list[int]:
    """Return the situations from which neither an ending nor a dead end can be reached: they go round for ever."""
    leaves = [value is not None or is_stuck(plan, number) for number, value in enumerate(plan.best)]
    changed = True
    while changed:
        changed = False
        for number in range(len(leaves) - 1, -1, -1):
            if not leaves[number] and any(leaves[move.to] for move in plan.moves[number]):
                leaves[number] = True
                changed = True
    return [number for number, leaving in enumerate(leaves) if not leaving]


def scene_at(plan: Plan, number: int) -> Scene:
    """Return the scene of a situation."""
    return plan.story.scenes[plan.situations[number].scene]


def faults(plan: Plan) -> dict[str, object]:
    """Return the situations that should not be; in a capped search, only what is sure."""
    playing = [number for number in range(len(plan.moves)) if scene_at(plan, number).ending is None]
    counts = {number: len([move for move in plan.moves[number] if move.rank >= 0]) for number in playing}
    poor = [number for number in playing if counts[number] and all(move.rank < 1 for move in plan.moves[number])]
    sure = not plan.capped
    return {
        "dead_ends": places(plan, [number for number in playing if sure and is_stuck(plan, number)]),
        "loops": places(plan, circling(plan) if sure else []),
        "unacceptable": places(plan, poor),
        "too_few": places(plan, [number for number in playing if 0 < counts[number] < FEWEST_CHOICES]),
        "too_many": places(plan, [number for number in playing if counts[number] > MOST_CHOICES]),
    }


def explored(story: Story) -> dict[str, object]:
    """Explore a story."""
    plan = Plan(story, CAP, True)
    met = {situation.scene for situation in plan.situations}
    endings = [name for name in story.order if story.scenes[name].ending is not None]
    best = plan.best[0]
    worst = plan.worst[0]
    path, points = expert_path(plan)
    found: dict[str, object] = {
        "scenes": [name for name in story.order if name in met],
        "unreachable": [] if plan.capped else [name for name in story.order if name not in met],
        "never_offered": [] if plan.capped else never_offered(plan),
        "never_heard": [] if plan.capped else never_heard(plan),
        "endings": [name for name in endings if name in met],
        "highest": None if best is None else best[0],
        "lowest": None if worst is None else worst[0],
        "longest": None if plan.capped else longest_path(plan),
        "expert": {"path": path, "points": points},
        "situations": len(plan.situations),
        "capped": plan.capped,
        "message": MESSAGE if plan.capped else "",
    }
    found.update(faults(plan))
    found.update(told(""))
    return found


def explore(scenario: object) -> dict[str, object]:
    """Look at every situation of a scenario.

    Scenes: `scenes` (reachable), `unreachable`, `endings` (reachable); `never_offered` choices, `never_heard` lines.
    Situations, each as a scene and a path to it: `dead_ends` (no choice, or one that leads nowhere), `loops` (it
    goes round for ever), `unacceptable` (nothing best or acceptable to choose), `too_few`, `too_many`.
    `highest`, `lowest`: points of whole paths; `longest`: the most steps of a path, None if it can go on for ever;
    `expert`: the expert's path and points – a scenario whose expert does not reach `highest` rewards detours.
    """
    try:
        story = read_story(scenario)
    except Fault:
        return {"problem": "bad-scenario", "detail": DETAILS["bad-scenario"]}
    return explored(story)
