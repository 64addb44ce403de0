"""How does every open page learn at once that something of the day has changed?

One question to the database a process and a fraction of a second, however many listen: which versions have the days
that somebody here listens to? Telephones are told when the agenda moves, screens at each answer too. Each is sent a
number and nothing else; what it means is asked for with the rights of the one who asks. Who may listen is told in
`listening`, and is asked again all the time that a stream is open. Raw ASGI: Django would hold a thread a listener.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any, TypeVar

from avstamp.web.room.listening import Claim, Listening, Refusal, Rights, Versions, claim_of, comes_from_here

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Result = TypeVar("Result")

SECONDS_BETWEEN_POLLS = 0.2
SECONDS_BETWEEN_SIGNS_OF_LIFE = 15.0
MOST_LISTENERS = 6000
MOST_BY_SLIP = 3000
"""Pages open with nothing but the code, which everyone in the room knows: never all the room there is."""
MOST_OF_ONE = 8
"""Streams of one seat or session: a person's devices and windows."""
TOLD_TOGETHER, SECONDS_BETWEEN_TELLINGS = 40, 0.1
"""Telephones are told so many at a time: a thousand that ask in the same instant are all answered late."""
RETRY, RETRY_OF_ONE_TOO_MANY = (1000, 4000), 60_000
"""Milliseconds until a browser whose stream broke asks again; drawn, so that not all come back in the same instant."""
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    # Tells nginx to pass each event on at once.
    (b"x-accel-buffering", b"no"),
]
SIGN_OF_LIFE = b":\n\n"
OVER = b"event: over\ndata: 0\n\n"
"""Tells the page that it may not listen any more, so that it does not ask again and again."""


class Stream:
    """One open page: what it listens to, the version it was last sent, and what it is to be sent next."""

    def __init__(self, listening: Listening, seen: int) -> None:
        self.listening = listening
        self.seen = seen
        self.is_over = False
        self.last_words = b""
        self.shows_life = False
        self.stirred = asyncio.Event()

    async def is_stirred(self) -> bool:
        """Wait until there may be something to say; False when it is over."""
        await self.stirred.wait()
        self.stirred.clear()
        return not self.is_over

    def end(self, last_words: bytes = b"") -> None:
        """Send what is to be sent last, and close."""
        self.is_over, self.last_words = True, last_words
        self.stirred.set()


