"""JSON Schemas of the bank's files, for editors: made from the models, kept beside the files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from groupwork.bank.corrections import Correction
from groupwork.bank.exam import ExamProfile
from groupwork.bank.model import Course, Question, Term
from groupwork.bank.scenario import Scenario
from groupwork.bank.timeline import Event

FOLDER = "quizzes/schema"
_TYPES: dict[str, tuple[Any, str]] = {
    "course": (Course, "The course: modules and objectives"),
    "questions": (list[Question], "A file of questions"),
    "scenario": (Scenario, "A scenario"),
    "glossary": (list[Term], "The glossary"),
    "timeline": (list[Event], "The timeline"),
    "corrections": (list[Correction], "The corrections"),
    "exam": (ExamProfile, "The profile of the examination"),
}


class _Generator(GenerateJsonSchema):
    """Write optional fields as fields that may be left out, not as fields that may be null; no titles."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def file_name(name: str) -> str:
    """Return the name of the file for one of the schemas."""
    return f"{name}.schema.json"


def texts() -> dict[str, str]:
    """Return the text of every schema file, by file name."""
    return {file_name(name): _text(kind, title) for name, (kind, title) in _TYPES.items()}


def write(root: Path) -> list[Path]:
    """Write the schema files of a project and return their paths."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in texts().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        written.append(folder / name)
    return written


def stale(root: Path) -> list[str]:
    """Return the names of the schema files that are missing or differ from the models."""
    folder = root / FOLDER
    return [
        name
        for name, text in texts().items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]


def _text(kind: Any, title: str) -> str:
    schema = TypeAdapter(kind).json_schema(schema_generator=_Generator)
    head = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$comment": "Made from the models by `groupwork schema`; change those instead.",
    }
    return json.dumps({**head, **schema, "title": title}, ensure_ascii=False, indent=2) + "\n"
