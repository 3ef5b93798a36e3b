"""From pydantic's errors to sentences for people who write questions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from groupwork.bank.errors import Fault, Trail
from groupwork.bank.fields import KEY, field_at, fields_at, model_at, models_in, plain, type_at
from groupwork.bank.model import QUESTION_TYPES
from groupwork.bank.parts import BRANCH, SHAPES, BrokenRulesError, Record
from groupwork.bank.rows import near
from groupwork.bank.text import shown

_ENTRIES = {
    "options": "option",
    "items": "item",
    "pairs": "pair",
    "extra": "extra",
    "gaps": "gap",
    "sources": "source",
    "waive": "waiver",
    "modules": "module",
    "objectives": "objective",
    "accept": "accepted form",
    "also": "other name",
    "tags": "tag",
    "turns": "turn",
    "cards": "card",
    "rules": "rule",
    "values": "value",
    "responses": "response",
    "rubric": "criterion",
    "phrasings": "phrasing",
    "members": "member",
    "facts": "fact",
    "scenes": "scene",
    "lines": "line",
    "choices": "choice",
    "consequence": "line",
    "sets": "fact",
    "unsets": "fact",
    "no_facts": "fact",
    "chose": "choice",
    "any": "condition",
    "to": "way",
}
_TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "names with their values",
}


def validate[R: Record](model: type[R], data: Any) -> tuple[R | None, list[Fault]]:
    """Return the record that plain data describes, or None with everything that is wrong with it."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = [each for each in error.errors(include_url=False) if not _is_echo(each)]
    faults = [translate(detail, model, data) for detail in details if not _is_rule(detail)]
    faults = _without_twins(faults, details, model)
    faults = [replace(fault, trail=plain(fault.trail)) for fault in faults]
    # A model looks at its rules only when every field is right; an author wants to hear of both at once.
    rules = model.faults(data) if isinstance(data, Mapping) else []
    told = {fault.trail for fault in faults}
    return None, [*faults, *(fault for fault in rules if fault.trail not in told)]


def translate(detail: ErrorDetails, model: type[BaseModel], data: Any) -> Fault:
    """Return one of pydantic's errors as a fault."""
    kind, trail, given = detail["type"], detail["loc"], detail["input"]
    name = _label(trail, data)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _branch(trail, name, model, given)
    if kind == "extra_forbidden":
        return _unknown(trail, model, data)
    if kind == "missing":
        return Fault(trail, f"{name} is missing", _described(model, trail), f"a line `{trail[-1]}: …`")
    if given is None or kind == "string_too_short":
        return Fault(trail, f"{name} is empty", _described(model, trail), "writing it, or deleting the line")
    if kind == "model_type":
        return _record(trail, name, model, given)
    if kind in _TYPES:
        # In a union the description says all that may stand there.
        expected = _described(model, trail[:-1]) if str(trail[-1]).startswith(BRANCH) else _TYPES[kind]
        return Fault(trail, f"{name} is {_typed(given)}", expected, _retyped(kind, model, trail, given))
    return _value(detail, name, model, data)


def _value(detail: ErrorDetails, name: str, model: type[BaseModel], data: Any) -> Fault:
    """Return the fault of a value that has the right type."""
    kind, trail, given = detail["type"], detail["loc"], detail["input"]
    facts: Mapping[str, Any] = detail.get("ctx", {})
    if kind == "unfit_text":
        return Fault(trail, f"{name} {facts['what']}", facts["expected"], facts["hint"])
    if kind == "literal_error":
        return _choice(trail, name, model, given)
    if kind == "string_pattern_mismatch":
        expected, example = SHAPES[facts["pattern"]]
        if trail[-1] == KEY:
            name = f"a name in {_label(trail[:-2], data)}"
        return Fault(trail, f"{name} is {shown(given)}", expected, f"something like {example}")
    found = _bounded(kind, trail, name, given, facts)
    return found or Fault(trail, f"{name} does not fit", detail["msg"], "another value")


def _is_rule(detail: ErrorDetails) -> bool:
    return isinstance(detail.get("ctx", {}).get("error"), BrokenRulesError)


