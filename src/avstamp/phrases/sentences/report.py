"""What does the report of a start say around its figures?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "report.title": _("{unit} – start på fakta"),
    "report.subtitle": _(
        "Vad faktabasen säger inför den nya mandatperioden. Senaste år i faktabasen: {year}."
    ),
    "report.made_on": _("Framtagen {date}"),
    "report.contents": _("Innehåll"),
    "report.page": _("Sida {page} av {pages}"),
    "report.summary": _("Sammanfattning"),
    "report.summary.mandates": _(
        "Fullmäktige har {total} mandat efter valet {year}. Majoritet är minst {threshold}."
    ),
    "report.population.more": _(
        "Vid utgången av {year} hade {unit} {value} invånare, {change} fler än vid utgången av {before}."
    ),
    "report.population.fewer": _(
        "Vid utgången av {year} hade {unit} {value} invånare, {change} färre än vid utgången av {before}."
    ),
    "report.population.same": _(
        "Vid utgången av {year} hade {unit} {value} invånare, lika många som vid utgången av {before}."
    ),
    "report.summary.next": _("Härnäst enligt lag: {title} senast den {date} ({paragraph})."),
    "report.summary.next_day": _("Härnäst enligt lag: {title} den {date} ({paragraph})."),
    "report.mandates.caption": _("Mandat efter parti, valen {before} och {after}"),
    "report.mandates.figure.one": _("Mandat i fullmäktige efter valet {after}"),
    "report.mandates.figure": _("Mandat i fullmäktige efter valen {before} och {after}"),
    "report.mandates.alternative": _("Stapeldiagram över mandat efter parti. Efter valet {year}: {seats}."),
    "report.mandates.seats_of": _("{party} {seats}"),
    "report.mandates.year": _("Mandat {year}"),
    "report.mandates.turnout": _("Valdeltagandet {year} var {share}."),
    "report.mandates.unknown": _("Faktabasen har inga mandat för {unit}."),
    "report.population": _("Folkmängd"),
    "report.population.caption": _("Invånare den 31 december"),
    "report.population.inhabitants": _("Invånare"),
    "report.population.change": _("Ändring från året innan"),
    "report.lines.alternative": _(
        "Linjediagram. {name} i {unit} var {first} år {first_year} och {last} år {last_year}. Lägst "
        "var {lowest} ({lowest_year}) och högst {highest} ({highest_year})."
    ),
    "report.lines.group": _("Medel för {group} var {value} år {year}."),
    "report.economy": _("Ekonomin i korthet"),
    "report.economy.missing": _("Faktabasen har inget resultatmått för {unit}."),
    "report.series.caption": _("{name}, {unit_of_measure}"),
    "report.position.about": _(
        "Här står {unit} bredvid andra. Medelvärden är ovägda och räknade utan {unit}. Plats 1 har "
        "det högsta värdet, vilket inte alltid är bäst. Bättre och sämre skrivs bara ut där det går "
        "att motivera vilket håll som är bra."
    ),
    "report.area.caption": _("{area}: {unit} jämfört med {group} och medianen"),
    "report.next": _("Vad händer härnäst under året"),
    "report.next.about.municipality": _(
        "Datum som lagen sätter för kommuner från {from} till {to}. KL är kommunallagen (2017:725)."
    ),
    "report.next.about.region": _(
        "Datum som lagen sätter för regioner från {from} till {to}. KL är kommunallagen (2017:725)."
    ),
    "report.next.caption": _("Datum enligt lag"),
    "report.next.date": _("Senast eller den dag"),
    "report.next.what": _("Vad"),
    "report.next.paragraph": _("Paragraf"),
    "report.next.condition": _("När det gäller"),
    "report.next.always": _("Gäller alltid"),
    "report.next.source": _("Lagtext: {titles}."),
    "report.method": _("Källor och metod"),
    "report.method.sources": _("Källor"),
    "report.method.source": _("{publisher}: {title}. Villkor: {terms}. Hämtad {fetched}."),
    "report.method.publishers": _("Vad som är utgivarnas egna uppgifter"),
    "report.method.publishers.about": _(
        "Värdena per kommun, region och år är utgivarens egna och står som utgivaren har lämnat dem. "
        "Mandaten är Valmyndighetens."
    ),
    "report.method.own": _("Egen bearbetning"),
    "report.method.own.about": _(
        "Median, medel, plats, andel av mandaten, röststyrka och urvalet av mått är Avstamps egen "
        "bearbetning. Den får inte anges som Koladas, och RKA svarar inte för den."
    ),
    "report.method.mean": _(
        "Medel är det ovägda medelvärdet för gruppens medlemmar utan {unit}. Det är inte samma mått "
        "som utgivarens vägda rikssiffra."
    ),
    "report.method.median": _("Medianen är räknad på alla av samma slag som har en uppgift samma år."),
    "report.method.choice": _(
        "En iakttagelse är ett mått med en given riktning där läget är långt ut bland landets alla och "
        "med stor sannolikhet består i fem år. Hur mycket som består, glider och bara passerar skattas "
        "för varje mått på alla års uppgifter. Det som sägs om en kommun eller region väljs så att högst "
        "10 procent väntas vara fel, och mått som säger samma sak slås ihop."
    ),
    "report.method.missing": _("Ett streck betyder att uppgift saknas. Det är aldrig noll."),
    "report.method.group": _(
        "Jämförelsegrupp: RKA:s lista {year} över liknande, som används om inget annat anges: {members}."
    ),
    "report.method.newest": _("Så färska är uppgifterna"),
    "report.method.newest.about": _(
        "Senaste år i faktabasen är {year}. Hämta nyare uppgifter med kommandot ”avstamp facts "
        "import” när ni har en nyare kopia av källorna."
    ),
    "report.keyword.facts": _("fakta"),
    "report.keyword.comparison": _("jämförelse"),
    "report.keyword.term": _("mandatperiod"),
    "report.note": _("Att tänka på"),
    "report.figure_number": _("Figur {number}. {caption}"),
    "report.table_number": _("Tabell {number}. {caption}"),
}
