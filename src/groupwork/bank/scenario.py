"""A scenario: scenes in which the learner leads a group, choices that have consequences, and endings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, model_validator
from pydantic import Tag as Branch

from groupwork.bank.errors import Fault
from groupwork.bank.head import Phase, Status
from groupwork.bank.parts import (
    BRANCH,
    Competency,
    Made,
    MaybeText,
    Name,
    ObjectiveId,
    PartId,
    Record,
    ScenarioId,
    Source,
    Text,
    held,
    plain_text,
    refuse_empty,
)
from groupwork.bank.practice import LEVEL, Level
from groupwork.bank.scenario_rules import scenario_faults

Voice = Annotated[str, AfterValidator(lambda voice: plain_text(voice) if voice else voice)]
Value = Annotated[int, Field(ge=0, le=5)]
Change = Annotated[int, Field(ge=-5, le=5)]
Names = tuple[Name, ...]
_FACTS = "a list of facts that are declared above"


def _names(description: str) -> Any:
    return Field((), strict=False, description=description)


class Condition(Record):
    """What must hold before something is said, offered or comes next: all of these."""

    facts: Names = _names("facts that are all set")
    no_facts: Names = _names("facts of which none is set")
    least: dict[Name, Value] = Field({}, description="measures with the smallest value, such as {trust: 3}")
    most: dict[Name, Value] = Field({}, description="measures with the largest value, such as {safety: 1}")
    chose: tuple[Made, ...] = _names("choices that were all made earlier, such as [arrival.a]")
    any: tuple[Condition, ...] = _names("a list of conditions of which at least one holds")


MaybeCondition = Annotated[Condition | None, BeforeValidator(refuse_empty)]


class Answer(Record):
    """What a voice says after a choice."""

    voice: Voice = Field(description='who speaks, or "" for what is told')
    text: Text = Field(description="what is said or happens")


class Line(Answer):
    """What a voice says in a scene."""

    when: MaybeCondition = Field(None, description="said only then")


class Way(Record):
    """Where a choice leads, if its condition holds."""

    when: MaybeCondition = Field(None, description="taken only then; none on the last way")
    to: Name = Field(description="the id of a scene")


def _one_or_several(to: Any) -> str:
    return f"{BRANCH}one" if isinstance(to, str) else f"{BRANCH}several"


Ways = Annotated[tuple[Way, ...], Field(strict=False, min_length=1)]
To = Annotated[
    Annotated[Name, Branch(f"{BRANCH}one")] | Annotated[Ways, Branch(f"{BRANCH}several")],
    Discriminator(_one_or_several),
]


class Choice(Record):
    """Something the learner can say or do in a scene."""

    id: PartId = Field(description="a short permanent name, such as a")
    text: Text = Field(description="what you say or do, in 8–45 words")
    level: Level = Field(description=LEVEL)
    consequence: tuple[Answer, ...] = Field(
        strict=False, min_length=1, max_length=4, description="1 to 4 lines: how the members answer"
    )
    rationale: Text = Field(description="why, in 20–90 words")
    sources: tuple[Source, ...] = Field(
        strict=False, min_length=1, description="a list of sources, such as {ref: garland1965}"
    )
    effects: dict[Name, Change] = Field({}, description="how measures change, such as {trust: 1}")
    sets: Names = _names(_FACTS)
    unsets: Names = _names(_FACTS)
    when: MaybeCondition = Field(None, description="offered only then")
    to: To = Field(description="the scene that follows, or a list of ways to be tried in order")


class Skip(Record):
    """A way round a heavy scene."""

    to: Name = Field(description="the id of a scene")
    text: Text = Field(description="what happened in the scene, told shortly")


class Ending(Record):
    """How a scenario ends."""

    title: Text = Field(description="a title for the ending")
    level: Literal["best", "mixed", "poor"] = Field(description="best, mixed or poor")
    text: Text = Field(description="how it ends, in 40–120 words")


class Scene(Record):
    """A moment in which the learner decides, or an ending."""

    id: Name = Field(description="a short permanent name, such as arrival")
    phase: Annotated[Phase | None, BeforeValidator(refuse_empty)] = Field(
        None, description="planning, beginning, middle, ending or any"
    )
    text: MaybeText = Field(None, description="what you see, in 30–110 words")
    lines: tuple[Line, ...] = Field((), strict=False, description="what is said, in order")
    heavy: MaybeText = Field(None, description="a content note, if the scene is heavy")
    skip: Annotated[Skip | None, BeforeValidator(refuse_empty)] = Field(
        None, description="a way round a heavy scene: {to: …, text: …}"
    )
    question: Text = Field("What do you do?", description="the question, if it is not “What do you do?”")
    choices: tuple[Choice, ...] = Field((), strict=False, description="a list of choices")
    ending: Annotated[Ending | None, BeforeValidator(refuse_empty)] = Field(
        None, description="title, level and text of an ending, in place of choices"
    )


class Member(Record):
    """A member of the group."""

    name: Text = Field(description="the name that the group uses")
    text: Text = Field(description="who this is, in a line")


class Scenario(Record):
    """A session to lead: scenes that remember, from the start to an ending."""

    id: ScenarioId = Field(description="permanent: the module's id and a short name, such as stages-first-evening")
    title: Text = Field(description="the title of the scenario")
    status: Status = Field(description="draft, active or retired")
    objectives: tuple[ObjectiveId, ...] = Field(
        strict=False, min_length=1, description="a list of objectives of quizzes/course.yml, such as [stages.gjk]"
    )
    cswe: Competency
    summary: Text = Field(description="one sentence for the list of scenarios")
    minutes: int = Field(ge=1, le=120, description="how long it takes, in minutes")
    role: Text = Field(description="who you are and where, in 30–70 words")
    content_note: MaybeText = Field(None, description="what may be hard to read, shown before the start")
    members: tuple[Member, ...] = Field(
        strict=False, min_length=1, description="a list of members, such as {name: Amara, text: …}"
    )
    state: dict[Name, Value] = Field(min_length=1, description="the measures at the start, such as {trust: 2}")
    facts: Names = _names("every fact that a choice may set, such as [dana-left-angry]")
    start: Name = Field(description="the id of the first scene")
    scenes: tuple[Scene, ...] = Field(strict=False, min_length=1, max_length=200, description="a list of scenes")

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> list[Fault]:
        """Return what is wrong between the parts of a scenario."""
        return scenario_faults(data)

    @model_validator(mode="after")
    def _hold_rules(self) -> Self:
        return held(self)

    @property
    def module(self) -> str:
        """The id of the module that the scenario belongs to."""
        return self.objectives[0].split(".")[0]

    def as_json(self) -> dict[str, Any]:
        """Return the plain form for renderer and checker.

        Every field is there: one that is not written is None, a list or mapping that is not written is empty.
        """
        return self.model_dump(mode="json")