def _is_echo(detail: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because its entries are wrong, which is said already."""
    return detail["type"] == "too_short" and len(detail["input"]) > 0


def _without_twins(faults: list[Fault], details: list[ErrorDetails], model: type[BaseModel]) -> list[Fault]:
    """Leave out a missing field where a misspelling of it is already reported."""
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    twins: set[Trail] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *above, name = detail["loc"]
            found = near(str(name), fields_at(model, tuple(above)))
            twins.update({(*above, found[0])} & missing if found else ())
    return [fault for fault in faults if fault.trail not in twins]


def _unknown(trail: Trail, model: type[BaseModel], data: Any) -> Fault:
    name, fields = str(trail[-1]), fields_at(model, trail[:-1])
    what = f"unknown field {_label(trail, data)}"
    expected = f"one of {', '.join(fields)}"
    kinds = [kind for kind, other in QUESTION_TYPES.items() if name in other.model_fields]
    hint = "deleting the line, or checking its indentation"
    if found := near(name, fields):
        hint = f"`{found[0]}`"
    elif len(trail) == 1 and kinds and model in QUESTION_TYPES.values():
        hint = f"`kind: {kinds[0]}`, which has `{name}`, or deleting it"
    return Fault(trail, what, expected, hint, of_name=True)


def _choice(trail: Trail, name: str, model: type[BaseModel], given: object) -> Fault:
    choices = [str(choice) for choice in get_args(field_at(model, trail).annotation)]
    found = near(str(given).lower(), choices)
    hint = f"`{found[0]}`" if found else "the one of these that comes nearest"
    return Fault(trail, f"{name} is {shown(given)}", f"one of {', '.join(choices)}", hint)


def _branch(trail: Trail, name: str, model: type[BaseModel], given: object) -> Fault:
    """Return the fault of a record whose `type` does not say which fields it has."""
    types = [tag.removeprefix(BRANCH) for tag, _ in models_in(type_at(model, trail)) if tag]
    expected = f"one of {', '.join(types)}"
    if not isinstance(given, dict):
        return Fault(trail, f"{name} is {_typed(given)}", "the fields id, type and others", "`{id: …, type: …}`")
    kind, trail = given.get("type"), (*trail, "type")
    if kind is None:
        state = "empty" if "type" in given else "missing"
        return Fault(trail, f"`type` of {name} is {state}", expected, f"a line `type: {types[0]}`")
    found = near(str(kind).lower(), types)
    hint = f"`{found[0]}`" if found else "the one of these that comes nearest"
    return Fault(trail, f"`type` of {name} is {shown(kind)}", expected, hint)


def _record(trail: Trail, name: str, model: type[BaseModel], given: object) -> Fault:
    fields = fields_at(model, trail)
    if not trail:
        return Fault(
            trail,
            f"{name} is {_typed(given)}",
            "fields such as `id: …`",
            "`- id: …` and the other fields below",
        )
    first = f"{fields[0]}: {given}" if isinstance(given, str) and len(given) <= 30 else f"{fields[0]}: …"
    return Fault(trail, f"{name} is {_typed(given)}", f"the fields {', '.join(fields)}", f"`{{{first}}}`")


def _typed(given: object) -> str:
    if isinstance(given, bool):
        return f"{shown(given)}, which YAML reads as true or false"
    if isinstance(given, int | float):
        return f"{shown(given)}, which YAML reads as a number"
    if isinstance(given, dict):
        return "a mapping of fields"
    return "a list" if isinstance(given, list) else "empty" if given is None else f"the text {shown(given)}"


def _retyped(kind: str, model: type[BaseModel], trail: Trail, given: object) -> str:
    name = plain(trail)[-1] if trail else ""
    if kind == "dict_type":
        return f"`{name}: {{name: value}}`"
    if kind == "string_type":
        if isinstance(given, bool | int | float):
            return f"to put it in quotes: {json.dumps(str(given).lower())}"
        return "one text, or quotes around text that begins with [ or {, or holds a colon"
    if kind == "tuple_type":
        is_word = isinstance(given, str) and len(given) <= 30
        entry = f"{{{fields[0]}: {given}}}" if (fields := fields_at(model, trail)) else given
        if isinstance(name, int):
            return f"`- [{given}]`" if is_word else "`- [ … ]`"
        return f"`{name}: [{entry}]`" if is_word else "a line `- …` for each entry"
    if kind == "bool_type":
        return f"`{name}: true` without quotes, or deleting the line"
    return "the number alone, without quotes"


def _bounded(kind: str, trail: Trail, name: str, given: Any, facts: Mapping[str, Any]) -> Fault | None:
    if kind in ("greater_than_equal", "less_than_equal"):
        if trail[-1] == "cswe":
            return Fault(trail, f"{name} is {shown(given)}", "a number from 1 to 9", "the number in the CSWE 2022 list")
        bound = f"{facts['ge']} or more" if "ge" in facts else f"at most {facts['le']}"
        return Fault(trail, f"{name} is {shown(given)}", bound, "a number within the bounds")
    if kind == "too_short":
        return Fault(trail, f"{name} is an empty list", "at least one entry", "a line `- …` under it")
    if kind == "too_long":
        return Fault(trail, f"{name} has {len(given)} entries", f"at most {facts['max_length']}", "leaving some out")
    if kind == "string_too_long":
        most = f"at most {facts['max_length']} characters"
        return Fault(trail, f"{name} has {len(given)} characters", most, "a shorter form")
    return None


def _label(trail: Trail, data: Any) -> str:
    """Return the words for a value: `rationale` of option `b`."""
    trail = plain(trail)
    entry, list_end = "", 0
    value = data
    for end, step in enumerate(trail, 1):
        inside = (isinstance(value, dict) and step in value) or (isinstance(value, list) and isinstance(step, int))
        value = value[step] if inside else None
        if isinstance(step, int):
            concept = _ENTRIES.get(str(trail[end - 2]), "entry") if end > 1 else "entry"
            name = value.get("id") if isinstance(value, dict) else None
            entry = f"{concept} {shown(name) if isinstance(name, str) and name else step + 1}"
            list_end = end
    if not trail:
        return "the entry"
    if list_end == len(trail):
        return entry
    return f"`{trail[-1]}` of {entry}" if entry else f"`{trail[-1]}`"


def _described(model: type[BaseModel], trail: Trail) -> str:
    if not trail or isinstance(trail[-1], int):
        fields = fields_at(model, trail)
        return f"the fields {', '.join(fields)}" if trail and fields else "fields such as `id: …`" if fields else "text"
    holder = model_at(model, trail[:-1])
    field = holder.model_fields.get(str(trail[-1])) if holder else None
    return (field.description if field else None) or "text"
