"""Plan: every situation that a scenario can come to, what is wrong with some, and what the best way is worth.

Situations that differ only in what no condition looks at from there on count as one: the search stays small (a tenth
and less in a scenario of eight decisions), and still finds all. MicroPython in a page needs that.
"""

from .scenario import Situation, after_choice, after_skip, began, offered
from .story import LEVELS, SKIP, TOP, Condition, Scene, Story, Turn

CAP = 20000


def read_by(condition: Condition) -> set[tuple[str, str]]:
    """Return what a condition looks at, as (field of a situation, name)."""
    read = {("state", name) for name in list(condition.least) + list(condition.most)}
    read.update({("facts", name) for name in condition.facts + condition.no_facts})
    read.update({("chose", name) for name in condition.chose})
    for inner in condition.any:
        read.update(read_by(inner))
    return read


def turns_of(scene: Scene) -> list[Turn]:
    """Return every way on from a scene."""
    return [turn for choice in scene.choices for turn in choice.to] + scene.skip_to


def watched(story: Story, lines: bool) -> dict[str, list[tuple[str, str]]]:
    """Return for each scene what a condition looks at there or in any scene that can follow."""
    found: dict[str, set[tuple[str, str]]] = {}
    for name, scene in story.scenes.items():
        conditions = [choice.when for choice in scene.choices] + [turn.when for turn in turns_of(scene)]
        conditions += [line.when for line in scene.lines if lines]
        found[name] = set()
        for condition in conditions:
            found[name].update(read_by(condition))
    changed = True
    while changed:
        changed = False
        for name, scene in story.scenes.items():
            before = len(found[name])
            for turn in turns_of(scene):
                found[name].update(found[turn.to])
            changed = changed or len(found[name]) > before
    return {name: sorted(read) for name, read in found.items()}


def looked_up(situation: Situation, field: str, name: str) -> int:
    """Return a measure, or whether a fact or a choice is there."""
    if field == "state":
        return situation.state[name]
    return 1 if name in (situation.facts if field == "facts" else situation.chose) else 0


def code(story: Story, watched_there: dict[str, list[tuple[str, str]]], cyclic: list[str], situation: Situation) -> int:
    """Return a number for all that a condition or the score may still look at: small, since a page keeps thousands."""
    number = 0
    for field, name in watched_there[situation.scene]:
        number = number * (TOP + 1) + looked_up(situation, field, name)
    for name in cyclic:
        number = number * 2 + (1 if name in situation.scored else 0)
    return number * len(story.order) + story.order.index(situation.scene)


class Move:
    """A step between two situations, by their numbers; `to` is -1 if no way leads on."""

    def __init__(self, name: str, rank: int, points: int, to: int) -> None:
        """Note a step: the id of the choice, the place of its level (-1 for a skip), its points, where it leads."""
        self.name = name
        self.rank = rank
        self.points = points
        self.to = to


class Plan:
    """All situations in the order in which they were found, the moves between them, and where each came from."""

    def __init__(self, story: Story, cap: int, lines: bool = False) -> None:
        """Find the situations of a story, breadth first, up to a cap; `lines` tells apart what only lines do."""
        self.story = story
        self.watched = watched(story, lines)
        self.cyclic = scenes_in_cycles(story)
        self.situations: list[Situation] = []
        self.numbers: dict[int, int] = {}
        self.moves: list[list[Move]] = []
        self.origin: list[tuple[int, str]] = []
        self.cap = cap
        self.capped = False
        self.number(began(story), -1, "")
        while len(self.moves) < len(self.situations):
            self.moves.append(self.moves_from(len(self.moves)))
        self.best = values(self, True)
        self.worst = values(self, False)

    def number(self, situation: Situation, origin: int, name: str) -> int:
        """Return the number of a situation, which is new or known; -1 beyond the cap."""
        key = code(self.story, self.watched, self.cyclic, situation)
        if key not in self.numbers:
            if len(self.situations) >= self.cap:
                self.capped = True
                return -1
            self.numbers[key] = len(self.situations)
            self.situations.append(situation)
            self.origin.append((origin, name))
        return self.numbers[key]

    def moves_from(self, number: int) -> list[Move]:
        """Take every step that is open in a situation."""
        here = self.situations[number]
        scene = self.story.scenes[here.scene]
        moves = []
        for choice in offered(self.story, here):
            after = after_choice(scene, choice, here)
            gain = after.points - here.points if after else 0
            to = -1 if after is None else self.number(after, number, choice.id)
            moves.append(Move(choice.id, LEVELS.index(choice.level), gain, to))
        after = after_skip(scene, here) if scene.skip_text is not None else None
        if scene.skip_text is not None:
            moves.append(Move(SKIP, -1, 0, -1 if after is None else self.number(after, number, SKIP)))
        return moves

    def path_to(self, number: int) -> list[list[str]]:
        """Return a shortest path to a situation."""
        path: list[list[str]] = []
        origin, name = self.origin[number]
        while origin >= 0:
            path.append([self.situations[origin].scene, name])
            origin, name = self.origin[origin]
        path.reverse()
        return path