class Hub:
    """The open streams of this process, and the versions of the days they are of."""

    def __init__(self, rights: Rights) -> None:
        self.rights = rights
        self.streams: dict[Stream, None] = {}
        self.now: Versions = {}
        self._tasks: set[asyncio.Task[None]] = set()
        # One thread and so one connection to the database, whatever else the process does.
        self._thread = ThreadPoolExecutor(1, "avstamp-live")

    async def open(self, claim: Claim) -> Stream | Refusal:
        """A stream for one who may have it."""
        if len(self.streams) >= MOST_LISTENERS or (claim.by_code_alone and self._by_code() >= MOST_BY_SLIP):
            return Refusal.FULL
        found = await self.ask(self.rights.admit, claim)
        if isinstance(found, Refusal):
            return found
        if found.code not in self.now:
            versions = await self.ask(self.rights.versions, [found.code])
            if not versions:
                return Refusal.UNKNOWN if versions is not None else Refusal.FULL
            self.now.setdefault(found.code, versions[found.code])
        stream = Stream(found, self.version_for(found))
        self._make_room(found)
        self.streams[stream] = None
        if not self._tasks:
            self._tasks = {asyncio.create_task(self._poll()), asyncio.create_task(self._show_life())}
        return stream

    def close(self, stream: Stream) -> None:
        """The page is open no more."""
        self.streams.pop(stream, None)

    def version_for(self, listening: Listening) -> int:
        """The version that one who listens so is told."""
        agenda, everything = self.now[listening.code]
        return everything if listening.to_answers else agenda

    async def ask(self, question: Callable[..., Result], *about: object) -> Result:
        """Ask the database, one thing at a time."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, question, *about)

    def _by_code(self) -> int:
        return sum(stream.listening.by_code_alone for stream in self.streams)

    def _make_room(self, new: Listening) -> None:
        """End the oldest of one's own streams that are too many: it may be of a page that lost its network."""
        if new.by_code_alone:
            return
        own = [stream for stream in self.streams if stream.listening == new]
        for stream in own[: max(0, len(own) + 1 - MOST_OF_ONE)]:
            self.close(stream)
            stream.end(b"retry: %d\n\n" % RETRY_OF_ONE_TOO_MANY)

    async def _poll(self) -> None:
        while True:
            codes = {stream.listening.code for stream in self.streams}
            self.now = {code: version for code, version in self.now.items() if code in codes}
            found = await self.ask(self.rights.versions, codes) if codes else {}
            if found is not None:
                self._take(codes, found)
            await asyncio.sleep(SECONDS_BETWEEN_POLLS)

    def _take(self, codes: set[str], found: Versions) -> None:
        moved = {code for code in codes & found.keys() if found[code] != self.now.get(code)}
        agenda = {code for code in moved if code in self.now and found[code][0] != self.now[code][0]}
        self.now |= found
        of_moved = [stream for stream in self.streams if stream.listening.code in moved]
        for stream in of_moved:
            if stream.listening.to_answers:
                stream.stirred.set()
        telephones = [
            one for one in of_moved if not one.listening.to_answers and one.listening.code in agenda
        ]
        if telephones:
            self._start(self._tell(telephones))
        for stream in self.streams:
            if stream.listening.code in codes - found.keys():
                stream.end(OVER)

    async def _tell(self, streams: list[Stream]) -> None:
        """Tell telephones group by group, in an order that is drawn anew each time."""
        random.shuffle(streams)
        for group in _groups(streams, TOLD_TOGETHER):
            for stream in group:
                stream.stirred.set()
            await asyncio.sleep(SECONDS_BETWEEN_TELLINGS)

    async def _show_life(self) -> None:
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_SIGNS_OF_LIFE)
            ended = await self.ask(self.rights.ended, {stream.listening for stream in self.streams})
            for stream in self.streams:
                if stream.listening in ended:
                    stream.end(OVER)
                else:
                    stream.shows_life = True
                    stream.stirred.set()

    def _start(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _groups(streams: Iterable[Stream], size: int) -> Iterator[list[Stream]]:
    left = iter(streams)
    while group := list(islice(left, size)):
        yield group


def with_events(pages: Application, hub: Hub) -> Application:
    """The application with the streams of events before its pages."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        claim = claim_of(scope) if scope["type"] == "http" else None
        if claim is None:
            await pages(scope, receive, send)
        elif not comes_from_here(scope):
            await _refuse(send, Refusal.NOT_ALLOWED)
        else:
            stream = await hub.open(claim)
            if isinstance(stream, Refusal):
                await _refuse(send, stream)
                return
            try:
                await _go_on(hub, stream, receive, send)
            finally:
                hub.close(stream)

    return answer


async def _go_on(hub: Hub, stream: Stream, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await _say(send, b"retry: %d\ndata: %d\n\n" % (random.randint(*RETRY), stream.seen))  # noqa: S311 - no secret
    gone = asyncio.create_task(_until_gone(stream, receive))
    try:
        while await stream.is_stirred():
            version = hub.version_for(stream.listening)
            if version > stream.seen:
                stream.seen = version
                await _say(send, b"data: %d\n\n" % version)
            elif stream.shows_life:
                await _say(send, SIGN_OF_LIFE)
            stream.shows_life = False
        await send({"type": "http.response.body", "body": stream.last_words, "more_body": False})
    finally:
        gone.cancel()


async def _until_gone(stream: Stream, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    stream.end()


async def _say(send: Send, text: bytes) -> None:
    await send({"type": "http.response.body", "body": text, "more_body": True})


async def _refuse(send: Send, refusal: Refusal) -> None:
    headers = [(b"cache-control", b"no-store"), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": refusal.value, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
