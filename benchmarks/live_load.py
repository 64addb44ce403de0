"""A server and what a room full of telephones and screens asks of it, for the benchmarks of live days."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CSRF = "benchmark0benchmark0benchmark012"
SCREENS = 5
AT_ONCE = "X-Avstamp-Answer: short\r\n"
"""What the telephone's script sends along while it has the next question already, as it has until the last."""


@dataclass
class Day:
    """The day that is voted on: where, by which codes, and with which cookies. `slips` for an anonymous round."""

    code: str
    lines: list[int]
    screen: str
    session: str
    secrets: list[str]
    slips: list[str]

    def cookies(self, seat: int) -> str:
        """What the telephone of a seat sends along."""
        return f"csrftoken={CSRF}; avstamp_plats_{self.code}={self.secrets[seat % len(self.secrets)]}"

    @property
    def leader(self) -> str:
        """What the leader's browser and the screens send along."""
        return f"csrftoken={CSRF}; sessionid={self.session}"


@dataclass(frozen=True)
class Server:
    """A running server: its process, which is the head of a group of its own, and its port."""

    process: subprocess.Popen[str]
    port: int

    def kill(self) -> None:
        """End it and everything it has started, at once and without a word, as kill -9 does."""
        os.killpg(self.process.pid, signal.SIGKILL)

    def processor_seconds(self) -> float:
        """Processor time that it and its children have used so far."""
        found = 0.0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                words = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(words[2]) == self.process.pid:
                found += (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
        return found


@contextmanager
def serving(environment: dict[str, str], command: Sequence[str] = (), processes: int = 1) -> Iterator[Server]:
    """A server of its own until the end of the block."""
    ours = [sys.executable, "-u", "-m", "avstamp.cli", "serve", "--port", "0", "--processes", str(processes)]
    with subprocess.Popen(
        command or ours, stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        while "http://" not in line:
            if not line:
                raise RuntimeError("the server did not start; its own words stand above")
            line = process.stdout.readline()
        server = Server(process, int(line.split("http://127.0.0.1:")[1].split(" ")[0]))
        try:
            yield server
        finally:
            server.kill()


async def ask(
    port: int, method: str, path: str, cookies: str, body: str = "", extra: str = ""
) -> tuple[int, str]:
    """One request on a connection of its own; status and the whole answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{extra}"
    if cookies:
        head += f"Cookie: {cookies}\r\n"
    if method == "POST":
        head += f"X-CSRFToken: {CSRF}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        head += f"Content-Length: {len(body)}\r\n"
    writer.write(f"{head}\r\n{body}".encode())
    try:
        answer = (await reader.read()).decode("utf-8", "replace")
    finally:
        writer.close()
    if not answer:
        raise ConnectionError("the server closed without an answer")
    return int(answer.split(" ", 2)[1]), answer


async def listen(port: int, path: str, cookies: str, tell: Callable[[int], None] | None = None) -> None:
    """One open page: reads its stream until it is cancelled, and tells each version."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    cookie = f"Cookie: {cookies}\r\n" if cookies else ""
    writer.write(f"GET {path}handelser HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{cookie}\r\n".encode())
    try:
        status = await reader.readline()
        if b" 200 " not in status:
            raise RuntimeError(f"{path}: no stream: {status!r}")
        while line := await reader.readline():
            if tell is not None and line.startswith(b"data:"):
                tell(int(line[5:]))
    finally:
        writer.close()


@dataclass
class Seen:
    """What the screens have seen: pairs of the instant and the version a page held; by the screen that saw it last."""

    newest: list[int] = field(default_factory=lambda: [0] * SCREENS)
    pages: list[list[tuple[float, int]]] = field(default_factory=lambda: [[] for _ in range(SCREENS)])

    def add(self, screen: int, version: int) -> None:
        """A screen has read a page."""
        if version > self.newest[screen]:
            self.newest[screen] = version
            self.pages[screen].append((time.perf_counter(), version))

    def first_at(self, screen: int, version: int) -> float:
        """When a screen had read a page of at least a version; never, if it has not."""
        return next((at for at, held in self.pages[screen] if held >= version), float("inf"))


async def screen(port: int, day: Day, number: int, seen: Seen) -> None:
    """A screen: reads its page, and at each newer version again."""
    heard = asyncio.Event()
    stream = asyncio.create_task(
        listen(port, day.screen.removesuffix("skarm/"), day.leader, lambda version: heard.set())
    )
    try:
        while True:
            await heard.wait()
            heard.clear()
            status, page = await ask(port, "GET", day.screen, day.leader)
            if status == 200 and (found := re.search(r'data-version="(\d+)"', page)):
                seen.add(number, int(found[1]))
    finally:
        stream.cancel()


async def vote(port: int, day: Day, number: int) -> bool:
    """The vote of this number, by name: whether the server acknowledged it. No benchmark reaches a last question."""
    seat, item = number % len(day.secrets), number // len(day.secrets)
    path = f"/traff/{day.code}/{day.lines[0]}/"
    status, _ = await ask(port, "POST", path, day.cookies(seat), f"svar-{item}=agree", AT_ONCE)
    return status == 204


async def ballot(port: int, day: Day, number: int) -> bool:
    """The ballot of this number, by a slip: no cookie goes along."""
    slip, line = day.slips[number % len(day.slips)], day.lines[number // len(day.slips)]
    marks = "&".join(f"svar-{item}=agree" for item in range(5))
    status, _ = await ask(port, "POST", f"/lapp/{day.code}/{line}/", "", f"lapp={slip}&{marks}")
    return status == 200


@dataclass
class Held:
    """What came of a voting: milliseconds from vote to screen, how many were acknowledged, processor time a vote."""

    times: list[float]
    acknowledged: int
    processor_ms: float


async def hold(
    server: Server,
    day: Day,
    cast: Callable[[int, Day, int], Coroutine[Any, Any, bool]],
    *,
    phones: int,
    votes: int,
    a_second: float,
) -> Held:
    """Vote at an even pace while everyone listens.

    The time of a vote runs from the moment it is sent until a screen has read a page that holds as many votes as had
    been sent when this one was acknowledged, and so this one; each vote counts once for each screen.
    """
    seen, sent, acknowledged = Seen(), 0, 0
    by_slip = cast is ballot
    there = f"/lapp/{day.code}/" if by_slip else f"/traff/{day.code}/"
    open_pages = []
    for seat in range(phones):
        cookies = "" if by_slip else day.cookies(seat)
        open_pages.append(asyncio.create_task(listen(server.port, there, cookies)))
        if seat % 50 == 49:
            await asyncio.sleep(0.1)
    open_pages += [asyncio.create_task(screen(server.port, day, one, seen)) for one in range(SCREENS)]
    while min(seen.newest) == 0:
        await asyncio.sleep(0.1)
    # Every telephone has read its page before anything is voted on; a part of them stand for all.
    for seat in range(0, phones, 20):
        await ask(server.port, "GET", there, "" if by_slip else day.cookies(seat))
    base, waits = min(seen.newest), []

    async def one(number: int) -> None:
        nonlocal sent, acknowledged
        began, sent = time.perf_counter(), sent + 1
        if await cast(server.port, day, number):
            acknowledged += 1
            waits.append((began, base + sent))

    start, running, used = time.perf_counter(), [], server.processor_seconds()
    for number in range(votes):
        await asyncio.sleep(max(0.0, start + number / a_second - time.perf_counter()))
        running.append(asyncio.create_task(one(number)))
    await asyncio.gather(*running)
    for _ in range(200):
        if min(seen.newest) >= base + acknowledged:
            break
        await asyncio.sleep(0.05)
    used = server.processor_seconds() - used
    broken = [page for page in open_pages if page.done()]
    for page in open_pages:
        page.cancel()
    await asyncio.gather(*open_pages, return_exceptions=True)
    if broken:
        raise RuntimeError(f"{len(broken)} pages did not stay open")
    # The last votes wait for as many as had been sent in all, when some of those were not acknowledged.
    times = [
        1000 * (seen.first_at(screen, min(wanted, base + acknowledged)) - began)
        for began, wanted in waits
        for screen in range(SCREENS)
    ]
    return Held(times, acknowledged, 1000 * used / max(1, acknowledged))


async def open_for_all(server: Server, day: Day, *, phones: int) -> list[float]:
    """Seconds from the leader's press until each of many telephones has its page with what was opened."""
    told = [asyncio.Event() for _ in range(phones)]
    counts = [0] * phones

    def hear(seat: int) -> Callable[[int], None]:
        def tell(_: int) -> None:
            counts[seat] += 1
            if counts[seat] > 1:  # the first version comes when the stream is opened
                told[seat].set()

        return tell

    there = f"/traff/{day.code}/"
    streams = []
    for seat in range(phones):
        streams.append(asyncio.create_task(listen(server.port, there, day.cookies(seat), hear(seat))))
        if seat % 50 == 49:
            await asyncio.sleep(0.1)
    while min(counts) == 0:
        await asyncio.sleep(0.1)

    async def read(seat: int) -> float:
        while True:
            await told[seat].wait()
            told[seat].clear()
            _, page = await ask(server.port, "GET", there, day.cookies(seat))
            if f"/traff/{day.code}/{day.lines[1]}/" in page:
                return time.perf_counter()

    reading = [asyncio.create_task(read(seat)) for seat in range(phones)]
    began, agenda = time.perf_counter(), day.screen.removesuffix("skarm/")
    # What was open is closed, so that what is opened is what each telephone shows.
    for line, act in ((day.lines[0], "close"), (day.lines[1], "open")):
        began = time.perf_counter()
        status, _ = await ask(server.port, "POST", f"{agenda}del/{line}/gor/", day.leader, f"gor={act}")
        assert status == 302, status
    times = [at - began for at in await asyncio.gather(*reading)]
    for stream in streams:
        stream.cancel()
    await asyncio.gather(*streams, return_exceptions=True)
    return times
