"""Hosts: the checker for callers who pass text – a page's script, a worker, an LMS package.

Text goes in as `JSON.stringify` writes it, and comes out as canonical JSON, the same bytes in every runtime:
keys sorted, no spaces, ASCII only, floats with one to four decimals.
"""

import json
import math

from .debrief import debrief
from .forms import assemble
from .grades import problem
from .graph import explore
from .kinds import grade
from .measures import wilson
from .progress import progress
from .rng import shuffle
from .scenario import start, step, told
from .story import Fault, Story, read_story
from .views import view

DEEPEST = 1000
LOADED: dict[str, Story] = {}
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def quoted(text: str) -> str:
    """Write a text as JSON does, in ASCII; beyond U+FFFF as two surrogates."""
    written = []
    for char in text:
        code = ord(char)
        if char in ESCAPES:
            written.append(ESCAPES[char])
        elif 0x20 <= code <= 0x7F:
            written.append(char)
        elif code <= 0xFFFF:
            written.append(f"\\u{code:04x}")
        else:
            high, low = divmod(code - 0x10000, 0x400)
            written.append(f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}")
    return '"' + "".join(written) + '"'


def decimal(number: float) -> str:
    """Write a float of zero or more with one to four decimals; MicroPython's `repr` adds stray digits."""
    whole, rest = divmod(math.floor(number * 10000 + 0.5), 10000)
    digits = f"{rest:04d}"
    while len(digits) > 1 and digits.endswith("0"):
        digits = digits[:-1]
    return f"{whole}.{digits}"


def canonical(value: object) -> str:
    """Write a value as canonical JSON (MicroPython's `json.dumps` cannot sort keys)."""
    if isinstance(value, dict):
        return "{" + ",".join(quoted(key) + ":" + canonical(value[key]) for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, float):
        return decimal(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return "null" if value is None else "true" if value else "false"


def is_deep(text: str) -> bool:
    """Say whether JSON nests deeper than 1000; its reader would raise in CPython and end Pyodide for good."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    outside = "".join(text.replace("\\\\", "").replace('\\"', "").split('"')[::2])
    depth = 0
    for piece in outside.replace("}", "]").split("]"):
        depth += piece.count("[") + piece.count("{")
        if depth > DEEPEST:
            return True
        depth -= 1
    return False


def read(text: str) -> dict[str, object]:
    """Read a call, which is a JSON object. Raises ValueError if the text is anything else."""
    try:
        call = None if is_deep(text) else json.loads(text)
    except ValueError:  # its leaf JSONDecodeError is not everywhere
        call = None
    if not isinstance(call, dict):
        raise ValueError("expected a JSON object, nested 1000 deep at the most")
    return call


def whole(call: dict[str, object], field: str) -> int:
    """Return a field of a call that must be a whole number. Raises TypeError."""
    value = call.get(field)
    if type(value) is not int:  # `isinstance` takes True for a number in CPython only
        raise TypeError(f"{field}: expected a whole number")
    return value


def seed_of(call: dict[str, object]) -> str | int:
    """Return the seed of a call, a text or a whole number. Raises TypeError."""
    seed = call.get("seed")
    return seed if isinstance(seed, str) else whole(call, "seed")


def grade_json(text: str) -> str:
    """Grade `{"question": …, "response": …}` and return the result of `grade`. Never raises."""
    try:
        call = read(text)
    except ValueError:
        return canonical(problem("bad-question"))
    return canonical(grade(call.get("question"), call.get("response")))


def shuffle_json(text: str) -> str:
    """Shuffle `{"items": [ids], "seed": …}` and return the ids.

    Raises ValueError for text that is no JSON object, TypeError for fields of another type.
    """
    call = read(text)
    items = call.get("items")
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise TypeError("items: expected a list of ids")
    return canonical(shuffle(items, seed_of(call)))


def assemble_json(text: str) -> str:
    """Draw a form from `{"questions": […], "count": …, "seed": …, "filters": …}` and return its ids.

    Raises ValueError for text that is no JSON object, TypeError for fields of another type.
    """
    call = read(text)
    questions = call.get("questions")
    filters = call.get("filters")
    if not isinstance(questions, list) or not all(isinstance(question, dict) for question in questions):
        raise TypeError("questions: expected a list of questions")
    if filters is not None and not isinstance(filters, dict):
        raise TypeError("filters: expected an object")
    return canonical(assemble(questions, whole(call, "count"), seed_of(call), filters))


def wilson_json(text: str) -> str:
    """Measure `{"right": …, "total": …}` and return [low, high].

    Raises ValueError for text that is no JSON object and for shares out of range, TypeError for other fields.
    """
    call = read(text)
    return canonical(wilson(whole(call, "right"), whole(call, "total")))


def progress_json(text: str) -> str:
    """Measure `{"questions": […]}` and return the result of `progress`.

    Raises ValueError for text that is no JSON object, TypeError for fields of another type.
    """
    return canonical(progress(read(text).get("questions")))


def scenario_of(call: dict[str, object]) -> object:
    """Return the scenario of a call: one that was loaded, by its id, or the one in the call itself."""
    scenario = call.get("scenario")
    return LOADED.get(scenario) if isinstance(scenario, str) else scenario


def called(text: str) -> dict[str, object]:
    """Read a call about a scenario; text that cannot be read is a call without one. Never raises."""
    try:
        return read(text)
    except ValueError:
        return {}


def scenario_json(text: str) -> str:
    """Load `{"scenario": {…}}`, so that later calls can name it by its id; one loaded before gives way.

    Returns `{"scenario": id, "problem": …, "detail": …}`. Never raises, as all calls about scenarios.
    """
    answer: dict[str, object] = {"scenario": ""}
    try:
        story = read_story(called(text).get("scenario"))
    except Fault:
        answer.update(told("bad-scenario"))
        return canonical(answer)
    LOADED[story.id] = story
    answer["scenario"] = story.id
    answer.update(told(""))
    return canonical(answer)


def start_json(text: str) -> str:
    """Begin `{"scenario": id or {…}}` and return the session."""
    return canonical(start(scenario_of(called(text))))


def view_json(text: str) -> str:
    """Return what is seen at `{"scenario": id or {…}, "session": …}`."""
    call = called(text)
    return canonical(view(scenario_of(call), call.get("session")))


def step_json(text: str) -> str:
    """Take the step `{"scenario": id or {…}, "session": …, "choice": id}` and return the session after it."""
    call = called(text)
    return canonical(step(scenario_of(call), call.get("session"), call.get("choice")))


def debrief_json(text: str) -> str:
    """Look back on `{"scenario": id or {…}, "session": …}`."""
    call = called(text)
    return canonical(debrief(scenario_of(call), call.get("session")))


def explore_json(text: str) -> str:
    """Explore `{"scenario": id or {…}}`."""
    return canonical(explore(scenario_of(called(text))))
