"""Questions as Jupyter widgets: the site's HTML and script, graded by the checker in the kernel."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from groupwork import web
from groupwork.checker import grade, shuffle
from groupwork.render import render_question, render_quiz
from groupwork.widgets.place import NotebookLinks, bank, in_browser, is_static

if TYPE_CHECKING:
    from groupwork.bank import BaseQuestion

_DIST = Path(web.__file__).parent / "dist"
_numbers = count(1)


class _Graded(anywidget.AnyWidget):
    """Questions that the kernel grades as soon as `responses` changes.

    `responses` and `results` map question ids to what the checker takes and returns; `orders` holds the order in
    which the parts of a question appear at the next try. `recorded` tells the front end to keep answers in the
    learner's record, as a page of the course does.
    """

    _esm = _DIST / "widget.js"
    _css = _DIST / "widget.css"
    html = traitlets.Unicode().tag(sync=True)
    responses = traitlets.Dict().tag(sync=True)
    results = traitlets.Dict().tag(sync=True)
    orders = traitlets.Dict().tag(sync=True)
    recorded = traitlets.Bool(False).tag(sync=True)

    def __init__(self, questions: list[BaseQuestion], html: str) -> None:
        self._keys = {question.id: question.key() for question in questions}
        super().__init__(html=html, recorded=in_browser())

    @traitlets.observe("responses")
    def _grade(self, change: Any) -> None:
        before = change["old"] or {}
        changed = {
            name: response
            for name, response in change["new"].items()
            if name in self._keys and (name not in self.results or before.get(name) != response)
        }
        if changed:
            self.orders = {**self.orders, **{name: self._next_order(name) for name in changed}}
            graded = {name: grade(self._keys[name], response) for name, response in changed.items()}
            self.results = {**self.results, **graded}

    def _next_order(self, name: str) -> list[str]:
        key = self._keys[name]
        parts = key.get("options") or key.get("items") or key.get("pairs") or []
        ids = [part["id"] for part in parts]
        return shuffle(ids, f"{name}:{next(_numbers)}")

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Give a page the question itself: the site's own script and checker then serve it, not a dead widget."""
        if is_static():
            return {"text/html": self.html}, {}
        return super()._repr_mimebundle_(**options)


class Question(_Graded):
    """One question of the bank by id: `Question("stages-001")`.

    `response` and `result` hold what the learner last gave and how it was graded, or None.
    Raises `UnknownIdError`, with the nearest ids, if there is none.
    """

    def __init__(self, question: str) -> None:
        found = bank().question(question)
        self._id = found.id
        super().__init__([found], render_question(found, f"nb{next(_numbers)}", NotebookLinks()))

    @property
    def response(self) -> Any:
        return self.responses.get(self._id)

    @response.setter
    def response(self, value: Any) -> None:
        self.responses = {self._id: value}

    @property
    def result(self) -> dict[str, Any] | None:
        return self.results.get(self._id)


class Quiz(_Graded):
    """Questions drawn from a module, or named one by one.

    `Quiz("stages", count=5, seed=3, level="application")` draws with the checker's form assembly, so the same words
    give the same questions as on the site; `Quiz(["stages-001", "stages-007"])` takes just these.
    """

    def __init__(
        self, questions: str | list[str], *, count: int = 5, seed: int | str = 1, title: str = "Quiz", **filters: Any
    ) -> None:
        if isinstance(questions, str):
            questions = bank().form(questions, count, seed, filters)
        found = [bank().question(name) for name in questions]
        self.ids = [question.id for question in found]
        super().__init__(found, render_quiz(found, f"nb{next(_numbers)}", NotebookLinks(), title=title, heading=3))

    @property
    def score(self) -> tuple[int, int]:
        """Return how many questions are answered right, and how many are answered."""
        return sum(result["correct"] for result in self.results.values()), len(self.results)
