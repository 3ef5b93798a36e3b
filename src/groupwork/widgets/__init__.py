"""Questions, quizzes and explorable figures for notebooks: live in Jupyter, complete on the static site."""

from groupwork.widgets.exploring import explore
from groupwork.widgets.question import Question, Quiz
from groupwork.widgets.scenario import Scenario

__all__ = ["Question", "Quiz", "Scenario", "explore"]
