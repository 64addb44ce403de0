"""What stands out is what lies far from the median in a direction that can be argued."""

from dataclasses import replace

from avstamp.domain.facts.deviations import largest_deviations
from avstamp.domain.facts.indicator import CatalogueEntry, Direction, Indicator, IndicatorClass, Lens
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.values import Gender, Status


def figure(id, z, *, direction=Direction.HIGHER, area="preschool", **changes):
    texts = {"sv": "x", "en": "x"}
    entry = CatalogueEntry(
        id, id, area, Lens.QUALITY, IndicatorClass.RESULT, direction, "position", texts, texts, texts
    )
    indicator = Indicator(
        id, id, "%", "", by_gender=False, forecast=False, reporter=None, decimals=1, origin="k"
    )
    made = ProfileFigure(
        indicator,
        entry,
        Gender.ALL,
        2022,
        1.0,
        Status.NOT_STATED,
        290,
        0,
        0,
        0.0,
        0.0,
        1.0,
        z,
        None,
        0.0,
        0,
        0.0,
    )
    return replace(made, **changes)


def ids(figures):
    return [figure.indicator.id for figure in figures]


def test_deviations_lower_is_better_turns_the_sign():
    found = largest_deviations(
        [figure("N1", 2.0), figure("N2", 3.0, direction=Direction.LOWER, area="elder_care")], newest_year=2022
    )

    assert (ids(found.better), ids(found.worse)) == (["N1"], ["N2"])


def test_deviations_without_direction_are_never_judged():
    found = largest_deviations([figure("N1", 9.0, direction=Direction.NONE)], newest_year=2022)

    assert (found.better, found.worse) == ((), ())


def test_deviations_one_of_each_area_largest_first():
    figures = [figure("N1", 2.0), figure("N2", 4.0), figure("N3", 3.0, area="elder_care")]

    assert ids(largest_deviations(figures, newest_year=2022).better) == ["N2", "N3"]


def test_deviations_old_small_thin_and_gendered_are_left_out():
    figures = [
        figure("N1", 5.0, year=2019),
        figure("N2", 0.9, area="b"),
        figure("N3", 5.0, n=14, area="c"),
        figure("N4", 5.0, gender=Gender.WOMEN, area="d"),
        figure("N5", float("nan"), area="e"),
    ]

    assert largest_deviations(figures, newest_year=2022).better == ()


def test_deviations_order_of_rows_is_irrelevant():
    figures = [figure(f"N{number}", 1.0 + number / 10, area=f"a{number}") for number in range(6)]

    assert largest_deviations(figures, newest_year=2022) == largest_deviations(
        figures[::-1], newest_year=2022
    )
