"""What is said on a telephone that takes part in a day: of seats, other devices and ways in?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "room.seat.not_opened": _(
        "Starten är inte öppnad än. Vänta tills den som leder träffen har öppnat den, och försök igen."
    ),
    "room.seat.sign_in": _("Du är inloggad. Logga in på den andra enheten, så är du på samma plats."),
    "room.seat.no_pass": _(
        "Koden öppnar ingen plats. Den gäller i {minutes} minuter och en gång. Be den första telefonen visa en ny."
    ),
}
