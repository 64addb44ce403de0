"""The documents with which somebody takes the initiative to a start: memo, invitation, draft report to the board."""

from avstamp.library.initiative.build import build_initiative
from avstamp.library.initiative.own_figures import EconomyAhead, economy_ahead
from avstamp.library.initiative.request import DocumentKind, Initiative, Plan, Sender, SenderRole
from avstamp.library.initiative.wording import blanks_in

__all__ = [
    "DocumentKind",
    "EconomyAhead",
    "Initiative",
    "Plan",
    "Sender",
    "SenderRole",
    "blanks_in",
    "build_initiative",
    "economy_ahead",
]
