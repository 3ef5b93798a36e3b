"""How long a lesson is and how hard it reads: its prose, without questions, drawings, citations and lists of works."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from groupwork.bank import Bank
from groupwork.lint import prose

WORDS_A_MINUTE = 200
MINUTES_A_QUESTION = 1.5
"""Estimates for adults who read with care, reasons included; nobody has measured them with readers of the course."""

LESSON = "\n## In this lesson\n"
"""The heading by which a page of a module is known to be a lesson."""

# These blocks hold no prose of the lesson; the others, such as voices, are read.
_SILENT = re.compile(
    r"^/// (?:question|quiz|scenario|map|objectives|figure|references|timeline|misconceptions)\b.*?^///$",
    re.MULTILINE | re.DOTALL,
)
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LINE = re.compile(r"^(?:///.*|#+ .*|\|.*|<!--.*-->)$", re.MULTILINE)
_CITATION = re.compile(r" ?\[-?@[^\]]*\]")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)(?:\{[^}]*\})?")
_LEAD = re.compile(r"^\s*(?:[-*]|\d+\.) +", re.MULTILINE)
_MARKS = re.compile(r"\*\*|\*|`")


@dataclass(frozen=True)
class Reading:
    """One lesson measured: `sentence` is the mean number of words, `grade` the Flesch–Kincaid school grade."""

    page: str
    words: int
    questions: int
    sentence: float
    grade: float

    @property
    def minutes(self) -> int:
        """The time that the lesson takes, with its questions."""
        return minutes(self.words, self.questions)


def minutes(words: int, questions: int) -> int:
    """Return the minutes that so many words and questions take."""
    return max(1, round(words / WORDS_A_MINUTE + questions * MINUTES_A_QUESTION))


def prose_of(markdown: str) -> str:
    """Return the sentences of a lesson as plain text, one paragraph a line.

    Headings, tables and blocks without prose are left out; a line of a list, or of a conversation, is a paragraph.
    """
    plain = _FRONT.sub("", markdown.replace("\r\n", "\n"))
    for pattern in (_FENCE, _SILENT, _LINE, _CITATION):
        plain = pattern.sub("", plain)
    plain = _MARKS.sub("", _LEAD.sub("\n\n", _LINK.sub(r"\1", plain)))
    paragraphs = (" ".join(part.split()) for part in plain.split("\n\n"))
    return "\n".join(part for part in paragraphs if part)


def measure(page: str, markdown: str, unmeasured: frozenset[str] = frozenset()) -> Reading:
    """Measure one lesson; `unmeasured` words, such as terms that the glossary explains, do not count as hard."""
    paragraphs = prose_of(markdown).splitlines()
    sentences = [sentence for paragraph in paragraphs for sentence in prose.sentences(paragraph)]
    words = sum(map(prose.count, sentences))
    questions = len(re.findall(r"^/// question\b", markdown, re.MULTILINE))
    # Each sentence ends with a full stop here, so that the formula finds as many as there are.
    text = " ".join(f"{sentence.rstrip('.:!?…')}." for sentence in sentences)
    mean = words / len(sentences) if sentences else 0.0
    return Reading(page, words, questions, mean, prose.grade(text, unmeasured))


def lessons(bank: Bank, root: Path) -> list[Reading]:
    """Measure every lesson of the course: the pages of a module that begin with what the reader will be able to do."""
    terms = frozenset(word for term in bank.glossary for form in (term.term, *term.also) for word in prose.words(form))
    found = []
    for module in bank.course.taught:
        for path in sorted((root / "docs" / module.id).glob("*.md")):
            markdown = path.read_text(encoding="utf-8")
            if LESSON in markdown and "/// scenario" not in markdown:
                found.append(measure(f"{module.id}/{path.name}", markdown, terms))
    return found
