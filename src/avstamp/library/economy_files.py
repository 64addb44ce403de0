"""What does the economy of a municipality become as a file?"""

from __future__ import annotations

import math

from avstamp.library.economy_outlook import EconomyOutlook
from avstamp.renderers.xlsx.economy import EconomyBook, render_economy


def economy_xlsx(outlook: EconomyOutlook, scenario: str, *, language: str = "sv") -> bytes:
    """The certain path of one scenario as a spreadsheet with live formulas."""
    chosen = next(one for one in outlook.answers if one.scenario.key == scenario)
    return render_economy(
        EconomyBook(
            title=outlook.books.unit.name,
            books=outlook.books.books,
            scenario=chosen.scenario,
            guidelines=outlook.guidelines,
            population=math.expm1(outlook.trend.population),
            need=math.expm1(outlook.trend.need),
            years=len(chosen.ledger),
        ),
        language=language,
    )
