"""What else stands on a figure's page for one who is signed in, from apps that the pages of facts know nothing of?

An app that has something to say of figures registers a function when the server starts. Without a session nobody is
asked, so that the pages of facts ask the database nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from avstamp.domain.facts.reading import FigureReading


@dataclass(frozen=True)
class Part:
    """A part of the page: the template that draws it, its style sheet, and what the template is given."""

    template: str
    style: str
    context: Mapping[str, object]


Beside = Callable[[HttpRequest, FigureReading], Part | None]

_functions: list[Beside] = []


def register(function: Beside) -> None:
    """Ask a function for a part of every figure's page, from now on."""
    if function not in _functions:
        _functions.append(function)


def parts_beside(request: HttpRequest, reading: FigureReading) -> Sequence[Part]:
    """Every part for this reader; none for one without a session."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ()
    return [part for function in _functions if (part := function(request, reading)) is not None]
