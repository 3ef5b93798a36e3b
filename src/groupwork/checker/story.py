"""Stories: a scenario's plain JSON, read once into what the other modules walk through.

A story has every field, of its right type and with every name resolved; a scenario that cannot be read is refused.
"""

from .questions import entries

TOP = 5  # every measure runs from 0 to here
LEVELS = ["harmful", "acceptable", "best"]  # a level's place is its points
SKIP = "skip"
QUESTION = "What do you do?"
DEEPEST_CONDITION = 8
MOST_SCENES = 200


class Fault(ValueError):
    """A scenario that cannot be read; says where."""


def text_at(entry: dict[str, object], field: str) -> str:
    """Return a text, "" if there is none: a page may leave texts out."""
    text = entry.get(field)
    if text is not None and not isinstance(text, str):
        raise Fault(f"{field}: expected a text")
    return text or ""


def list_at(entry: dict[str, object], field: str) -> list[object]:
    """Return a list, [] if there is none."""
    listed = entry.get(field)
    if listed is not None and not isinstance(listed, list):
        raise Fault(f"{field}: expected a list")
    return listed or []


def names_at(entry: dict[str, object], field: str) -> list[str]:
    """Return a list of texts, [] if there is none."""
    names = []
    for name in list_at(entry, field):
        if not isinstance(name, str):
            raise Fault(f"{field}: expected texts")
        names.append(name)
    return names


def numbers_at(entry: dict[str, object], field: str) -> dict[str, int]:
    """Return a dict from names to whole numbers, {} if there is none."""
    listed = entry.get(field)
    if listed is not None and not isinstance(listed, dict):
        raise Fault(f"{field}: expected an object")
    numbers = {}
    for name, number in (listed or {}).items():
        if type(number) is not int:
            raise Fault(f"{field}.{name}: expected a whole number")
        numbers[name] = number
    return numbers


def clamped(number: int) -> int:
    """Keep a measure between 0 and the top."""
    return max(0, min(TOP, number))


class Condition:
    """A condition: every part of it has to hold; a part that is empty always does."""

    def __init__(self) -> None:
        """Begin with a condition that always holds."""
        self.facts: list[str] = []
        self.no_facts: list[str] = []
        self.chose: list[str] = []
        self.least: dict[str, int] = {}
        self.most: dict[str, int] = {}
        self.any: list[Condition] = []


class Line:
    """Something that a voice says, if a condition holds."""

    def __init__(self, when: Condition, voice: str, text: str) -> None:
        """Note a line."""
        self.when = when
        self.voice = voice
        self.text = text


class Turn:
    """A way on to a scene, if a condition holds."""

    def __init__(self, when: Condition, to: str) -> None:
        """Note a way on."""
        self.when = when
        self.to = to


class Choice:
    """A choice: what it says, what it is worth, what it changes, where it leads."""

    def __init__(self, ident: str, entry: dict[str, object]) -> None:
        """Read the texts of a choice; what needs the story is filled in there."""
        self.id = ident
        self.text = text_at(entry, "text")
        self.level = text_at(entry, "level")
        if self.level not in LEVELS:
            raise Fault("level: expected best, acceptable or harmful")
        self.points = LEVELS.index(self.level)
        self.rationale = text_at(entry, "rationale")
        self.sources = sources_at(entry)
        self.effects = numbers_at(entry, "effects")
        self.sets = names_at(entry, "sets")
        self.unsets = names_at(entry, "unsets")
        self.consequence: list[Line] = []
        self.when = Condition()
        self.to: list[Turn] = []


class Scene:
    """A scene: what is seen and said, and its choices or its ending."""

    def __init__(self, ident: str, entry: dict[str, object]) -> None:
        """Read the texts of a scene; what needs the story is filled in there."""
        self.id = ident
        self.text = text_at(entry, "text")
        self.heavy = text_at(entry, "heavy")
        self.question = text_at(entry, "question") or QUESTION
        self.lines: list[Line] = []
        self.choices: list[Choice] = []
        self.skip_text: str | None = None
        self.skip_to: list[Turn] = []
        self.ending: dict[str, object] | None = None


def sources_at(entry: dict[str, object]) -> list[dict[str, object]]:
    """Return the sources of a choice, as far as they are texts."""
    sources: list[dict[str, object]] = []
    for source in list_at(entry, "sources"):
        if not isinstance(source, dict):
            raise Fault("sources: expected objects")
        sources.append({field: text_at(source, field) for field in ("ref", "at") if source.get(field) is not None})
    return sources


