"""The portable checker: grades responses, draws forms, measures – in CPython, MicroPython and Pyodide alike.

It imports `json`, `math`, `re` and its own modules, takes plain JSON values and returns plain JSON values.
A question is what `Question.as_json()` returns; fields that the checker does not need may be missing.
"""

from .forms import assemble
from .kinds import KINDS, grade
from .measures import wilson
from .rng import shuffle

__all__ = ["KINDS", "assemble", "grade", "shuffle", "wilson"]
