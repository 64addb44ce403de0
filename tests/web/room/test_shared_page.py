from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.http import HttpResponse

from avstamp.web.room.shared_page import made_once


def test_those_who_ask_in_the_same_instant_get_one_page_and_a_newer_version_its_own():
    made: list[int] = []
    together = Barrier(5)

    def make(version: int) -> HttpResponse:
        made.append(version)
        return HttpResponse(str(version))

    def ask(version: int) -> bytes:
        together.wait()
        return made_once(("a test of shared pages", version), lambda: make(version)).content

    with ThreadPoolExecutor(5) as readers:
        first = list(readers.map(ask, [1] * 5))
        second = list(readers.map(ask, [2] * 5))
    assert (first, second, made) == ([b"1"] * 5, [b"2"] * 5, [1, 2])


def test_a_page_is_not_kept_when_it_could_not_be_made():
    def fail() -> HttpResponse:
        raise ValueError("no page")

    for _ in range(2):
        try:
            made_once("a page that fails", fail)
        except ValueError:
            continue
        raise AssertionError("a page that was never made was found")
    assert made_once("a page that fails", lambda: HttpResponse("made")).content == b"made"
