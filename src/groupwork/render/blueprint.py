"""What the bank asks, counted: objective by level, phase, CSWE competency and ASWB area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from groupwork.render.html import Links, environment

if TYPE_CHECKING:
    from groupwork.bank import Bank, BaseQuestion, Module

AXES: dict[str, tuple[str, tuple[str | int, ...]]] = {
    "level": ("Level", ("recall", "application", "reasoning")),
    "phase": ("Phase", ("planning", "beginning", "middle", "ending", "any")),
    "cswe": ("CSWE 2022", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
    "aswb": ("ASWB area", ("values-and-ethics", "assessment-and-planning", "intervention-and-practice")),
}
"""Field of a question → its heading and values, in the order of the columns."""


@dataclass(frozen=True)
class Cell:
    """The active questions of one objective that have one value on one axis."""

    objective: str
    axis: str
    value: str | int
    questions: tuple[BaseQuestion, ...]

    @property
    def anchor(self) -> str:
        return f"{self.objective.replace('.', '-')}-{self.axis}-{self.value}"


def cells(bank: Bank, objective: str) -> Iterator[Cell]:
    """Yield the cells of one objective's row."""
    asked = [question for question in bank.active() if question.objective == objective]
    for axis, (_, values) in AXES.items():
        for value in values:
            yield Cell(objective, axis, value, tuple(each for each in asked if getattr(each, axis) == value))


def render_blueprint(bank: Bank, module: Module, links: Links) -> str:
    """Render the table of a module, with each count linked to its questions, and the list of all of them."""
    rows = [(objective, tuple(cells(bank, objective.id))) for objective in module.objectives]
    template = environment.get_template("blueprint.html")
    return template.render(module=module, axes=AXES, rows=rows, questions=bank.active(module.id), links=links)
