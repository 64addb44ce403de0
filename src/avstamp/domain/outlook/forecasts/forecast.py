"""What is foretold of one indicator for one unit, how wrong has that been before, and if nothing: why not?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.outlook.forecasts.family import (
    HORIZONS,
    LEAST_VALUES,
    METHOD,
    VERSION,
    FamilyForecasts,
    half_width,
)
from avstamp.domain.thread.addresses import ResultAddress
from avstamp.domain.values import Gender

LONGEST_SILENCE = 3
"""Years without any figure after which an indicator counts as ended."""

LONGEST_LAG = 2
"""Years a unit may lie behind the indicator's newest figures and still be forecast from its own newest value."""

DATA_DIGITS = 12
"""Of the hash of the data, in an address."""


class WhyNot(StrEnum):
    """Why there is no forecast."""

    COUNTRY = "country"
    PROJECTION = "projection"
    NO_FIGURE = "no_figure"
    ENDED = "ended"
    BEHIND = "behind"
    SHORT = "short"
    CONSTANT = "constant"
    UNTESTED = "untested"


def forecast_address(indicator: str, unit: str, gender: Gender, *, data: str) -> ResultAddress:
    """What a forecast is called for ever: method, version, what it is of, and the data it was made from.

    Example:
        >>> str(forecast_address("N15428", "1481", Gender.ALL, data="0123456789abcdef"))
        'panel_forecast/v1/gender=T;indicator=N15428;unit=1481@0123456789ab'
    """
    parameters = {"indicator": indicator, "unit": unit, "gender": gender.value}
    return ResultAddress(METHOD, VERSION, data[:DATA_DIGITS], parameters)


@dataclass(frozen=True, slots=True)
class PastError:
    """How the method has done before for one indicator and horizon, over all units of the kind.

    `forecasts` outcomes, of forecasts made in `years` different years; `mean_error` their mean absolute error and
    `mean_error_as_now` that of the last value, in the indicator's unit; `scaled_error` the mean error in each series'
    own mean yearly change (MASE, NaN where no series had changed); `inner` and `outer` the shares of outcomes that
    lay inside the 80 and the 95 % interval.
    """

    forecasts: int
    years: int
    mean_error: float
    mean_error_as_now: float
    scaled_error: float
    inner: float
    outer: float


@dataclass(frozen=True, slots=True)
class ForecastYear:
    """One year ahead: the point, the 80 % (`inner`) and 95 % (`outer`) intervals, and the past error beside them.

    `as_now` says that nothing the method can say of that year has been better than the last value.
    """

    year: int
    point: float
    inner: tuple[float, float]
    outer: tuple[float, float]
    as_now: bool
    past: PastError


@dataclass(frozen=True, slots=True)
class Forecast:
    """An indicator's coming years for one unit; `years` is empty exactly when `why_not` says why.

    `origin_year` is the unit's newest figure, from which the forecast is made; `values` how many figures lie behind
    it in an unbroken run. Each year in `years` has been tested on outcomes of at least one past year.
    """

    address: ResultAddress
    origin_year: int | None
    values: int
    years: tuple[ForecastYear, ...]
    why_not: WhyNot | None


def past_error(family: FamilyForecasts, panel: int, horizon: int) -> PastError | None:
    """The method's record for one panel and horizon (0 is one year ahead); None where nothing has been tested."""
    count, error, still, scaled, own, _, inner, outer, years = family.records[panel, horizon].tolist()
    if count == 0:
        return None
    return PastError(
        forecasts=int(count),
        years=int(years),
        mean_error=error / count,
        mean_error_as_now=still / count,
        scaled_error=own / scaled if scaled else float("nan"),
        inner=inner / count,
        outer=outer / count,
    )


def read_forecast(
    family: FamilyForecasts, panel: int | None, column: int, *, address: ResultAddress, oldest_year: int
) -> Forecast:
    """One unit's forecast of one indicator out of its family's.

    Args: `panel` the indicator's number in the family, None when it has no figure there; `column` the unit's;
        `oldest_year` the calendar year of year 0.
    Returns: the years that have been tested, or the reason why there is none; bounds are applied to the intervals.
    """

    def nothing(why: WhyNot, *, origin: int | None = None, values: int = 0) -> Forecast:
        return Forecast(address, None if origin is None else oldest_year + origin, values, (), why)

    if panel is None or family.last[panel, column] < 0:
        return nothing(WhyNot.NO_FIGURE)
    last, values = int(family.last[panel, column]), int(family.observed[panel, column])
    newest = int(family.newest[panel])
    if newest < family.bins.shape[2] - 1 - LONGEST_SILENCE:
        return nothing(WhyNot.ENDED, origin=last, values=values)
    if newest - last > LONGEST_LAG:
        return nothing(WhyNot.BEHIND, origin=last, values=values)
    if family.origin[panel, column] < 0:
        why = WhyNot.SHORT if values < LEAST_VALUES else WhyNot.CONSTANT
        return nothing(why, origin=last, values=values)
    years = tuple(
        year
        for horizon in range(HORIZONS)
        if (year := _year(family, panel, column, horizon=horizon, oldest_year=oldest_year))
    )
    if not years:
        return nothing(WhyNot.UNTESTED, origin=last, values=values)
    return Forecast(address, oldest_year + last, values, years, None)


def _year(
    family: FamilyForecasts, panel: int, column: int, *, horizon: int, oldest_year: int
) -> ForecastYear | None:
    origin = int(family.origin[panel, column])
    past = past_error(family, panel, horizon)
    if past is None or family.tested[panel, horizon, origin] == 0:
        return None
    floor, ceiling = float(family.floor[panel, origin]), float(family.ceiling[panel, origin])
    point, scale = float(family.points[panel, column, horizon]), float(family.scale[panel, column])
    inner, outer = (scale * half_width(width) for width in family.bins[panel, horizon, origin].tolist())

    def bounded(half: float) -> tuple[float, float]:
        return max(floor, point - half), min(ceiling, point + half)

    return ForecastYear(
        year=oldest_year + origin + horizon + 1,
        point=point,
        inner=bounded(inner),
        outer=bounded(outer),
        as_now=bool(family.as_now[panel, horizon, origin]),
        past=past,
    )
