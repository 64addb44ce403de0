"""Is this a server for this machine alone, asked from this machine? What the demonstration's role switching rests on.

Everything has to say so at once: the server listens on loopback, answers to no other name, and the request comes from
loopback, under a loopback name, through nobody. A proxy on the same machine comes from loopback too: it is known by
the names it lets through, by the headers it sets, or by the page the form was sent from.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

NAMES = frozenset({"localhost", "127.0.0.1", "::1", "[::1]"})
PASSED_ON = (
    "HTTP_X_FORWARDED",
    "HTTP_FORWARDED",
    "HTTP_VIA",
    "HTTP_X_REAL",
    "HTTP_X_CLIENT",
    "HTTP_TRUE_CLIENT",
)
"""How the names of headers begin that only a proxy sets, or one who wants to seem to be somewhere else."""


def for_this_machine(request: HttpRequest) -> bool:
    """Whether only this machine can be asking; a form must have been sent from a page of this machine's own."""
    return (
        settings.SERVES_THIS_MACHINE_ONLY
        and all(name in NAMES for name in settings.ALLOWED_HOSTS)
        and is_loopback(request.META.get("REMOTE_ADDR", ""))
        and split_domain_port(request.META.get("HTTP_HOST", ""))[0] in NAMES
        and not any(name.startswith(PASSED_ON) for name in request.META)
        and (request.method in ("GET", "HEAD") or _sent_from_here(request))
    )


def is_loopback(address: str) -> bool:
    """Whether a network address is the machine's own.

    Example:
        >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0"), is_loopback("")
        (True, True, False, False)
    """
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _sent_from_here(request: HttpRequest) -> bool:
    origin = request.META.get("HTTP_ORIGIN") or request.META.get("HTTP_REFERER") or ""
    # The host of "http://[::1]:8000" is written without its brackets.
    return urlsplit(origin).hostname in NAMES
