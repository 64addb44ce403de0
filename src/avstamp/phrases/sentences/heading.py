"""What do we say about where a unit is heading?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "heading.better": _("Väntas bli bättre"),
    "heading.worse": _("Väntas bli sämre"),
    "heading.unsure": _("Går inte att säga"),
    "heading.answer": _(
        "Av {all} mått väntas {better} bli bättre och {worse} sämre på fyra år, om det går som det har gått. För "
        "{unsure} går det inte att säga."
    ),
    "heading.untold": _("För {count} mått till är åren för få för en prognos på fyra år."),
    "heading.none": _("Inget mått har tillräckligt många år för en prognos på fyra år."),
    "heading.range": _("{low} till {high}"),
}
