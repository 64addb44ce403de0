"""What do the unit's own figures say already, with their sources: before anyone has met?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from avstamp.domain.documents import Bullets, Citation, Column, Note, Paragraph, Section, Table
from avstamp.domain.documents.tree import Block, Cell
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.findings.finding import Finding, Objection, Side
from avstamp.domain.start.mandates import Council, minimal_winning_coalitions
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.initiative.wording import source_paragraph
from avstamp.library.overview import Overview, overview
from avstamp.library.population_kept import population_outlook
from avstamp.library.population_words import answer, population_sources
from avstamp.library.report.finding_words import lasts, leading_claim
from avstamp.library.report.findings import judged
from avstamp.library.report.series import economy_sentence, population_sentence
from avstamp.library.report.wording import cite, name_with_unit, quantity


@dataclass(frozen=True, slots=True)
class EconomyAhead:
    """In how many of a municipality's futures the balance requirement is broken in the last year, as things go now.

    `share` is per cent of the futures.
    """

    year: int
    share: float


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """A unit's figures as the documents tell them; `economy` is None where the economy ahead is not computed."""

    seen: Overview
    population_ahead: Phrase
    population_sources: tuple[Citation, ...]
    economy: EconomyAhead | None


def economy_ahead(fact_base: FactBase, unit: Unit) -> EconomyAhead | None:
    """How a municipality's economy holds to the last year of the outlook if it goes on as today; None for a region.

    A scenario has to be computed, which takes a compiler: a server has it done in its worker.
    """
    from avstamp.library.economy_outlook import LAST_YEAR, look_ahead
    from avstamp.library.municipal_books import NoEconomy

    try:
        outlook = look_ahead(fact_base, unit)
    except NoEconomy:
        return None
    as_today = next(one for one in outlook.answers if one.scenario.key == "as_today")
    return EconomyAhead(LAST_YEAR, 100 * float(as_today.futures.broken[-1]))


def own_figures(
    fact_base: FactBase, unit: Unit, *, today: date, economy: EconomyAhead | None = None
) -> OwnFigures:
    """Everything that the documents tell of a unit, on a given day."""
    return OwnFigures(
        overview(fact_base, unit, today=today),
        answer(population_outlook(fact_base, unit), unit),
        population_sources(fact_base),
        economy,
    )


def own_section(figures: OwnFigures, *, heading: str) -> Section:
    """The whole of it: population, economy, and what stands out for the better and for the worse."""
    seen = figures.seen
    intro = Phrase("initiative.figures.about", {"unit": seen.unit.name, "year": str(seen.newest_year)})
    blocks: list[Block] = [Paragraph((intro,))]
    blocks.append(Section(Phrase("initiative.figures.conditions"), _conditions(figures)))
    blocks += [Section(Phrase(f"initiative.figures.{side}"), _stand_out(seen, side)) for side in Side]
    blocks.append(Paragraph((judged(seen.findings), Phrase("initiative.figures.more"))))
    return Section(Phrase(heading), tuple(blocks))


def short_blocks(figures: OwnFigures) -> tuple[Block, ...]:
    """The same in short: one list, and its sources."""
    seen = figures.seen
    claims = [leading_claim(finding) for side in Side for finding in seen.findings.leading(side)]
    found = [finding for side in Side for finding in seen.findings.leading(side)]
    cited = [citation for finding in found for citation in cite(finding.origin, derived=True)]
    return (Bullets((*_said(figures), *claims)), source_paragraph([*_sources(figures), *cited]))


def council_sentences(council: Council | None) -> tuple[Text, ...]:
    """How large the council is and how few can decide together; nothing where its seats are not known."""
    if council is None:
        return ()
    size: dict[str, object] = {"total": council.total, "year": council.year, "threshold": council.threshold}
    largest = max(council.seats, key=lambda row: row.seats)
    if largest.seats >= council.threshold:
        fewest = Phrase("mandates.own_majority", {"party": largest.name})
    else:
        few = minimal_winning_coalitions(council, limit=0).fewest
        fewest = Phrase("mandates.fewest_parties", {"fewest": few})
    return (Phrase("report.summary.mandates", size), fewest)


def _conditions(figures: OwnFigures) -> tuple[Block, ...]:
    return (Bullets(tuple(_said(figures))), source_paragraph(_sources(figures)))


def _said(figures: OwnFigures) -> list[Text]:
    seen = figures.seen
    said: list[Text | None] = [population_sentence(seen.population), figures.population_ahead]
    said.append(economy_sentence(seen.economy) if seen.economy else None)
    if figures.economy is not None:
        ahead = {"year": str(figures.economy.year), "share": Quantity(figures.economy.share, "%", 0)}
        said.append(Phrase("initiative.figures.economy_ahead", ahead))
    return [one for one in said if one is not None]


def _sources(figures: OwnFigures) -> list[Citation]:
    cited = [*cite(figures.seen.population.origin, derived=True), *figures.population_sources]
    if figures.seen.economy is not None:
        cited += cite(figures.seen.economy.origin, derived=True)
    return cited


def _stand_out(seen: Overview, side: Side) -> tuple[Block, ...]:
    found = seen.findings.leading(side)
    if not found:
        return (Paragraph((Phrase(f"finding.none.{side.value}"),)),)
    cited = [citation for finding in found for citation in cite(finding.origin, derived=True)]
    columns = (
        Column(Phrase("figure.column.indicator")),
        Column(Phrase("figure.column.year")),
        Column(Verbatim(seen.unit.name), numeric=True),
        Column(Phrase("figure.column.median"), numeric=True),
        Column(Phrase("figure.column.place"), numeric=True),
        Column(Phrase("initiative.figures.lasts")),
    )
    caption = Phrase(f"initiative.figures.{side}.{seen.unit.kind}", {"unit": seen.unit.name})
    table = Table(caption, columns, tuple(map(_row, found)), tuple(dict.fromkeys(cited)))
    small = any(Objection.SMALL in finding.objections for finding in found)
    return (table, *([Note((Phrase("figure.caution.small"),))] if small else []))


def _row(finding: Finding) -> tuple[Cell, ...]:
    in_cells = finding.indicator.unit == "%"
    return (
        name_with_unit(finding.indicator, finding.entry),
        finding.year,
        quantity(finding.indicator, finding.value, with_unit=in_cells),
        quantity(finding.indicator, finding.median, with_unit=in_cells),
        Phrase("figure.place", {"place": finding.place, "n": finding.n}),
        lasts(finding),
    )
