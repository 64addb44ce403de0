"""What stands in the report of a unit's start, and in which order? The same as on its pages."""

from __future__ import annotations

from datetime import date

from avstamp.domain.documents import Bullets, Document, Note, Paragraph, Section
from avstamp.domain.documents.tree import Block
from avstamp.domain.facts.indicator import Lens
from avstamp.domain.facts.profile import Profile
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.findings.finding import Side
from avstamp.domain.values import Phrase, Text
from avstamp.factbase import FactBase
from avstamp.library.overview import HORIZON_DAYS, Overview, overview, own_indicators
from avstamp.library.profile import profile_unit
from avstamp.library.report.comparison_tables import area_sections, lens_section
from avstamp.library.report.finding_words import leading_claim
from avstamp.library.report.findings import findings_section
from avstamp.library.report.mandates import mandates_section
from avstamp.library.report.method import method_section, next_section, next_sentence
from avstamp.library.report.series import (
    economy_sentence,
    population_sentence,
    population_table,
    series_figure,
    series_table,
)

KEYWORDS = ("fakta", "jämförelse", "mandatperiod")
POSITION_LENSES = (Lens.ECONOMY, Lens.QUALITY, Lens.EXPECTATIONS)


def build_report(fact_base: FactBase, unit: Unit, *, today: date) -> Document:
    """The whole fact-based start of a municipality or region as a document, on a given day."""
    seen = overview(fact_base, unit, today=today)
    profile = profile_unit(fact_base, unit, indicators=own_indicators(fact_base, unit))
    return Document(
        title=Phrase("report.title", {"unit": unit.name}),
        subtitle=Phrase("report.subtitle", {"year": fact_base.newest_year}),
        made_on=today,
        sections=(
            _summary(seen),
            mandates_section(
                unit, seen.councils, turnout=seen.turnout, origin=fact_base.origin_of["councils"]
            ),
            _outlook(fact_base, seen, profile),
            _position(fact_base, seen, profile),
            next_section(unit, seen.next_dates, today=today, horizon_days=HORIZON_DAYS),
            method_section(fact_base, unit),
        ),
        keywords=(unit.name, *KEYWORDS),
    )


def _summary(seen: Overview) -> Section:
    points: list[Text | None] = [_council_point(seen), population_sentence(seen.population)]
    points.append(economy_sentence(seen.economy) if seen.economy else None)
    points += [leading_claim(finding) for side in Side for finding in seen.findings.leading(side)]
    points.append(next_sentence(seen.next_dates))
    return Section(
        Phrase("report.summary"), (Bullets(tuple(point for point in points if point is not None)),)
    )


def _council_point(seen: Overview) -> Phrase | None:
    if not seen.councils:
        return None
    council = seen.councils[-1]
    values = {"total": council.total, "year": council.year, "threshold": council.threshold}
    return Phrase("report.summary.mandates", values)


def _outlook(fact_base: FactBase, seen: Overview, profile: Profile) -> Section:
    # Here and not above: drivers and the population ahead take their words from this package.
    from avstamp.library.report.drivers import drivers_section
    from avstamp.library.report.population import population_sections

    blocks: list[Block] = [Paragraph((Phrase("lens.outlook.about"),))]
    sentence = population_sentence(seen.population)
    if sentence is not None:
        people = (
            Paragraph((sentence,)),
            series_figure(seen.population, with_group=False),
            population_table(seen.population),
        )
        blocks.append(Section(Phrase("report.population"), people))
    blocks += population_sections(fact_base, seen.unit)
    blocks.append(drivers_section(fact_base, seen.unit))
    blocks += area_sections(Lens.OUTLOOK, profile.figures, unit=seen.unit, origins=fact_base.origins)
    return Section(Phrase("step.outlook"), tuple(blocks))


def _position(fact_base: FactBase, seen: Overview, profile: Profile) -> Section:
    blocks: list[Block] = [
        Paragraph((Phrase("report.position.about", {"unit": seen.unit.name}),)),
        Note((Phrase("figure.caution.general"),)),
        Section(Phrase("report.economy"), _economy(seen)),
        findings_section(seen.findings),
    ]
    for lens in POSITION_LENSES:
        section = lens_section(lens, profile.figures, unit=seen.unit, origins=fact_base.origins)
        if section is not None:
            blocks.append(section)
    return Section(Phrase("step.position"), tuple(blocks))


def _economy(seen: Overview) -> tuple[Block, ...]:
    sentence = economy_sentence(seen.economy) if seen.economy else None
    if seen.economy is None or sentence is None:
        return (Paragraph((Phrase("report.economy.missing", {"unit": seen.unit.name}),)),)
    return (
        Paragraph((sentence,)),
        series_figure(seen.economy, with_group=True),
        series_table(seen.economy),
    )
