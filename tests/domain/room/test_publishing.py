from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.room.attacks import smallest_found

from avstamp.domain.room.publishing import LEAST, Cell, Publication, cells_of, publish, view_of
from avstamp.domain.values import Phrase

GROUPS = ("ruling", "opposition", "official", "union")
Rule = Callable[[Sequence[Publication], Mapping[str, int]], Publication | Phrase]
History = list[dict[str, int]]


def everything_shown(rule: Rule, history: History) -> list[frozenset[int]]:
    """Which people each figure shown is a sum over, when the round closes after every group of arrivals."""
    answered: dict[str, list[int]] = {group: [] for group in GROUPS}
    published: list[Publication] = []
    figures: list[frozenset[int]] = []
    for arrivals in history:
        for group, number in arrivals.items():
            first = sum(map(len, answered.values()))
            answered[group] += range(first, first + number)
        found = rule(published, {group: len(people) for group, people in answered.items()})
        if isinstance(found, Publication):
            published.append(found)
            cells = [
                frozenset(person for group in cell.groups for person in answered[group])
                for cell in found.cells
            ]
            assert [len(cell) for cell in cells] == [cell.n for cell in found.cells]
            figures += [*cells, frozenset().union(*cells)]
    return figures


def our_rule(published: Sequence[Publication], standing: Mapping[str, int]) -> Publication | Phrase:
    return publish(published, standing, collecting=False)


HISTORIES = st.lists(
    st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 8), max_size=len(GROUPS)), min_size=1, max_size=5
)


@settings(max_examples=60, deadline=None)
@given(HISTORIES)
def test_no_sum_or_difference_of_what_was_shown_is_about_fewer_than_five(history: History):
    assert smallest_found(everything_shown(our_rule, history), up_to=LEAST - 1) is None


@settings(max_examples=60, deadline=None)
@given(HISTORIES)
def test_each_changed_group_has_gained_five_between_two_publications(history: History):
    published: list[Publication] = []
    standing = dict.fromkeys(GROUPS, 0)
    for arrivals in history:
        standing = {group: n + arrivals.get(group, 0) for group, n in standing.items()}
        if isinstance(found := our_rule(published, standing), Publication):
            if published:
                gains = [n - published[-1].standing[group] for group, n in standing.items()]
                assert all(gain == 0 or gain >= LEAST for gain in gains)
            published.append(found)


def leaky_total(published: Sequence[Publication], standing: Mapping[str, int]) -> Publication | Phrase:
    """Shows the total of all, too, and so tells of the group that is too small."""
    found = our_rule(published, standing)
    if isinstance(found, Phrase):
        return found
    everyone = Cell(frozenset(GROUPS), sum(standing.values()))
    return Publication((*found.cells, everyone), standing)


def leaky_moments(published: Sequence[Publication], standing: Mapping[str, int]) -> Publication | Phrase:
    """Shows the result again whenever it is asked for."""
    cells = cells_of(standing)
    return Publication(cells, dict(standing)) if cells else Phrase("room.withheld.few")


def leaky_sum(published: Sequence[Publication], standing: Mapping[str, int]) -> Publication | Phrase:
    """Waits for five more in all, and not in each group that has changed."""
    if published and sum(standing.values()) - sum(published[-1].standing.values()) < LEAST:
        return Phrase("room.withheld.gained_few")
    return Publication(cells_of(standing), dict(standing))


@pytest.mark.parametrize(
    ("rule", "history"),
    [
        (leaky_total, [{"ruling": 12, "official": 3}]),
        (leaky_moments, [{"ruling": 12, "official": 9}, {"ruling": 1}]),
        (leaky_sum, [{"ruling": 12, "official": 9}, {"ruling": 4, "official": 1}]),
    ],
)
def test_the_attacker_finds_each_planted_leak(rule: Rule, history: History):
    assert smallest_found(everything_shown(rule, history), up_to=LEAST - 1) is not None
    assert smallest_found(everything_shown(our_rule, history), up_to=LEAST - 1) is None


def test_an_open_round_shows_nothing_whatever_it_holds():
    assert publish([], {"ruling": 50}, collecting=True) == Phrase("room.withheld.collecting")


def test_small_groups_are_shown_together_or_not_at_all():
    assert cells_of({"ruling": 9, "official": 4, "union": 1}) == (
        Cell(frozenset({"ruling"}), 9),
        Cell(frozenset({"official", "union"}), 5),
    )
    hidden = publish([], {"ruling": 9, "official": 4, "union": 0}, collecting=False)
    assert isinstance(hidden, Publication)
    assert (hidden.n, hidden.too_small) == (9, frozenset({"official"}))


def test_a_result_comes_again_when_five_more_have_answered_and_not_before():
    first = publish([], {"ruling": 9, "official": 6}, collecting=False)
    assert isinstance(first, Publication)
    four_more = publish([first], {"ruling": 13, "official": 6}, collecting=False)
    assert four_more == Phrase("room.withheld.gained_few", {"least": LEAST})
    assert publish([first], {"ruling": 9, "official": 6}, collecting=False) == Phrase(
        "room.withheld.unchanged"
    )
    five_more = publish([first], {"ruling": 14, "official": 6}, collecting=False)
    assert isinstance(five_more, Publication)
    assert [cell.n for cell in five_more.cells] == [6, 14]


def test_a_group_never_shown_comes_when_it_is_large_enough():
    first = publish([], {"ruling": 9, "official": 3}, collecting=False)
    assert isinstance(first, Publication)
    later = publish([first], {"ruling": 9, "official": 8}, collecting=False)
    assert isinstance(later, Publication)
    assert later.cells == (Cell(frozenset({"ruling"}), 9), Cell(frozenset({"official"}), 8))


def test_answers_that_went_away_are_an_error_and_not_a_result():
    first = publish([], {"ruling": 9}, collecting=False)
    assert isinstance(first, Publication)
    with pytest.raises(ValueError, match="fewer than before"):
        publish([first], {"ruling": 8}, collecting=False)


def test_a_view_is_made_of_whole_cells():
    publication = Publication(cells_of({"ruling": 9, "official": 3, "union": 4}), {})
    assert view_of(publication, {"ruling"}) == (Cell(frozenset({"ruling"}), 9),)
    assert view_of(publication, {"official"}) == Phrase("room.withheld.divides", {"least": LEAST})
    assert view_of(publication, {"ruling", "official", "union"}) == publication.cells
