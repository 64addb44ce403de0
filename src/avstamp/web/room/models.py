"""How is a day stored, with what is answered by name, and with what is answered by nobody one can find?

Everything of an anonymous round lies in four tables that say nothing of who, when or in which order: tickets and spent
tickets by digest, sums, and notes by a random key. They are *unordered* (see `unordered`): the rows lie in the order
of their keys and not in that of their coming. No row of theirs names a person, a seat, an address or a time.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from avstamp.domain.room.answers import LONGEST_NOTE
from avstamp.domain.room.exercises import ExerciseKind, Openness, Scale, Stage
from avstamp.domain.room.merging import HideReason
from avstamp.domain.start.steps import Step

CODE_LENGTH = 40
DIGEST_LENGTH = 64
LONGEST_SAID = 80


class Day(models.Model):
    """A day, half a day or an evening of a start. `code` is what one writes to join.

    `guests`: whether one may join by code without an account. `showing`: the line that is on the screen. `ended_at`:
    when the leader ended it; with `cancelled` it was never held, for that reason. `version` grows when the agenda
    moves, which every telephone must know; `answers_version` when somebody joins or answers, which only the screen
    and the leader's page show.
    """

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    start = models.ForeignKey("start.Start", on_delete=models.CASCADE, related_name="days")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    day = models.DateField()
    begins = models.TimeField()
    place = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=12, unique=True)
    guests = models.BooleanField(default=False)
    version = models.PositiveBigIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)
    cancelled = models.CharField(max_length=300, blank=True)
    answers_version = models.PositiveBigIntegerField(default=0)
    showing = models.ForeignKey(
        "room.AgendaLine", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["start", "number"]
        constraints = [
            models.UniqueConstraint(fields=["start", "number"], name="room_day_number"),
            models.CheckConstraint(
                condition=Q(cancelled="") | Q(ended_at__isnull=False), name="room_cancelled_is_ended"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def shown_version(self) -> int:
        """The version of all that a screen shows; grows at every change of either kind."""
        return self.version + self.answers_version


class AgendaLine(models.Model):
    """One line of a day's agenda; an exercise when it has a kind. `identifier` goes into digests of spent tickets.

    `position` is the number that addresses have, which a line keeps when it is moved; `place` is where it comes.
    `on_paper`: ballots that have been typed in from paper.
    `released`: its result has been on the screen, so that everyone in the start may read it. `timer_ends_at` and
    `timer_left` (seconds) are a `Timer`; `speaking_role` has had the word since `speaking_since`.
    `left_out`: how many anonymous ballots were disposed of when it closed, since they could not be shown.
    """

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=200)
    minutes = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=CODE_LENGTH, blank=True)
    step = models.CharField(max_length=CODE_LENGTH, blank=True)
    aim = models.CharField(max_length=500, blank=True)
    question = models.CharField(max_length=300, blank=True)
    openness = models.CharField(max_length=CODE_LENGTH, default=Openness.NAMED.value)
    scale = models.CharField(max_length=CODE_LENGTH, blank=True)
    most_each = models.PositiveSmallIntegerField(default=3)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    times_opened = models.PositiveSmallIntegerField(default=0)
    revealed = models.BooleanField(default=False)
    stage = models.CharField(max_length=CODE_LENGTH, default=Stage.ALONE.value)
    settled = models.BooleanField(default=False)
    on_paper = models.PositiveIntegerField(default=0)
    released = models.BooleanField(default=False)
    timer_ends_at = models.DateTimeField(null=True, blank=True)
    timer_left = models.PositiveIntegerField(null=True, blank=True)
    speaking_role = models.CharField(max_length=CODE_LENGTH, blank=True)
    speaking_board = models.CharField(max_length=200, blank=True)
    speaking_since = models.DateTimeField(null=True, blank=True)
    left_out = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["day", "place", "position"]
        constraints = [
            models.UniqueConstraint(fields=["day", "position"], name="room_line_position"),
            models.CheckConstraint(
                condition=Q(kind="") | Q(kind__in=[kind.value for kind in ExerciseKind]),
                name="room_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(step="") | Q(step__in=[step.value for step in Step]), name="room_step_known"
            ),
            models.CheckConstraint(
                condition=Q(openness__in=[openness.value for openness in Openness]),
                name="room_openness_known",
            ),
            models.CheckConstraint(
                condition=Q(scale="") | Q(scale__in=[scale.value for scale in Scale]), name="room_scale_known"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                name="room_closed_after",
            ),
            models.CheckConstraint(
                condition=Q(timer_ends_at__isnull=True) | Q(timer_left__isnull=True),
                name="room_timer_one_way",
            ),
            models.CheckConstraint(
                condition=Q(speaking_role="", speaking_since__isnull=True)
                | (~Q(speaking_role="") & Q(speaking_since__isnull=False)),
                name="room_speaking_since",
            ),
            # The rule against being found by looking on: an anonymous result is never on the screen while it grows.
            models.CheckConstraint(
                condition=Q(openness=Openness.NAMED.value) | Q(revealed=False) | Q(closed_at__isnull=False),
                name="room_anonymous_hidden_while_open",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Item(models.Model):
    """Something that is answered about: a statement, a need, a driver, a question."""

    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)

    class Meta:
        ordering = ["line", "position"]
        constraints = [models.UniqueConstraint(fields=["line", "position"], name="room_item_position")]

    def __str__(self) -> str:
        return self.text


class Seat(models.Model):
    """One who has joined a day by name: a person of the start, or a guest who has said a name and a role.

    `digest` is of the secret that the telephone keeps, so that the same seat is found again on it and on another.
    """

    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="seats")
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=100, blank=True)
    role = models.CharField(max_length=CODE_LENGTH)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "person"], condition=Q(person__isnull=False), name="room_seat_once"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, name="") | (Q(person__isnull=True) & ~Q(name="")),
                name="room_seat_of_person_or_guest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day_id}: {self.role}"


class SeatKey(models.Model):
    """A further key to a guest's seat, by its digest: another device's own, or with `until` a pass that one may take.

    It opens a seat on this server alone, and is therefore in no archive.
    """

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="keys")
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return "device" if self.until is None else f"pass until {self.until}"


class NamedAnswer(models.Model):
    """What one seat has said about one item; `place` tells several words of one answer apart."""

    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="answers")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="answers")
    item = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField(default=0)
    said = models.CharField(max_length=LONGEST_SAID)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "seat", "item", "place"], name="room_answer_once")
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.said}"


class NamedNote(models.Model):
    """What one seat has written, at which stage; `carried_from` is its own note of an earlier stage that it repeats."""

    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="notes")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="notes")
    stage = models.CharField(max_length=CODE_LENGTH, default=Stage.ALONE.value)
    text = models.CharField(max_length=LONGEST_NOTE)
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="carried_to"
    )

    class Meta:
        ordering = ["line", "id"]

    def __str__(self) -> str:
        return self.text


class Turn(models.Model):
    """One turn of speaking: which role, for which board where that was said, how many seconds. Never who."""

    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="turns")
    role = models.CharField(max_length=CODE_LENGTH)
    board = models.CharField(max_length=200, blank=True)
    seconds = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.role}: {self.seconds} s"


class Ticket(models.Model):
    """A slip that somebody may draw, by the digest of its code, and the group whose bowl it lies in. Unordered."""

    digest = models.CharField(max_length=DIGEST_LENGTH, primary_key=True)
    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="tickets")
    group = models.CharField(max_length=CODE_LENGTH)

    def __str__(self) -> str:
        return self.group


class SpentTicket(models.Model):
    """That a ticket has answered an exercise, by a digest of both that is like no digest of a ticket. Unordered.

    `group`: the one its ballot was counted in, as in the sums; `counted`: whether the ballot is in what has been shown.
    """

    digest = models.CharField(max_length=DIGEST_LENGTH, primary_key=True)
    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="spent")
    group = models.CharField(max_length=CODE_LENGTH, blank=True, default="")
    counted = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.digest


class AnonymousSum(models.Model):
    """How many ballots of a group say the same of an item; where nothing is said, how many there are. Unordered.

    There is one only while the round is open: at close the sums go into what is shown, or away.
    """

    key = models.CharField(max_length=200, primary_key=True)
    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="sums")
    group = models.CharField(max_length=CODE_LENGTH, blank=True)
    item = models.PositiveSmallIntegerField()
    said = models.CharField(max_length=LONGEST_SAID, blank=True)
    n = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.item} {self.said}: {self.n}"


class AnonymousNote(models.Model):
    """What somebody has written; `shown` once it has been published with at least four others. Unordered."""

    key = models.CharField(max_length=DIGEST_LENGTH, primary_key=True)
    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="anonymous_notes")
    text = models.CharField(max_length=LONGEST_NOTE)
    shown = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.text


class Publication(models.Model):
    """The result of an anonymous round as it was shown: the cells with their sums, and each shown group's number."""

    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="publications")
    number = models.PositiveSmallIntegerField()
    cells = models.JSONField()
    standing = models.JSONField()

    class Meta:
        ordering = ["line", "number"]
        constraints = [models.UniqueConstraint(fields=["line", "number"], name="room_publication_number")]

    def __str__(self) -> str:
        return str(self.number)


