"""What stands on the page of similar municipalities, and what did the reader ask for there?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.similar import SERVICES, Measure, Variable
from avstamp.domain.values import Phrase, Quantity
from avstamp.factbase import FactBase
from avstamp.library.facts import open_fact_base
from avstamp.library.similar import (
    FIRST_YEAR,
    NoSimilarUnits,
    SimilarUnits,
    fitted_weights,
    similar_units,
    variable_name,
)

WEIGHT = "vikt."
PERCENT = 100
YEAR_DIGITS = 4


@dataclass(frozen=True)
class VariableField:
    """One condition as a field of the form: what stands in it, and its indicators with their values for the unit."""

    key: str
    name: Phrase
    field: str
    written: str
    indicators: Sequence[str]


@dataclass(frozen=True)
class SimilarPage:
    """The page: the choices, the list (None when the choices were wrong) and what was wrong."""

    services: Sequence[tuple[str, Phrase]]
    service: str
    year: str
    fields: Sequence[VariableField]
    found: SimilarUnits | None
    table: Sequence[tuple[Unit, Quantity, Sequence[Quantity], bool]]
    own: Sequence[Quantity]
    wrong: Phrase | None
    compare: str


def similar_page(unit: Unit, asked: Mapping[str, str]) -> SimilarPage:
    """The page for what was asked; a wrong choice leaves what was written and says what to do."""
    base = open_fact_base()
    service = asked.get("verksamhet", "overall")
    service = service if service in SERVICES else "overall"
    variables = SERVICES[service].variables
    written = {v.key: asked.get(WEIGHT + v.key, "").strip() for v in variables}
    found, wrong = None, None
    try:
        weights = {key: _number(key, text) for key, text in written.items() if text}
        year = _year(asked.get("ar", "").strip(), base)
        found = similar_units(base, unit, service, year=year, weights=weights)
    except NoSimilarUnits as error:
        wrong = error.phrase
    fitted = fitted_weights(base, service)
    return SimilarPage(
        services=[(key, Phrase(f"service.{key}")) for key in SERVICES],
        service=service,
        year=asked.get("ar", "").strip() or str(base.newest_year),
        fields=[
            VariableField(
                key=variable.key,
                name=variable_name(variable),
                field=WEIGHT + variable.key,
                written=written[variable.key] or ("" if any(written.values()) else f"{PERCENT * weight:.0f}"),
                indicators=variable.indicators,
            )
            for variable, weight in zip(variables, fitted, strict=True)
        ],
        found=found,
        table=_table(found, base) if found else [],
        own=_quantities(found.own_values, variables, base) if found else [],
        wrong=wrong,
        compare="own:" + ",".join(row.unit.id for row in found.rows[:7]) if found else "",
    )


def published_group(unit: Unit) -> Phrase:
    """RKA's group in a sentence, for a region, which we compute none of our own for."""
    base = open_fact_base()
    group = base.groups.similar(unit)
    if group is None:
        return Phrase("similar.published.none")
    members = [base.units.get(member).name for member in group.others(unit.id)]
    return Phrase("similar.published", {"year": str(group.year), "members": members})


def _number(key: str, text: str) -> float:
    try:
        return float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        name = Phrase(f"variable.{key.partition('.')[0]}")
        raise NoSimilarUnits(Phrase("similar.weight.wrong", {"variable": name, "given": text})) from None


def _year(text: str, base: FactBase) -> int | None:
    if not text:
        return None
    # A year that is no number is refused like one out of range: 0 is out of every range.
    if not text.isdecimal() or len(text) > YEAR_DIGITS:
        years = {"given": text, "first": str(FIRST_YEAR), "last": str(base.newest_year)}
        raise NoSimilarUnits(Phrase("similar.year.wrong", years))
    return int(text)


def _table(found: SimilarUnits, base: FactBase) -> list[tuple[Unit, Quantity, Sequence[Quantity], bool]]:
    variables = found.service.variables
    return [
        (row.unit, Quantity(row.index, "", 2), _quantities(row.values, variables, base), row.published)
        for row in found.rows
    ]


def _quantities(values: Sequence[float], variables: Sequence[Variable], base: FactBase) -> list[Quantity]:
    return [_quantity(value, variable, base) for value, variable in zip(values, variables, strict=True)]


def _quantity(value: float, variable: Variable, base: FactBase) -> Quantity:
    """A value as people know it: heads and not their root, kronor per inhabitant for a reference cost."""
    if value != value:
        return Quantity(None)
    if variable.measure is Measure.ROOT:
        return Quantity(round(value**2), "", 0)
    if variable.measure is Measure.REFERENCE_COST:
        return Quantity(value, "kr/inv", 0)
    indicator = base.indicator(variable.indicators[0])
    return Quantity(value, indicator.unit, indicator.decimals)
