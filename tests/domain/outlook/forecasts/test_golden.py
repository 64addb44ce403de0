"""One forecast worked out by hand, number by number."""

import numpy as np

from avstamp.domain.outlook.forecasts.panel import describe_panel
from avstamp.domain.outlook.forecasts.pooled import terms_of
from avstamp.domain.outlook.forecasts.testing import measure_panel

# Two units of one size over six years; the first rises by 2 a year and then by 4, the second stands still.
VALUES = np.array([[10.0, 5], [12, 5], [14, 5], [16, 5], [18, 5], [22, 5]])


def test_scale_by_hand():
    history = describe_panel(VALUES, np.zeros(2, np.int64), classes=1)

    # Own volatility (2·4 + 4)/5 = 2.4 and 0; typical: fewer than five of a size, so all: median 1.2.
    assert history.volatility[5].tolist() == [2.4, 0.0]
    np.testing.assert_allclose(history.scale[5], [(6 * 1.2 + 5 * 2.4) / 11, 6 * 1.2 / 11])
    # Median change of the two units: 1 a year, then 2; mean of five: (4·1 + 2)/5.
    assert history.change[1:].tolist() == [1, 1, 1, 1, 2]
    assert history.growth[5] == 1.2


def test_point_by_hand_when_the_regression_says_nothing():
    history = describe_panel(VALUES, np.zeros(2, np.int64), classes=1)

    test = measure_panel(
        VALUES,
        history,
        terms=terms_of(history),
        coefficients=np.zeros((4, 6, 4)),
        share=False,
    )

    # The second unit: last value 5, Theta of a constant 5, grown 5 + 1.2·h; pooled 5: ((5+5+5+1.2h)/3 + 5)/2.
    np.testing.assert_allclose(test.points[5, 1], [5 + 0.2 * h for h in (1, 2, 3, 4)])


def test_point_by_hand_with_a_pooled_step():
    history = describe_panel(VALUES, np.zeros(2, np.int64), classes=1)
    coefficients = np.zeros((4, 6, 4))
    coefficients[:, 5, 2] = 1.0

    test = measure_panel(VALUES, history, terms=terms_of(history), coefficients=coefficients, share=False)

    # The panel's change of 2 is 3.0556 scales of 0.6545, and one of those scales each is the whole change again.
    np.testing.assert_allclose(test.points[5, 1], [5 + 0.2 * h + 1.0 for h in (1, 2, 3, 4)], rtol=1e-5)
