"""What happens around every page: text made plain, an error of Avstamp's own told, memory given back?"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict

from avstamp.domain.errors import FactBaseUnusable
from avstamp.library.facts import open_fact_base
from avstamp.web.site.errors import answer_error

PAGES_BETWEEN_RELEASES = 10
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
"""Characters that a database, a spreadsheet or a document cannot hold."""

LINE_BREAK = re.compile("[\x0b\x0c]")
"""What slides and word processors have between lines and pages; comes along when text is pasted."""

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class ErrorPages:
    """Turns Avstamp's own errors into pages with the right status, by the table in `errors`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request, with the permissions that no page of ours needs turned off."""
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer an error of ours; leave every other to Django."""
        return answer_error(request, exception)


class PlainText:
    """Takes out of what is typed the characters that are no text, so that no form has to think of them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        """Make the fields plain before the view reads them; an address with such a character leads nowhere."""
        if NO_TEXT.search(request.path_info):
            raise BadRequest("a control character in the address")
        request.GET = _plain(request.GET)  # type: ignore[assignment]
        if request.method == "POST":
            request.POST = _plain(request.POST)  # type: ignore[assignment]


def _plain(query: QueryDict) -> QueryDict:
    """The same fields, as they are where nothing has to be taken out."""
    texts = [(name, text) for name, values in query.lists() for text in values]
    if not any(NO_TEXT.search(text) or LINE_BREAK.search(text) for _, text in texts):
        return query
    plain = QueryDict(mutable=True, encoding=query.encoding)
    for name, text in texts:
        plain.appendlist(name, NO_TEXT.sub("", LINE_BREAK.sub("\n", text)))
    return plain


class SmallMemory:
    """Gives back, every tenth page, the memory that the mapped fact base has filled by being read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._pages = count(1)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and then release."""
        response = self.get_response(request)
        if next(self._pages) % PAGES_BETWEEN_RELEASES == 0:
            with suppress(FactBaseUnusable):
                open_fact_base().release()
        return response
