"""Scenarios as a Jupyter widget: the site's HTML and script, with the scenario core in the kernel."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from groupwork import web
from groupwork.checker import debrief, start, step, view
from groupwork.render import render_scenario
from groupwork.widgets.place import NotebookLinks, bank, in_browser, is_static

_DIST = Path(web.__file__).parent / "dist"
_numbers = count(1)


class Scenario(anywidget.AnyWidget):
    """One scenario of the bank by id: `Scenario("stages-first-evening")`.

    `path` holds the decisions so far as [scene, choice]; `choose` takes the next one, as a click on the page does.
    Raises `UnknownIdError`, with the nearest ids, if there is none.
    """

    _esm = _DIST / "widget.js"
    _css = _DIST / "widget.css"
    html = traitlets.Unicode().tag(sync=True)
    scenario = traitlets.Dict().tag(sync=True)
    path: traitlets.List[Any] = traitlets.List().tag(sync=True)
    views: traitlets.List[Any] = traitlets.List().tag(sync=True)
    looked_back = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    answered = traitlets.Int(0).tag(sync=True)
    recorded = traitlets.Bool(False).tag(sync=True)

    def __init__(self, scenario: str) -> None:
        found = bank().scenario(scenario)
        plain = found.as_json()
        html = render_scenario(found, f"nbs{next(_numbers)}", NotebookLinks())
        super().__init__(html=html, scenario=plain, views=[view(plain, start(plain))], recorded=in_browser())

    def choose(self, choice: str) -> dict[str, Any]:
        """Take a decision by the id of its choice (“skip” passes over a heavy scene) and return what is seen then.

        Raises ValueError, with the choices that are open, for any other id.
        """
        session = step(self.scenario, {"scenario": self.scenario["id"], "path": self.path}, choice)
        if session["problem"]:
            open_choices = ", ".join(each["id"] for each in self.view["choices"]) or "none"
            raise ValueError(f"“{choice}” cannot be chosen here – open are: {open_choices}")
        self.set_trait("path", session["path"])
        return self.view

    @property
    def view(self) -> dict[str, Any]:
        """What is seen now: the scene with its lines and choices, or the ending."""
        found: dict[str, Any] = self.views[-1]
        return found

    @property
    def debrief(self) -> dict[str, Any]:
        """The path looked back on, decision by decision."""
        return debrief(self.scenario, {"scenario": self.scenario["id"], "path": self.path})

    @traitlets.observe("path")
    def _follow(self, change: Any) -> None:
        sessions = [
            {"scenario": self.scenario["id"], "path": self.path[:length]} for length in range(len(self.path) + 1)
        ]
        self.views = [view(self.scenario, session) for session in sessions]
        self.looked_back = self.debrief if self.view["ending"] else {}

    @traitlets.observe("asked")
    def _answer(self, change: Any) -> None:
        # A choice that is not open leaves the path as it is: the front end shows the same scene again.
        with suppress(ValueError):
            self.choose(str(change["new"].get("choice")))
        self.answered = int(change["new"]["number"])

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Give a page the scenario itself: the site's own script then plays it, not a dead widget."""
        if is_static():
            return {"text/html": self.html}, {}
        return super()._repr_mimebundle_(**options)