class NoteHeading(models.Model):
    """A heading that the leader has put notes under. The notes stay as they were written."""

    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="headings")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=LONGEST_NOTE)

    class Meta:
        ordering = ["line", "number"]
        constraints = [models.UniqueConstraint(fields=["line", "number"], name="room_heading_number")]

    def __str__(self) -> str:
        return self.text


class NoteSorting(models.Model):
    """Where the leader has put a note, and why it is not shown, if it is not: a layer above what was written.

    `key` is that of an anonymous note that has been published, or the number of a named one.
    """

    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="sortings")
    key = models.CharField(max_length=DIGEST_LENGTH)
    heading = models.ForeignKey(
        NoteHeading, null=True, blank=True, on_delete=models.SET_NULL, related_name="sortings"
    )
    hidden = models.CharField(max_length=CODE_LENGTH, blank=True)

    class Meta:
        ordering = ["line", "key"]
        constraints = [
            models.UniqueConstraint(fields=["line", "key"], name="room_note_sorted_once"),
            models.CheckConstraint(
                condition=Q(hidden="") | Q(hidden__in=[reason.value for reason in HideReason]),
                name="room_hide_reason_known",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Result(models.Model):
    """What an exercise had come to when it was closed, as it may be shown and cited; never changed once it is cited.

    `content` is the counts of the groups that are shown and the notes as they were put together, never who.
    """

    line = models.ForeignKey(AgendaLine, on_delete=models.CASCADE, related_name="results")
    version = models.PositiveSmallIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=DIGEST_LENGTH)
    day = models.DateField()

    class Meta:
        ordering = ["line", "version"]
        constraints = [models.UniqueConstraint(fields=["line", "version"], name="room_result_version")]

    def __str__(self) -> str:
        return str(self.version)
