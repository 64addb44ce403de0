"""A day with a named and an anonymous exercise open, made in the database that the environment names; prints its codes.

Run as a program of its own, so that the server of a journey and what fills its database never share a process.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from avstamp.web.databases import prepare_database

AT = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)


def make() -> str:
    """The leader's personal link, the day's code and a slip's code, with spaces between."""
    prepare_database()
    from tests.web.room.days import anonymous, exercise, member, opened_start

    from avstamp.domain.room.exercises import ExerciseKind
    from avstamp.domain.start.roll import Capacity
    from avstamp.web.accounts.personal_links import link_path, make_personal_link
    from avstamp.web.room.actions import NewLine, make_day, open_line
    from avstamp.web.room.tickets import make_slips

    now = datetime.now(UTC)
    start = opened_start()
    leader = member(start, "pia", Capacity.PROCESS_LEADER)
    lines = [
        NewLine("Så säkra är vi", 10, exercise=anonymous(ExerciseKind.CONFIDENCE)),
        NewLine("Vad står vi bakom?", 30, exercise=exercise()),
    ]
    day = make_day(
        start, "Startdag", day=date(2027, 1, 20), begins=time(9), guests=True, lines=lines, by=None, at=AT
    )
    for line in day.lines.order_by("position"):
        open_line(line, by=None, at=now)
    (code,) = make_slips(day, {"ruling": 1}, by=None, at=now)["ruling"]
    link = link_path(
        make_personal_link(leader, at=now, place="/start/provkoping/2026/traffar/1/", title="Provköping")
    )
    return f"{link} {day.code} {code}"


if __name__ == "__main__":
    print(make())
