"""What does the address of a report answer?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.facts.unit import Unit
from avstamp.library.facts import open_fact_base
from avstamp.library.report import build_report
from avstamp.library.report.files import render_document
from avstamp.web.attachments import attachment
from avstamp.web.units import with_unit


@with_unit
def report(request: HttpRequest, unit: Unit, suffix: str) -> HttpResponse:
    """Give a unit's report as a file of the kind that the address ends with."""
    document = build_report(open_fact_base(), unit, today=legal_day(timezone.now()))
    content = render_document(document, suffix=f".{suffix}", language=get_language() or "sv")
    return attachment(content, f"avstamp-{unit.id}.{suffix}")
