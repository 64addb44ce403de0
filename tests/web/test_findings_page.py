"""The page of findings tells each with how sure it is and what speaks against it, in both languages."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html
from tests.web.pages import fetch

from avstamp import places
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import unit_findings

ADDRESS = "/{unit}/nulage/iakttagelser/"


def found(unit):
    base = open_fact_base(places.starter_fact_base())
    return unit_findings(base, base.units.get(unit))


@pytest.mark.parametrize("unit", ["1481", "2584", "0014", "0009"])
def test_page_lists_every_finding_with_its_figure_and_what_speaks_against_it(unit):
    page = html.fromstring(fetch(ADDRESS.format(unit=unit)))
    findings = found(unit).all
    links = [
        link.get("href")
        for link in page.xpath("//ul[@class='deviation-list']/li/p[1]/a[contains(@href, '/figur/')]")
    ]

    assert sorted(links) == sorted(f"/{unit}/figur/{finding.indicator.id}/" for finding in findings)
    details = page.xpath("//ul[@class='deviation-list']/li/details")
    assert len(details) == len(findings)
    assert all(detail.xpath("./ul/li") for detail in details)


def test_page_is_there_in_english():
    page = html.fromstring(fetch("/en" + ADDRESS.format(unit="1481")))

    assert page.xpath("//h1")[0].text_content() == "Findings: Mölndal"
    assert "What speaks against it?" in page.text_content()


def test_page_where_nothing_stands_out_says_so():
    base = open_fact_base(places.starter_fact_base())
    silent = next(unit for unit in base.units.all if not unit_findings(base, unit).challenges)

    assert "Inget sticker ut säkert nog åt det sämre hållet." in fetch(ADDRESS.format(unit=silent.id))


def test_data_hold_the_same_findings_as_the_page():
    document = Client().get("/1481/nulage/iakttagelser.json").json()
    findings = found("1481")

    assert document["unit"] == {"id": "1481", "name": "Mölndal"}
    assert [one["address"] for one in document["challenges"]] == [
        str(one.address) for one in findings.challenges
    ]
    assert [one["value"] for one in document["possibilities"]] == [
        one.value for one in findings.possibilities
    ]


def test_name_in_the_address_leads_to_the_id():
    assert Client().get("/mölndal/nulage/iakttagelser/").status_code == 302
