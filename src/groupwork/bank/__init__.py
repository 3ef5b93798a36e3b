"""The bank of questions and scenarios: YAML that people write, read into a typed model for the rest of the project.

What is named here is imported on first use, so that a bank that was compiled is read without pydantic and YAML.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from groupwork.bank.bank import Bank
    from groupwork.bank.corrections import Correction
    from groupwork.bank.errors import BankError, InvalidBankError, Problem, UnknownIdError
    from groupwork.bank.loading import load
    from groupwork.bank.model import (
        BaseQuestion,
        Card,
        ChoiceQuestion,
        ClozeQuestion,
        ComposeQuestion,
        Course,
        Criterion,
        Extra,
        Gap,
        Item,
        MatchQuestion,
        Module,
        MultiQuestion,
        Objective,
        Option,
        OrderQuestion,
        Pair,
        Question,
        RateQuestion,
        ReflectQuestion,
        Response,
        Rule,
        Source,
        Tag,
        Term,
        TranscriptQuestion,
        Turn,
        Waiver,
    )
    from groupwork.bank.scenario import Choice, Condition, Ending, Line, Member, Scenario, Scene
    from groupwork.bank.timeline import Event

__all__ = [
    "Bank",
    "BankError",
    "BaseQuestion",
    "Card",
    "Choice",
    "ChoiceQuestion",
    "ClozeQuestion",
    "ComposeQuestion",
    "Condition",
    "Correction",
    "Course",
    "Criterion",
    "Ending",
    "Event",
    "Extra",
    "Gap",
    "InvalidBankError",
    "Item",
    "Line",
    "MatchQuestion",
    "Member",
    "Module",
    "MultiQuestion",
    "Objective",
    "Option",
    "OrderQuestion",
    "Pair",
    "Problem",
    "Question",
    "RateQuestion",
    "ReflectQuestion",
    "Response",
    "Rule",
    "Scenario",
    "Scene",
    "Source",
    "Tag",
    "Term",
    "TranscriptQuestion",
    "Turn",
    "UnknownIdError",
    "Waiver",
    "load",
]

_HOMES = ("errors", "bank", "model", "scenario", "timeline", "corrections", "loading")
"""The modules that own these names, from light to heavy: each is imported only if those before it lack the name."""


def __getattr__(name: str) -> Any:
    if name in __all__:
        for home in _HOMES:
            found = getattr(import_module(f"{__name__}.{home}"), name, None)
            if found is not None:
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
