"""What do we say about the population ahead?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "population.answer": _(
        "År {year} väntas {unit} ha {middle} invånare. I åtta av tio framtider blir de mellan {low} och {high}."
    ),
    "population.caption": _("Invånare, {ages}, 31 december"),
    "population.alt": _(
        "Linje med osäkerhet: {ages}, från {first} år {base} till {middle} år {year}, i åtta av tio framtider "
        "mellan {low} och {high}."
    ),
    "population.median": _("median"),
    "population.ages.all": _("alla åldrar"),
    "population.ages.1-5": _("1–5 år"),
    "population.ages.6-15": _("6–15 år"),
    "population.ages.16-18": _("16–18 år"),
    "population.ages.65-79": _("65–79 år"),
    "population.ages.80-89": _("80–89 år"),
    "population.ages.80+": _("80 år och äldre"),
    "population.ages.90+": _("90 år och äldre"),
    "population.ages.6": _("6 år"),
    "population.ages.7-9": _("7–9 år"),
    "population.ages.10-12": _("10–12 år"),
    "population.ages.13-15": _("13–15 år"),
    "population.newcomers": _("Inflyttade varje år utöver det vanliga"),
    "population.wrong.people": _("{written} är inte ett antal. Skriv ett heltal från 0 till {most}."),
    "population.wrong.price": _("{written} är inte ett pris. Skriv tusental kronor från 0 till {most}."),
    "need.preschool": _("Förskola"),
    "need.school": _("Grundskola"),
    "need.upper_secondary": _("Gymnasieskola"),
    "need.elder_care": _("Äldreomsorg"),
}
