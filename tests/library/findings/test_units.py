"""Every finding of every unit says what the fact base says, in Swedish and in English."""

from __future__ import annotations

import pytest
from tests.library.findings.facts import Record, numbers_in, words_apart

from avstamp import places
from avstamp.domain.facts.indicator import Direction
from avstamp.domain.position.findings.finding import Objection, Side
from avstamp.domain.position.findings.parameters import OUTERMOST
from avstamp.domain.thread.addresses import parse_address
from avstamp.domain.values import Phrase, UnitKind
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import UnitFindings, unit_findings
from avstamp.library.findings.objects import findings_object
from avstamp.library.findings.panels import directed_indicators, judge_kind
from avstamp.library.report import finding_words
from avstamp.phrases import LANGUAGES, say


@pytest.fixture(scope="module")
def fact_base():
    return open_fact_base(places.starter_fact_base())


@pytest.fixture(scope="module")
def record(fact_base):
    kinds = (UnitKind.MUNICIPALITY, UnitKind.REGION)
    return Record(fact_base, {id for kind in kinds for id in directed_indicators(fact_base, kind)})


@pytest.fixture(scope="module")
def everyone(fact_base):
    return [unit_findings(fact_base, unit) for unit in fact_base.units.all]


def subject(phrase):
    """Which kind of sentence a phrase is."""
    parts = phrase.key.removeprefix("finding.").removeprefix("figure.").split(".")
    return ".".join(parts[:2]) if parts[0] in ("against", "caution") else parts[0]


def stated(finding, kind):
    """Numbers that are the method's own answer, with no other reading in the fact base."""
    certainty = finding.certainty
    return {
        "certainty": [certainty.until, min(int(100 * certainty.measured), finding_words.SUREST)],
        "place": [certainty.until, finding_words.WITHIN, certainty.highest_place, certainty.lowest_place],
        "against.few_years": [certainty.years],
        "against.improving": [finding.change.since if finding.change else None],
        "against.worsening": [finding.change.since if finding.change else None],
    }.get(kind, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_in_every_sentence_of_all_units_equals_the_fact_base(everyone, record, language):
    checked = 0
    for findings in everyone:
        for finding in findings.all:
            expected = record.expected(finding)
            apart = words_apart(finding, language)
            for phrase in finding_words.sentences(finding):
                said = phrase.values["stand"] if phrase.key == "finding.claim" else phrase
                kind = subject(said)
                numbers = numbers_in(said, language, apart=apart)
                assert numbers == [*expected.get(kind, []), *stated(finding, kind)], (
                    findings.unit.id,
                    finding.indicator.id,
                    say(phrase, language),
                )
                checked += len(numbers)
    assert len(everyone) == 311
    assert checked > 20_000


def test_claim_is_the_name_and_how_it_stands(everyone):
    finding = next(finding for findings in everyone for finding in findings.all)
    told = say(finding_words.claim(finding), "sv")

    assert told == f"{finding.entry.names['sv']}: {say(finding_words.stand(finding), 'sv')}"


def test_claim_in_a_summary_says_which_side_it_is_on(everyone):
    finding = next(findings.challenges[0] for findings in everyone if findings.challenges)
    told = finding_words.leading_claim(finding)

    assert say(told, "sv") == f"Utmaning: {say(finding_words.claim(finding), 'sv')}"
    assert say(told, "en") == f"Challenge: {say(finding_words.claim(finding), 'en')}"


def test_findings_are_never_about_an_indicator_without_direction(everyone):
    directions = {finding.entry.direction for findings in everyone for finding in findings.all}

    assert directions == {Direction.HIGHER, Direction.LOWER}


def test_findings_lie_where_they_say(everyone):
    for findings in everyone:
        for finding in findings.all:
            worse = (finding.value < finding.quartile) is (finding.entry.direction is Direction.HIGHER)
            assert worse is (finding.side is Side.CHALLENGE)
            assert finding.share >= OUTERMOST
            assert finding.certainty.highest_place <= finding.certainty.lowest_place <= finding.n


def test_lists_are_short_and_spread(everyone):
    for findings in everyone:
        for side in (findings.challenges, findings.possibilities):
            areas = [finding.entry.area for finding in side]
            assert len(side) <= 12
            assert max((areas.count(area) for area in areas), default=0) <= 3
            assert len({finding.indicator.id for finding in side}) == len(side)


def test_regions_are_not_judged_by_municipalities_work(fact_base):
    judged = judge_kind(fact_base, UnitKind.REGION).panel

    assert {"elder_care", "preschool"} & set(judged.areas) == set()


def test_country_has_no_findings(fact_base):
    with pytest.raises(ValueError, match="country"):
        unit_findings(fact_base, fact_base.units.country)


def test_address_reads_back_and_tells_findings_apart(everyone):
    addresses = [finding.address for findings in everyone for finding in findings.all]

    assert len(set(addresses)) == len(addresses)
    assert [parse_address(str(address)) for address in addresses[:50]] == addresses[:50]


def test_objections_are_never_left_out(everyone):
    for findings in everyone:
        for finding in findings.all:
            assert finding_words.against(finding)
            assert (Objection.SMALL in finding.objections) is (
                finding.unit.kind is UnitKind.MUNICIPALITY and finding.inhabitants < 10_000
            )


def test_leading_findings_come_from_areas_of_their_own_first(everyone):
    for findings in everyone:
        leading = findings.leading(Side.POSSIBILITY)
        areas = {finding.entry.area for finding in findings.possibilities}
        assert len({finding.entry.area for finding in leading}) == min(3, len(areas))
        assert len(leading) == min(3, len(findings.possibilities))


def test_findings_as_data_have_every_sentence_in_both_languages(everyone):
    document = findings_object(everyone[0])
    first = (document["challenges"] + document["possibilities"])[0]

    assert set(first["text"]) == {"sv", "en"}
    assert len(first["text"]["sv"]) == len(first["text"]["en"])
    assert first["text"]["sv"][0] == first["claim"]["sv"]


def test_nothing_found_is_said_in_words(fact_base):
    unit = fact_base.units.get("1481")
    empty = UnitFindings(unit, (), (), 2022, 0)

    assert empty.leading(Side.CHALLENGE) == ()
    assert say(Phrase("finding.none.challenge"), "sv") == "Inget sticker ut säkert nog åt det sämre hållet."
