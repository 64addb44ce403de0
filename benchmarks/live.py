"""Does every vote reach the screen at once while two thousand listen, and is none lost when the server dies?

    python -m benchmarks.live [--json FILE] [--quick]

Server and load share the machine. A *vote to screen* runs from the moment the vote is sent until a screen, told of a
newer version, has read a page that holds at least as many votes as had been sent when this one was acknowledged; that
is never shorter than what the room sees. Then the server is killed in the middle of the voting, again and again.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import rows
from benchmarks.live_day import FIELD, prepare

CSRF = "benchmark0benchmark0benchmark012"
SCREENS = 5


@dataclass
class Day:
    """The day that is voted on: where, by which codes, and with which cookies."""

    code: str
    line: int
    screen: str
    session: str
    secrets: list[str]

    def cookies(self, seat: int) -> str:
        """What the telephone of a seat sends along."""
        return f"csrftoken={CSRF}; avstamp_plats_{self.code}={self.secrets[seat % len(self.secrets)]}"


@dataclass
class Seen:
    """What the screens have seen: pairs of the instant and the version a page held."""

    pages: list[tuple[float, int]] = field(default_factory=list)
    newest: int = 0

    def add(self, version: int) -> None:
        """A page has been read."""
        if version > self.newest:
            self.newest = version
            self.pages.append((time.perf_counter(), version))


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A server of its own and its port."""
    command = [sys.executable, "-u", "-m", "avstamp.cli", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        while "http://" not in line:
            if not line:
                raise RuntimeError("the server did not start; its own words stand above")
            line = server.stdout.readline()
        try:
            yield server, int(line.split("http://127.0.0.1:")[1].split(" ")[0])
        finally:
            server.kill()


async def ask(port: int, method: str, path: str, cookies: str, body: str = "") -> tuple[int, str]:
    """One request on a connection of its own; status and body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nCookie: {cookies}\r\n"
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


async def listen(port: int, path: str, cookies: str, heard: asyncio.Event | None = None) -> None:
    """One open page: reads its stream until it is cancelled, and says when something came."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        f"GET {path}handelser HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookies}\r\n\r\n".encode()
    )
    try:
        status = await reader.readline()
        assert b" 200 " in status, f"{path}: no stream: {status!r}"
        while line := await reader.readline():
            if heard is not None and line.startswith(b"data:"):
                heard.set()
    finally:
        writer.close()


async def screen(port: int, day: Day, seen: Seen) -> None:
    """A screen: at each new version it reads its page anew."""
    heard, session = asyncio.Event(), f"sessionid={day.session}"
    stream = asyncio.create_task(listen(port, day.screen.removesuffix("skarm/"), session, heard))
    try:
        while True:
            await heard.wait()
            heard.clear()
            _, page = await ask(port, "GET", day.screen, session)
            if found := re.search(r'data-version="(\d+)"', page):
                seen.add(int(found[1]))
    finally:
        stream.cancel()


async def vote(port: int, day: Day, seat: int, item: int) -> bool:
    """One vote; whether the server acknowledged it."""
    cookies, path = day.cookies(seat), f"/traff/{day.code}/"
    status, _ = await ask(port, "POST", f"{path}{day.line}/", cookies, f"svar-{item}=agree")
    if status != 302:
        return False
    # The telephone follows to the next statement.
    status, _ = await ask(port, "GET", path, cookies)
    return status == 200


