"""A day to vote on for `benchmarks.live`, made and counted in processes of their own beside the server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ITEMS = 60


class Field:
    """Where a benchmark's server keeps what it writes, and what is asked of it from outside."""

    def environment(self, folder: Path) -> dict[str, str]:
        """Surroundings of its own for the server and for those who look at its database."""
        own = {"AVSTAMP_DATABASE": str(folder / "live.sqlite3"), "AVSTAMP_AUDIT": str(folder / "audit")}
        return {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "avstamp.web.settings"}

    def run(self, environment: dict[str, str], act: str, *words: str) -> Any:
        """Do one of the acts below in a process of its own."""
        command = [sys.executable, "-m", "benchmarks.live_day", act, *words]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout.splitlines()[-1])

    def stored(self, environment: dict[str, str], code: str) -> dict[tuple[int, int], int]:
        """How many answers are stored of each seat and item."""
        return {(seat, item): n for seat, item, n in self.run(environment, "stored", code)}

    def record_faults(self, environment: dict[str, str]) -> int:
        """How many faults verification finds in the record."""
        return int(self.run(environment, "verify"))


FIELD = Field()


def prepare(environment: dict[str, str], *, seats: int) -> dict[str, Any]:
    """A start with a named exercise of sixty statements open, its guests seated and its leader signed in."""
    made: dict[str, Any] = FIELD.run(environment, "make", str(seats))
    return made


def _make(seats: int) -> dict[str, Any]:
    from datetime import UTC, date, datetime, time

    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from avstamp.domain.room.exercises import Exercise, ExerciseKind
    from avstamp.domain.start.commission import Commissioner
    from avstamp.domain.start.mandates import Seats
    from avstamp.domain.start.roll import Capacity
    from avstamp.domain.start.term import council_term
    from avstamp.web.accounts.actions import enrol_person
    from avstamp.web.room.actions import NewLine, make_day, open_line
    from avstamp.web.room.answering import join_as_guest
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
    statements = Exercise(ExerciseKind.STATEMENTS, "?", tuple(f"Påstående {one}" for one in range(ITEMS)))
    day = make_day(
        start, "Dag", day=date(2027, 1, 20), begins=time(9), guests=True,
        lines=[NewLine("Röstning", 60, exercise=statements)], by=None, at=at,
    )  # fmt: skip
    open_line(day.lines.get(), by=None, at=at)
    secrets = [join_as_guest(day, f"Gäst {one:04d}", "ruling")[1] for one in range(seats)]
    session = SessionStore()
    session[SESSION_KEY] = str(leader.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = leader.get_session_auth_hash()
    session.save()
    return {
        "code": day.code,
        "line": 1,
        "screen": f"/start/provkoping/{term.first.year}/traffar/1/skarm/",
        "session": session.session_key,
        "secrets": secrets,
    }


def _stored(code: str) -> list[tuple[int, int, int]]:
    from django.db.models import Count

    from avstamp.web.room.models import NamedAnswer

    found = NamedAnswer.objects.filter(line__day__code=code).values_list("seat__name", "item")
    return [(int(name.split()[1]), item, n) for name, item, n in found.annotate(n=Count("id"))]


def _verify() -> int:
    from avstamp.web.audit.queries import verify_record

    return len(verify_record("provkoping").faults)


if __name__ == "__main__":
    from avstamp.web.databases import prepare_database

    prepare_database()
    act, *words = sys.argv[1:]
    acts = {"make": lambda: _make(int(words[0])), "stored": lambda: _stored(words[0]), "verify": _verify}
    print(json.dumps(acts[act]()))
