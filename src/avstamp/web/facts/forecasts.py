"""What stands on the page of one figure about where it is heading?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.documents import Figure
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.library.forecast_words import forecast_chart, forecast_table, forecast_words
from avstamp.library.forecasts import forecast_figure, forecasts_ready
from avstamp.web.facts.tables import SortableTable, unsorted


@dataclass(frozen=True)
class ForecastSection:
    """The sentences, and the fan with its table where anything is foretold; `address` names the result for ever."""

    words: Sequence[Phrase]
    figure: Figure | None = None
    table: SortableTable | None = None
    address: str = ""


def forecast_section(reading: FigureReading) -> ForecastSection:
    """The forecast of the figure that is read; a page never waits for the whole country's to be made."""
    base = open_fact_base()
    if not forecasts_ready(base, reading.unit.kind, reading.gender):
        return ForecastSection((Phrase("forecast.not_ready"),))
    forecast = forecast_figure(base, reading.indicator.id, reading.unit, gender=reading.gender)
    words = forecast_words(reading, forecast)
    if not forecast.years:
        return ForecastSection(words)
    return ForecastSection(
        words,
        figure=forecast_chart(reading, forecast),
        table=unsorted(forecast_table(reading, forecast)),
        address=str(forecast.address),
    )
