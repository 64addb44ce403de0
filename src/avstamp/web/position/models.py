"""How are an organisation's own rows, and findings that a start has set aside, stored?

A row is never written over: one that is corrected is kept beside the new one, which names it. What may stand in a
row is said by `avstamp.domain.position.own.registers`, whose fields are data; that is why a row holds its values as
one object and not in columns.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from avstamp.domain.position.own.registers import Register
from avstamp.domain.start.roll import Role

CODE_LENGTH = 40


class OwnRow(models.Model):
    """One version of one row that an organisation has written about itself."""

    start = models.ForeignKey("start.Start", on_delete=models.CASCADE, related_name="own_rows")
    number = models.PositiveIntegerField()
    register = models.CharField(max_length=CODE_LENGTH)
    key = models.TextField()
    values = models.JSONField()
    current = models.BooleanField(default=True)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["start", "number"]
        constraints = [
            models.UniqueConstraint(fields=["start", "number"], name="position_own_row_number_once"),
            models.UniqueConstraint(
                fields=["start", "register", "key"],
                condition=Q(current=True),
                name="position_own_row_one_current",
            ),
            models.CheckConstraint(
                condition=Q(register__in=[register.value for register in Register]),
                name="position_own_row_register_known",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(current=False),
                name="position_own_row_withdrawn_is_not_current",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.register} {self.number}"


class SetAside(models.Model):
    """A finding of the methods that the start has set aside, in the open, with a reason.

    `subject` is the finding's address without the hash of its data: a finding stays aside when figures are fetched.
    """

    start = models.ForeignKey("start.Start", on_delete=models.CASCADE, related_name="set_aside")
    subject = models.CharField(max_length=400)
    reason = models.TextField()
    role = models.CharField(max_length=CODE_LENGTH)
    party = models.CharField(max_length=CODE_LENGTH, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["start", "at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["start", "subject"],
                condition=Q(taken_back_at__isnull=True),
                name="position_set_aside_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="position_set_aside_with_reason"),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="position_set_aside_role_known"
            ),
        ]

    def __str__(self) -> str:
        return self.subject
