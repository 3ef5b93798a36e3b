"""An interactive course in social work with groups: bank, checker, site and notebook widgets.

`from groupwork import Question, Quiz, Scenario` is the whole of what a notebook needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from groupwork.widgets import Question as Question
    from groupwork.widgets import Quiz as Quiz
    from groupwork.widgets import Scenario as Scenario
    from groupwork.widgets import explore as explore

__all__ = ["Question", "Quiz", "Scenario", "explore"]


def __getattr__(name: str) -> Any:
    """Import the widgets on first use: the checker and the bank do without Jupyter."""
    if name in __all__:
        from groupwork import widgets  # noqa: PLC0415 – that is the point

        return getattr(widgets, name)
    raise AttributeError(f"module 'groupwork' has no attribute {name!r}")
