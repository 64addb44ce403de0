"""What is said of an archive that is not taken in, and of a database that is not upgraded?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "archive.wrong.unreadable": _("Filen är inget helt arkiv ({reason}). Exportera starten på nytt."),
    "archive.wrong.format": _(
        "Arkivet har format {format}, och den här versionen läser format {ours}. Ta in det med den version som "
        "exporterade det."
    ),
    "archive.wrong.not_listed": _("{file} står inte i arkivets förteckning. Exportera starten på nytt."),
    "archive.wrong.rows": _(
        "{file} har {rows} rader, men förteckningen säger {stated}. Exportera starten på nytt."
    ),
    "archive.wrong.changed": _("{file} har ändrats efter exporten. Exportera starten på nytt."),
    "archive.wrong.missing": _("{file} saknas i arkivet. Exportera starten på nytt."),
    "archive.wrong.unknown": _(
        "{file} är från en senare version av Avstamp. Uppgradera den här servern och ta in arkivet igen."
    ),
    "archive.wrong.record": _("Arkivets logg är inte hel. {fault} Fråga den som lämnade arkivet."),
    "archive.wrong.address_taken": _(
        "people.jsonl, rad {row}: {email} hör till någon annan på den här servern. Den ena av dem byter adress på "
        "sin kontosida (Byt e-postadress); ta sedan in arkivet igen, exporterat på nytt om adressen byttes där."
    ),
    "archive.wrong.does_not_fit": _(
        "Databasen tar inte emot det som står i arkivet ({reason}). Ändra det där starten finns och exportera på nytt."
    ),
    "upgrade.shared_addresses": _(
        "Databasen kan inte uppgraderas: flera personer har samma e-postadress, så när som på stora bokstäver "
        "({addresses}). Låt alla utom en byta adress i den version som databasen kommer från; se "
        "docs/guide/upgrading.md."
    ),
}
