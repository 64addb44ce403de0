"""What happens when a page meets an error that Avstamp itself raised?"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from avstamp.web.site.errors import answer_error

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
