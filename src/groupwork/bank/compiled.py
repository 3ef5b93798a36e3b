"""The bank as one JSON text, for places without YAML and its model: an installed wheel, Python in the browser.

What is read back answers by the same names and with the same values as the models it was made from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from groupwork.bank.bank import Bank
from groupwork.bank.references import Reference

if TYPE_CHECKING:
    from groupwork.bank.model import BaseQuestion
    from groupwork.bank.scenario import Scenario

_MAPPING = ""
"""The only key of a JSON object that stands for a mapping; all other objects are records, whose fields have names."""


def write(bank: Bank) -> str:
    """Return the bank as JSON."""
    whole = {
        "course": _packed(bank.course),
        "questions": [_question(question) for question in bank.questions.values()],
        "scenarios": [_scenario(scenario) for scenario in bank.scenarios.values()],
        "glossary": _packed(bank.glossary),
        "timeline": _packed(bank.timeline),
        "corrections": _packed(bank.corrections),
        "references": [asdict(reference) for reference in bank.references.values()],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Bank:
    """Return the bank that `write` has written; it does not know the files and lines that it came from."""
    whole = json.loads(text)
    questions = [_Question(**each) for each in whole["questions"]]
    scenarios = [_Scenario(**each) for each in whole["scenarios"]]
    references = [
        Reference(**{**each, "authors": _people(each["authors"]), "editors": _people(each["editors"])})
        for each in whole["references"]
    ]
    # The records below stand in for the models, which cannot be imported here: hence no types.
    parts: dict[str, Any] = {
        "course": _Course(whole["course"]),
        "questions": MappingProxyType({question.id: question for question in questions}),
        "scenarios": MappingProxyType({scenario.id: scenario for scenario in scenarios}),
        **{name: _unpacked(whole[name]) for name in ("glossary", "timeline", "corrections")},
    }
    works = MappingProxyType({reference.key: reference for reference in references})
    return Bank(**parts, references=works, _entries=MappingProxyType({}))


def _packed(value: Any) -> Any:
    if fields := getattr(type(value), "model_fields", None):
        return {name: _packed(getattr(value, name)) for name in fields}
    if isinstance(value, Mapping):
        return {_MAPPING: {name: _packed(each) for name, each in value.items()}}
    return [_packed(each) for each in value] if isinstance(value, tuple | list) else value


def _unpacked(value: Any) -> Any:
    if isinstance(value, dict):
        inside = value.get(_MAPPING)
        return _Record(value) if inside is None else {name: _unpacked(each) for name, each in inside.items()}
    return tuple(_unpacked(each) for each in value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    """Return packed data in the plain form that renderer and checker take."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.get(_MAPPING, value).items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _question(question: BaseQuestion) -> dict[str, Any]:
    fields, plain = _packed(question), question.as_json()
    own = {"key": question.key(), "module": question.module, "in_quizzes": question.in_quizzes}
    # Only some kinds have a plain form that is more than their fields.
    return {"fields": fields, **own, "plain": None if plain == _plain(fields) else plain}


def _scenario(scenario: Scenario) -> dict[str, Any]:
    return {"fields": _packed(scenario), "module": scenario.module}


def _people(people: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((family, initials) for family, initials in people)


class _Record:
    """A record with its fields as attributes."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.__dict__.update({name: _unpacked(value) for name, value in fields.items()})


class _Course(_Record):
    modules: tuple[Any, ...]

    @property
    def objectives(self) -> dict[str, Any]:
        return {objective.id: objective for module in self.modules for objective in module.objectives}


class _Scenario(_Record):
    id: str

    def __init__(self, fields: dict[str, Any], module: str) -> None:
        super().__init__(fields)
        self.module = module
        self._fields = fields

    def as_json(self) -> dict[str, Any]:
        plain: dict[str, Any] = _plain(self._fields)
        return plain


class _Question(_Scenario):
    def __init__(self, fields: dict[str, Any], module: str, in_quizzes: bool, key: Any, plain: Any) -> None:
        super().__init__(fields, module)
        self.in_quizzes = in_quizzes
        self._key = key
        self._own = plain

    def as_json(self) -> dict[str, Any]:
        return super().as_json() if self._own is None else dict(self._own)

    def key(self) -> dict[str, Any]:
        return dict(self._key)
