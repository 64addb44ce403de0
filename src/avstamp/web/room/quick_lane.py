"""How does a room of telephones get its pages without a thread and a database connection made for each request?

Django under ASGI runs each request that is not written for it in a thread of its own, which opens a connection to the
database and closes it again: more work than a vote is. The telephone's pages and the screen are therefore answered, by
the same middleware and views, in a few threads that stay and keep their connections. Whatever is longer than a form
can be, and every other page, goes Django's own way.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from django.core import signals
from django.core.exceptions import RequestDataTooBig
from django.core.handlers.asgi import ASGIRequest, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.db import connections
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import set_script_prefix

from avstamp.web.room.kept_screens import KeptScreens
from avstamp.web.room.listening import DatabaseRights

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

Answer = tuple[int, list[tuple[bytes, bytes]], bytes]
"""Status, headers and contents."""

PATHS = re.compile(r"^(?:/en)?/(?:(?:traff|lapp)/[^/]+/|start/[^/]+/\d+/traffar/\d+/skarm/$)")
SCREEN = re.compile(r"^(?:/en)?/start/[^/]+/\d+/traffar/\d+/skarm/$")
THREADS = 6
LONGEST_FORM = 65_536
SECONDS_TO_KEEP_A_CONNECTION = 60.0


class StayingHandler(BaseHandler):
    """Django's own chain of middleware and views, called from a thread that stays."""

    def __init__(self) -> None:
        super().__init__()
        self.load_middleware(is_async=False)
        self._screens = KeptScreens(DatabaseRights())

    def answer(self, scope: Scope, body: bytes) -> Answer:
        """The answer to a request; that of a screen is made once a version for all who may read it."""
        if not SCREEN.match(scope["path"]):
            return self.make(scope, body)
        try:
            return self._screens.answer(scope, lambda: self.make(scope, body))
        finally:
            _keep_connections()

    def make(self, scope: Scope, body: bytes) -> Answer:
        """What the middleware and the views answer."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        response = self._respond(scope, body)
        try:
            content = _content_of(response)
            headers = [
                (name.encode("ascii").lower(), value.encode("latin1")) for name, value in response.items()
            ]
            headers += [
                (b"set-cookie", one.output(header="").strip().encode()) for one in response.cookies.values()
            ]
            return response.status_code, headers, content
        finally:
            _keep_connections()
            response.close()

    def _respond(self, scope: Scope, body: bytes) -> HttpResponseBase:
        try:
            request = ASGIRequest(scope, BytesIO(body))
        except UnicodeDecodeError:
            return HttpResponseBadRequest()
        except RequestDataTooBig:
            return HttpResponse("413 Payload too large", status=413)
        return self.get_response(request)


def _keep_connections() -> None:
    """What Django has set to be closed after each request is from here on closed after a minute."""
    for connection in connections.all(initialized_only=True):
        if connection.connection is not None and connection.close_at is not None:
            connection.close_at = max(connection.close_at, _opened(connection))


def _opened(connection: Any) -> float:
    """Until when a connection is kept, told once for each that is opened."""
    kept: tuple[object, float] | None = getattr(connection, "avstamp_kept", None)
    if kept is None or kept[0] is not connection.connection:
        kept = (connection.connection, time.monotonic() + SECONDS_TO_KEEP_A_CONNECTION)
        connection.avstamp_kept = kept
    return kept[1]


def _content_of(response: HttpResponseBase) -> bytes:
    if isinstance(response, StreamingHttpResponse):
        return b"".join(response)
    assert isinstance(response, HttpResponse)
    return response.content


def with_quick_lane(pages: Application) -> Application:
    """The application with the telephone's pages and the screen answered by threads that stay."""
    handler = StayingHandler()
    threads = ThreadPoolExecutor(THREADS, "avstamp-lane")

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not PATHS.match(scope["path"]) or not _is_short(scope):
            await pages(scope, receive, send)
            return
        body = await _body(receive)
        if body is None:
            return
        loop = asyncio.get_running_loop()
        status, headers, content = await loop.run_in_executor(threads, handler.answer, scope, body)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    return answer


def _is_short(scope: Scope) -> bool:
    """Whether the request says that it is no longer than a form; one without contents says nothing."""
    headers = dict(scope["headers"])
    if b"transfer-encoding" in headers:
        return False
    length = headers.get(b"content-length", b"0")
    return length.isdigit() and int(length) <= LONGEST_FORM


async def _body(receive: Receive) -> bytes | None:
    """The whole of what is sent; None when the one who sends it leaves."""
    parts = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)
