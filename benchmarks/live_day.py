"""A day to vote on for `benchmarks.live`, made and counted in processes of their own beside the server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ITEMS = 12


class Field:
    """Where a benchmark's server keeps what it writes, and what is asked of it from outside."""

    def environment(self, folder: Path, database: str = "") -> dict[str, str]:
        """Surroundings of its own for a server and for whoever looks at its database: SQLite, unless one is named."""
        own = {
            "AVSTAMP_DATABASE": database or str(folder / "live.sqlite3"),
            "AVSTAMP_AUDIT": str(folder / "audit"),
        }
        return {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "avstamp.web.settings"}

    def run(self, environment: dict[str, str], act: str, *words: str) -> Any:
        """Do one of the acts below in a process of its own."""
        command = [sys.executable, "-m", "benchmarks.live_day", act, *words]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout.splitlines()[-1])

    def stored(self, environment: dict[str, str], code: str) -> dict[tuple[int, int], int]:
        """How many answers are stored of each seat and item."""
        return {(seat, item): n for seat, item, n in self.run(environment, "stored", code)}

    def ballots(self, environment: dict[str, str], code: str) -> int:
        """How many ballots are counted in anonymous rounds."""
        return int(self.run(environment, "ballots", code))

    def record_faults(self, environment: dict[str, str]) -> int:
        """How many faults verification finds in the record."""
        return int(self.run(environment, "verify"))


FIELD = Field()


def prepare(environment: dict[str, str], *, seats: int, slips: int = 0, items: int = ITEMS) -> dict[str, Any]:
    """A start with a day of two exercises, its guests seated, its slips drawn and its leader signed in.

    By name: statements open with the result on the screen, and others to be opened. With slips: two
    anonymous rounds of five statements, both open.
    """
    made: dict[str, Any] = FIELD.run(environment, "make", str(seats), str(slips), str(items))
    return made


def _make(seats: int, slips: int = 0, number: int = ITEMS) -> dict[str, Any]:
    from datetime import UTC, date, datetime, time

    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from avstamp.domain.room.exercises import Exercise, ExerciseKind, Openness
    from avstamp.domain.start.commission import Commissioner
    from avstamp.domain.start.mandates import Seats
    from avstamp.domain.start.roll import Capacity
    from avstamp.domain.start.term import council_term
    from avstamp.web.accounts.actions import enrol_person
    from avstamp.web.room.actions import NewLine, make_day, open_line, show_line
    from avstamp.web.room.answering import join_as_guest
    from avstamp.web.room.tickets import make_slips
    from avstamp.web.start import actions as starts

    at, term = datetime.now(UTC), council_term(2026)
    start = starts.create_start(
        organisation="provkoping", name="Provköping", unit="1481", term=term,
        parties=[Seats("S", "Socialdemokraterna", 25)], by=None, at=at,
    )  # fmt: skip
    leader = enrol_person(email="pia@example.se", name="Pia", at=at)
    starts.add_member(start, leader, Capacity.PROCESS_LEADER, span=term, by=None, at=at)
    starts.commission_start(
        start, commissioner=Commissioner.PRESIDIUM, day=at.date(), parties=[], by=None, at=at
    )
    starts.open_start(start, by=None, at=at)
    openness = Openness.ANONYMOUS if slips else Openness.NAMED
    items = tuple(f"Påstående {one}" for one in range(5 if slips else number))
    statements = Exercise(ExerciseKind.STATEMENTS, "?", items, openness)
    day = make_day(
        start, "Dag", day=date(2027, 1, 20), begins=time(9), guests=True,
        lines=[NewLine(name, 60, exercise=statements) for name in ("Röstning", "Mer")], by=None, at=at,
    )  # fmt: skip
    first, second = day.lines.order_by("position")
    open_line(first, by=None, at=at)
    if slips:
        open_line(second, by=None, at=at)
    else:
        show_line(first, True, by=None, at=at)
    codes = make_slips(day, {"ruling": slips}, by=None, at=at)["ruling"] if slips else []
    roles = ("ruling", "opposition", "official")
    secrets = [join_as_guest(day, f"Gäst {one:04d}", roles[one % 3])[1] for one in range(seats)]
    session = SessionStore()
    session[SESSION_KEY] = str(leader.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = leader.get_session_auth_hash()
    session.save()
    return {
        "code": day.code,
        "lines": [first.position, second.position],
        "screen": f"/start/provkoping/{term.first.year}/traffar/1/skarm/",
        "session": session.session_key,
        "secrets": secrets,
        "slips": codes,
    }


def _stored(code: str) -> list[tuple[int, int, int]]:
    from django.db.models import Count

    from avstamp.web.room.models import NamedAnswer

    found = NamedAnswer.objects.filter(line__day__code=code).values_list("seat__name", "item")
    return [(int(name.split()[1]), item, n) for name, item, n in found.annotate(n=Count("id"))]


def _ballots(code: str) -> int:
    from django.db.models import Sum

    from avstamp.web.room.models import AnonymousSum

    found = AnonymousSum.objects.filter(line__day__code=code, said="").aggregate(all=Sum("n"))["all"]
    return int(found or 0)


def _verify() -> int:
    from avstamp.web.audit.queries import verify_record

    return len(verify_record("provkoping").faults)


if __name__ == "__main__":
    from avstamp.web.databases import prepare_database

    prepare_database()
    act, *words = sys.argv[1:]
    acts = {
        "make": lambda: _make(*map(int, words)),
        "stored": lambda: _stored(words[0]),
        "ballots": lambda: _ballots(words[0]),
        "verify": _verify,
    }
    print(json.dumps(acts[act]()))
