"""What do we say about costs beside conditions and quality?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "costs.answer.dear": _(
        "Verksamheterna kostar {share} mer än vad förutsättningarna förklarar ({year}), om stödet till personer med "
        "funktionsnedsättning räknas bort."
    ),
    "costs.answer.cheap": _(
        "Verksamheterna kostar {share} mindre än vad förutsättningarna förklarar ({year}), om stödet till personer med "
        "funktionsnedsättning räknas bort."
    ),
    "costs.answer.equal": _(
        "Verksamheterna kostar precis vad förutsättningarna förklarar ({year}), om stödet till personer med "
        "funktionsnedsättning räknas bort."
    ),
    "costs.answer.none": _("Faktabasen har ingen samlad nettokostnadsavvikelse för kommunen."),
    "costs.region": _(
        "Nettokostnadsavvikelser finns bara för kommuner. För regioner finns kostnad per invånare på ekonomisidan."
    ),
    "costs.field.cheap_good": _("Billigare och bättre"),
    "costs.field.dear_good": _("Dyrare och bättre"),
    "costs.field.cheap_poor": _("Billigare och sämre"),
    "costs.field.dear_poor": _("Dyrare och sämre"),
    "costs.field.none": _("Inget kvalitetsindex"),
    "service.short.preschool": _("Förskola"),
    "service.short.compulsory_school": _("Grundskola"),
    "service.short.upper_secondary": _("Gymnasium"),
    "service.short.elder_care": _("Äldreomsorg"),
    "service.short.disability": _("LSS"),
    "costs.chart.caption": _("Kvalitet mot kostnad, verksamhet för verksamhet"),
    "costs.chart.x": _("Nettokostnadsavvikelse, procent"),
    "costs.chart.y": _("Kvalitetsindex mot medianen"),
    "costs.chart.point": _("{service}: {deviation} mot förutsättningarna, kvalitetsindex {quality}."),
}
