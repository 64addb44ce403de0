"""What do the addresses of forecasts answer?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from avstamp.domain.values import UnitKind
from avstamp.web.outlook.record_page import record_page

REGIONS = "regioner"


def record(request: HttpRequest) -> HttpResponse:
    """Show how the forecasts of the whole country have come true, for municipalities or for regions."""
    kind = UnitKind.REGION if request.GET.get("visa") == REGIONS else UnitKind.MUNICIPALITY
    return render(request, "outlook/record.html", {"page": record_page(kind), "kind": kind.value})
