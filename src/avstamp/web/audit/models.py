"""How is the record stored? One row an event, and one row a chain that is locked while an event is added."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

HASH_LENGTH = 64


class Chain(models.Model):
    """The end of an organisation's chain. Adding an event locks it, so that numbers follow without a gap."""

    organisation = models.SlugField(unique=True)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=HASH_LENGTH)

    def __str__(self) -> str:
        return f"{self.organisation}: {self.number}"


class Event(models.Model):
    """One thing done, as `avstamp.domain.audit.chain.Event` has it, with the hash beside it."""

    organisation = models.SlugField()
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=40)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    content = models.JSONField(default=dict)
    hash = models.CharField(max_length=HASH_LENGTH)

    class Meta:
        ordering = ["organisation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="audit_event_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="audit_event_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.number}: {self.action}"
