"""Scenarios: start one, look at where it stands, take a step. A session is the path that was taken, and no more.

`{"scenario": id, "path": [[scene, choice], …], "problem": None or a name}`; the rest is found by replaying it.
Each function takes a scenario as plain JSON, or the `Story` read from it, and never raises on either.
"""

from .story import SKIP, Choice, Condition, Fault, Line, Scene, Story, Turn, clamped, read_story

LONGEST_PATH = 200
DETAILS = {
    "bad-scenario": "This scenario has a fault in it, so it cannot be played. It is not your doing.",
    "bad-session": "This place in the scenario cannot be read. Please start the scenario again.",
    "broken-path": "This scenario has changed since you played it. Please start it again.",
    "unknown-choice": "This choice is not open here. Please choose again.",
    "ended": "The scenario is over. You can play it again from the start.",
    "dead-end": "The scenario has a fault: nothing follows here. It is not your doing.",
    "too-long": "This path is too long. Please start the scenario again.",
}


class Situation:
    """Where a scenario stands: the scene, the measures, the facts, and what was chosen on the way."""

    def __init__(self, scene: str, state: dict[str, int]) -> None:
        """Begin in a scene with the start values."""
        self.scene = scene
        self.state = state
        self.facts: set[str] = set()
        self.chose: set[str] = set()
        self.scored: set[str] = set()  # a scene counts once, on the first visit
        self.points = 0

    def copy(self) -> "Situation":
        """Return a situation of its own with the same content."""
        other = Situation(self.scene, dict(self.state))
        other.facts = set(self.facts)
        other.chose = set(self.chose)
        other.scored = set(self.scored)
        other.points = self.points
        return other


def holds(condition: Condition, situation: Situation) -> bool:
    """Say whether all parts of a condition hold."""
    state = situation.state
    return (
        all(name in situation.facts for name in condition.facts)
        and not any(name in situation.facts for name in condition.no_facts)
        and all(name in situation.chose for name in condition.chose)
        and all(state[name] >= number for name, number in condition.least.items())
        and all(state[name] <= number for name, number in condition.most.items())
        and (not condition.any or any(holds(inner, situation) for inner in condition.any))
    )


def heard(lines: list[Line], situation: Situation) -> list[dict[str, object]]:
    """Return the lines whose condition holds."""
    return [{"voice": line.voice, "text": line.text} for line in lines if holds(line.when, situation)]


def way_on(turns: list[Turn], situation: Situation) -> str | None:
    """Return the first scene whose condition holds."""
    for turn in turns:
        if holds(turn.when, situation):
            return turn.to
    return None


def offered(story: Story, situation: Situation) -> list[Choice]:
    """Return the choices that are open in a situation."""
    return [choice for choice in story.scenes[situation.scene].choices if holds(choice.when, situation)]


def after_choice(scene: Scene, choice: Choice, situation: Situation) -> Situation | None:
    """Return the situation after a choice: its effects first, then the way on; None if no way leads on."""
    after = situation.copy()
    for name, change in choice.effects.items():
        after.state[name] = clamped(after.state[name] + change)
    after.facts.update(choice.sets)
    after.facts.difference_update(choice.unsets)
    after.chose.add(f"{scene.id}.{choice.id}")
    if scene.id not in after.scored:
        after.scored.add(scene.id)
        after.points += choice.points
    to = way_on(choice.to, after)
    if to is None:
        return None
    after.scene = to
    return after


def after_skip(scene: Scene, situation: Situation) -> Situation | None:
    """Return the situation after skipping a scene: nothing changes but the place."""
    to = way_on(scene.skip_to, situation)
    if to is None:
        return None
    after = situation.copy()
    after.scene = to
    return after


def began(story: Story) -> Situation:
    """Return the situation at the start."""
    return Situation(story.start, dict(story.state))


def follow(story: Story, situation: Situation, choice: str) -> tuple[Situation, Choice | None, str]:
    """Take one step; return the situation after it, the choice taken (None: skipped) and the name of a problem."""
    scene = story.scenes[situation.scene]
    if scene.ending is not None:
        return situation, None, "ended"
    if choice == SKIP and scene.skip_text is not None:
        after = after_skip(scene, situation)
        return after or situation, None, "" if after else "dead-end"
    for open_choice in offered(story, situation):
        if open_choice.id == choice:
            after = after_choice(scene, open_choice, situation)
            return after or situation, open_choice, "" if after else "dead-end"
    return situation, None, "unknown-choice"


def path_of(story: Story, session: object) -> list[list[str]] | None:
    """Return the path of a session, or None unless it is one of this scenario."""
    if not isinstance(session, dict) or session.get("scenario") != story.id:
        return None
    path = session.get("path")
    if not isinstance(path, list):
        return None
    for entry in path:
        if not isinstance(entry, list) or len(entry) != 2 or not all(isinstance(name, str) for name in entry):
            return None
    return path


def replay(story: Story, session: object) -> tuple[list[Situation], list[Choice | None], str]:
    """Walk a path again; return every situation on it, every choice (None: skipped), and the name of a problem."""
    path = path_of(story, session)
    situations = [began(story)]
    choices: list[Choice | None] = []
    if path is None or len(path) > LONGEST_PATH:
        return situations, choices, "bad-session" if path is None else "too-long"
    for scene, name in path:
        after, choice, trouble = follow(story, situations[-1], name)
        if trouble or scene != situations[-1].scene:
            return situations, choices, "broken-path"
        situations.append(after)
        choices.append(choice)
    return situations, choices, ""


def told(trouble: str) -> dict[str, object]:
    """Return a problem and the sentence about it that a learner reads."""
    return {"problem": trouble or None, "detail": DETAILS[trouble] if trouble else ""}


def start(scenario: object) -> dict[str, object]:
    """Begin a scenario and return its session."""
    try:
        story = read_story(scenario)
    except Fault:
        return {"scenario": "", "path": [], "problem": "bad-scenario"}
    return {"scenario": story.id, "path": [], "problem": None}


def step(scenario: object, session: object, choice: object) -> dict[str, object]:
    """Return the session after a choice ("skip" skips a scene that can be); on a problem, the path as it was."""
    try:
        story = read_story(scenario)
    except Fault:
        return {"scenario": "", "path": [], "problem": "bad-scenario"}
    situations, _, trouble = replay(story, session)
    path = path_of(story, session) or []
    if not trouble and len(path) == LONGEST_PATH:
        trouble = "too-long"
    name = choice if isinstance(choice, str) else ""
    here = situations[-1]
    if not trouble:
        _, _, trouble = follow(story, here, name)
    if not trouble:
        path = path + [[here.scene, name]]  # noqa: RUF005  # MicroPython has no * in a display
    return {"scenario": story.id, "path": [list(entry) for entry in path], "problem": trouble or None}
