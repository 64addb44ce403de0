"""What do the addresses of the record answer?"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avstamp.domain.start.permissions import Act
from avstamp.web.audit.queries import event_rows_after
from avstamp.web.start.access_page import access_page
from avstamp.web.start.record_page import record_page, verification
from avstamp.web.start.visit import Visit, with_start

MOST_DIGITS = 9
"""Digits of a page's number; a longer one is taken for none."""


@with_start
@require_safe
def record(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what has been done in a start, newest first, in words."""
    visit.require(Act.READ_AUDIT)
    page = record_page(visit, kind=request.GET.get("vad", ""), page=_page(request))
    return render(request, "start/record.html", {"visit": visit, "page": page})


@with_start
@require_safe
def check(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Hold the record to its chain and its signatures, and show what was found."""
    visit.require(Act.READ_AUDIT)
    whole, told = verification(visit)
    return render(request, "start/record_check.html", {"visit": visit, "whole": whole, "told": told})


@with_start
@require_safe
def as_lines(request: HttpRequest, visit: Visit) -> StreamingHttpResponse:
    """Give the organisation's whole record as JSON Lines, with the hash beside each event."""
    visit.require(Act.READ_ACTORS)
    organisation = visit.start.organisation.key
    headers = {"Content-Disposition": f'attachment; filename="logg-{organisation}.jsonl"'}
    return StreamingHttpResponse(_lines(organisation), content_type="application/jsonl", headers=headers)


@with_start
@require_safe
def access(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show when everyone got access, with the events that prove it."""
    visit.require(Act.READ_ACCESS_RECORD)
    return render(request, "start/access.html", {"visit": visit, "page": access_page(visit)})


async def _lines(organisation: str) -> AsyncIterator[str]:
    """Some events at a time, each lot read when the one before has been sent: an iterator that is not asynchronous
    would be read to its end, and held, before the server sends its first byte.
    """
    last = 0
    while rows := await sync_to_async(event_rows_after)(organisation, last):
        last = int(str(rows[-1]["number"]))
        yield "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _page(request: HttpRequest) -> int:
    asked = request.GET.get("sida", "")
    return int(asked) if asked.isdecimal() and len(asked) <= MOST_DIGITS else 1
