"""A start's own drivers: taken over, written, placed by each, shown as sums, crossed; everyone has the same rights."""

import pytest
from django.utils.translation import override
from tests.web.outlook.working import address, client, who, working_start
from tests.web.starts import cross, driver, later, person

from avstamp.domain.outlook.drivers import FEWEST, READY, DriverArea, Nature, SortKind
from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.claims import ClaimKind, Horizon
from avstamp.domain.thread.staleness import Verdict
from avstamp.web.audit.models import Event
from avstamp.web.outlook.actions import DriverRefused, NewDriver, place_driver, write_drivers
from avstamp.web.outlook.changing import withdraw_driver
from avstamp.web.outlook.models import Cross, DriverPlacement, OwnDriver
from avstamp.web.outlook.queries import placed_driver, placed_drivers, spreads_by_group, taken_keys
from avstamp.web.start.permitting import NotPermitted
from avstamp.web.thread.actions import advance_claim, answer_claim, write_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return person("pia")


@pytest.fixture
def start(leader):
    """An opened start with six officials and three of each of two parties."""
    return working_start(leader, officials=6, elected=3)


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
    assert "Kryssa för minst en drivkraft att hämta." in reader.post(page).content.decode()
    assert OwnDriver.objects.count() == 2


TYPED = {
    "namn": "Ny järnväg",
    "text": "Den flyttar orten närmare staden.",
    "omrade": "own",
    "sikt": "longer",
    "vad": "possibility",
}


def test_evidence_is_searched_added_and_taken_away_without_losing_what_was_typed(start):
    reader, page = client(who(start, "tjanst0")), address(start, "write")
    finding = write_claim(
        start,
        ClaimKind.FINDING,
        "Fler äldre bor ensamma",
        author=Author(AuthorKind.JOINT),
        owner=None,
        by=None,
        at=later(2),
    )
    advance_claim(finding, DocumentStatus.COMPLETED, by=None, at=later(2))

    asked = reader.get(page, {"sok": "äldre"}).content.decode()
    none = reader.get(page, {"sok": "xyzzy"}).content.decode()
    nearly = reader.get(page, {"sok": "arbetslöshetens"}).content.decode()
    added = reader.post(page, TYPED | {"underlag": ["N01957"], "lagg-till": f"#{finding.number}"})
    taken = reader.post(page, TYPED | {"underlag": ["N01957", "N01951"], "ta-bort": "N01951"})

    assert 'name="lagg-till" value="N01957"' in asked
    assert f'name="lagg-till" value="#{finding.number}"' in asked
    assert "svarar mot ”xyzzy”" in none
    assert "De här liknar." in nearly
    assert added.status_code == 200
    assert 'value="Ny järnväg"' in added.content.decode()
    assert f'name="underlag" value="#{finding.number}"' in added.content.decode()
    assert 'name="underlag" value="N01957"' in taken.content.decode()
    assert 'name="underlag" value="N01951"' not in taken.content.decode()
    assert OwnDriver.objects.count() == 0


def test_own_driver_is_written_with_evidence_and_signs_and_faults_keep_what_was_typed(start):
    reader, page = client(who(start, "tjanst0")), address(start, "write")

    refused = reader.post(page, TYPED | {"underlag": ["N01951", "N99999"], "spara": "1"})

    assert refused.status_code == 422
    assert 'value="Ny järnväg"' in refused.content.decode()
    assert "N99999" in refused.content.decode()
    sent = TYPED | {"underlag": ["N01951", "N01957"], "tecken-N01957": "rising", "spara": "1"}
    kept = reader.post(page, sent)
    assert kept.status_code == 302
    row = OwnDriver.objects.get()
    assert (row.area, row.nature, row.name) == (DriverArea.OWN, Nature.POSSIBILITY, "Ny järnväg")
    assert sorted(edge.figure.indicator for edge in row.claim.evidence.all()) == ["N01951", "N01957"]
    assert "Äldre från 80 år stiger. Nu" in reader.get(kept.headers["Location"]).content.decode()


def test_driver_without_evidence_says_so(start):
    reader = client(who(start, "tjanst0"))

    kept = reader.post(address(start, "write"), TYPED | {"spara": "1"})

    shown = reader.get(kept.headers["Location"]).content.decode()
    assert "Den är ett påstående utan underlag." in shown
    assert "inget underlag" in reader.get(address(start, "register")).content.decode()


def own_driver(start, name):
    """A driver that someone has written on the page."""
    client(who(start, name)).post(address(start, "write"), TYPED | {"underlag": ["N01951"], "spara": "1"})
    return OwnDriver.objects.get(name="Ny järnväg")


