"""How does every open page learn at once that something of the day has changed?

One question to the database a process and quarter of a second, however many listen: which versions have the days that
somebody here listens to? Each listener is sent the number and nothing else; what it means is asked for with the rights
of the one who asks. Raw ASGI, since Django would hold a thread for each listener.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

PATH = re.compile(r"^/handelser/([A-Z0-9]{4,12})$")
SECONDS_BETWEEN_POLLS = 0.25
SECONDS_BETWEEN_SIGNS_OF_LIFE = 15.0
MOST_LISTENERS = 6000
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    # Tells nginx to pass each event on at once.
    (b"x-accel-buffering", b"no"),
]


class Versions:
    """The versions of the days that are listened to in this process, and those who wait for a newer one."""

    def __init__(self) -> None:
        self.now: dict[str, int] = {}
        self.listeners: dict[str, int] = {}
        self._changed: dict[str, asyncio.Event] = {}
        self._poll: asyncio.Task[None] | None = None
        # One thread and so one connection to the database, whatever else the process does.
        self._thread = ThreadPoolExecutor(1, "avstamp-live")

    @property
    def number_of_listeners(self) -> int:
        """How many pages are open."""
        return sum(self.listeners.values())

    async def join(self, code: str) -> bool:
        """Listen to a day; False when there is none of that code, or no room."""
        if self.number_of_listeners >= MOST_LISTENERS:
            return False
        if code not in self.now:
            found = await self._read([code])
            if code not in found:
                return False
            self.now[code] = max(found[code], self.now.get(code, 0))
        self.listeners[code] = self.listeners.get(code, 0) + 1
        if self._poll is None or self._poll.done():
            self._poll = asyncio.get_running_loop().create_task(self._go_on())
        return True

    def leave(self, code: str) -> None:
        """Listen no more."""
        self.listeners[code] -= 1
        if not self.listeners[code]:
            del self.listeners[code]
            self.now.pop(code, None)
            self._changed.pop(code, None)

    async def newer(self, code: str, seen: int, *, within: float) -> int | None:
        """The day's version as soon as it is newer than the one seen; None when it is not in time."""
        if self.now[code] > seen:
            return self.now[code]
        event = self._changed.setdefault(code, asyncio.Event())
        try:
            await asyncio.wait_for(event.wait(), within)
        except TimeoutError:
            return None
        return self.now.get(code)

    async def _go_on(self) -> None:
        while self.listeners:
            for code, version in (await self._read(list(self.listeners))).items():
                if code in self.listeners and version > self.now.get(code, -1):
                    self.now[code] = version
                    if (event := self._changed.pop(code, None)) is not None:
                        event.set()
            await asyncio.sleep(SECONDS_BETWEEN_POLLS)

    async def _read(self, codes: list[str]) -> dict[str, int]:
        return await asyncio.get_running_loop().run_in_executor(self._thread, _versions, codes)


def _versions(codes: list[str]) -> dict[str, int]:
    from django.db import DatabaseError, connection

    from avstamp.web.room.models import Day

    try:
        return dict(Day.objects.filter(code__in=codes).values_list("code", "version"))
    except DatabaseError:
        # A busy or restarted database is asked again at the next turn, with a fresh connection.
        connection.close()
        return {}


def with_events(pages: Application, versions: Versions | None = None) -> Application:
    """The application with the streams of events before its pages."""
    known = versions or Versions()

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        found = PATH.match(scope.get("path", "")) if scope["type"] == "http" else None
        if found is None:
            await pages(scope, receive, send)
        elif not _comes_from_here(scope):
            await _refuse(send, 403)
        elif scope["method"] != "GET" or not await known.join(found[1]):
            await _refuse(send, 404)
        else:
            try:
                await _stream(known, found[1], receive, send)
            finally:
                known.leave(found[1])

    return answer


async def _stream(versions: Versions, code: str, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    seen = versions.now[code]
    await _say(send, f"retry: 2000\ndata: {seen}\n\n")
    gone = asyncio.ensure_future(_until_gone(receive))
    try:
        while not gone.done():
            waiting = asyncio.ensure_future(versions.newer(code, seen, within=SECONDS_BETWEEN_SIGNS_OF_LIFE))
            await asyncio.wait({gone, waiting}, return_when=asyncio.FIRST_COMPLETED)
            if not waiting.done():
                waiting.cancel()
                break
            version = waiting.result()
            await _say(send, ":\n\n" if version is None else f"data: {version}\n\n")
            seen = seen if version is None else version
    finally:
        gone.cancel()


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _say(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def _refuse(send: Send, status: int) -> None:
    await send(
        {"type": "http.response.start", "status": status, "headers": [(b"cache-control", b"no-store")]}
    )
    await send({"type": "http.response.body", "body": b""})


def _comes_from_here(scope: Scope) -> bool:
    """Whether a page of another site asks: browsers then say which."""
    headers = {name: value for name, value in scope["headers"] if name in (b"origin", b"host")}
    origin = headers.get(b"origin")
    return origin is None or origin.partition(b"://")[2] == headers.get(b"host")
