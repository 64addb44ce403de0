"""How do the catalogue's indicators become one table per area under their lenses?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from avstamp.domain.documents import Column, Paragraph, Section, Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.facts.indicator import Lens
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Gender, Phrase
from avstamp.library.report.wording import cite, judgement, name_of, name_with_unit, quantity
from avstamp.phrases import group_name

COLUMNS = (
    Column(Phrase("figure.column.indicator")),
    Column(Phrase("figure.column.year")),
    Column(Phrase("figure.column.value"), numeric=True),
    Column(Phrase("figure.column.group_mean"), numeric=True),
    Column(Phrase("figure.column.median"), numeric=True),
    Column(Phrase("figure.column.place"), numeric=True),
    Column(Phrase("figure.column.judgement")),
)


def lens_section(
    lens: Lens, figures: Iterable[ProfileFigure], *, unit: Unit, origins: Mapping[str, Origin]
) -> Section | None:
    """One lens with a table for each of its areas, or None when the unit has nothing in it."""
    areas = area_sections(lens, figures, unit=unit, origins=origins)
    if not areas:
        return None
    about = Paragraph((Phrase(f"lens.{lens.value}.about"),))
    return Section(Phrase(f"lens.{lens.value}"), (about, *areas))


def area_sections(
    lens: Lens, figures: Iterable[ProfileFigure], *, unit: Unit, origins: Mapping[str, Origin]
) -> tuple[Section, ...]:
    """A section with a table for every area of a lens in which the unit has figures, in order of area."""
    by_area: dict[str, list[ProfileFigure]] = {}
    for figure in figures:
        if figure.entry and figure.entry.lens is lens and figure.gender is Gender.ALL:
            by_area.setdefault(figure.entry.area, []).append(figure)
    return tuple(
        Section(Phrase(f"area.{area}"), (_area_table(area, by_area[area], unit=unit, origins=origins),))
        for area in sorted(by_area)
    )


def _area_table(
    area: str, figures: list[ProfileFigure], *, unit: Unit, origins: Mapping[str, Origin]
) -> Table:
    used = [origins[origin] for origin in sorted({figure.indicator.origin for figure in figures})]
    sources = tuple(citation for origin in used for citation in cite(origin, derived=True))
    group = next((figure.group for figure in figures if figure.group), None)
    return Table(
        caption=Phrase(
            "report.area.caption",
            {"area": Phrase(f"area.{area}"), "unit": unit.name, "group": group_name(group, unit.kind)},
        ),
        columns=COLUMNS,
        rows=tuple(_row(figure) for figure in figures),
        sources=sources,
    )


def _row(figure: ProfileFigure) -> tuple[Cell, ...]:
    indicator = figure.indicator
    in_cells = indicator.unit == "%"
    return (
        name_of(indicator, figure.entry) if in_cells else name_with_unit(indicator, figure.entry),
        figure.year,
        quantity(indicator, figure.value, with_unit=in_cells),
        quantity(indicator, figure.group_mean, with_unit=in_cells),
        quantity(indicator, figure.median, with_unit=in_cells),
        Phrase("figure.place", {"place": figure.place, "n": figure.n}),
        judgement(figure),
    )
