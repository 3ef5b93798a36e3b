"""Questions and quizzes as accessible HTML: one template per kind, used by the site and the widgets alike."""

from groupwork.render.blueprint import render_blueprint
from groupwork.render.html import STATIC, Links, render_question, render_quiz, render_scenario
from groupwork.render.map import render_map
from groupwork.render.references import apa, cite

__all__ = [
    "STATIC",
    "Links",
    "apa",
    "cite",
    "render_blueprint",
    "render_map",
    "render_question",
    "render_quiz",
    "render_scenario",
]
