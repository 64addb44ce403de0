"""What does the command line say, and how does it teach?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "cli.description": _(
        "Avstamp: ta avstamp i fakta. Visar var en kommun eller region står, med den faktabas som "
        "följer med programmet. Inget konto och inget nät behövs."
    ),
    "cli.epilog": _(
        "Börja så här:\n"
        "  avstamp profile Mölndal            de viktigaste måtten i terminalen\n"
        "  avstamp figure N01951 Mölndal      ett mått över tid\n"
        "  avstamp report Mölndal --out start.docx   hela rapporten som Word-fil\n"
        "  avstamp serve                      samma sak i webbläsaren\n"
        "\n"
        "Slutkoder:\n"
        "{codes}"
    ),
    "cli.language.help": _("språk på skärm och i filer: sv eller en (förval: AVSTAMP_LANGUAGE, annars sv)"),
    "cli.version.help": _("visa versionen och avsluta"),
    "cli.help.help": _("visa hjälpen och avsluta"),
    "cli.usage": _("Skriv så här: "),
    "cli.heading.arguments": _("uppgifter"),
    "cli.heading.options": _("val"),
    "cli.heading.commands": _("kommandon"),
    "cli.command": _("KOMMANDO"),
    "cli.unit.help": _("kommun eller region: namn, början av ett namn eller kod (Mölndal, möln, 1481, 0014)"),
    "cli.units.help": _("en eller flera kommuner eller regioner: namn eller kod"),
    "cli.json.help": _("skriv som JSON i stället för som tabell"),
    "cli.try_help": _("Skriv ”{command} --help” för hjälp."),
    "cli.error.required": _("Något saknas: {names}."),
    "cli.error.unrecognized": _("Okänt i kommandot: {names}."),
    "cli.error.choice": _("{value} går inte att välja för {name}. Välj bland {choices}."),
    "cli.error.choice.nearest": _(
        "{value} går inte att välja för {name}. Menade du {nearest}? Välj bland {choices}."
    ),
    "cli.error.expected": _("{name} behöver ett värde efter sig."),
    "cli.error.invalid": _("{value} går inte att använda för {name}."),
    "cli.error.other": _("Kommandot går inte att läsa: {message}."),
    "cli.interrupted": _("Avbrutet."),
    "cli.profile.help": _("visa var en kommun eller region står"),
    "cli.profile.description": _(
        "Visar måtten i indikatorkatalogen för en kommun eller region: senaste värde, medel för "
        "jämförelsegruppen, median och plats. Med --json följer alla mått i faktabasen med."
    ),
    "cli.profile.epilog": _(
        "Exempel:\n"
        "  avstamp profile Mölndal\n"
        "  avstamp profile möln --lens economy\n"
        "  avstamp profile 1481 --group county\n"
        '  avstamp profile "Region Skåne" --json > skane.json'
    ),
    "cli.profile.group.help": _(
        "jämför med: similar (RKA:s liknande, förval), county (länet), size (storlek), type (typ), all (alla)"
    ),
    "cli.profile.lens.help": _("visa bara ett perspektiv: economy, quality, expectations eller outlook"),
    "cli.profile.heading": _("{unit} ({id}). Jämfört med {group}. Senaste år i faktabasen: {year}."),
    "cli.profile.none": _("Inga mått att visa för {unit}."),
    "cli.figure.help": _("visa ett mått över tid"),
    "cli.figure.description": _(
        "Visar ett mått år för år för en eller flera kommuner eller regioner, med medel för "
        "jämförelsegruppen och median."
    ),
    "cli.figure.epilog": _(
        "Exempel:\n"
        "  avstamp figure N01951 Mölndal\n"
        "  avstamp figure N15428 Mölndal --gender K\n"
        "  avstamp figure N03102 Mölndal Partille --compare county\n"
        "  avstamp figure N15428 Mölndal --compare own:1480,1440 --json"
    ),
    "cli.figure.indicator.help": _("indikatorns kod, till exempel N01951"),
    "cli.figure.gender.help": _("T (alla, förval), K (kvinnor) eller M (män)"),
    "cli.figure.compare.help": _(
        "jämför med: similar (förval), county, size, type, all, en grupps kod (G12345) eller own: "
        "följt av koder (own:1480,1440)"
    ),
    "cli.figure.no_gender": _("{name} finns inte uppdelad på kön. Välj --gender T."),
    "cli.report.help": _("skriv hela rapporten till en fil"),
    "cli.report.description": _(
        "Skriver den faktabaserade starten för en kommun eller region som ett dokument: mandat, "
        "befolkning, ekonomi, perspektiv, datum enligt lag, källor och metod. Filnamnets slut avgör "
        "formatet: .html, .docx eller .pdf."
    ),
    "cli.report.epilog": _(
        "Exempel:\n"
        "  avstamp report Mölndal --out start.docx\n"
        "  avstamp report 1481 --out molndal.pdf --language en\n"
        '  avstamp report "Region Skåne" --out skane.html'
    ),
    "cli.report.out.help": _("fil att skriva; en fil som redan finns ersätts"),
    "cli.report.written": _("Rapporten om {unit} är skriven till {path}."),
    "cli.report.working": _("Skriver rapporten om {unit}"),
    "cli.facts.help": _("importera, visa, kontrollera eller gör i ordning faktabasen"),
    "cli.facts.description": _(
        "Faktabasen är programmets egen samling av uppgifter. En färdig följer med; här importeras nyare."
    ),
    "cli.facts.epilog": _(
        "Exempel:\n  avstamp facts info\n  avstamp facts import --data ../shared/data\n  avstamp facts verify"
    ),
    "cli.facts.import.help": _("gör en ny faktabas av en mapp med källfiler"),
    "cli.facts.import.description": _(
        "Läser källfilerna, kontrollerar dem och gör en faktabas. Ett enda fel stoppar importen: "
        "alla fel räknas upp och den tidigare faktabasen är orörd."
    ),
    "cli.facts.import.epilog": _(
        "Exempel:\n  avstamp facts import\n  avstamp facts import --data ~/kolada --out ~/faktabas"
    ),
    "cli.facts.import.data.help": _("mapp med källfiler (förval: {default})"),
    "cli.facts.import.out.help": _("mapp för den nya faktabasen (förval: {default})"),
    "cli.facts.import.working": _("Importerar"),
    "cli.facts.import.done": _("Faktabasen är klar i {path}: {values} uppgifter, senaste år {year}."),
    "cli.facts.info.help": _("visa vad faktabasen innehåller och varifrån"),
    "cli.facts.import.fetched.help": _("dagen då källfilerna hämtades (förval: i dag)"),
    "cli.facts.info.description": _(
        "Visar var faktabasen finns, hur mycket den innehåller, vilket år som är det senaste och "
        "varje källa med datum och villkor."
    ),
    "cli.facts.info.epilog": _("Exempel:\n  avstamp facts info"),
    "cli.facts.verify.description": _(
        "Räknar om varje tabells kontrollsumma och jämför med den som sparades vid importen."
    ),
    "cli.facts.verify.epilog": _("Exempel:\n  avstamp facts verify"),
    "cli.facts.prepare.description": _(
        "Bygger de filer som sidorna läser. Det görs annars första gången de behövs."
    ),
    "cli.facts.prepare.epilog": _("Exempel:\n  avstamp facts prepare"),
    "cli.facts.verify.help": _("kontrollera att faktabasen är hel"),
    "cli.facts.verify.working": _("Kontrollerar"),
    "cli.facts.verify.done": _("Faktabasen i {path} är hel."),
    "cli.facts.path": _("Finns i"),
    "cli.facts.identity": _("Fingeravtryck"),
    "cli.facts.newest": _("Senaste år"),
    "cli.facts.indicators": _("Indikatorer"),
    "cli.facts.catalogue": _("Indikatorer i katalogen"),
    "cli.facts.units": _("Kommuner och regioner"),
    "cli.facts.sources": _("Källor"),
    "cli.facts.newer": _(
        "Hämta nyare: lägg nya källfiler i en mapp och kör ”avstamp facts import --data MAPP”."
    ),
    "cli.facts.prepare.help": _("gör i ordning faktabasen så att sidorna visas genast"),
    "cli.facts.prepare.working": _(
        "Gör i ordning faktabasen. Det behövs bara första gången och tar oftast under en minut."
    ),
    "cli.facts.forecast.help": _("räkna fram prognoserna för hela landet"),
    "cli.facts.forecast.description": _(
        "Räknar fram prognoserna för alla mått, kommuner och regioner, om de inte redan finns. "
        "Servern gör det själv första gången."
    ),
    "cli.facts.forecast.epilog": _("Exempel:\n  avstamp facts forecast"),
    "cli.facts.forecast.working": _(
        "Räknar fram prognoser för hela landet. Det behövs bara första gången och tar en halv minut."
    ),
    "cli.serve.help": _("visa Avstamp i webbläsaren"),
    "cli.serve.description": _("Visar Avstamp i webbläsaren, från den här datorn. Avsluta med Ctrl+C."),
    "cli.serve.epilog": _("Exempel:\n  avstamp serve\n  avstamp serve --port 8080"),
    "cli.serve.host.help": _("adress att svara på (förval: {default})"),
    "cli.serve.demonstration.help": _(
        "ha en demonstration med påhittade personer att klicka sig igenom; bara på den egna datorn"
    ),
    "cli.serve.port.help": _("port; 0 väljer en ledig (förval: {default})"),
    "cli.serve.processes.help": _("antal processer som svarar, för många läsare på PostgreSQL (förval: 1)"),
    "cli.serve.ready": _("Avstamp visas på {address} (avsluta med Ctrl+C)"),
}
