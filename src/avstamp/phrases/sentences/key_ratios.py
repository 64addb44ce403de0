"""What do we call the key ratios and the four perspectives of the financial profile?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "perspective.long_term": _("Handlingsutrymme på lång sikt"),
    "perspective.short_term": _("Handlingsutrymme på kort sikt"),
    "perspective.risk": _("Risk"),
    "perspective.control": _("Kontroll"),
    "ratio.equity": _("Soliditet med pensioner"),
    "ratio.self_financing": _("Självfinansiering, tre år"),
    "ratio.liquidity": _("Kassalikviditet"),
    "ratio.result": _("Årets resultat"),
    "ratio.debt": _("Skulder per invånare"),
    "ratio.group_debt": _("Koncernens skulder per invånare"),
    "ratio.mean_result": _("Resultat i medeltal, tre år"),
    "ratio.weakest_result": _("Svagaste resultat på fem år"),
    "ratios.none": _("Nyckeltalen gäller kommuner. Regionernas räkenskaper har andra mått."),
    "ratios.chart.caption": _("Finansiell profil"),
    "ratios.chart.group": _("Liknande kommuner"),
    "ratios.chart.point": _("{ratio}: längre ut än {place} procent av kommunerna."),
    "ratios.chart.point.missing": _("{ratio}: ingen uppgift."),
}
