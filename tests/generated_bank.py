"""A bank of any size that breaks no rule, for benchmarks and for tests that need many questions.

Its words mean nothing, are drawn with a seed, and are as unevenly frequent as real ones (Zipf), so that searches for
repeated text meet what they would meet in a real bank.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from groupwork.bank import BaseQuestion
from groupwork.bank.model import QUESTION_TYPES
from groupwork.lint.words import ABSOLUTES, FIELD, PREPOSITIONS, STOP, VAGUE

PER_MODULE, PER_FILE, OBJECTIVES = 900, 225, 6
KINDS = ("choice", "choice", "choice", "choice", "choice", "choice", "multi", "order", "match", "cloze")
LEVELS = ("application", "reasoning", "recall", "application", "reasoning", "application", "reasoning", "application")
QUESTIONS = ("Which reply fits BEST?", "What should she do FIRST?", "What comes NEXT for him?", "What helps MOST here?")


def vocabulary(size: int = 6000, seed: int = 0) -> list[str]:
    """Return words of one or two syllables that no rule looks for."""
    starts = "b br c cl d dr f fl g gr h j k l m n p pl qu r s sl st t tr v w".split()
    ends = "b ck d ft g lk ll m mp n nd nk nt p r rd rk rn rt sk st t th".split()
    one = [start + vowel + end for start in starts for vowel in "aeiou" for end in ends]
    two = [first[:-1] + second for first, second in zip(one, reversed(one), strict=True)]
    words = sorted({*one, *two} - ABSOLUTES - STOP - FIELD - VAGUE - PREPOSITIONS)
    return random.Random(seed).sample(words, min(size, len(words)))


class Author:
    """Somebody who writes questions without meaning, the same ones for the same seed."""

    def __init__(self, seed: int = 0) -> None:
        self.random = random.Random(seed)
        self.words = vocabulary()
        self.weights = list(itertools.accumulate(1 / rank for rank in range(3, len(self.words) + 3)))
        # Options have words of their own, so that none of them echoes the stem of a recall question.
        self.answers = [word for word in self.words if len(word) == 5]
        self.requests = [word for word in self.words if len(word) < 5]

    def sentence(self, least: int = 6, most: int = 11) -> str:
        """Return a sentence of some words."""
        size = self.random.randint(least, most)
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=size)).capitalize() + "."

    def text(self, sentences: int) -> str:
        """Return a text of some sentences."""
        return " ".join(self.sentence() for _ in range(sentences))

    def options(self, count: int = 3) -> list[str]:
        """Return options of about equal length, some with an extra word, two of them often with a word in common."""
        words = self.random.sample(self.answers, 7 * count)
        rows = [words[7 * place : 7 * place + self.random.choice((6, 7))] for place in range(count)]
        one, other = self.random.sample(rows, 2)
        if self.random.random() < 0.5:
            other[0] = one[0]
        return [" ".join(row).capitalize() for row in rows]

    def question(self, number: int, module: str = "stages") -> dict[str, Any]:
        """Return the fields of a question; its number decides kind, level and objective."""
        level, kind = LEVELS[number % len(LEVELS)], KINDS[number % len(KINDS)]
        objective = f"{module}.{'abcdef'[number % OBJECTIVES]}"
        fields: dict[str, Any] = {
            "id": f"{module}-{number % 1000:03}",
            "kind": kind,
            "status": "active",
            "objective": objective,
            "level": level,
            "phase": ("planning", "beginning", "middle", "ending")[number % 4],
            "cswe": 1 + number % 9,
            "aswb": "assessment-and-planning",
            "taught": "stages/page.md#anchor",
            "sources": [{"ref": "garland1965"}],
            "clone_group": f"{objective.replace('.', '-')}-{number % PER_MODULE // (2 * OBJECTIVES)}",
        }
        if level != "recall":
            fields["vignette"] = self.text(6)
        request = f"{' '.join(self.random.sample(self.requests, 6)).capitalize()}. " if level == "recall" else ""
        fields["stem"] = request + (self.random.choice(QUESTIONS) if kind in ("choice", "multi") else "Fill this in.")
        return {**fields, **getattr(self, f"_{kind}")()}

    def _choice(self, keys: int = 1, count: int = 3) -> dict[str, Any]:
        right = set(self.random.sample(range(count), keys))
        options = []
        for place, text in enumerate(self.options(count)):
            option = {"id": "abcde"[place], "text": text, "rationale": self.text(3)}
            options.append({**option, **({"correct": True} if place in right else {"misconception": self.sentence()})})
        return {"options": options}

    def _multi(self) -> dict[str, Any]:
        return self._choice(keys=2, count=4)

    def _order(self) -> dict[str, Any]:
        return {"items": [{"id": name, "text": self.sentence(), "rationale": self.text(3)} for name in "abcd"]}

    def _match(self) -> dict[str, Any]:
        return {
            "pairs": [
                {"id": name, "left": self.sentence(), "right": self.sentence(), "rationale": self.text(3)}
                for name in "abcd"
            ]
        }

    def _cloze(self) -> dict[str, Any]:
        gap = {"id": "1", "accept": self.random.sample(self.words, 2), "rationale": self.text(3)}
        return {"text": f"{self.sentence()} {self.sentence()} Then [[1]].", "gaps": [gap]}


def question(fields: dict[str, Any]) -> BaseQuestion:
    """Return the question that these fields describe."""
    return QUESTION_TYPES[fields["kind"]].model_validate(fields)


def choices(count: int, seed: int = 0, module: str = "stages") -> Iterator[dict[str, Any]]:
    """Return the fields of choice questions alone."""
    author = Author(seed)
    for number in range(count):
        fields = author.question(10 * number, module)  # every tenth is a choice question
        yield {**fields, "id": f"{module}-{number % 1000:03}"}


def write(root: Path, count: int, seed: int = 0) -> Path:
    """Write a bank with this many questions below a folder, and return the folder."""
    author = Author(seed)
    names = [f"module-{chr(97 + place)}" for place in range(max(2, -(-count // PER_MODULE)))]
    sizes = [count // len(names) + (place < count % len(names)) for place in range(len(names))]
    (root / "docs/stages").mkdir(parents=True, exist_ok=True)
    (root / "docs/stages/page.md").write_text("# Page\n", encoding="utf-8")
    (root / "docs/references.bib").write_text("@book{garland1965,\n  title = {A model}\n}\n", encoding="utf-8")
    modules = []
    for name, size in zip(names, sizes, strict=True):
        objectives = [{"id": f"{name}.{letter}", "text": "Tell them apart.", "cswe": 7} for letter in "abcdef"]
        modules.append({"id": name, "title": name, "summary": "Words.", "objectives": objectives})
        folder = root / "quizzes" / name
        folder.mkdir(parents=True, exist_ok=True)
        for part, start in enumerate(range(0, size, PER_FILE)):
            rows = [author.question(number, name) for number in range(start, min(start + PER_FILE, size))]
            dump(folder / f"questions-{part}.yml", rows)
    dump(root / "quizzes/course.yml", {"title": "Course", "modules": modules})
    return root


def dump(path: Path, data: Any) -> None:
    """Write data as people write it, in lines."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, width=110)
    path.write_text(text, encoding="utf-8")
