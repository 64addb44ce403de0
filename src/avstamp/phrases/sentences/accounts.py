"""What is said of people, their accounts and their ways to sign in?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "account.roles": _("Du är {roles}."),
    "account.no_role_today": _("Du har ingen roll där i dag."),
    "person.identity_number": _(
        "Det står ett personnummer eller samordningsnummer i uppgifterna. Avstamp lagrar inga sådana. Skriv namn "
        "och e-postadress utan det."
    ),
    "person.nameless": _("Skriv ett namn."),
    "link.unknown": _(
        "Adressen hör inte till någon länk som gäller. Kontrollera att du har hela adressen, eller be den som "
        "bjöd in dig om en ny."
    ),
    "link.expired": _("Länken gällde till {at}. Be den som bjöd in dig om en ny."),
    "link.not_needed": _(
        "Du har redan ett eget sätt att logga in, och då gäller länken inte längre. Logga in med lösenord, "
        "inloggningsnyckel eller organisationens konto."
    ),
}
