"""What is said of a record that was verified?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence, ngettext
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "audit.whole": ngettext(
        "Loggen är hel: {count} händelse stämmer med den senaste underskriften.",
        "Loggen är hel: {count} händelser stämmer med den senaste underskriften.",
        by="count",
    ),
    "audit.fault.altered": _(
        "Kedjan bryts vid nummer {last}. Den händelsen eller någon annan från nummer {first} har ändrats."
    ),
    "audit.fault.missing": _("Händelser har tagits bort: nummer {first}–{last}."),
    "audit.fault.out_of_order": _("Nummer {first} står på fel plats eller mer än en gång."),
    "audit.fault.rewritten": _(
        "Loggen har skrivits om någonstans i nummer {first}–{last} och stämmer inte med underskriften."
    ),
    "audit.fault.cut_off": _("Slutet är bortklippt: nummer {first}–{last} finns underskrivna men saknas."),
    "audit.fault.unsigned": _("Nummer {first}–{last} saknar underskrift."),
    "audit.fault.bad_head": _("Underskriften för nummer {first} är inte gjord med loggens nyckel."),
}
