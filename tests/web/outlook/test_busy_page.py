"""A reader who is turned away is told when to come back."""

from __future__ import annotations

from django.test import RequestFactory

from avstamp.domain.errors import Busy
from avstamp.web.site.errors import answer_error


def test_a_full_queue_is_a_page_that_says_when_to_come_back():
    answer = answer_error(RequestFactory().get("/1481/omvarld/ekonomi/"), Busy(12))

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "Vänta 5 sekunder" in answer.content.decode()
