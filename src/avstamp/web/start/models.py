"""How is a start of a term stored: its organisation, commission, parties, steps and people?

Sides, memberships and functions are rows with their first and last day; nothing is written over. What a single row
can say wrong the database refuses; what takes several rows is refused by `avstamp.domain.start.roll`.
"""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.mandates import Seats
from avstamp.domain.start.openness import DocumentStatus, Retention
from avstamp.domain.start.roll import Capacity, Function, Side
from avstamp.domain.start.steps import Step

CODE_LENGTH = 40
"""Longest code of an enumeration, so that a new member needs no migration of a column."""


def _one_of(field: str, members: type[StrEnum]) -> Q:
    return Q(**{f"{field}__in": [member.value for member in members]})


def _ordered_days(name: str, first: str = "first_day", last: str = "last_day") -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": F(first)}), name=name
    )


class Organisation(models.Model):
    """A municipality or region that uses this server. `unit` is its code in the fact base, whose figures it shows.

    An invented organisation shows the figures of a real unit under another name, for demonstration.
    """

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=10)
    invented = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Start(models.Model):
    """One organisation's start of one term. `identifier` names it in archives, on every server.

    Its registration number, document status and retention are those of the case that the start is with the authority:
    commission, plan and roll together. Claims and documents have their own.
    """

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="starts")
    term_first_day = models.DateField()
    term_last_day = models.DateField()
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    commissioner = models.CharField(max_length=CODE_LENGTH, blank=True)
    commission_day = models.DateField(null=True, blank=True)
    invites_companies_and_unions = models.BooleanField(default=False)
    status = models.CharField(max_length=CODE_LENGTH, default=DocumentStatus.WORKING.value)
    registration_number = models.CharField(max_length=80, blank=True)
    retention = models.CharField(max_length=CODE_LENGTH, default=Retention.KEEP.value)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "term_first_day"], name="start_one_a_term"),
            _ordered_days("start_term_ordered", "term_first_day", "term_last_day"),
            models.CheckConstraint(
                condition=Q(commissioner="", commission_day__isnull=True)
                | (_one_of("commissioner", Commissioner) & Q(commission_day__isnull=False)),
                name="start_commission_whole",
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True) | ~Q(commissioner=""), name="start_opened_with_commission"
            ),
            models.CheckConstraint(condition=_one_of("status", DocumentStatus), name="start_status_known"),
            models.CheckConstraint(condition=_one_of("retention", Retention), name="start_retention_known"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.term_first_day.year}"


class CouncilParty(models.Model):
    """A party in the council with its seats; `stands_behind` when its group leader has given the commission."""

    start = models.ForeignKey(Start, on_delete=models.CASCADE, related_name="parties")
    code = models.CharField(max_length=CODE_LENGTH)
    name = models.CharField(max_length=200)
    seats = models.PositiveSmallIntegerField()
    stands_behind = models.BooleanField(default=False)

    class Meta:
        ordering = ["start", "-seats", "code"]
        constraints = [models.UniqueConstraint(fields=["start", "code"], name="start_party_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def as_seats(self) -> Seats:
        """The party's seats, as the core counts them."""
        return Seats(self.code, self.name, self.seats)


class PlannedStep(models.Model):
    """One of the five steps: planned days, and the instants it was opened and closed."""

    start = models.ForeignKey(Start, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=CODE_LENGTH)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["start", "step"], name="start_step_once"),
            models.CheckConstraint(condition=_one_of("step", Step), name="start_step_known"),
            _ordered_days("start_step_ordered"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True)
                | (Q(opened_at__isnull=False) & Q(closed_at__gte=F("opened_at"))),
                name="start_step_closed_after_opened",
            ),
        ]

    def __str__(self) -> str:
        return self.step


class Meeting(models.Model):
    """Something in the planning year that the start is held to: an event of a template by its code, or one's own."""

    start = models.ForeignKey(Start, on_delete=models.CASCADE, related_name="meetings")
    code = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=200, blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["start", "first_day", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(code="") | ~Q(title=""), name="start_meeting_named"),
            _ordered_days("start_meeting_ordered"),
        ]

    def __str__(self) -> str:
        return self.title or self.code


class PartySide(models.Model):
    """A party's side through a span of days."""

    start = models.ForeignKey(Start, on_delete=models.CASCADE, related_name="sides")
    party = models.CharField(max_length=CODE_LENGTH)
    side = models.CharField(max_length=CODE_LENGTH)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["start", "party", "first_day"], name="start_side_once"),
            models.CheckConstraint(condition=_one_of("side", Side), name="start_side_known"),
            _ordered_days("start_side_ordered"),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.side}"


class Membership(models.Model):
    """A person's part in a start; only the elected have a party, and one without is a politisk vilde."""

    start = models.ForeignKey(Start, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    capacity = models.CharField(max_length=CODE_LENGTH)
    party = models.CharField(max_length=CODE_LENGTH, blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["start", "person", "capacity", "first_day"], name="start_membership_once"
            ),
            models.CheckConstraint(condition=_one_of("capacity", Capacity), name="start_capacity_known"),
            models.CheckConstraint(
                condition=Q(party="") | Q(capacity=Capacity.ELECTED.value), name="start_party_of_elected_only"
            ),
            _ordered_days("start_membership_ordered"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.capacity}"


class FunctionHeld(models.Model):
    """A function an elected person holds through a span of days, in the council or a board."""

    start = models.ForeignKey(Start, on_delete=models.CASCADE, related_name="functions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="functions")
    function = models.CharField(max_length=CODE_LENGTH)
    body = models.CharField(max_length=200, blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["start", "person", "function", "body", "first_day"], name="start_function_once"
            ),
            models.CheckConstraint(condition=_one_of("function", Function), name="start_function_known"),
            _ordered_days("start_function_ordered"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.function}"
