"""How is one of the three documents of an initiative made for a unit?"""

from __future__ import annotations

from datetime import date

from avstamp.domain.documents import Document
from avstamp.domain.facts.unit import Unit
from avstamp.factbase import FactBase
from avstamp.library.initiative.invitation import build_invitation
from avstamp.library.initiative.memo import build_memo
from avstamp.library.initiative.own_figures import EconomyAhead, own_figures
from avstamp.library.initiative.request import DocumentKind, Initiative
from avstamp.library.initiative.tjansteskrivelse import build_tjansteskrivelse


def build_initiative(
    fact_base: FactBase,
    unit: Unit,
    kind: DocumentKind,
    initiative: Initiative,
    *,
    today: date,
    economy: EconomyAhead | None = None,
) -> Document:
    """One document of an initiative, on a given day.

    Args: `economy` the economy ahead, which the caller computes (see `economy_ahead`); without it nothing is said
        of it. The invitation has no figures and does not need it.
    """
    if kind is DocumentKind.INVITATION:
        return build_invitation(unit, initiative.plan, today=today)
    figures = own_figures(fact_base, unit, today=today, economy=economy)
    build = build_memo if kind is DocumentKind.MEMO else build_tjansteskrivelse
    return build(unit, initiative, figures, today=today)
