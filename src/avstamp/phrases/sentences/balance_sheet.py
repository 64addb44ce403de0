"""What do we say in the spreadsheet of the balance requirement?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "balance_sheet.title": _("Balanskravsutredning {year}: {unit}"),
    "balance_sheet.given": _("Underlag"),
    "balance_sheet.form": _("Utredning"),
    "balance_sheet.kronor": _("Kronor"),
    "balance_sheet.source": _("Varifrån beloppet kommer"),
    "balance_sheet.by_reader": _("Skrivet av läsaren"),
    "balance_sheet.kolada": _("Kolada {indicators}, kronor per invånare gånger antal invånare"),
    "balance_sheet.reason": _("Synnerliga skäl för årets underskott, om fullmäktige har beslutat det"),
    "balance_sheet.base": _("Skatt och bidrag"),
    "balance_sheet.percent": _("Procent av skatt och bidrag som ska bli kvar"),
    "balance_sheet.floor": _("Belopp som ska bli kvar"),
    "balance_sheet.room": _("Resultat över den gränsen"),
    "balance_sheet.cap": _("Plats under taket på 5 %, bara resultatreserven räknad"),
    "balance_sheet.cap_with_old": _("Plats under taket om den äldre reserven räknas med"),
    "balance_sheet.allowed": _("Högst till resultatreserven"),
    "balance_sheet.allowed_with_old": _("Högst om den äldre reserven räknas med (obekräftat)"),
    "balance_sheet.restored": _("Återställt av årets resultat: {year}"),
    "balance_sheet.left": _("Kvar att återställa från {year}, senast i budgeten {by}"),
    "balance_sheet.total_left": _("Kvar att återställa, tillsammans"),
    "balance_sheet.law": _("Kommunallagen (2017:725) 11 kap. 12–14 §§. Uträkning: Avstamp."),
}
