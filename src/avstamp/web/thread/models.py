"""How are claims and their evidence stored?

A claim is numbered within its start, so that its number means the same on every server. Evidence leads by real columns
to exactly one of a figure's revision, a result, or an earlier claim; the ranks beside it let the database itself
refuse what could make the thread loop. Staleness is nowhere stored.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from avstamp.domain.start.authors import AuthorKind
from avstamp.domain.start.openness import DocumentStatus, Retention
from avstamp.domain.start.roll import Role
from avstamp.domain.thread.claims import ClaimKind, Horizon, Relation
from avstamp.domain.thread.disputes import Outcome
from avstamp.domain.thread.staleness import Moved, Verdict
from avstamp.domain.values import Gender, Status

CODE_LENGTH = 40


class CitedFigure(models.Model):
    """One revision of a figure that somebody has rested a claim on, kept as it was for ever.

    `subject` is the address without revision, `address` with it; `organisation` is empty for public figures.
    """

    organisation = models.SlugField(blank=True)
    indicator = models.CharField(max_length=80)
    unit = models.CharField(max_length=40)
    gender = models.CharField(max_length=1)
    period = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    subject = models.CharField(max_length=200)
    address = models.CharField(max_length=270, unique=True)
    value = models.FloatField(null=True, blank=True)
    status = models.CharField(max_length=CODE_LENGTH)
    dated = models.DateField(null=True, blank=True)
    decimals = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "digest"], name="thread_figure_revision_once"),
            models.CheckConstraint(
                condition=Q(gender__in=[gender.value for gender in Gender]), name="thread_figure_gender_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=[status.value for status in Status]), name="thread_figure_status_known"
            ),
        ]

    def __str__(self) -> str:
        return self.address


class CitedResult(models.Model):
    """A computed result that somebody has rested a claim on, kept as it was for ever."""

    subject = models.CharField(max_length=400)
    address = models.CharField(max_length=500)
    version = models.PositiveIntegerField()
    data = models.CharField(max_length=64)
    outcome = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["address", "outcome"], name="thread_result_once")]

    def __str__(self) -> str:
        return self.address


class Claim(models.Model):
    """Anything that a person or a method asserts in a start.

    A step's own row (a need, a decision) has a one-to-one relation to its claim.
    """

    start = models.ForeignKey("start.Start", on_delete=models.CASCADE, related_name="claims")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=CODE_LENGTH)
    text = models.TextField()
    horizon = models.CharField(max_length=CODE_LENGTH, blank=True)
    author_kind = models.CharField(max_length=CODE_LENGTH)
    author_name = models.CharField(max_length=200, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )
    written_day = models.DateField()
    written_at = models.DateTimeField()
    status = models.CharField(max_length=CODE_LENGTH, default=DocumentStatus.WORKING.value)
    registration_number = models.CharField(max_length=80, blank=True)
    retention = models.CharField(max_length=CODE_LENGTH, default=Retention.KEEP.value)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    class Meta:
        ordering = ["start", "number"]
        constraints = [
            models.UniqueConstraint(fields=["start", "number"], name="thread_claim_number"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in ClaimKind]), name="thread_claim_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(horizon__in=["", *(horizon.value for horizon in Horizon)]),
                name="thread_claim_horizon_known",
            ),
            models.CheckConstraint(
                condition=Q(author_kind__in=[kind.value for kind in AuthorKind]),
                name="thread_claim_author_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[status.value for status in DocumentStatus]),
                name="thread_claim_status_known",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="thread_claim_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.text[:60]}"


class Evidence(models.Model):
    """One edge of the thread. `claim_rank` and `target_rank` are the places of the two kinds in their order."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="evidence")
    relation = models.CharField(max_length=CODE_LENGTH)
    figure = models.ForeignKey(CitedFigure, on_delete=models.PROTECT, null=True, blank=True)
    result = models.ForeignKey(CitedResult, on_delete=models.PROTECT, null=True, blank=True)
    target = models.ForeignKey(
        Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="resting_on_it"
    )
    claim_rank = models.PositiveSmallIntegerField()
    target_rank = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(relation__in=[relation.value for relation in Relation]),
                name="thread_evidence_relation_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    figure__isnull=False, result__isnull=True, target__isnull=True, target_rank__isnull=True
                )
                | Q(figure__isnull=True, result__isnull=False, target__isnull=True, target_rank__isnull=True)
                | Q(
                    figure__isnull=True, result__isnull=True, target__isnull=False, target_rank__isnull=False
                ),
                name="thread_evidence_one_target",
            ),
            models.CheckConstraint(
                condition=Q(target_rank__isnull=True) | Q(target_rank__lt=F("claim_rank")),
                name="thread_evidence_earlier_kind",
            ),
            models.UniqueConstraint(
                fields=["claim", "figure"], condition=Q(figure__isnull=False), name="thread_figure_cited_once"
            ),
            models.UniqueConstraint(
                fields=["claim", "result"], condition=Q(result__isnull=False), name="thread_result_cited_once"
            ),
            models.UniqueConstraint(
                fields=["claim", "target"], condition=Q(target__isnull=False), name="thread_claim_cited_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.relation}"


class Answer(models.Model):
    """What an owner answered when asked to look again at a claim."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="answers")
    verdict = models.CharField(max_length=CODE_LENGTH)
    replaced_by = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict=Verdict.REVISED.value, replaced_by__isnull=False)
                | Q(
                    verdict__in=[Verdict.STILL_HOLDS.value, Verdict.WITHDRAWN.value], replaced_by__isnull=True
                ),
                name="thread_answer_names_new_version",
            ),
            models.UniqueConstraint(
                fields=["claim"],
                condition=~Q(verdict=Verdict.STILL_HOLDS.value),
                name="thread_claim_closed_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.verdict}"


class AnsweredMovement(models.Model):
    """One movement that an owner had seen when answering that the claim still holds."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="movements")
    subject = models.CharField(max_length=400)
    how = models.CharField(max_length=CODE_LENGTH)
    became = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=[how.value for how in Moved]), name="thread_movement_known"
            ),
            models.UniqueConstraint(
                fields=["answer", "subject", "how", "became"], name="thread_movement_answered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.how}"


class Dispute(models.Model):
    """A figure that somebody disputes: why, who answers, and the answer with its source.

    `figure` is the revision that was disputed. `role` and `party` are what the person was on that day, and are shown;
    `owner` is the official who has taken it on. Closing fills everything from `outcome` on, at once.
    """

    start = models.ForeignKey("start.Start", on_delete=models.CASCADE, related_name="disputes")
    number = models.PositiveIntegerField()
    figure = models.ForeignKey(CitedFigure, on_delete=models.PROTECT, related_name="disputes")
    why = models.TextField()
    role = models.CharField(max_length=CODE_LENGTH)
    party = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    raised_at = models.DateTimeField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="disputes"
    )
    outcome = models.CharField(max_length=CODE_LENGTH, blank=True)
    answer = models.TextField(blank=True)
    source = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["start", "number"]
        constraints = [
            models.UniqueConstraint(fields=["start", "number"], name="thread_dispute_number"),
            models.CheckConstraint(condition=~Q(why=""), name="thread_dispute_says_why"),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="thread_dispute_role_known"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", closed_at__isnull=True, answer="", source="")
                | Q(outcome=Outcome.TAKEN_BACK.value, closed_at__isnull=False, answer="", source="")
                | Q(
                    outcome__in=[outcome.value for outcome in Outcome if outcome != Outcome.TAKEN_BACK],
                    closed_at__isnull=False,
                )
                & ~Q(answer="")
                & ~Q(source=""),
                name="thread_dispute_closed_with_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.why[:60]}"


class SentDigest(models.Model):
    """The day a person last had the weekly mail from this server; an archive has nothing of it."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sent_digest"
    )
    day = models.DateField()

    def __str__(self) -> str:
        return f"{self.person_id}: {self.day}"
