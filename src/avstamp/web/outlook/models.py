"""How are an organisation's own drivers, people's placements of them, its crosses and its scenarios stored?

A driver has a claim of its own in the thread, which has its text, its horizon and its evidence. A placement belongs to
a person and can be changed by that person as long as the start lives; what is shown of placements is sums only. A
saved scenario of the economy is its versions, of which none is changed.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from avstamp.domain.outlook.drivers import CORNERS, SCALE, DriverArea, Heading, Nature, corner_of

CODE_LENGTH = 40
CORNER_CODES = [corner_of(across, up) for across, up in CORNERS]


class OwnDriver(models.Model):
    """A driver in a start's register, as it is worded now; earlier wordings are `earlier`.

    `ready_key` names the one of the ready set that it was taken from, if any. One that is withdrawn stays, with its
    reason. The number is the first claim's, and does not change when the driver is worded anew.
    """

    claim = models.OneToOneField("thread.Claim", on_delete=models.CASCADE, related_name="driver")
    start = models.ForeignKey("start.Start", on_delete=models.CASCADE, related_name="drivers")
    number = models.PositiveIntegerField()
    ready_key = models.CharField(max_length=CODE_LENGTH, blank=True)
    name = models.CharField(max_length=200)
    area = models.CharField(max_length=CODE_LENGTH)
    nature = models.CharField(max_length=CODE_LENGTH)
    version = models.PositiveSmallIntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["start", "number"]
        constraints = [
            models.UniqueConstraint(fields=["start", "number"], name="outlook_driver_number"),
            models.UniqueConstraint(
                fields=["start", "ready_key"],
                condition=~Q(ready_key="") & Q(withdrawn_at__isnull=True),
                name="outlook_ready_driver_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="outlook_withdrawn_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(area__in=[area.value for area in DriverArea]), name="outlook_driver_area_known"
            ),
            models.CheckConstraint(
                condition=Q(nature__in=[nature.value for nature in Nature]),
                name="outlook_driver_nature_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.name}"


class EarlierWording(models.Model):
    """How a driver was worded before it was worded anew: `claim` has the text and the evidence of that version."""

    driver = models.ForeignKey(OwnDriver, on_delete=models.CASCADE, related_name="earlier")
    version = models.PositiveSmallIntegerField()
    claim = models.OneToOneField("thread.Claim", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    area = models.CharField(max_length=CODE_LENGTH)
    nature = models.CharField(max_length=CODE_LENGTH)
    replaced_at = models.DateTimeField()
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["driver", "version"]
        constraints = [
            models.UniqueConstraint(fields=["driver", "version"], name="outlook_earlier_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.driver_id} ({self.version}): {self.name}"


class DriverSign(models.Model):
    """What to watch for a driver: an indicator and the way it goes when the driver grows stronger."""

    driver = models.ForeignKey(OwnDriver, on_delete=models.CASCADE, related_name="signs")
    indicator = models.CharField(max_length=80)
    heading = models.CharField(max_length=CODE_LENGTH)

    class Meta:
        ordering = ["driver", "id"]
        constraints = [
            models.UniqueConstraint(fields=["driver", "indicator"], name="outlook_sign_once"),
            models.CheckConstraint(
                condition=Q(heading__in=[heading.value for heading in Heading]),
                name="outlook_sign_heading_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.heading}"


class DriverPlacement(models.Model):
    """Where one person puts one driver, as it was worded in `version`.

    `role` is what the person was in the start when it was put there.
    """

    driver = models.ForeignKey(OwnDriver, on_delete=models.CASCADE, related_name="placements")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=CODE_LENGTH)
    effect = models.PositiveSmallIntegerField()
    uncertainty = models.PositiveSmallIntegerField()
    day = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["driver", "id"]
        constraints = [
            models.UniqueConstraint(fields=["driver", "person"], name="outlook_placement_once"),
            models.CheckConstraint(
                condition=Q(effect__in=SCALE) & Q(uncertainty__in=SCALE), name="outlook_placement_on_scale"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.driver_id}: {self.effect}, {self.uncertainty}"


class Cross(models.Model):
    """A scenario cross: two drivers of the register with what each end of them means."""

    start = models.ForeignKey("start.Start", on_delete=models.CASCADE, related_name="crosses")
    number = models.PositiveIntegerField()
    across = models.ForeignKey(OwnDriver, on_delete=models.RESTRICT, related_name="+")
    across_first = models.CharField(max_length=200)
    across_second = models.CharField(max_length=200)
    up = models.ForeignKey(OwnDriver, on_delete=models.RESTRICT, related_name="+")
    up_first = models.CharField(max_length=200)
    up_second = models.CharField(max_length=200)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["start", "number"]
        constraints = [
            models.UniqueConstraint(fields=["start", "number"], name="outlook_cross_number"),
            models.CheckConstraint(condition=~Q(across=F("up")), name="outlook_cross_two_drivers"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class CrossFuture(models.Model):
    """One of a cross's four futures; `signs` are indicators with a heading, as `N01804:falling`."""

    cross = models.ForeignKey(Cross, on_delete=models.CASCADE, related_name="futures")
    corner = models.CharField(max_length=CODE_LENGTH)
    name = models.CharField(max_length=200, blank=True)
    consequences = models.TextField(blank=True)
    signs = models.JSONField(default=list)

    class Meta:
        ordering = ["cross", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cross", "corner"], name="outlook_future_once"),
            models.CheckConstraint(condition=Q(corner__in=CORNER_CODES), name="outlook_future_corner_known"),
        ]

    def __str__(self) -> str:
        return self.name or self.corner


class Scenario(models.Model):
    """A saved scenario of the economy; name and assumptions stand in its versions. One withdrawn stays, with why."""

    start = models.ForeignKey("start.Start", on_delete=models.CASCADE, related_name="scenarios")
    number = models.PositiveIntegerField()
    withdrawn_day = models.DateField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["start", "number"]
        constraints = [
            models.UniqueConstraint(fields=["start", "number"], name="outlook_scenario_number"),
            models.CheckConstraint(
                condition=Q(withdrawn_day__isnull=True, withdrawn_why="")
                | (Q(withdrawn_day__isnull=False) & ~Q(withdrawn_why="")),
                name="outlook_scenario_withdrawn_with_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class ScenarioVersion(models.Model):
    """A scenario as it was saved once.

    `content` is canonical JSON (`domain.outlook.saved_scenario`) and `digest` its hash; `facts` is the identity of the
    fact base, and `method` the version of the method, that `outcome` was computed with.
    """

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    content = models.TextField()
    digest = models.CharField(max_length=64)
    facts = models.CharField(max_length=64)
    method = models.PositiveIntegerField()
    outcome = models.CharField(max_length=80)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    day = models.DateField()

    class Meta:
        ordering = ["scenario", "version"]
        constraints = [
            models.UniqueConstraint(fields=["scenario", "version"], name="outlook_scenario_version_once"),
            models.CheckConstraint(condition=~Q(name=""), name="outlook_scenario_named"),
        ]

    def __str__(self) -> str:
        return f"{self.scenario_id}: {self.name}"
