"""The pooled regression is ridge regression towards the common coefficients, and blind to order."""

import numpy as np
from tests.domain.outlook.forecasts.panels import SIZES, make_panels

from avstamp.domain.outlook.forecasts.panel import describe_panel
from avstamp.domain.outlook.forecasts.pooled import PRIOR_ORIGINS, cross_products, fit_pooled, terms_of


def plain_terms(values, history, origin):
    value, scale = history.filled[origin], history.scale[origin]
    latest = np.where(history.start[origin] < origin, value - history.filled[max(origin - 1, 0)], 0.0)
    moved = np.nan_to_num(history.change[origin])
    columns = [
        history.mean[origin] - value,
        latest,
        np.full(len(value), moved),
        moved * value / history.middle[origin],
    ]
    return np.clip(np.stack(columns, axis=1) / scale[:, None], -5, 5)


def plain_sums(values, history, horizon, year):
    """Sums of products over all origins whose outcomes are known in `year`."""
    products, answers, weight = np.zeros((4, 4)), np.zeros(4), 0.0
    units = values.shape[1]
    for origin in range(year - horizon):
        outcome = origin + horizon + 1
        use = (history.observed[origin] >= 3) & np.isfinite(values[origin]) & np.isfinite(values[outcome])
        terms = plain_terms(values, history, origin)[use]
        moved = np.clip((values[outcome] - values[origin])[use] / history.scale[origin][use], -6, 6)
        products += terms.T @ terms / units
        answers += terms.T @ moved / units
        weight += use.sum() / units
    return products, answers, weight


def test_fit_pooled_equals_ridge_towards_the_common_coefficients():
    panels = make_panels(6)
    histories = [describe_panel(panel.values, SIZES, classes=2) for panel in panels]
    sums = [cross_products(p.values, h, terms_of(h)) for p, h in zip(panels, histories, strict=True)]

    fitted = fit_pooled(*(np.stack(part) for part in zip(*sums, strict=True)))

    horizon, year = 1, 14
    plain = [plain_sums(p.values, h, horizon, year) for p, h in zip(panels, histories, strict=True)]
    size = [max(weight, 1.0) for _, _, weight in plain]
    typical = sum(g / s for (g, _, _), s in zip(plain, size, strict=True)) / 6
    common = np.linalg.solve(
        typical + 1e-3 * np.eye(4), sum(a / s for (_, a, _), s in zip(plain, size, strict=True)) / 6
    )
    pull = PRIOR_ORIGINS * np.diag(np.maximum(np.diag(typical), 0.05))
    for number, (products, answers, _) in enumerate(plain):
        expected = np.linalg.solve(products + pull, answers + pull @ common)
        np.testing.assert_allclose(fitted[number, horizon, year], expected, rtol=1e-3, atol=1e-4)


def test_fit_pooled_says_as_now_before_there_is_any_outcome():
    nothing = np.zeros((2, 4, 3))

    fitted = fit_pooled(np.zeros((2, 4, 3, 4, 4)), np.zeros((2, 4, 3, 4)), nothing)

    assert not fitted.any()
