"""Are we improving, and is that more than the whole country's movement and more than chance?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.position.yearly_noise import fit_noise, sets_of_years

METHOD = "improvement-2"
"""Name and version of the method, for results that cite it."""

WINDOW = 6
"""Years that are looked at, the newest included: a term of office, the year before it and the year after."""

LEAST_YEARS = 4
LEAST_UNITS = 15
SURE = 0.95
"""Probability that a movement is in the direction it seems to be, from which it is called one."""


class Movement(StrEnum):
    """What a series has done, with its direction turned so that up is better."""

    BETTER = "better"
    WORSE = "worse"
    STILL = "still"


@dataclass(frozen=True)
class Movements:
    """One indicator over all units of a kind; NaN where a unit has too few years.

    `slope` (U,) change a year, turned so that positive is better; `probability` (U,) that the slope is above 0;
    `others` the median unit's slope; `relative` (U,) probability that the slope is above `others`; `change` (U,) what
    the line says has changed from the unit's own first year in the window to its last; `years` (U,) how many years it
    rests on.
    """

    slope: NDArray[np.float64]
    probability: NDArray[np.float64]
    others: float
    relative: NDArray[np.float64]
    change: NDArray[np.float64]
    years: NDArray[np.int64]

    def of(self, column: int) -> Movement | None:
        """What one unit's series has done; None where it cannot be said."""
        return movement(float(self.probability[column]))

    def beside_others(self, column: int) -> Movement | None:
        """Whether one unit has moved more, or less, than the median unit."""
        return movement(float(self.relative[column]))


def movement(probability: float) -> Movement | None:
    """Better, worse or still by the probability that the movement is upwards; None for NaN.

    Example:
        >>> movement(0.97).value, movement(0.03).value, movement(0.6).value, movement(float("nan"))
        ('better', 'worse', 'still', None)
    """
    if np.isnan(probability):
        return None
    if probability >= SURE:
        return Movement.BETTER
    return Movement.WORSE if probability <= 1 - SURE else Movement.STILL


def measure_movements(values: NDArray[np.float64], years: NDArray[np.integer], *, better: int) -> Movements:
    """Whether each unit's series rises, against its own noise and beside the median unit.

    Definition: generalised least-squares line over the window, slope b = wᵀx turned by `better`, with the noise
        covariance σ²Σ where Σ is how years resemble one another (`yearly_noise.fit_noise`, over all units); with
        independent years that is the ordinary line, with a drift it is the first year to the last. With
        r the residuals, s² = rᵀΣ⁻¹r / (n − 2) is shrunk toward the noise common to all units,
        s̃² = (d₀ s₀² + d s²) / (d₀ + d), with d₀ and s₀² estimated from all units' s²; b / √(s̃² wᵀΣw) then follows
        Student's t with d₀ + d degrees. Beside the others the same is asked of the values less the units' mean change
        that year, with the median slope taken away.
    Args: `values` (years, units) in the indicator's unit, NaN where missing; `years` (years,) calendar years, rising;
        `better` 1 where higher is better, -1 where lower is.
    Returns: see `Movements`; NaN for a unit with fewer than four years, or without the window's last two.
    Raises: ValueError when `better` is neither 1 nor -1.
    Source: moderated t-statistic, Smyth (2004), Stat. Appl. Genet. Mol. Biol. 3(1), Art. 3.
    Example: see `tests/domain/position/test_improvement.py`.
    """
    if better not in (1, -1):
        raise ValueError(f"better is {better!r}; give 1 where higher is better and -1 where lower is")
    known = ~np.isnan(values)
    count = known.sum(axis=0)
    enough = (count >= LEAST_YEARS) & known[-2:].any(axis=0)
    missing = np.full(values.shape[1], np.nan)
    if enough.sum() < LEAST_UNITS:
        return Movements(missing, missing, float("nan"), missing, missing, count)
    at, there, turned = np.asarray(years, np.float64), known[:, enough], values[:, enough] * better
    level = np.where(there, turned, 0.0).sum(axis=0) / there.sum(axis=0)
    common = np.where(there, turned - level, 0.0).sum(axis=1) / np.maximum(there.sum(axis=1), 1)
    slope, error, freedom = _slopes(turned, there, at)
    beside, error_beside, freedom_beside = _slopes(turned - common[:, None], there, at)

    def spread_out(found: NDArray[np.float64]) -> NDArray[np.float64]:
        out = missing.copy()
        out[enough] = found
        return out

    first = np.where(known, at[:, None], np.inf).min(axis=0)
    last = np.where(known, at[:, None], -np.inf).max(axis=0)
    return Movements(
        slope=spread_out(slope),
        probability=spread_out(_above(slope, error, freedom)),
        others=float(np.median(slope)),
        relative=spread_out(_above(beside - np.median(beside), error_beside, freedom_beside)),
        # Between the unit's own years: beyond them the line would say what nobody has measured.
        change=spread_out(slope) * (last - first),
        years=count,
    )


