"""Which files can the population ahead be taken along as?"""

from __future__ import annotations

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.population import PopulationOutlook
from avstamp.domain.outlook.population.outlook import GROUPS
from avstamp.domain.values import Phrase, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.csv_files import table_csv
from avstamp.library.need_prices import ServicePrice
from avstamp.library.population_words import (
    fan_table,
    need_table,
    notes,
    population_sources,
    pyramid_table,
)
from avstamp.renderers.xlsx import Sheet, render_xlsx


def population_csv(fact_base: FactBase, outlook: PopulationOutlook, *, language: str) -> str:
    """Every age group and year with its range: semicolons, the language's decimal sign, notes and sources last."""
    sources = population_sources(fact_base)
    return table_csv(
        fan_table(outlook, GROUPS, sources=sources),
        notes(with_need=False),
        terms="",
        language=language,
    )


def population_xlsx(
    fact_base: FactBase,
    unit: Unit,
    outlook: PopulationOutlook,
    prices: list[ServicePrice],
    *,
    language: str,
) -> bytes:
    """The range by age and year, the pyramid and the need as a spreadsheet, and a sheet that says what they are."""
    sources = population_sources(fact_base)
    sheets = [
        Sheet(Phrase("population.file.range"), fan_table(outlook, GROUPS, sources=sources)),
        Sheet(Phrase("population.file.pyramid"), pyramid_table(outlook, sources=sources)),
    ]
    if prices:
        every_year = range(1, len(outlook.years))
        need = need_table(outlook, prices, years=every_year, sources=sources)
        sheets.append(Sheet(Phrase("population.file.need"), need))
    return render_xlsx(
        sheets,
        title=Phrase("population.file.title", {"unit": Verbatim(unit.name)}),
        about=Phrase("figure.file.source"),
        notes=[*notes(with_need=bool(prices)), *(price.source for price in prices)],
        language=language,
    )
