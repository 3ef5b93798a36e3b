"""Rules that tie several fields of a question or course together.

They read plain data and pass over what is missing or of the wrong type, so that the author of a question with
a misspelt field hears about its second key in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from groupwork.bank.errors import Fault, Trail
from groupwork.bank.practice_rules import PRACTICE_RULES
from groupwork.bank.rows import Plain, Row, alike, repeated_ids, rows
from groupwork.bank.text import folded, shown

COUNTS: dict[str, dict[str, tuple[int, int]]] = {
    "choice": {"options": (2, 5)},
    "multi": {"options": (3, 10)},
    "order": {"items": (3, 10)},
    "match": {"pairs": (2, 20)},
    "cloze": {"gaps": (1, 20)},
    "transcript": {"tags": (2, 8), "turns": (3, 60)},
    "compose": {"cards": (6, 14), "rules": (2, 10)},
    "rate": {"responses": (3, 6)},
    "reflect": {"rubric": (1, 8)},
}
"""How many parts a question of a kind has: for each field of parts, at least and at most."""

CONCEPTS = {
    "options": "option",
    "items": "item",
    "gaps": "gap",
    "tags": "tag",
    "turns": "turn",
    "cards": "card",
    "rules": "rule",
    "responses": "response",
    "rubric": "criterion",
}
"""The parts whose ids differ within a question, and what one of them is called."""

_MARKER = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def question_faults(question: Plain) -> list[Fault]:
    """Return what is wrong between the fields of a question."""
    return [fault for rule in _QUESTION_RULES for fault in rule(question)]


def course_faults(course: Plain) -> list[Fault]:
    """Return what is wrong between the modules and objectives of a course."""
    modules = rows(course, "modules")
    faults = list(repeated_ids(modules, "module"))
    objectives: list[Row] = []
    for trail, module in modules:
        slug = module.get("id")
        for below, objective in rows(module, "objectives"):
            objectives.append(((*trail, *below), objective))
            name = objective.get("id")
            if isinstance(name, str) and isinstance(slug, str) and not name.startswith(f"{slug}."):
                what = f"objective {shown(name)} stands in module `{slug}`"
                hint = f"`{slug}.{name.split('.')[-1]}`"
                faults.append(Fault((*trail, *below, "id"), what, f"an id that begins with `{slug}.`", hint))
    return [*faults, *repeated_ids(objectives, "objective")]


def _identity(question: Plain) -> Iterator[Fault]:
    name, objective = question.get("id"), question.get("objective")
    if isinstance(name, str) and isinstance(objective, str) and "." in objective:
        module = objective.split(".")[0]
        if re.fullmatch(r"[a-z][a-z-]*-[0-9]{3}", name) and name[:-4] != module:
            what = f"the id {shown(name)} does not name the module of its objective {shown(objective)}"
            yield Fault(("id",), what, f"`{module}-` and three digits", f"`{module}-{name[-3:]}` if that id is free")
    if isinstance(name, str) and question.get("replaces") == name:
        yield Fault(("replaces",), "the question replaces itself", "the id of the older question", "a new `id` here")


def _vignette(question: Plain) -> Iterator[Fault]:
    level, has = question.get("level"), "vignette" in question and question["vignette"] is not None
    if level in ("application", "reasoning") and not has:
        what = f"a question at the level {level} has no `vignette`"
        yield Fault(("vignette",), what, "a scene of 25–90 words", "`vignette: >-` and the scene, or `level: recall`")
    if level == "recall" and has:
        what = "a recall question has a `vignette`"
        yield Fault(("vignette",), what, "no vignette", "`level: application`, or deleting the vignette")


def _counts(question: Plain) -> Iterator[Fault]:
    kind = question.get("kind")
    for field, (least, most) in COUNTS[kind].items() if isinstance(kind, str) and kind in COUNTS else ():
        parts = question.get(field)
        if not isinstance(parts, list | tuple) or least <= len(parts) <= most:
            continue
        hint = f"another `- id:` under `{field}`" if len(parts) < least else "leaving out the weakest, or two questions"
        noun = CONCEPTS.get(field, field[:-1]) if len(parts) == 1 else "criteria" if field == "rubric" else field
        what = f"{'an' if kind == 'order' else 'a'} {kind} question has {len(parts)} {noun}"
        yield Fault((field,), what, f"{least} to {most}", hint)


def _ids(question: Plain) -> Iterator[Fault]:
    for field, concept in CONCEPTS.items():
        yield from repeated_ids(rows(question, field), concept)
    yield from repeated_ids(rows(question, "pairs") + rows(question, "extra"), "pair")


def _keys(question: Plain) -> Iterator[Fault]:
    kind, options = question.get("kind"), rows(question, "options")
    marks = [option.get("correct", False) for _, option in options]
    if kind not in ("choice", "multi") or not options or not all(isinstance(mark, bool) for mark in marks):
        return
    right = sum(marks)
    what = f"{right or 'no'} option{'s are' if right > 1 else ' is'} marked correct"
    if kind == "choice" and right != 1:
        hint = "`correct: true` on the best one" if not right else "`kind: multi`, or one key and a rationale for each"
        yield Fault(("options",), what, "exactly one", hint)
    elif kind == "multi" and right < 2:
        yield Fault(
            ("options",),
            what,
            "two or more in a multi question",
            "`correct: true` on each key, or `kind: choice`",
        )
    elif kind == "multi" and right == len(options):
        yield Fault(
            ("options",),
            "every option is marked correct",
            "at least one that is not",
            "an option that tempts",
        )


def _misconceptions(question: Plain) -> Iterator[Fault]:
    for trail, option in rows(question, "options"):
        has, mark = (
            "misconception" in option and option["misconception"] is not None,
            option.get("correct", False),
        )
        name = f"option {shown(option.get('id', trail[-1]))}"
        if mark is False and not has:
            what, hint = (
                f"{name} is not correct and has no `misconception`",
                "`misconception: …` under its rationale",
            )
            yield Fault((*trail, "misconception"), what, "the mistaken idea that makes it look right", hint)
        elif mark is True and has:
            what, hint = (
                f"{name} is correct and has a `misconception`",
                "deleting it, or `correct: true` elsewhere",
            )
            yield Fault((*trail, "misconception"), what, "none on a correct option", hint)


def _texts(question: Plain) -> Iterator[Fault]:
    """Refuse texts that no reader could tell apart where the grade depends on telling them apart."""
    items, pairs, extra = (rows(question, field) for field in ("items", "pairs", "extra"))
    yield from alike(items, "text", "item", "items that can be put in one order only")
    yield from alike(pairs, "left", "left side", "lines that differ")
    rights: dict[str, str] = {}
    for trail, pair in pairs:
        text = pair.get("right")
        if isinstance(text, str) and rights.setdefault(folded(text), text.strip()) != text.strip():
            first = rights[folded(text)]
            what = f"the right sides {shown(first)} and {shown(text)} differ only in case or punctuation"
            yield Fault(
                (*trail, "right"),
                what,
                "the same text where the same thing is meant",
                f"writing {shown(first)}",
            )
    for trail, part in extra:
        text = part.get("text")
        if isinstance(text, str) and folded(text) in rights:
            what = f"the extra {shown(text)} is also the right side of a pair"
            yield Fault((*trail, "text"), what, "a text that fits no left side", "another text, or deleting the extra")
    yield from alike(extra, "text", "extra", "extras that differ")
    if len(pairs) > 1 and len(rights) == 1 and not extra:
        yield Fault(("pairs",), "all pairs have the same right side", "at least two to choose from", "an `extra:`")


def _gaps(question: Plain) -> Iterator[Fault]:
    text, gaps = question.get("text"), rows(question, "gaps")
    if (
        question.get("kind") != "cloze"
        or not isinstance(text, str)
        or not isinstance(question.get("gaps"), list | tuple)
    ):
        return
    markers = _MARKER.findall(text)
    rest = _MARKER.sub("", text)
    if "[[" in rest or "]]" in rest:
        yield Fault(("text",), "a gap in the text is not closed", "`[[1]]`, `[[2]]` …", "two brackets on each side")
    names = {str(gap.get("id")) for _, gap in gaps}
    for marker in sorted(set(markers)):
        if markers.count(marker) > 1:
            what = f"the text holds `[[{marker}]]` {markers.count(marker)} times"
            yield Fault(("text",), what, "each gap once", "a new number for the second, and a gap with that id")
        if marker not in names:
            what = f"the text holds `[[{marker}]]`, and no gap has the id `{marker}`"
            yield Fault(("text",), what, "one entry in `gaps` for each marker", f'`- id: "{marker}"` under `gaps`')
    for trail, gap in gaps:
        if "id" in gap and str(gap["id"]) not in markers:
            what = f"gap {shown(gap['id'])} does not stand in the text"
            yield Fault((*trail, "id"), what, f"`[[{gap['id']}]]` in `text`", "putting it where the gap belongs")
        yield from _accepted(trail, gap)


def _accepted(trail: Trail, gap: Plain) -> Iterator[Fault]:
    forms = gap.get("accept")
    seen: set[str] = set()
    for position, form in enumerate(forms if isinstance(forms, list | tuple) else ()):
        if isinstance(form, str):
            plain = " ".join(form.casefold().split())
            if plain in seen:
                what = f"gap {shown(gap.get('id'))} accepts {shown(form)} twice; capital letters do not count"
                yield Fault((*trail, "accept", position), what, "each form once", "deleting one")
            seen.add(plain)


_QUESTION_RULES: tuple[Callable[[Plain], Iterator[Fault]], ...] = (
    _identity,
    _vignette,
    _counts,
    _ids,
    _keys,
    _misconceptions,
    _texts,
    _gaps,
    *PRACTICE_RULES,
)