def _slopes(
    values: NDArray[np.float64], known: NDArray[np.bool_], years: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Slope, standard error and degrees of freedom of each unit (U,), with years that resemble one another."""
    degrees = known.sum(axis=0) - 2
    shape = fit_noise(values, known, years)
    slope, noise, factor = (np.empty(values.shape[1]) for _ in range(3))
    for rows, units in sets_of_years(known):
        own = values[np.ix_(rows, units)]
        line = np.column_stack([np.ones(len(rows)), years[rows] - years[rows].mean()])
        weighed = np.linalg.solve(shape[np.ix_(rows, rows)], line)
        spread = np.linalg.inv(line.T @ weighed)
        both = spread @ weighed.T @ own
        left = own - line @ both
        slope[units] = both[1]
        noise[units] = (left * np.linalg.solve(shape[np.ix_(rows, rows)], left)).sum(axis=0) / degrees[units]
        factor[units] = spread[1, 1]
    own_noise, common = shrink_noise(noise, degrees)
    return slope, np.sqrt(own_noise * factor), common + degrees


def _above(
    slope: NDArray[np.float64], error: NDArray[np.float64], freedom: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Probability that the true slope is above 0, as Student's t gives it; one half where nothing has moved at all."""
    # The pages load this module before anybody asks; what it takes is loaded when somebody does.
    from scipy.special import stdtr

    with np.errstate(divide="ignore", invalid="ignore"):
        size = np.where(error > 0, slope / error, np.sign(slope) * np.inf)
    size = np.where((error == 0) & (slope == 0), 0.0, size)
    # Above a million degrees of freedom Student's t is the normal distribution in every digit that is kept.
    return np.where(np.isnan(slope), np.nan, stdtr(np.minimum(freedom, 1e6), size))


def shrink_noise(
    noise: NDArray[np.float64], degrees: NDArray[np.integer]
) -> tuple[NDArray[np.float64], float]:
    """Each unit's noise, drawn toward what is common to all.

    Definition: log s² has mean log s₀² + ψ(d/2) − log(d/2) − ψ(d₀/2) + log(d₀/2) and variance ψ'(d/2) + ψ'(d₀/2);
        d₀ is solved from the variance over units, s₀² from the mean. Where the units differ no more than chance makes
        them, d₀ is infinite and all have the common noise.
    Args: `noise` (U,) variances, 0 or more; `degrees` (U,) their degrees of freedom, 1 or more.
    Returns: shrunk variances (U,) and d₀ (up to 1e9). Raises: nothing.
    Source: Smyth (2004), section 6.2. Example: see `tests/domain/position/test_improvement.py`.
    """
    from scipy.special import polygamma

    positive = noise > 0
    if positive.sum() < LEAST_UNITS:
        return noise.copy(), 0.0
    half = degrees[positive] / 2
    centred = np.log(noise[positive]) - polygamma(0, half) + np.log(half)
    beyond = float(centred.var(ddof=1) - polygamma(1, half).mean())
    if beyond <= 0:
        common, freedom = float(np.exp(centred.mean())), 1e9
        return np.full(len(noise), common), freedom
    freedom = 2 * _inverse_trigamma(beyond)
    common = float(np.exp(centred.mean() + polygamma(0, freedom / 2) - np.log(freedom / 2)))
    return (freedom * common + degrees * noise) / (freedom + degrees), freedom


def _inverse_trigamma(value: float) -> float:
    """The x with ψ'(x) = value, by Newton's method on 1/ψ' (Smyth 2004, appendix)."""
    from scipy.special import polygamma

    x = 0.5 + 1 / value
    for _ in range(50):
        first = float(polygamma(1, x))
        step = first * (1 - first / value) / float(polygamma(2, x))
        x += step
        if -step / x < 1e-8:
            break
    return x