async def hold(port: int, day: Day, *, phones: int, votes: int, a_second: float) -> tuple[list[float], int]:
    """Vote at an even pace while everyone listens; milliseconds from vote to screen, and how many were acknowledged."""
    seen, sent, acknowledged = Seen(), 0, 0
    there = f"/traff/{day.code}/"
    open_pages = [asyncio.create_task(listen(port, there, day.cookies(seat))) for seat in range(phones)]
    open_pages += [asyncio.create_task(screen(port, day, seen)) for _ in range(SCREENS)]
    await asyncio.sleep(2 + phones / 1000)
    base, waits = seen.newest, []

    async def one(number: int) -> None:
        nonlocal sent, acknowledged
        began, sent = time.perf_counter(), sent + 1
        if await vote(port, day, number % len(day.secrets), number // len(day.secrets)):
            acknowledged += 1
            waits.append((began, base + sent))

    start, running = time.perf_counter(), []
    for number in range(votes):
        await asyncio.sleep(max(0.0, start + number / a_second - time.perf_counter()))
        running.append(asyncio.create_task(one(number)))
    await asyncio.gather(*running)
    for _ in range(200):
        if seen.newest >= base + acknowledged:
            break
        await asyncio.sleep(0.05)
    for page in open_pages:
        page.cancel()
    await asyncio.gather(*open_pages, return_exceptions=True)
    # The last votes wait for as many as had been sent in all, when some of those were not acknowledged.
    reached = [min(wanted, base + acknowledged) for _, wanted in waits]
    times = [
        next((at for at, version in seen.pages if version >= wanted), float("inf")) - began
        for (began, _), wanted in zip(waits, reached, strict=True)
    ]
    return [1000 * one for one in times], acknowledged


async def vote_until_killed(
    server: subprocess.Popen[str], port: int, day: Day, numbers: list[int], kill_at: int
) -> set[int]:
    """Vote eight at a time and kill the server when so many are acknowledged; those that were."""
    done: set[int] = set()
    queue = iter(numbers)

    async def hand() -> None:
        for number in queue:
            try:
                if await vote(port, day, number % len(day.secrets), number // len(day.secrets)):
                    done.add(number)
            except OSError:
                return
            if len(done) >= kill_at and server.poll() is None:
                os.kill(server.pid, signal.SIGKILL)

    await asyncio.gather(*(hand() for _ in range(8)))
    return done


def killed(environment: dict[str, str], day: Day, *, kills: int, votes: int) -> tuple[int, int]:
    """Votes acknowledged over all kills, and how many of those are not stored exactly once."""
    acknowledged: set[int] = set()
    left, chance = list(range(votes)), random.Random(20261124)
    for kill in range(kills):
        share = len(left) // (kills - kill)
        with serving(environment) as (server, port):
            at = chance.randrange(1, max(2, share))
            acknowledged |= asyncio.run(vote_until_killed(server, port, day, left, at))
        left = [number for number in left if number not in acknowledged]
    counts = FIELD.stored(environment, day.code)
    wrong = [
        one for one in acknowledged if counts.get((one % len(day.secrets), one // len(day.secrets))) != 1
    ]
    return len(acknowledged), len(wrong)


def measure(quick: bool) -> list[rows.Row]:
    """Everything; `quick` is a small part of it."""
    phones, seconds, kills, votes = (100, 4, 1, 100) if quick else (2000, 60, 20, 5000)
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        environment = FIELD.environment(Path(folder))
        day = Day(**prepare(environment, seats=max(50, phones)))
        with serving(environment) as (_, port):
            times, acknowledged = asyncio.run(hold(port, day, phones=phones, votes=50 * seconds, a_second=50))
        stored = sum(FIELD.stored(environment, day.code).values())
        p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else float("inf")
        measured.append(rows.limit(f"vote to screen, p95, {phones} telephones", p95, 400, unit="ms"))
        measured.append(rows.limit("votes not acknowledged", 50 * seconds - acknowledged, 0.5, unit="votes"))
        measured.append(rows.limit("votes lost or doubled", abs(stored - acknowledged), 0.5, unit="votes"))
    with tempfile.TemporaryDirectory() as folder:
        environment = FIELD.environment(Path(folder))
        day = Day(**prepare(environment, seats=100))
        acknowledged, wrong = killed(environment, day, kills=kills, votes=votes)
        measured.append(
            rows.limit(
                f"acknowledged votes not stored once, {kills} kills, {acknowledged} votes",
                wrong,
                0.5,
                unit="votes",
            )
        )
        measured.append(
            rows.limit("faults in the record after it", FIELD.record_faults(environment), 0.5, unit="faults")
        )
    return measured


if __name__ == "__main__":
    options = rows.arguments("Votes on telephones, seen on the screen, and a server that is killed.")
    sys.exit(rows.report(measure(options.quick), json_file=options.json))
