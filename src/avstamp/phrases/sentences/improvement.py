"""What do we say about whether a unit is improving?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "movement.better": _("Bättre"),
    "movement.worse": _("Sämre"),
    "movement.still": _("Oförändrat"),
    "movement.beside.better": _("Bättre utveckling än de andra"),
    "movement.beside.worse": _("Sämre utveckling än de andra"),
    "movement.beside.still": _("Som de andra"),
    "improvement.answer": _(
        "Av {all} mått har {better} blivit bättre och {worse} sämre sedan {first}. {still} har inte rört sig mer än "
        "slumpen kan förklara."
    ),
    "improvement.beside": _("Jämfört med medianen har {better} mått utvecklats bättre och {worse} sämre."),
    "improvement.none": _("Faktabasen har för få år för att säga om något har blivit bättre."),
    "improvement.unknown": _("För {count} mått till är åren för få."),
}