def ending_at(entry: dict[str, object]) -> dict[str, object] | None:
    """Return the ending of a scene, if it has one."""
    ending = entry.get("ending")
    if ending is None:
        return None
    if not isinstance(ending, dict):
        raise Fault("ending: expected an object")
    return {field: text_at(ending, field) for field in ("title", "level", "text")}


class Story:
    """A scenario that can be walked."""

    def __init__(self, scenario: dict[str, object]) -> None:
        """Read a scenario. Raises Fault where it cannot be read."""
        self.id = text_at(scenario, "id")
        self.start = text_at(scenario, "start")
        self.state = {name: clamped(number) for name, number in numbers_at(scenario, "state").items()}
        listed = entries(scenario, "scenes")
        if not self.id or listed is None or len(listed) > MOST_SCENES:
            raise Fault(f"expected an id, and 1 to {MOST_SCENES} scenes with an id of their own")
        self.order = [ident for ident, _ in listed]
        self.scenes: dict[str, Scene] = {}
        if self.start not in self.order:
            raise Fault("start: there is no such scene")
        for ident, entry in listed:
            try:
                self.scenes[ident] = self.scene(ident, entry)
            except Fault as fault:
                raise Fault(f"scene {ident}: {fault}")  # noqa: B904  # MicroPython has no `from`
        self.outlook: object = None  # what `plan.py` has found out

    def scene(self, ident: str, entry: dict[str, object]) -> Scene:
        """Read a scene."""
        scene = Scene(ident, entry)
        scene.lines = self.lines(entry, "lines")
        scene.ending = ending_at(entry)
        for choice, listed in entries(entry, "choices") or []:
            scene.choices.append(self.choice(choice, listed))
        if len(scene.choices) != len(list_at(entry, "choices")) or bool(scene.choices) == bool(scene.ending):
            raise Fault("expected either an ending or choices with an id of their own")
        skip = entry.get("skip")
        if skip is not None:
            if not isinstance(skip, dict) or scene.ending:
                raise Fault("skip: expected an object, in a scene with choices")
            scene.skip_text = text_at(skip, "text")
            scene.skip_to = self.turns(skip)
        return scene

    def choice(self, ident: str, entry: dict[str, object]) -> Choice:
        """Read a choice."""
        if ident == SKIP:
            raise Fault('choices: "skip" is the id of skipping')
        choice = Choice(ident, entry)
        choice.when = self.condition(entry.get("when"))
        choice.consequence = self.lines(entry, "consequence")
        choice.to = self.turns(entry)
        self.known(choice.effects)
        return choice

    def known(self, measures: dict[str, int]) -> None:
        """Refuse measures that the scenario does not start with."""
        for name in measures:
            if name not in self.state:
                raise Fault(f"{name}: there is no such measure")

    def lines(self, entry: dict[str, object], field: str) -> list[Line]:
        """Read lines."""
        lines = []
        for line in list_at(entry, field):
            if not isinstance(line, dict):
                raise Fault(f"{field}: expected objects")
            lines.append(Line(self.condition(line.get("when")), text_at(line, "voice"), text_at(line, "text")))
        return lines

    def turns(self, entry: dict[str, object]) -> list[Turn]:
        """Read where a choice leads: a scene, or several ways on to be tried in order."""
        to = entry.get("to")
        turns = []
        for turn in to if isinstance(to, list) else [{"to": to}]:
            scene = turn.get("to") if isinstance(turn, dict) else None
            if not isinstance(scene, str) or scene not in self.order:
                raise Fault("to: there is no such scene")
            turns.append(Turn(self.condition(turn.get("when")), scene))
        return turns

    def condition(self, value: object, depth: int = 0) -> Condition:
        """Read a condition; an unknown part is a fault, since it must not silently hold."""
        found = Condition()
        if value is None:
            return found
        if not isinstance(value, dict) or depth > DEEPEST_CONDITION:
            raise Fault("when: expected a condition")
        for part in value:
            if part not in ("facts", "no_facts", "chose", "least", "most", "any"):
                raise Fault(f"when.{part}: there is no such condition")
        found.facts = names_at(value, "facts")
        found.no_facts = names_at(value, "no_facts")
        found.chose = names_at(value, "chose")
        found.least = numbers_at(value, "least")
        found.most = numbers_at(value, "most")
        found.any = [self.condition(inner, depth + 1) for inner in list_at(value, "any")]
        self.known(found.least)
        self.known(found.most)
        return found


def read_story(scenario: object) -> Story:
    """Read a scenario. Raises Fault, which says where it cannot be read."""
    if isinstance(scenario, Story):
        return scenario
    if not isinstance(scenario, dict):
        raise Fault("expected an object")
    return Story(scenario)
