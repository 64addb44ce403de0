"""What does the report say of the year ahead, and of its own sources and methods?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from avstamp.domain.calendar.legal_dates import LegalDate
from avstamp.domain.documents import Bullets, Column, Paragraph, Section, Table
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.factbase import FactBase

FIXED_DAYS = frozenset({"election_day", "board_term_starts", "council_term_starts"})
"""Dates that something happens on; every other is the last day for something."""


def next_section(unit: Unit, dates: Sequence[LegalDate], *, today: date, horizon_days: int) -> Section:
    """The dates that the law sets in the coming year, each with its paragraph."""
    heading = Phrase("report.next")
    if not dates:
        return Section(heading, (Paragraph((Phrase("calendar.next.none", {"days": horizon_days}),)),))
    span = {"from": today, "to": today + timedelta(days=horizon_days)}
    titles = tuple(dict.fromkeys(entry.source.title for entry in dates))
    rows = tuple(
        (
            Phrase("date", {"date": entry.on}),
            entry.title,
            Verbatim(entry.paragraph),
            entry.condition or Phrase("report.next.always"),
        )
        for entry in dates
    )
    table = Table(
        caption=Phrase("report.next.caption"),
        columns=(
            Column(Phrase("report.next.date")),
            Column(Phrase("report.next.what")),
            Column(Phrase("report.next.paragraph")),
            Column(Phrase("report.next.condition")),
        ),
        rows=rows,
    )
    return Section(
        heading,
        (
            Paragraph((Phrase(f"report.next.about.{unit.kind.value}", span),)),
            table,
            Paragraph(
                (Phrase("report.next.source", {"titles": tuple(Verbatim(title) for title in titles)}),)
            ),
        ),
    )


def next_sentence(dates: Sequence[LegalDate]) -> Phrase | None:
    """The first coming date in one sentence, one without a condition if there is any."""
    chosen = next((entry for entry in dates if entry.condition is None), next(iter(dates), None))
    if chosen is None:
        return None
    key = "report.summary.next_day" if chosen.key in FIXED_DAYS else "report.summary.next"
    return Phrase(key, {"title": chosen.title, "date": chosen.on, "paragraph": chosen.paragraph})


def method_section(fact_base: FactBase, unit: Unit) -> Section:
    """Where the figures come from, what is ours, how it is counted, and how to fetch newer."""
    sources = tuple(
        Phrase(
            "report.method.source",
            {
                "publisher": origin.publisher,
                "title": origin.title,
                "terms": origin.terms.rstrip("."),
                "fetched": origin.fetched,
            },
        )
        for origin in fact_base.origins.values()
    )
    newest = Phrase("report.method.newest.about", {"year": fact_base.newest_year})
    return Section(
        Phrase("report.method"),
        (
            Section(Phrase("report.method.newest"), (Paragraph((newest,)),)),
            Section(
                Phrase("report.method.publishers"),
                (Paragraph((Phrase("report.method.publishers.about"),)),),
            ),
            Section(Phrase("report.method.own"), _own_processing(fact_base, unit)),
            Section(Phrase("report.method.sources"), (Bullets(sources),)),
        ),
    )


def _own_processing(fact_base: FactBase, unit: Unit) -> tuple[Paragraph | Bullets, ...]:
    points: list[Text] = [
        Phrase("report.method.mean", {"unit": unit.name}),
        Phrase("report.method.median"),
        Phrase("report.method.choice"),
        Phrase("report.method.missing"),
    ]
    group = fact_base.groups.similar(unit)
    if group is not None:
        names = tuple(Verbatim(fact_base.units.get(member).name) for member in group.others(unit.id))
        points.insert(0, Phrase("report.method.group", {"year": group.year or 0, "members": names}))
    return (Paragraph((Phrase("report.method.own.about"),)), Bullets(tuple(points)))
