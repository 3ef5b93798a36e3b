"""The check of the bank: rules on every question, blind attackers on all of them, the ledger of released ids."""

from groupwork.lint.attackers import Attack, attack
from groupwork.lint.catalogue import RULES, Rule
from groupwork.lint.checking import Report, check
from groupwork.lint.findings import Finding
from groupwork.lint.ledger import LedgerError, release

__all__ = ["RULES", "Attack", "Finding", "LedgerError", "Report", "Rule", "attack", "check", "release"]