def scenes_in_cycles(story: Story) -> list[str]:
    """Return the scenes from which some way leads back, conditions aside."""
    ahead: dict[str, set[str]] = {}
    for name, scene in story.scenes.items():
        ahead[name] = {turn.to for turn in turns_of(scene)}
    found = []
    for name in story.order:
        seen: set[str] = set()
        waiting = list(ahead[name])
        while waiting:
            other = waiting.pop()
            if other not in seen:
                seen.add(other)
                waiting.extend(ahead[other])
        if name in seen:
            found.append(name)
    return found


def values(plan: Plan, highest: bool) -> list[tuple[int, int] | None]:
    """Return for each situation the (points, minus steps) of the best way to an ending, or the worst; None if none.

    Of equal points the shorter way is better, so that no best way goes round in a circle.
    """
    found: list[tuple[int, int] | None] = [None] * len(plan.situations)
    changed = True
    while changed:
        changed = False
        for number in range(len(found) - 1, -1, -1):
            value = value_of(plan, number, found, highest)
            if value != found[number]:
                found[number] = value
                changed = True
    return found


def value_of(plan: Plan, number: int, found: list[tuple[int, int] | None], highest: bool) -> tuple[int, int] | None:
    """Return the value of a situation from those of the situations after it."""
    if plan.story.scenes[plan.situations[number].scene].ending is not None:
        return (0, 0)
    best = None
    for move in plan.moves[number]:
        ahead = found[move.to] if move.to >= 0 else None
        if ahead is not None:
            value = (ahead[0] + move.points, ahead[1] - 1)
            order = value if highest else (-value[0], value[1])
            if best is None or order > best[0]:
                best = (order, value)
    return None if best is None else best[1]


def expert_move(plan: Plan, number: int) -> Move | None:
    """Return the step an expert takes: the best level first, then the way worth most; None if no way ends.

    In a scene that has counted already the expert takes the shortest of the best ways out, and so never circles.
    """
    here = plan.situations[number]
    chosen = None
    for move in plan.moves[number]:
        ahead = plan.best[move.to] if move.to >= 0 else None
        if ahead is not None:
            worth = (0 if here.scene in here.scored else move.rank, ahead[0] + move.points, ahead[1])
            if chosen is None or worth > chosen[0]:
                chosen = (worth, move)
    return None if chosen is None else chosen[1]


def expert_path(plan: Plan) -> tuple[list[list[str]], int]:
    """Return the path that an expert takes, and its points."""
    path: list[list[str]] = []
    points = 0
    number = 0
    move = expert_move(plan, number)
    while move is not None:
        path.append([plan.situations[number].scene, move.name])
        points += move.points
        number = move.to
        move = expert_move(plan, number)
    return path, points


class Outlook:
    """What a debrief needs to know of a plan, kept with the story; the plan itself is too large to keep in a page."""

    def __init__(self, story: Story) -> None:
        """Search a story, and keep the points still to be had and the expert's step for every situation."""
        plan = Plan(story, CAP)
        self.story = story
        self.watched = plan.watched
        self.cyclic = plan.cyclic
        self.points: dict[int, int] = {}
        self.moves: dict[int, str] = {}
        for key, number in plan.numbers.items():
            best = plan.best[number]
            move = expert_move(plan, number)
            if best is not None:
                self.points[key] = best[0]
            if move is not None:
                self.moves[key] = move.name
        self.path, self.path_points = expert_path(plan)

    def points_at(self, situation: Situation) -> int:
        """Return the most points that can still be had from a situation."""
        return self.points.get(code(self.story, self.watched, self.cyclic, situation), 0)

    def move_at(self, situation: Situation) -> str | None:
        """Return the choice that an expert takes in a situation, None if no way ends."""
        return self.moves.get(code(self.story, self.watched, self.cyclic, situation))


def outlook_of(story: Story) -> Outlook:
    """Return the outlook of a story, which is made once and kept."""
    if not isinstance(story.outlook, Outlook):
        story.outlook = Outlook(story)
    return story.outlook


def longest_path(plan: Plan) -> int | None:
    """Return the most steps that any path takes, None if one can go on for ever."""
    waiting_for = [0] * len(plan.situations)
    for moves in plan.moves:
        for move in moves:
            if move.to >= 0:
                waiting_for[move.to] += 1
    steps = [0] * len(plan.situations)
    ready = [0] if waiting_for[0] == 0 else []
    done = 0
    while ready:
        number = ready.pop()
        done += 1
        for move in plan.moves[number]:
            if move.to >= 0:
                steps[move.to] = max(steps[move.to], steps[number] + 1)
                waiting_for[move.to] -= 1
                if waiting_for[move.to] == 0:
                    ready.append(move.to)
    return max(steps) if done == len(steps) else None