def test_author_words_a_driver_anew_and_what_was_placed_before_is_marked(start):
    row = own_driver(start, "tjanst0")
    place_all(row, ["s0", "s1", "s2", "m0", "m1"], 5, 5)
    author, page = client(who(start, "tjanst0")), address(start, "edit_driver", driver=row.number)
    shown = author.get(page).content.decode()
    anew = TYPED | {"namn": "Dubbelspår", "lydelse": "1", "underlag": ["N01957"], "spara": "1"}

    changed = author.post(page, anew)
    stale = author.post(page, anew)
    place_all(row, ["m1"], 4, 4)

    assert 'name="underlag" value="N01951"' in shown
    assert (changed.status_code, stale.status_code) == (302, 422)
    assert "Någon har ändrat drivkraften" in stale.content.decode()
    row.refresh_from_db()
    earlier = row.earlier.get()
    assert (row.name, row.version, earlier.name, earlier.version) == ("Dubbelspår", 2, "Ny järnväg", 1)
    assert row.claim.replaces == earlier.claim
    placed = placed_driver(start, row.number, who(start, "s0"))
    assert (placed.answers, placed.older, placed.mine_is_older) == (5, 4, True)
    assert placed.sorting is not None
    text = client(who(start, "s0")).get(address(start, "driver", driver=row.number)).content.decode()
    assert "4 av 5 svar gäller en tidigare lydelse." in text
    assert "Du bedömde en tidigare lydelse." in text
    assert "Gällde till" in text
    assert kinds(start)[-3:] == ["claim.answered", "driver.edited", "driver.placed"]


def kinds(start):
    """The actions in the record, in order."""
    return list(Event.objects.filter(organisation=start.organisation.key).values_list("action", flat=True))


def test_withdrawn_driver_is_shown_with_its_reason_and_is_neither_sorted_crossed_nor_placed(start):
    row, other = own_driver(start, "tjanst0"), driver(start, "Varmare klimat")
    place_all(row, ["s0", "s1", "s2", "m0", "m1"], 5, 5)
    made = cross(start, row, other)
    author, page = client(who(start, "tjanst0")), address(start, "withdraw_driver", driver=row.number)

    without = author.post(page, {"skal": " "})
    done = author.post(page, {"skal": "Banan byggs inte."})

    assert (without.status_code, done.status_code) == (422, 302)
    register = author.get(address(start, "register")).content.decode()
    assert "Banan byggs inte." in register
    assert "Kritiska osäkerheter" not in register
    assert "1. Ny järnväg" not in author.get(address(start, "crosses")).content.decode()
    shown = author.get(address(start, "driver", driver=row.number)).content.decode()
    assert 'name="verkan"' not in shown
    assert (
        "Ny järnväg är återtagen" in author.get(address(start, "cross", cross=made.number)).content.decode()
    )
    for refused in (
        lambda: place_all(row, ["m2"], 3, 3),
        lambda: cross(start, row, other),
        lambda: withdraw_driver(row, "Igen", by=who(start, "tjanst0"), at=later(3)),
    ):
        with pytest.raises(DriverRefused):
            refused()
    assert "driver.withdrawn" in kinds(start)


def test_only_who_answers_for_a_driver_changes_it_and_others_read_why_not(start):
    row, other = own_driver(start, "tjanst0"), client(who(start, "m0"))

    for name in ("edit_driver", "withdraw_driver"):
        page = address(start, name, driver=row.number)
        assert "Den som skrev drivkraften kan ändra" in other.get(page).content.decode()
        sent = TYPED | {"lydelse": "1", "spara": "1", "skal": "För att"}
        assert other.post(page, sent).status_code == 403
    row.refresh_from_db()
    assert (row.version, row.withdrawn_at) == (1, None)


def test_ready_driver_that_was_withdrawn_may_be_taken_over_again(start):
    row = driver(start, ready_key="oldest")
    assert taken_keys(start) == {"oldest"}

    withdraw_driver(row, "Vi började om", by=who(start, "s0"), at=later(2))

    assert taken_keys(start) == set()
    assert driver(start, ready_key="oldest").number != row.number


def test_what_the_thread_says_of_a_drivers_claim_counts_in_the_register(start):
    row, gone = own_driver(start, "tjanst0"), driver(start, "Varmare klimat")
    author = who(start, "tjanst0")
    new = write_claim(
        start,
        ClaimKind.DRIVER,
        "Banan blir enkelspårig.",
        author=Author(AuthorKind.JOINT),
        owner=author,
        replaces=row.claim,
        by=author,
        at=later(2),
    )
    advance_claim(new, DocumentStatus.COMPLETED, by=author, at=later(2))
    answer_claim(gone.claim, Verdict.WITHDRAWN, by=author, at=later(2))

    page = client(author).get(address(start, "driver", driver=row.number)).content.decode()
    place_all(row, ["s0"], 3, 3)

    assert "Banan blir enkelspårig." in page
    row.refresh_from_db()
    assert (row.claim, row.version, row.placements.get().version) == (new, 2, 2)
    assert placed_driver(start, gone.number, author).withdrawn
    assert "Återtagen i tråden." in client(author).get(address(start, "register")).content.decode()


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

    with django_assert_max_num_queries(5):
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
            ("edit_driver", {"driver": row.number}),
            ("withdraw_driver", {"driver": row.number}),
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
