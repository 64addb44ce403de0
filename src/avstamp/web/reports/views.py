"""What does the address of a report answer?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from avstamp.domain.facts.unit import Unit
from avstamp.library.facts import open_fact_base
from avstamp.library.report import build_report
from avstamp.library.report.files import render_document
from avstamp.web.units import with_unit

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


@with_unit
def report(request: HttpRequest, unit: Unit, suffix: str) -> HttpResponse:
    """Give a unit's report as a file of the kind that the address ends with."""
    document = build_report(open_fact_base(), unit, today=timezone.localdate())
    content = render_document(document, suffix=f".{suffix}", language=get_language() or "sv")
    answer = HttpResponse(content, content_type=TYPES[suffix])
    answer["Content-Disposition"] = f'attachment; filename="avstamp-{unit.id}.{suffix}"'
    return answer
