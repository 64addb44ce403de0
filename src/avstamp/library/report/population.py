"""What does a report say of the population ahead, and of what it asks for?"""

from __future__ import annotations

from avstamp.domain.documents import Bullets, Note, Paragraph, Section
from avstamp.domain.documents.tree import Block
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.population import TOTAL
from avstamp.domain.values import Phrase
from avstamp.factbase import FactBase
from avstamp.library.need_prices import service_prices
from avstamp.library.population_kept import population_outlook
from avstamp.library.population_words import (
    answer,
    chance_words,
    fan_figure,
    fan_table,
    need_table,
    notes,
    population_sources,
    pyramid_figure,
)

YEARS, NEED_YEARS = (0, 1, 5, 10, 20), (1, 2, 3, 5, 10)


def population_sections(fact_base: FactBase, unit: Unit) -> list[Section]:
    """The population twenty years ahead with its range, and for a municipality what its ages need."""
    outlook = population_outlook(fact_base, unit)
    sources, prices = population_sources(fact_base), service_prices(fact_base, unit)
    blocks: tuple[Block, ...] = (
        Paragraph((answer(outlook, unit),)),
        fan_figure(outlook, TOTAL, sources=sources),
        pyramid_figure(outlook, sources=sources),
        fan_table(outlook, years=YEARS, sources=sources),
        Bullets(tuple(chance_words(outlook))),
        Note(notes(with_need=False)),
    )
    sections = [Section(Phrase("population.report"), blocks)]
    if prices:
        need = need_table(outlook, prices, years=NEED_YEARS, sources=sources)
        named = tuple(
            Phrase("need.price", {"service": Phrase(f"need.{price.service}"), "source": price.source})
            for price in prices
        )
        shown: tuple[Block, ...] = (need, Bullets(named), Note((Phrase("need.note"),)))
        sections.append(Section(Phrase("population.report.need"), shown))
    return sections
