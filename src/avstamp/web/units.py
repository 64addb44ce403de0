"""Which municipality or region is a page about?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from avstamp.domain.errors import UnknownUnit
from avstamp.library.facts import open_fact_base

View = Callable[..., HttpResponseBase]


def with_unit(view: View) -> View:
    """Give a view the unit its path names; a name in the path redirects to the id, which never changes.

    Raises:
        UnknownUnit: nothing answers to the path, or it is the country, which has no start of its own.
    """

    @wraps(view)
    def find(request: HttpRequest, unit: str, **parts: object) -> HttpResponseBase:
        found = open_fact_base().units.resolve(unit)
        if found.is_country:
            raise UnknownUnit(unit)
        if found.id != unit:
            match = request.resolver_match
            assert match is not None
            query = request.META.get("QUERY_STRING", "")
            address = reverse(match.view_name, kwargs={"unit": found.id, **parts})
            return HttpResponseRedirect(f"{address}?{query}" if query else address)
        return view(request, found, **parts)

    return find
