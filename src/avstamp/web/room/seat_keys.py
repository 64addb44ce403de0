"""How does a guest go on at the same seat on another device, and leave it on a device that others use too?

A pass is a short code that the first device shows. It lives ten minutes and is used once: then it becomes the second
device's own key, which nobody has seen.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from avstamp.domain.room.codes import LETTERS, readings_of
from avstamp.domain.values import Phrase
from avstamp.web.room.answering import SeatRefused, seat_digest
from avstamp.web.room.in_turn import in_turn
from avstamp.web.room.models import Day, Seat, SeatKey

PASS_SIZE = 8
"""Letters of a pass: 31⁸ codes, of which at most a few hundred hold at a time and each for ten minutes."""
PASS_LIFE = timedelta(minutes=10)


@in_turn()
@transaction.atomic
def make_pass(seat: Seat, *, at: datetime) -> str:
    """A code with which another device gets the guest's seat, in place of any the seat had.

    Raises:
        SeatRefused: the seat is of one who signs in, on every device.
    """
    if seat.person_id is not None:
        raise SeatRefused(Phrase("room.seat.sign_in"))
    seat.keys.filter(until__isnull=False).delete()
    code = "".join(secrets.choice(LETTERS) for _ in range(PASS_SIZE))
    SeatKey.objects.create(seat=seat, digest=_pass_digest(seat.day, code), until=at + PASS_LIFE)
    return code


@in_turn()
@transaction.atomic
def take_pass(day: Day, written: str, *, at: datetime) -> str:
    """The secret of a device of its own for the seat that a pass opens; the pass is then used up.

    Raises:
        SeatRefused: no pass of the day is written so, or it has been used or has grown too old.
    """
    digests = [_pass_digest(day, reading) for reading in readings_of(written)]
    found = SeatKey.objects.select_for_update().filter(seat__day=day, digest__in=digests, until__gt=at)
    key = found.first()
    if key is None:
        raise SeatRefused(Phrase("room.seat.no_pass", {"minutes": PASS_LIFE.seconds // 60}))
    secret = secrets.token_urlsafe(32)
    key.digest, key.until = seat_digest(secret), None
    key.save()
    return secret


@in_turn()
@transaction.atomic
def leave_seat(seat: Seat, secret: str) -> None:
    """Let a device's secret open the seat no more; what was answered stays."""
    fresh = seat_digest(secrets.token_urlsafe(32))
    if not Seat.objects.filter(pk=seat.pk, digest=seat_digest(secret)).update(digest=fresh):
        SeatKey.objects.filter(seat=seat, digest=seat_digest(secret)).delete()


def _pass_digest(day: Day, code: str) -> str:
    return seat_digest(f"pass {day.identifier} {code}")
