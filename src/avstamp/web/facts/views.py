"""What do the addresses of one figure answer?"""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, Verbatim
from avstamp.phrases import say
from avstamp.web.facts import queries
from avstamp.web.units import with_unit

BYTE_ORDER_MARK = "\ufeff"
"""Tells a Swedish Excel that the file is UTF-8."""

HEADINGS = (
    Phrase("figure.column.year"),
    Phrase("figure.column.value"),
    Phrase("figure.column.group_mean"),
    Phrase("figure.column.median"),
    Verbatim("Riket"),
)


@with_unit
def figure(request: HttpRequest, unit: Unit, indicator: str) -> HttpResponse:
    """Show one figure as a diagram, a map or a table."""
    view, choice = request.GET.get("vy", "diagram"), request.GET.get("jamfor", "similar")
    page = queries.figure_page(unit, indicator, choice=choice, gender=request.GET.get("kon", "T"))
    drawn = {"diagram": queries.diagram, "karta": queries.country_map}.get(view, lambda page: None)(page)
    context = {
        "unit": unit,
        "step": page.reading.entry.step if page.reading.entry else "",
        "page": page,
        "view": view if view in queries.VIEWS else "diagram",
        "choice": choice,
        "figure": drawn,
    }
    return render(request, "facts/figure.html", context)


@with_unit
def figure_csv(request: HttpRequest, unit: Unit, indicator: str) -> HttpResponse:
    """Give the series as a file: semicolons and decimal commas, with the source in the last lines."""
    reading = queries.figure_page(
        unit, indicator, choice=request.GET.get("jamfor", "similar"), gender="T"
    ).reading
    language = get_language() or "sv"
    answer = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{reading.indicator.id}-{unit.id}.csv"'
    table = csv.writer(answer, delimiter=";")
    table.writerow([say(heading, language) for heading in HEADINGS])
    for at, year in enumerate(reading.years):
        series = (reading.values, reading.group_means, reading.medians, reading.national)
        table.writerow([year, *(_plain(values[at], language) for values in series)])
    origin = reading.origin
    table.writerow([f"{reading.indicator.title} ({reading.indicator.id}), {unit.name}"])
    table.writerow([f"{origin.publisher}: {origin.title}, {origin.fetched.isoformat()}. {origin.terms}"])
    return answer


def _plain(value: float, language: str) -> str:
    """A number a spreadsheet reads: no spaces, the language's own decimal sign, empty when missing."""
    if value != value:
        return ""
    written = repr(float(value))
    return written.replace(".", ",") if language == "sv" else written
