"""A start's own drivers: taken over, written, placed by each, shown as sums, crossed; everyone has the same rights."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from tests.web.starts import AT, TERM, bare_start, cross, driver, later, person

from avstamp.domain.outlook.drivers import FEWEST, READY, DriverArea, Nature, SortKind
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.roll import Capacity, Side
from avstamp.domain.thread.claims import ClaimKind, Horizon
from avstamp.web.outlook.actions import DriverRefused, NewDriver, place_driver, write_drivers
from avstamp.web.outlook.models import Cross, DriverPlacement, OwnDriver
from avstamp.web.outlook.queries import placed_driver, placed_drivers, spreads_by_group
from avstamp.web.start import actions as starts
from avstamp.web.start.permitting import NotPermitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return person("pia")


@pytest.fixture
def start(leader):
    """An opened start with six officials and three of each of two parties."""
    start = bare_start(by=leader)
    for number in range(6):
        starts.add_member(start, person(f"tjanst{number}"), Capacity.OFFICIAL, span=TERM, by=leader, at=AT)
    for party in ("S", "M"):
        for number in range(3):
            who = person(f"{party.lower()}{number}")
            starts.add_member(start, who, Capacity.ELECTED, span=TERM, party=party, by=leader, at=AT)
    starts.take_sides(start, {"S": Side.RULING, "M": Side.OPPOSITION}, from_day=TERM.first, by=leader, at=AT)
    starts.commission_start(
        start, commissioner=Commissioner.PRESIDIUM, day=AT.date(), parties=[], by=leader, at=AT
    )
    starts.open_start(start, by=leader, at=later(1))
    return start


def who(start, name):
    return next(row.person for row in start.memberships.all() if row.person.email.startswith(f"{name}@"))


def client(one):
    browser = Client()
    browser.force_login(one)
    return browser


def address(start, name, **parts):
    here = {"organisation": start.organisation.key, "year": TERM.first.year}
    return reverse(f"outlook:{name}", kwargs={**here, **parts})


def place_all(row, names, effect, uncertainty):
    for name in names:
        one = who(row.start, name)
        place_driver(row, effect=effect, uncertainty=uncertainty, by=one, at=later(2))


def test_taken_over_drivers_rest_on_figures_and_can_be_taken_once(start):
    reader = client(who(start, "m0"))
    page = address(start, "take_over")

    answer = reader.post(page, {"drivkraft": ["oldest", "trust"]})

    assert answer.status_code == 302
    rows = {row.ready_key: row for row in OwnDriver.objects.filter(start=start)}
    assert set(rows) == {"oldest", "trust"}
    oldest = next(one for one in READY if one.key == "oldest")
    claim = rows["oldest"].claim
    assert (claim.kind, claim.status, claim.horizon) == (ClaimKind.DRIVER, "completed", "longer")
    assert {edge.figure.indicator for edge in claim.evidence.all()} == set(oldest.evidence)
    assert 'value="oldest"' not in reader.get(page).content.decode()
    assert reader.post(page, {"drivkraft": ["oldest"]}).status_code == 200
    assert OwnDriver.objects.count() == 2


def test_own_driver_is_written_with_evidence_and_faults_keep_what_was_typed(start):
    reader, page = client(who(start, "tjanst0")), address(start, "write")
    typed = {"namn": "Ny järnväg", "text": "Den flyttar orten närmare staden.", "omrade": "own"}
    typed |= {"sikt": "longer", "vad": "possibility", "matt": "n01951, N99999"}

    refused = reader.post(page, typed)

    assert refused.status_code == 422
    assert 'value="Ny järnväg"' in refused.content.decode()
    assert "N99999" in refused.content.decode()
    assert reader.post(page, typed | {"matt": "n01951"}).status_code == 302
    row = OwnDriver.objects.get()
    assert (row.area, row.nature, row.name) == (DriverArea.OWN, Nature.POSSIBILITY, "Ny järnväg")
    assert [edge.figure.indicator for edge in row.claim.evidence.all()] == ["N01951"]


def test_placement_is_one_for_each_and_is_changed_by_its_owner(start):
    row, one = driver(start), who(start, "s0")
    reader, page = client(one), address(start, "driver", driver=row.number)

    first = reader.post(page, {"verkan": "5", "osakerhet": "2"})
    second = reader.post(page, {"verkan": "4", "osakerhet": "2"})
    refused = reader.post(page, {"verkan": "9", "osakerhet": "2"})

    assert (first.status_code, second.status_code, refused.status_code) == (302, 302, 422)
    assert list(DriverPlacement.objects.values_list("person", "role", "effect", "uncertainty")) == [
        (one.pk, "ruling", 4, 2)
    ]
    assert 'id="v4" name="verkan" value="4" required checked' in reader.get(page).content.decode()


def test_fewer_than_five_are_never_shown_and_five_are_sorted(start):
    row = driver(start)
    place_all(row, ["s0", "s1", "s2", "m0"], 5, 5)
    reader = client(who(start, "tjanst0"))
    page = address(start, "driver", driver=row.number)

    before = placed_driver(start, row.number, who(start, "m1"))
    shown = reader.get(page).content.decode()
    place_all(row, ["m1"], 5, 5)
    after = placed_driver(start, row.number, who(start, "m1"))

    assert (before.answers, before.sorting) == (FEWEST - 1, None)
    assert "Hittills: 4." in shown
    assert after.sorting is not None
    assert after.sorting.kind is SortKind.CRITICAL
    assert "Kritiska osäkerheter" in reader.get(address(start, "register")).content.decode()


def test_role_of_few_is_not_shown_nor_to_be_reckoned(start):
    row = driver(start)
    officials = [f"tjanst{number}" for number in range(6)]
    place_all(row, [*officials, "s0", "s1"], 4, 1)

    few = spreads_by_group(placed_driver(start, row.number, who(start, "s0")))
    place_all(row, ["s2", "m0", "m1"], 4, 1)
    many = spreads_by_group(placed_driver(start, row.number, who(start, "s0")))

    # Two of the ruling side beside six officials would be the difference: the officials are not shown either.
    assert few == []
    assert [group.name.key for group in many] == ["role.official"]


def test_register_asks_the_database_as_often_with_one_driver_as_with_three(
    start, django_assert_max_num_queries
):
    reader = who(start, "s0")
    for name in ("Ett", "Två", "Tre"):
        driver(start, name)

    with django_assert_max_num_queries(3):
        assert len(placed_drivers(start, reader)) == 3


def test_cross_is_written_with_ends_names_and_signs_and_shown_with_todays_values(start):
    across, up = driver(start), driver(start, "Varmare klimat")
    reader, page = client(who(start, "m2")), address(start, "crosses")
    chosen = {"tvars": across.number, "upp": up.number}

    form = reader.get(page, chosen).content.decode()
    ends = {"tvars-1": "mycket", "tvars-2": "lite", "upp-1": "snabbt"}
    refused = reader.post(page, {**chosen, **ends, "upp-2": " "})
    full = {**chosen, **ends, "upp-2": "långsamt", "namn-first-first": "Full fart"}
    kept = reader.post(page, full | {"tecken-first-first": ["N01957:rising"]})

    assert 'value="N01957:rising"' in form
    assert refused.status_code == 422
    assert "Skriv vad båda ändarna" in refused.content.decode()
    assert kept.status_code == 302
    shown = reader.get(kept.headers["Location"]).content.decode()
    assert "Full fart" in shown
    assert "Äldre från 80 år stiger. Nu" in shown
    assert Cross.objects.get().futures.count() == 4


def test_cross_without_two_drivers_says_what_to_do(start):
    shown = client(who(start, "s0")).get(address(start, "crosses")).content.decode()

    assert "Registret behöver minst två drivkrafter." in shown


def test_register_and_every_page_open_in_both_languages(start):
    row = driver(start, ready_key="oldest")
    made = cross(start, row, driver(start, "Varmare klimat"))
    reader = client(who(start, "s0"))

    for language in ("sv", "en"):
        for name, parts in (
            ("register", {}),
            ("take_over", {}),
            ("write", {}),
            ("crosses", {}),
            ("driver", {"driver": row.number}),
            ("cross", {"cross": made.number}),
        ):
            with override(language):
                answer = reader.get(address(start, name, **parts))
            assert (name, answer.status_code) == (name, 200)
    for name, parts in (("driver", {"driver": 999}), ("cross", {"cross": 9})):
        assert reader.get(address(start, name, **parts)).status_code == 404


def test_actions_refuse_what_cannot_be(start, leader):
    row = driver(start, ready_key="oldest")
    new = NewDriver("", "x", DriverArea.OWN, Horizon.TERM, Nature.BOTH)

    for refused in (new, NewDriver("x" * 201, "x", DriverArea.OWN, Horizon.TERM, Nature.BOTH)):
        with pytest.raises(DriverRefused):
            write_drivers(start, [refused], by=who(start, "s0"), at=later(2))
    with pytest.raises(DriverRefused):
        driver(start, ready_key="oldest")
    with pytest.raises(DriverRefused):
        place_driver(row, effect=0, uncertainty=3, by=who(start, "s0"), at=later(2))
    with pytest.raises(NotPermitted):
        place_driver(row, effect=3, uncertainty=3, by=leader, at=later(2))
