"""How is the revision of a figure that somebody names kept for ever?"""

from __future__ import annotations

from avstamp.domain.thread.addresses import FigureAddress
from avstamp.domain.thread.revisions import FigureVersion, short_revision
from avstamp.web.thread.models import CitedFigure


def cite_figure(subject: FigureAddress, version: FigureVersion) -> CitedFigure:
    """The kept row of a figure's revision, made when nobody has cited it before."""
    known = dict(CitedFigure.objects.filter(subject=str(subject)).values_list("digest", "address"))
    address = known.get(version.digest) or str(subject.at(short_revision(version.digest, known)))
    figure, _ = CitedFigure.objects.get_or_create(
        address=address,
        defaults={
            "organisation": subject.organisation,
            "indicator": subject.indicator,
            "unit": subject.unit,
            "gender": subject.gender.value,
            "period": subject.period,
            "subject": str(subject),
            "digest": version.digest,
            "value": version.value,
            "status": version.status.value,
            "dated": version.dated,
            "decimals": version.decimals,
        },
    )
    return figure
