"""The portable checker: grades responses, plays scenarios, draws forms, measures.

It does so in CPython, MicroPython and Pyodide alike: it imports `json`, `math`, `re` and its own modules, takes plain
JSON values and returns plain JSON values.
A question is what `Question.as_json()` returns; fields that the checker does not need may be missing.
"""

from .debrief import debrief
from .forms import assemble
from .graph import explore
from .kinds import KINDS, grade
from .measures import wilson
from .progress import progress
from .rng import shuffle
from .scenario import start, step
from .views import view

__all__ = [
    "KINDS",
    "assemble",
    "debrief",
    "explore",
    "grade",
    "progress",
    "shuffle",
    "start",
    "step",
    "view",
    "wilson",
]
