"""Two uncertain drivers open four futures, with names and consequences that people give."""

import pytest

from avstamp.domain.outlook.drivers import Axis, CrossRefused, Heading, Pole, Sign, corner_of, cross_of

ACROSS, UP = Axis("migration", "stor", "liten"), Axis("trust", "hög", "låg")


def test_each_future_has_what_was_written_for_its_corner():
    sign = Sign("N01806", Heading.RISING)

    cross = cross_of(
        ACROSS,
        UP,
        names={"second-first": "Lugn ort"},
        consequences={"first-second": "Fler skolor"},
        signs={"first-first": (sign,)},
    )

    assert [future.corner for future in cross.futures] == [
        corner_of(across, up) for up in Pole for across in Pole
    ]
    assert [future.name for future in cross.futures] == ["", "Lugn ort", "", ""]
    assert [future.consequences for future in cross.futures] == ["", "", "Fler skolor", ""]
    assert [future.signs for future in cross.futures] == [(sign,), (), (), ()]
    assert ACROSS.meaning(Pole.SECOND) == "liten"


@pytest.mark.parametrize(
    ("up", "reason"),
    [
        (Axis("migration", "a", "b"), "cross.wrong.same"),
        (Axis("trust", " ", "låg"), "cross.wrong.end"),
    ],
)
def test_cross_that_cannot_be_is_refused_with_the_reason(up, reason):
    with pytest.raises(CrossRefused) as caught:
        cross_of(ACROSS, up, names={}, consequences={}, signs={})

    assert caught.value.phrase.key == reason


@pytest.mark.parametrize(
    ("heading", "slope", "here"),
    [
        (Heading.RISING, 1.0, True),
        (Heading.FALLING, 1.0, False),
        (Heading.RISING, 0.0, None),
        (Heading.RISING, float("nan"), None),
    ],
)
def test_sign_says_whether_its_figure_goes_its_way(heading, slope, here):
    assert Sign("N1", heading).points_here(slope) is here
