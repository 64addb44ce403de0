"""What is said when something goes wrong, of sources, and of exit codes?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence, ngettext
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "list.and": _("och"),
    "source.line": _("Källa: {publisher}, {title}. Hämtad {fetched}."),
    "source.own_processing": _(
        "Medel, median, plats, andelar och andra beräkningar är egen bearbetning, som utgivaren inte "
        "svarar för."
    ),
    "error.any": _("Något gick fel i Avstamp: {reason}"),
    "error.unexpected": _(
        "Något oväntat gick fel i Avstamp: {reason} Kör om med AVSTAMP_DEBUG=1 för att se var."
    ),
    "error.unknown_unit": _(
        "Ingen kommun eller region svarar mot ”{query}”. Skriv ett namn eller en kod, till exempel "
        "Mölndal eller 1481."
    ),
    "error.unknown_unit.nearest": _(
        "Ingen kommun eller region svarar mot ”{query}”. Närmast ligger {nearest}. Skriv ett av "
        "namnen eller en kod, till exempel 1481."
    ),
    "error.unknown_indicator": _(
        "Faktabasen har ingen indikator ”{query}”. Skriv indikatorns kod, till exempel N01951."
    ),
    "error.unknown_indicator.nearest": _(
        "Faktabasen har ingen indikator ”{query}”. Närmast ligger {nearest}. Skriv en av koderna, "
        "till exempel N01951."
    ),
    "error.unknown_group": _(
        "Ingen jämförelsegrupp svarar mot ”{query}”. Välj similar, county, size, type, all, en "
        "grupps kod eller own: följt av koder."
    ),
    "error.import_refused": ngettext(
        "Importen från {source} stoppades av {count} fel. Inget sparades, och den tidigare "
        "faktabasen är orörd. Rätta felet och importera igen:\n"
        "{listing}",
        "Importen från {source} stoppades av {count} fel. Inget sparades, och den tidigare "
        "faktabasen är orörd. Rätta felen och importera igen:\n"
        "{listing}",
        "count",
    ),
    "error.fact_base_unusable": _(
        "Faktabasen i {path} går inte att använda: {reason}. Importera den på nytt med ”avstamp "
        "facts import” eller ta bort AVSTAMP_FACTBASE för att använda den som följer med."
    ),
    "error.invalid_period": _("Året eller månaden {value} går inte att använda här. Ange ett annat värde."),
    "error.invalid_seats": _(
        "Mandaten går inte att räkna för {value}. Kontrollera partiernas beteckningar och mandat."
    ),
    "error.database_unusable": _(
        "Databasen går inte att använda: {reason}. Kontrollera AVSTAMP_DATABASE och AVSTAMP_HOME."
    ),
    "error.unknown_start": _(
        "Det finns ingen start för {query} här. Se vilka som finns med ”avstamp start list”."
    ),
    "error.chain_taken": _(
        "{organisation} har redan en logg på den här servern, och två loggar kan inte bli en. Inget sparades."
    ),
    "error.archive_refused": _("{path} kan inte tas in, och inget sparades.\n{listing}"),
    "error.invalid_span": _(
        "Perioden kan inte sluta {last}, innan den börjar {first}. Ange ett senare slutdatum."
    ),
    "error.invalid_roll": _(
        "Två uppgifter om {subject} gäller samma dag. Avsluta den ena innan den andra börjar."
    ),
    "error.invalid_address": _(
        "”{address}” är ingen adress till en uppgift eller ett resultat. Skriv som i N15428/1481/T/2022, "
        "eller kopiera länken från uppgiftens sida."
    ),
    "error.evidence_refused": _(
        "{claim} kan inte vila på {target}. Ett påstående vilar på uppgifter och på det som kommer "
        "tidigare i ordningen från iakttagelse till effekt."
    ),
    "error.address_taken": _(
        "Det går inte att visa sidor på {host}:{port}. Adressen är upptagen eller finns inte på den "
        "här datorn. Välj en annan port med --port."
    ),
    "error.file_not_written": _(
        "Filen {path} kunde inte skrivas: {reason}. Kontrollera att mappen finns och att du får skriva där."
    ),
    "reason.no_folder": _("mappen finns inte"),
    "reason.not_allowed": _("du får inte skriva där"),
    "reason.is_folder": _("namnet är en mapps"),
    "reason.disk_full": _("disken är full"),
    "error.unknown_format": _(
        "Avstamp kan inte skriva {path}. Filnamnets slut avgör formatet. Det går att skriva {known}."
    ),
    "exit.ok": _("allt gick bra"),
    "exit.unexpected": _("ett oväntat fel"),
    "exit.usage": _("kommandot var fel skrivet"),
    "exit.unknown": _("kommunen, regionen eller indikatorn finns inte"),
    "exit.import_refused": _("importen stoppades och inget sparades"),
    "exit.fact_base_unusable": _("faktabasen går inte att använda"),
    "exit.not_written": _("filen kunde inte skrivas"),
    "exit.address_taken": _("adressen är upptagen"),
    "exit.database_unusable": _("databasen går inte att använda"),
    "exit.record_bent": _("loggen är inte hel"),
    "exit.interrupted": _("avbrutet av användaren"),
}
