"""What does the page of one figure say in words: the finding, how sure the place is, what calls for caution?"""

from __future__ import annotations

from collections.abc import Sequence

from avstamp.domain.facts.chance import Chance
from avstamp.domain.facts.indicator import Direction, Indicator
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.facts.standing import Level, Movement, Standing
from avstamp.domain.values import Phrase, Status, Text, Verbatim
from avstamp.library.report.wording import cautions, cite, name_of, quantity
from avstamp.phrases import source_line

GOOD = frozenset({Level.BETTER, Level.HIGHER})
BAD = frozenset({Level.WORSE, Level.LOWER})
UPWARDS = frozenset({Movement.IMPROVED, Movement.RISEN})
DOWNWARDS = frozenset({Movement.WORSENED, Movement.FALLEN})

SLIGHT_SHARE = 0.03
"""A range of places no wider than this share of all units is called slight."""


def finding(reading: FigureReading, standing: Standing) -> Phrase:
    """One plain sentence of where the figure lies and which way it has gone, as far as either can be said."""
    said: dict[str, object] = {
        "name": name_of(reading.indicator, reading.entry),
        "unit": reading.unit.name,
    }
    figure = reading.figure
    if figure is None:
        return Phrase("finding.missing", said)
    value = quantity(reading.indicator, figure.value)
    if figure.status is Status.FORECAST:
        return Phrase("finding.forecast", said | {"value": value})
    if standing.level is None:
        return Phrase("finding.value", said | {"value": value, "year": figure.year})
    said["level"] = _level(reading, standing, figure.year)
    if standing.movement is None:
        return Phrase("finding.level", said)
    return Phrase("finding.moving", said | {"movement": _movement(standing)})


def _level(reading: FigureReading, standing: Standing, year: int) -> Phrase:
    assert standing.level is not None
    key = f"finding.level.{standing.level.value}.{reading.unit.kind.value}"
    return Phrase(f"{key}.old", {"year": year}) if standing.old else Phrase(key)


def _movement(standing: Standing) -> Phrase:
    movement, level = standing.movement, standing.level
    assert movement is not None
    against = (level in GOOD and movement in DOWNWARDS) or (level in BAD and movement in UPWARDS)
    key = f"finding.movement.{movement.value}{'.but' if against else ''}"
    return Phrase(key, {"since": standing.since})


def chance_words(reading: FigureReading, chance: Chance | None) -> tuple[Phrase, ...]:
    """How sure the place is, for a figure that has one."""
    figure = reading.figure
    if figure is None or figure.status is Status.FORECAST or figure.n < 2:
        return ()
    if chance is None:
        return (Phrase("chance.unknown"),)
    if chance.best_place == chance.worst_place:
        return (Phrase("chance.steady"),)
    slight = chance.worst_place - chance.best_place <= SLIGHT_SHARE * figure.n
    said = [
        Phrase(
            "chance.slight" if slight and not chance.at_median else "chance.range",
            {"best": chance.best_place, "worst": chance.worst_place},
        )
    ]
    if chance.at_median:
        directed = reading.entry is not None and reading.entry.direction is not Direction.NONE
        said.append(Phrase("chance.at_median" if directed else "chance.at_median.undirected"))
    return tuple(said)


def figure_cautions(reading: FigureReading, *, inhabitants: float) -> tuple[Phrase, ...]:
    """What a reader must know before leaning on the newest figure: its age, how it was made, how few it covers."""
    if reading.figure is None:
        return ()
    found = cautions(
        reading.figure, newest_year=reading.newest_year, inhabitants=inhabitants, kind=reading.unit.kind
    )
    return tuple(found)


def not_reported(reading: FigureReading) -> Phrase | None:
    """That the source has the indicator for the other kind of unit only; None where it has it, or does not say."""
    kind = reading.unit.kind
    return None if reading.indicator.concerns(kind) else Phrase(f"figure.not_reported.{kind.value}")


def measure_of(indicator: Indicator) -> Text:
    """The unit of measure in words, also where a number needs none beside it."""
    if indicator.unit == "antal":
        return Phrase("figure.measure.count")
    if not indicator.unit:
        return Phrase("figure.measure.none")
    return Phrase("unit", {"unit": indicator.unit})


def years_known(reading: FigureReading) -> Sequence[int]:
    """The years in which the unit has a value, oldest first."""
    return [year for year, value in zip(reading.years, reading.values, strict=True) if value == value]


def period_of(years: Sequence[int]) -> Text | None:
    """From the first to the last of some years, or the only one; None without years."""
    if not years:
        return None
    if years[0] == years[-1]:
        return Verbatim(str(years[0]))
    return Phrase("figure.period", {"first": years[0], "last": years[-1]})


def copyable(reading: FigureReading, language: str) -> Phrase | None:
    """The figure with its source line, to paste into a text; None where there is no figure."""
    if reading.figure is None:
        return None
    return Phrase(
        "figure.copy",
        {
            "name": name_of(reading.indicator, reading.entry),
            "unit": reading.unit.name,
            "year": reading.figure.year,
            "value": quantity(reading.indicator, reading.figure.value),
            "source": Verbatim(source_line(cite(reading.origin), language)),
        },
    )
