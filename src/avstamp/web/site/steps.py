"""Which are the five steps and the four success factors of the working model, and where do the steps' pages begin?"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    """One step: its code, its name, what it asks, and its first page where it has one without a started term."""

    code: str
    name: str | Promise
    question: str | Promise
    page: str | None = None


STEPS = (
    Step(
        "outlook",
        _("Omvärld"),
        _("Vilka möjligheter och utmaningar ger omvärlden oss, i år och under mandatperioden?"),
        "position:outlook",
    ),
    Step(
        "position",
        _("Vårt nuläge"),
        _("Var står vi i ekonomi, kvalitet och förmåga att möta förväntningar?"),
        "position:lenses",
    ),
    Step(
        "analysis",
        _("Samlad analys"),
        _("Vad står alla bakom, och vad skiljer?"),
    ),
    Step(
        "needs",
        _("Våra behov av förändring"),
        _("Vilka förändringar betyder mest?"),
    ),
    Step(
        "ways",
        _("Arbets- och förhållningssätt"),
        _("Hur arbetar styre, opposition och tjänstepersoner så att det lyckas?"),
    ),
)


@dataclass(frozen=True)
class Factor:
    """One of the four things that make the steps succeed: its name and what it asks of those who take part."""

    name: str | Promise
    about: str | Promise


FACTORS = (
    Factor(
        _("Använd er planerings- och uppföljningsprocess"),
        _("Varje steg har sin plats i året, från årsredovisning till budget."),
    ),
    Factor(
        _("Samla alla i rummet"),
        _("Styre, opposition och tjänstepersoner har samma underlag samtidigt."),
    ),
    Factor(
        _("Det som är sant måste få sägas"),
        _("Ingen äger fakta och ingen kan ta bort dem. Tolkningar står bredvid."),
    ),
    Factor(
        _("Ord måste bli handling"),
        _("Beslut får ansvarig, datum och väntad effekt, och följs upp."),
    ),
)
