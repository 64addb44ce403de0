"""Is a page of a thread of ten thousand claims answered in a fifth of a second, on SQLite?

The whole answer of the web app is timed, from the request with its session to the last byte of HTML or JSON, in one
process without a network. *Again* is a page that follows another; *first after a write* is the first page once somebody
has written a claim, when where every claim stands is computed anew; *first after another write* the first page once
something else was done in the start; *first of a process* the first page when the whole start has to be read. Claims
rest on real figures, of which one in a hundred is cited with another value than the fact base has, so that its
movement travels up the thread.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime

from benchmarks.rows import Row, arguments, limit, report

CLAIMS = 10_000
FIGURES = 1_000
MOST_MS = 200.0
RUNS, QUICK_RUNS = 15, 5
AT = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
UNIT = "1481"


def prepare() -> None:
    """A database of its own for this run, on disk as a server has it."""
    home = tempfile.mkdtemp(prefix="avstamp-benchmark-")
    os.environ["AVSTAMP_HOME"] = home
    os.environ["AVSTAMP_AUDIT"] = home
    os.environ["AVSTAMP_HOSTS"] = "testserver"
    os.environ["DJANGO_SETTINGS_MODULE"] = "avstamp.web.settings"
    from avstamp.web.databases import prepare_database

    prepare_database()
    from avstamp.web.static_files import collect

    collect()


def fill(count: int) -> tuple[object, object]:
    """A start with so many claims and nearly three times as many edges; answers the start and one who reads it."""
    from avstamp.domain.start.commission import Commissioner
    from avstamp.domain.start.mandates import Seats
    from avstamp.domain.start.roll import Capacity
    from avstamp.domain.start.term import council_term
    from avstamp.web.accounts.actions import enrol_person
    from avstamp.web.start import actions

    reader = enrol_person(email="sara@example.se", name="Sara", at=AT)
    start = actions.create_start(
        organisation="provkoping",
        name="Provköping",
        unit=UNIT,
        term=council_term(2026),
        parties=[Seats("S", "Socialdemokraterna", 25)],
        by=None,
        at=AT,
    )
    term = council_term(2026)
    actions.add_member(start, reader, Capacity.ELECTED, span=term, party="S", by=None, at=AT)
    actions.commission_start(start, commissioner=Commissioner.PRESIDIUM, day=AT.date(), by=None, at=AT)
    actions.open_start(start, by=None, at=AT)
    _claims(start, count, reader)
    return start, reader


def _claims(start: object, count: int, owner: object) -> None:
    from avstamp.domain.thread.claims import ClaimKind
    from avstamp.web.thread.models import Claim, Evidence

    kinds = (ClaimKind.FINDING, ClaimKind.STATEMENT, ClaimKind.CONCLUSION, ClaimKind.NEED)
    claims = Claim.objects.bulk_create(
        (
            Claim(
                start=start,
                number=number,
                kind=kinds[number * len(kinds) // (count + 1)].value,
                text=f"Påstående {number}: andelen behöriga har ökat mer än hos jämförbara kommuner",
                author_kind="joint" if number % 3 else "party",
                author_name="" if number % 3 else "S",
                owner=owner,
                written_day=AT.date(),
                written_at=AT,
                status="working" if number % 10 == 0 else "completed",
            )
            for number in range(1, count + 1)
        ),
        batch_size=1000,
    )
    figures = _figures()
    edges = []
    for place, claim in enumerate(claims):
        rank = ClaimKind(claim.kind).rank
        edges.append(
            Evidence(claim=claim, relation="supports", figure=figures[place % len(figures)], claim_rank=rank)
        )
        for step in (count // 4, count // 2):
            if place >= step and ClaimKind(claims[place - step].kind).rank < rank:
                below = claims[place - step]
                edges.append(
                    Evidence(
                        claim=claim,
                        relation="context",
                        target=below,
                        claim_rank=rank,
                        target_rank=ClaimKind(below.kind).rank,
                    )
                )
    Evidence.objects.bulk_create(edges, batch_size=1000)


def _figures() -> list[object]:
    """Figures of the unit as the fact base has them; every hundredth as if it had said something else."""
    from dataclasses import replace

    from avstamp.domain.thread.addresses import FigureAddress
    from avstamp.domain.values import Gender
    from avstamp.library.facts import open_fact_base
    from avstamp.library.figure_versions import figure_versions
    from avstamp.web.thread.citing import cite_figure

    facts = open_fact_base()
    wanted = [str(FigureAddress(indicator, UNIT, Gender.ALL, "2022")) for indicator in facts.indicators]
    found = [(key, version) for key, version in figure_versions(facts, wanted).items() if version.value]
    rows = []
    for place, (subject, version) in enumerate(found[:FIGURES]):
        indicator, unit, gender, period = subject.split("/")
        address = FigureAddress(indicator, unit, Gender(gender), period)
        cited = replace(version, value=version.value + 100.0) if place % 100 == 0 else version
        rows.append(cite_figure(address, cited))
    return rows


def timed(
    name: str, ask: Callable[[], object], *, runs: int, before: Callable[[], object] = lambda: None
) -> list[Row]:
    """Median milliseconds of asking, by the clock and of the processor; what is done before each is not timed."""
    times, work = [], []
    for _ in range(runs):
        before()
        start, worked = time.perf_counter(), time.process_time()
        ask()
        times.append((time.perf_counter() - start) * 1000)
        work.append((time.process_time() - worked) * 1000)
    return [
        limit(name, statistics.median(times), MOST_MS, unit="ms"),
        limit(f"{name}, processor", statistics.median(work), MOST_MS, unit="ms"),
    ]


def measure(count: int, runs: int) -> list[Row]:
    """One row a page."""
    from django.test import Client

    start, reader = fill(count)
    client = Client()
    client.force_login(reader)
    here = "/start/provkoping/2026/"

    def get(address: str) -> Callable[[], object]:
        def ask() -> None:
            answer = client.get(here + address)
            assert answer.status_code == 200, (address, answer.status_code)

        return ask

    def write() -> None:
        from avstamp.domain.start.authors import Author, AuthorKind
        from avstamp.domain.thread.claims import ClaimKind
        from avstamp.web.thread.actions import write_claim

        author = Author(AuthorKind.JOINT)
        write_claim(start, ClaimKind.FINDING, "Ny", author=author, owner=None, by=None, at=AT)

    def write_otherwise() -> None:
        from avstamp.web.start.setting_up import add_meeting

        add_meeting(start, "Budgetdag", first_day=AT.date(), last_day=None, by=None, at=AT)

    get("traden/")()
    pages = {
        "thread page, again": "traden/",
        "thread page 100, again": "traden/?sida=100",
        "stale claims only, again": "traden/?lage=stale",
        "thread as JSON, again": "traden.json",
        "claim page, again": f"traden/{count}/",
    }
    rows = [row for name, address in pages.items() for row in timed(name, get(address), runs=runs)]
    from avstamp.web.thread.index import forget_lists

    firsts = {"after a write": write, "after another write": write_otherwise, "of a process": forget_lists}
    for name, before in firsts.items():
        rows += timed(f"thread page, first {name}", get("traden/"), runs=runs, before=before)
    return rows


def main() -> int:
    """Measure, print and judge."""
    options = arguments("Pages of a thread of ten thousand claims.")
    prepare()
    return report(measure(CLAIMS, QUICK_RUNS if options.quick else RUNS), json_file=options.json)


if __name__ == "__main__":
    sys.exit(main())
