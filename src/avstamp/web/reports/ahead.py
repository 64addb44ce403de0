"""What does the worker compute for a document of an initiative? It is loaded there alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avstamp.domain.facts.unit import Unit

if TYPE_CHECKING:
    from avstamp.library.initiative.own_figures import EconomyAhead


def ahead(unit: Unit) -> EconomyAhead | None:
    """How a municipality's economy holds as things go now; None for a region."""
    from avstamp.library.facts import open_fact_base
    from avstamp.library.initiative import economy_ahead

    return economy_ahead(open_fact_base(), unit)
