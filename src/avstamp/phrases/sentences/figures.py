"""What is said of one figure beside others?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "figure.column.indicator": _("Indikator"),
    "figure.column.code": _("Kod"),
    "figure.column.year": _("År"),
    "figure.column.value": _("Värde"),
    "figure.column.unit_value": _("{unit}"),
    "figure.column.group_mean": _("Liknande, medel"),
    "figure.column.group_mean.of": _("Medel, {group}"),
    "figure.column.median": _("Median"),
    "figure.column.place": _("Plats"),
    "figure.column.judgement": _("Mot medianen"),
    "figure.column.gender": _("Kön"),
    "figure.place": _("{place} av {n}"),
    "figure.judgement.better": _("Bättre"),
    "figure.judgement.worse": _("Sämre"),
    "figure.judgement.equal": _("Lika"),
    "figure.judgement.none": _("Bedöms inte"),
    "figure.group_mean": _("Medelvärdet för {group} är {group_mean}."),
    "figure.plain": _("{name}: {value} år {year}."),
    "figure.caution.old": _("Uppgiften är från {year} och kan ha hunnit ändras."),
    "figure.caution.forecast": _("Uppgiften är en framskrivning och inget utfall."),
    "figure.caution.estimated": _("Uppgiften är skattad."),
    "figure.caution.preliminary": _("Uppgiften är preliminär."),
    "figure.caution.small": _("Få invånare gör att slumpen kan väga tungt."),
    "figure.caution.general": _(
        "En skillnad säger inte varför den finns. Slumpen, olika förutsättningar och olika sätt att "
        "rapportera kan förklara en del. Ställ frågan innan ni drar en slutsats."
    ),
    "figure.missing": _("Uppgift saknas"),
    "figure.no_value": _("{name}: {unit} har ingen uppgift."),
    "figure.newest_year": _("Senaste år: {year}."),
    "figure.fetch_newer": _("Hämta nyare"),
}
