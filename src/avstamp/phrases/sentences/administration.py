"""What do the commands that administer starts and the record say?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "cli.start.help": _("skapa, lista, kopiera och flytta starter"),
    "cli.start.description": _("Administrerar starter av mandatperioden på den här servern."),
    "cli.start.epilog": _(
        "Exempel:\n"
        "  avstamp start create Mölndal\n"
        "  avstamp start list\n"
        "  avstamp start clone molndal Kungsbacka\n"
        "  avstamp start export molndal molndal.zip\n"
        "  avstamp start import molndal.zip"
    ),
    "cli.start.create.description": _(
        "Skapar en start med mandaten från valet och säger vilken nyckel den får."
    ),
    "cli.start.create.epilog": _(
        'Exempel:\n  avstamp start create Mölndal\n  avstamp start create "Region Skåne" --election 2026'
    ),
    "cli.start.create.help": _("skapa en start för en kommun eller region"),
    "cli.start.list.description": _(
        "Visar varje start på servern: nyckel, namn, mandatperiod och om den är öppnad."
    ),
    "cli.start.list.epilog": _("Exempel:\n  avstamp start list"),
    "cli.start.list.help": _("visa alla starter på servern"),
    "cli.start.demonstrate.help": _("bygg en demonstration: en påhittad kommun på verkliga siffror"),
    "cli.start.demonstrate.description": _(
        "Bygger en start i en påhittad kommun med påhittade partier och människor, på verkliga siffror. Finns den "
        "redan lämnas den som den är. Att byta roll i den går bara på den dator där programmet körs."
    ),
    "cli.start.demonstrate.epilog": _("Exempel:\n  avstamp start demonstrate"),
    "cli.start.demonstrated": _(
        "{name} finns nu. Prova den från förstasidan, med avstamp serve --demonstration."
    ),
    "cli.start.clone.description": _(
        "Kopierar planering och datum till en annan organisation. Inget innehåll följer med."
    ),
    "cli.start.clone.epilog": _("Exempel:\n  avstamp start clone molndal Kungälv"),
    "cli.start.clone.help": _("skapa en start åt en annan organisation med samma planering, utan innehåll"),
    "cli.start.export.description": _(
        "Skriver hela starten till ett arkiv. Arkivet är lika hemligt som databasen."
    ),
    "cli.start.export.epilog": _("Exempel:\n  avstamp start export molndal molndal.zip"),
    "cli.start.export.help": _("skriv en hel start till ett arkiv"),
    "cli.start.import.description": _(
        "Läser in ett arkiv och kontrollerar antal och kontrollsummor. Inget sparas om något inte stämmer."
    ),
    "cli.start.import.epilog": _("Exempel:\n  avstamp start import molndal.zip"),
    "cli.start.import.help": _("läs in en start från ett arkiv"),
    "cli.start.unit.help": _("namn eller kod på kommunen eller regionen"),
    "cli.start.organisation.help": _("organisationens nyckel, se ”avstamp start list”"),
    "cli.start.election.help": _("valår (förval: det senaste)"),
    "cli.start.archive.help": _("arkivets fil"),
    "cli.start.created": _(
        "Starten för {name} är skapad med nyckeln {key}. Mandatperioden är {first} till {last}."
    ),
    "cli.start.exported": _("{path} är skriven med {rows} rader. Arkivet är lika hemligt som databasen."),
    "cli.start.imported": _("Starten för {name} är inläst med nyckeln {key}."),
    "cli.start.none": _("Det finns inga starter här. Skapa en med ”avstamp start create Mölndal”."),
    "cli.start.row.opened": _("{key}: {name}, mandatperioden från {first}, öppnad"),
    "cli.start.row.preparing": _("{key}: {name}, mandatperioden från {first}, förbereds"),
    "cli.audit.help": _("kontrollera och hämta ut loggen över vad som har gjorts"),
    "cli.audit.description": _(
        "Håller loggen mot dess kedja och mot underskrifterna, som förvaras utanför databasen."
    ),
    "cli.audit.epilog": _("Exempel:\n  avstamp audit verify\n  avstamp audit export molndal > logg.jsonl"),
    "cli.audit.verify.description": _("Säger om loggen är hel, och annars var den har ändrats."),
    "cli.audit.verify.epilog": _("Exempel:\n  avstamp audit verify\n  avstamp audit verify molndal"),
    "cli.audit.verify.help": _("kontrollera att loggen är hel"),
    "cli.audit.export.description": _("Skriver varje händelse på en rad, med dess kontrollsumma."),
    "cli.audit.export.epilog": _("Exempel:\n  avstamp audit export molndal > logg.jsonl"),
    "cli.audit.export.help": _("skriv loggen som JSON Lines"),
    "cli.audit.organisation.help": _("organisationens nyckel (förval: alla)"),
    "cli.audit.none": _("Det finns ingen logg här än."),
    "cli.audit.more": _("Ytterligare {count} fel visas inte."),
}
