"""A day with an exercise of each kind that is answered on a telephone, all open; prints its code and slips' codes.

Run as a program of its own, so that the server of a journey and what fills its database never share a process.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from avstamp.web.databases import prepare_database

AT = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)


def make() -> str:
    """The day's code and two slips' codes, with spaces between."""
    prepare_database()
    from tests.web.room.days import anonymous, exercise, opened_start

    from avstamp.domain.room.exercises import ExerciseKind, Scale
    from avstamp.web.room.actions import NewLine, make_day, open_line
    from avstamp.web.room.tickets import make_slips

    now = datetime.now(UTC)
    statements = tuple(f"Påstående {number}: vi behöver fler lärare" for number in range(1, 5))
    needs = ("Skolans resultat", "Hemtjänsten", "Vägarna", "Näringslivet", "Klimatet")
    drivers = ("Fler äldre", "Räntan stiger")
    exercises = [
        exercise(items=statements, question="Vad står vi bakom?"),
        exercise(ExerciseKind.PLACING, items=drivers, question="Hur stort och hur säkert?"),
        exercise(ExerciseKind.BEST_WORST, items=needs, question="Vad är viktigast?"),
        exercise(
            ExerciseKind.CONFIDENCE, scale=Scale.ELEVEN, items=("Vi klarar det",), question="Hur säkra är vi?"
        ),
        exercise(ExerciseKind.EPA, question="Vad ser vi?"),
        exercise(ExerciseKind.CHECK_IN, question="Hur är det i dag?"),
        anonymous(items=statements, question="Vad tycker du, egentligen?"),
        anonymous(ExerciseKind.BEST_WORST, items=needs, question="Vad är viktigast, anonymt?"),
        anonymous(ExerciseKind.COLLECTION, question="Vad säger ingen?"),
    ]
    lines = [NewLine(one.question, 10, exercise=one) for one in exercises]
    day = make_day(
        opened_start(),
        "Startdag",
        day=date(2027, 1, 20),
        begins=time(9),
        guests=True,
        lines=lines,
        by=None,
        at=AT,
    )
    for line in day.lines.order_by("position"):
        open_line(line, by=None, at=now)
    return " ".join((day.code, *make_slips(day, {"ruling": 2}, by=None, at=now)["ruling"]))


if __name__ == "__main__":
    print(make())
