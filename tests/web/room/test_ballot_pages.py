from __future__ import annotations

import pytest
from django.test import Client
from lxml import html
from tests.web.room.days import anonymous, opened_line, opened_start, slips
from tests.web.room.test_pages import check_page

from avstamp.domain.room.exercises import ExerciseKind
from avstamp.web.room.models import AgendaLine, AnonymousNote, AnonymousSum, SpentTicket

pytestmark = pytest.mark.django_db


def address_of(line: AgendaLine) -> str:
    return f"/lapp/{line.day.code}/{line.position}/"


def step(page: html.HtmlElement, address: str, **pressed: str) -> html.HtmlElement:
    """Send what the page's form carries together with what is pressed, as a browser without scripts does."""
    form = page.xpath("//form[@id='rosta']")[0]
    carried: dict[str, list[str]] = {}
    for field in form.xpath(".//input | .//textarea"):
        if name := field.get("name"):
            carried.setdefault(name, []).append(field.get("value") or field.text or "")
    for name, value in pressed.items():
        carried.setdefault(name.replace("_", "-"), []).append(value)
    return check_page(Client().post(address, carried))


def said(page: html.HtmlElement) -> list[str]:
    return [one.text_content().strip() for one in page.find_class("own-said")]


def test_a_ballot_goes_step_by_step_and_nothing_is_stored_before_it_is_cast():
    line = opened_line(opened_start(), anonymous(items=("Ett", "Två", "Tre")))
    (code,) = slips(line.day, ruling=1)
    address = address_of(line)
    page = check_page(Client().get(address))
    page = step(page, address, svar_0="agree")
    assert "2 av 3" in page.text_content()
    page = step(page, address, visa="0")
    assert page.xpath("//button[@data-chosen]/@value") == ["agree"]
    page = step(page, address, visa="alla")
    assert said(page) == ["Instämmer", "Inte besvarad", "Inte besvarad"]
    page = step(page, address, visa="1")
    page = step(step(page, address, svar_1="skip"), address, svar_2="disagree")
    assert said(page) == ["Instämmer", "Hoppade över", "Instämmer inte"]
    assert (AnonymousSum.objects.count(), SpentTicket.objects.count()) == (0, 0)
    page.xpath("//input[@name='lapp']")[0].set("value", code)
    assert "Svaret är räknat" in step(page, address).text_content()
    sums = AnonymousSum.objects.exclude(said="").order_by("item").values_list("item", "said", "n")
    assert list(sums) == [(0, "agree", 1), (1, "skip", 1), (2, "disagree", 1)]


def test_a_code_that_was_written_goes_along_and_is_not_cast_by_a_step():
    line = opened_line(opened_start(), anonymous())
    (code,) = slips(line.day, ruling=1)
    address = address_of(line)
    page = step(check_page(Client().get(address)), address, visa="alla")
    page.xpath("//input[@name='lapp']")[0].set("value", code)
    page = step(page, address, visa="0")
    page = step(page, address, svar_0="agree")
    assert SpentTicket.objects.count() == 0
    page = step(page, address, svar_1="agree")
    assert page.xpath("string(//input[@id='lapp']/@value)") == code


def test_needs_are_the_same_from_step_to_step_and_half_an_answer_is_none():
    line = opened_line(opened_start(), anonymous(ExerciseKind.BEST_WORST, items=tuple("abcdefgh")))
    (code,) = slips(line.day, ruling=1)
    address = address_of(line)
    page = check_page(Client().get(address))
    shown = sorted(page.xpath("//input[starts-with(@name, 'visade-')]/@value"))
    first = page.xpath("//button[@name='viktigast-0']/@value")
    page = step(page, address, viktigast_0=first[0])
    assert set(page.xpath("//button[@name='minst-0']/@value")) == set(first[1:])
    page = step(page, address, minst_0=first[1])
    assert sorted(page.xpath("//input[starts-with(@name, 'visade-')]/@value")) == shown
    second = page.xpath("//button[@name='viktigast-1']/@value")
    page = step(step(page, address, viktigast_1=second[0]), address, visa="alla")
    assert said(page)[2:] == ["Inte besvarad"] * 5
    page.xpath("//input[@name='lapp']")[0].set("value", code)
    step(page, address)
    together = ".".join(sorted(first))
    assert list(AnonymousSum.objects.exclude(said="").values_list("said", flat=True)) == [
        f"{together}+{first[0]}-{first[1]}"
    ]


def test_texts_are_looked_through_before_they_are_cast():
    line = opened_line(opened_start(), anonymous(ExerciseKind.COLLECTION))
    (code,) = slips(line.day, ruling=1)
    address = address_of(line)
    page = check_page(Client().get(address))
    page.xpath("//textarea")[0].text = "Vi talar inte om vägarna"
    page = step(page, address, visa="alla")
    assert "Vi talar inte om vägarna" in page.text_content()
    page = step(page, address, visa="0")
    assert page.xpath("//textarea")[0].text.strip() == "Vi talar inte om vägarna"
    page = step(page, address, visa="alla")
    page.xpath("//input[@name='lapp']")[0].set("value", code)
    step(page, address)
    assert AnonymousNote.objects.get().text == "Vi talar inte om vägarna"
