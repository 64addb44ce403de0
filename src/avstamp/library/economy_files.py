"""What does the economy of a municipality become as a file?"""

from __future__ import annotations

from avstamp.domain.values import Phrase, Verbatim
from avstamp.library.economy_outlook import EconomyOutlook, ScenarioAnswer
from avstamp.renderers.xlsx.economy import EconomyBook, render_economy


def economy_xlsx(
    outlook: EconomyOutlook, chosen: ScenarioAnswer, *, accounts: str | None = None, language: str = "sv"
) -> bytes:
    """The certain path of one scenario as a spreadsheet with live formulas; `accounts` whose own accounts it rests on.

    None says that they are those of the fact base.
    """
    year = {"year": str(outlook.books.books.year)}
    people, need = outlook.population.line
    said = (
        Phrase("economy.given.accounts", year)
        if accounts is None
        else Phrase("economy.given.own_accounts", {**year, "source": Verbatim(accounts)})
    )
    return render_economy(
        EconomyBook(
            title=outlook.books.unit.name,
            books=outlook.books.books,
            scenario=chosen.scenario,
            guidelines=outlook.guidelines,
            population=people,
            need=need,
            accounts=said,
        ),
        language=language,
    )
