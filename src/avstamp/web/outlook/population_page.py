"""What stands on the page of the population ahead?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.documents import Figure, Table
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.population import PopulationOutlook
from avstamp.domain.values import Phrase, Quantity, UnitKind
from avstamp.library.facts import open_fact_base
from avstamp.library.need_prices import service_prices
from avstamp.library.own_projection import OwnProjection
from avstamp.library.population_files import population_csv, population_xlsx
from avstamp.library.population_form import PopulationForm, read_form
from avstamp.library.population_kept import population_outlook
from avstamp.library.population_words import (
    SERVICE_AGES,
    SHOWN_YEARS,
    ages,
    answer,
    chance_words,
    fan_figure,
    fan_table,
    need_table,
    people,
    population_sources,
    pyramid_figure,
    pyramid_table,
)


@dataclass(frozen=True)
class BesideRow:
    """One row of theirs beside ours, with the difference in words."""

    ages: Phrase
    year: int
    cells: Sequence[Quantity]
    verdict: Phrase


@dataclass(frozen=True)
class PopulationPage:
    """The page."""

    answer: Phrase
    base_year: int
    last_year: int
    figures: Sequence[Figure]
    pyramid: Figure
    pyramid_table: Table
    tables: Sequence[tuple[Phrase, Table]]
    chance: Sequence[Phrase]
    need: Table | None
    form: PopulationForm
    is_region: bool
    query: str
    beside_name: str = ""
    beside: Sequence[BesideRow] = ()
    refused: Sequence[object] = ()

    @property
    def wrong(self) -> list[Phrase]:
        """What is wrong with what was asked."""
        return self.form.wrong


def asked_form(unit: Unit, asked: Mapping[str, str]) -> PopulationForm:
    """What was asked of the page."""
    base = open_fact_base()
    usual = population_outlook(base, unit)
    prices = service_prices(base, unit)
    return read_form(asked, base_year=usual.base_year, years=len(usual.years) - 1, prices=prices)


def usual_outlook(unit: Unit) -> PopulationOutlook:
    """What is kept of the population ahead."""
    return population_outlook(open_fact_base(), unit)


def population_page(
    unit: Unit,
    outlook: PopulationOutlook,
    form: PopulationForm,
    *,
    query: str = "",
    beside: OwnProjection | None = None,
    refused: Sequence[object] = (),
) -> PopulationPage:
    """Everything on the page for an outlook, with a projection of somebody else's beside it where one was read."""
    sources = population_sources(open_fact_base())
    return PopulationPage(
        answer=answer(outlook, unit),
        base_year=outlook.base_year,
        last_year=outlook.years[-1],
        figures=[fan_figure(outlook, group, sources=sources, beside=beside) for group in SERVICE_AGES],
        pyramid=pyramid_figure(outlook, sources=sources),
        pyramid_table=pyramid_table(outlook),
        tables=[
            (ages(group), fan_table(outlook, [group], years=(0, *SHOWN_YEARS))) for group in SERVICE_AGES
        ],
        chance=chance_words(outlook),
        need=need_table(outlook, form.prices) if form.prices else None,
        form=form,
        is_region=unit.kind is UnitKind.REGION,
        query=query,
        beside_name=beside.name if beside else "",
        beside=_beside(outlook, beside) if beside else (),
        refused=refused,
    )


def _beside(outlook: PopulationOutlook, projection: OwnProjection) -> list[BesideRow]:
    return [
        BesideRow(
            ages(one.group),
            one.year,
            [
                *(people(value) for value in (one.theirs, one.middle, one.low, one.high)),
                Quantity(100 * (one.theirs / one.middle - 1) if one.middle else None, "%", 1, signed=True),
            ],
            Phrase(f"population.beside.{one.verdict}"),
        )
        for one in projection.beside(outlook)
    ]


def population_file(
    unit: Unit, outlook: PopulationOutlook, form: PopulationForm, *, kind: str, language: str
) -> bytes:
    """The population ahead as a file, `csv` or `xlsx`."""
    base = open_fact_base()
    if kind == "csv":
        return population_csv(base, outlook, language=language).encode()
    return population_xlsx(base, unit, outlook, list(form.prices), language=language)
