"""What do the addresses of one figure answer?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from avstamp.domain.facts.unit import Unit
from avstamp.library.figure_files import figure_csv, figure_xlsx
from avstamp.web.attachments import attachment
from avstamp.web.facts import queries
from avstamp.web.facts.choices import Choices
from avstamp.web.facts.explore import explore_data
from avstamp.web.facts.forecasts import forecast_section
from avstamp.web.units import with_unit


@with_unit
def figure(request: HttpRequest, unit: Unit, indicator: str) -> HttpResponse:
    """Show one figure as a diagram, a map or a table; an own choice that can be used becomes an address."""
    choices, typed = Choices.read(request.GET), request.GET.get("egna")
    own = None if typed is None else queries.own_choice(unit, typed)
    if own and not own.faults:
        return redirect(f"{request.path}{choices.address(compare=own.address)}")
    page = queries.figure_page(unit, indicator, choices, language=get_language() or "sv")
    context = {
        "unit": unit,
        "step": page.reading.entry.step if page.reading.entry else "",
        "page": page,
        "choices": choices,
        "own": own,
        "typed": queries.typed_before(choices) if own is None else own.typed,
        "address": request.build_absolute_uri(f"{request.path}{choices.address()}").rstrip("?"),
        "tabs": [(view, choices.address(view=view)) for view in ("diagram", "karta", "tabell")],
        "parts": queries.view_parts(page.reading, choices),
        "forecast": forecast_section(page.reading),
        "beside": queries.parts_beside(request, page.reading),
    }
    return render(request, "facts/figure.html", context, status=400 if own else 200)


@with_unit
def explore(request: HttpRequest, unit: Unit, indicator: str) -> HttpResponse:
    """Show the figure as a chart that answers to the pointer; without a script it leads back to the table."""
    choices = Choices.read(request.GET)
    page = queries.figure_page(unit, indicator, choices, language=get_language() or "sv")
    data = explore_data(page.reading, language=get_language() or "sv")
    step = page.reading.entry.step if page.reading.entry else ""
    table = choices.address(view="tabell")
    context = {"unit": unit, "step": step, "page": page, "choices": choices, "table": table, "data": data}
    return render(request, "facts/explore.html", context)


@with_unit
def figure_as_csv(request: HttpRequest, unit: Unit, indicator: str) -> HttpResponse:
    """Give the series as a file: semicolons and decimal commas, with the source in the last lines."""
    choices = Choices.read(request.GET)
    reading = queries.read_page(unit, indicator, choices)
    genders = queries.split_of(reading, choices)
    text = figure_csv(reading, genders=genders, gender=choices.row, language=get_language() or "sv")
    return attachment(text, f"{reading.indicator.id}-{unit.id}.csv")


@with_unit
def figure_as_xlsx(request: HttpRequest, unit: Unit, indicator: str) -> HttpResponse:
    """Give the series and the comparison group as a spreadsheet."""
    choices = Choices.read(request.GET)
    reading = queries.read_page(unit, indicator, choices)
    genders = queries.split_of(reading, choices)
    book = figure_xlsx(reading, genders=genders, gender=choices.row, language=get_language() or "sv")
    return attachment(book, f"{reading.indicator.id}-{unit.id}.xlsx")
