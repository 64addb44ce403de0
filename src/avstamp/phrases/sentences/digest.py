"""What does the weekly letter say, and the command that sends it?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence, ngettext
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "digest.subject": ngettext(
        "Avstamp: en sak väntar på dig", "Avstamp: {count} saker väntar på dig", "count"
    ),
    "cli.thread.sent": ngettext("Ett brev skickat.", "{count} brev skickade.", "count"),
    "cli.thread.refused": ngettext(
        "Ett brev gick inte att skicka. Det prövas igen nästa gång.",
        "{count} brev gick inte att skicka. De prövas igen nästa gång.",
        "count",
    ),
    "digest.greeting": _("Hej,"),
    "digest.claims": _("Något som de här texterna vilar på har ändrats. Säg om de fortfarande håller:"),
    "digest.disputes": _("De här uppgifterna är ifrågasatta och väntar på ett svar med källa:"),
    "digest.closing": _("Brevet kommer högst en gång i veckan, och bara när något väntar på dig."),
    "cli.thread.help": _("skicka veckobrevet om det som väntar på svar"),
    "cli.thread.description": _("Trådens löpande arbete på en server."),
    "cli.thread.epilog": _("Exempel:\n  avstamp thread digest --address https://avstamp.example.se"),
    "cli.thread.digest.help": _("skicka veckobrevet"),
    "cli.thread.digest.description": _(
        "Skriver till dem som har något att svara på, högst en gång i veckan till var och en. Kör det varje dag."
    ),
    "cli.thread.digest.epilog": _("Exempel:\n  avstamp thread digest --address https://avstamp.example.se"),
    "cli.thread.address.help": _("serverns adress, som länkarna i brevet börjar med"),
    "cli.thread.no_email": _(
        "Ingen e-postserver är inställd, så inget skickas. Ställ in AVSTAMP_EMAIL, se guiden om servern."
    ),
}
