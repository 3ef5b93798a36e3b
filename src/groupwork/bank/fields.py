"""Where a trail of pydantic's leads: through the models to a field, and to the place in the data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, Tag

from groupwork.bank.errors import Trail
from groupwork.bank.parts import BRANCH

KEY = "[key]"
"""What pydantic puts at the end of a trail where the name in a mapping is wrong, not its value."""


def plain(trail: Trail) -> Trail:
    """Return a trail without what pydantic adds to those of the data."""
    return tuple(step for step in trail if step != KEY and not str(step).startswith(BRANCH))


def fields_at(model: type[BaseModel], trail: Trail) -> list[str]:
    """Return the names of the fields of the record at a trail."""
    holder = model_at(model, trail)
    return list(holder.model_fields) if holder else []


def field_at(model: type[BaseModel], trail: Trail) -> Any:
    """Return the field that a trail leads to."""
    holder = model_at(model, trail[:-1])
    assert holder is not None
    return holder.model_fields[str(trail[-1])]


def type_at(model: type[BaseModel], trail: Trail) -> Any:
    """Return the type of the field that a trail leads to or into."""
    field = max(at for at, step in enumerate(trail) if isinstance(step, str))
    return field_at(model, trail[: field + 1]).annotation


def model_at(model: type[BaseModel], trail: Trail) -> type[BaseModel] | None:
    """Return the model of the record at a trail: the field's own type, or that of its entries."""
    holder: type[BaseModel] | None = model
    branches: dict[str | None, type[BaseModel]] = {}
    for step in trail:
        if isinstance(step, str) and step.startswith(BRANCH):
            holder = branches.get(step)
        elif isinstance(step, str):
            field = holder.model_fields.get(step) if holder else None
            branches = dict(models_in(field.annotation)) if field else {}
            holder = branches.get(None)
    return holder


def models_in(annotation: Any, branch: str | None = None) -> Iterator[tuple[str | None, type[BaseModel]]]:
    """Yield the models in a field's type, each with the name of its branch if it is one of a union's."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield branch, annotation
    parts = get_args(annotation)
    branch = next((part.tag for part in parts if isinstance(part, Tag)), branch)
    for part in parts:
        yield from models_in(part, branch)
