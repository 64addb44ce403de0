"""What do we say about the population ahead?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "population.answer": _(
        "År {year} väntas {unit} ha {middle} invånare. I åtta av tio framtider blir de mellan {low} och {high}."
    ),
    "population.caption": _("Invånare, {ages}, 31 december"),
    "population.alt": _(
        "Linje med osäkerhet: {ages}, från {first} år {base} till {middle} år {year}, i åtta av tio framtider "
        "mellan {low} och {high}."
    ),
    "population.median": _("median"),
    "population.ages.all": _("alla åldrar"),
    "population.ages.1-5": _("1–5 år"),
    "population.ages.6-15": _("6–15 år"),
    "population.ages.16-18": _("16–18 år"),
    "population.ages.65-79": _("65–79 år"),
    "population.ages.80-89": _("80–89 år"),
    "population.ages.80+": _("80 år och äldre"),
    "population.ages.90+": _("90 år och äldre"),
    "population.ages.6": _("6 år"),
    "population.ages.7-9": _("7–9 år"),
    "population.ages.10-12": _("10–12 år"),
    "population.ages.13-15": _("13–15 år"),
    "population.ages.0": _("0 år"),
    "population.ages.16-19": _("16–19 år"),
    "population.ages.20-64": _("20–64 år"),
    "population.women": _("Kvinnor"),
    "population.men": _("Män"),
    "population.pyramid.later": _("{year}, väntat"),
    "population.pyramid.caption": _("Kvinnor och män efter ålder, {first} och {last}"),
    "population.pyramid.alt": _(
        "Befolkningspyramid. År {last} väntas flest vara i åldern {largest}: {most} personer. De som är 80 år och "
        "äldre är {old_now} år {first} och väntas vara {old_later} år {last}."
    ),
    "population.table": _("Befolkningen framåt: medianen, och hur lågt och högt den kan bli"),
    "population.column.ages": _("Ålder"),
    "population.column.year": _("31 december"),
    "population.column.women": _("Kvinnor {year}"),
    "population.column.men": _("Män {year}"),
    "population.column.lowest": _("Mycket lågt (95 av 100)"),
    "population.column.low": _("Lågt (80 av 100)"),
    "population.column.median": _("Median"),
    "population.column.high": _("Högt (80 av 100)"),
    "population.column.highest": _("Mycket högt (95 av 100)"),
    "population.chance": _(
        "År {year}, {ages}: av slumpen ensam kan det bli upp till {half} fler eller färre i åtta av tio framtider. Det "
        "är {share} av hela osäkerheten."
    ),
    "population.beside": _("inläst framskrivning"),
    "population.beside.below": _("under vårt intervall"),
    "population.beside.within": _("inom vårt intervall"),
    "population.beside.above": _("över vårt intervall"),
    "population.note.draws": _(
        "Medianen och intervallen gäller 1 000 framtider. I 80 av 100 ligger utfallet mellan lågt och högt, i 95 av "
        "100 mellan mycket lågt och mycket högt."
    ),
    "population.note.assumptions": _(
        "Antaganden: nettoinvandringen till Sverige som i medeltal sedan 2000, fruktsamheten som det senaste året, "
        "dödligheten fortsätter att sjunka som de senaste femton åren, och kommunens egna flyttmönster efter "
        "ålder består."
    ),
    "population.note.official": _("Framtiderna är vår egen bearbetning och ingen officiell prognos."),
    "population.file.title": _("Befolkningen framåt i {unit}"),
    "population.file.range": _("Åldrar och år"),
    "population.file.pyramid": _("Pyramid"),
    "population.file.need": _("Behov"),
    "population.report": _("Befolkningen framåt"),
    "population.report.need": _("Vad åldrarna kräver"),
    "population.newcomers": _("Inflyttade varje år utöver det vanliga"),
    "population.newcomers.in": _("Inflyttade {year}"),
    "population.wrong.people": _("{name}: {written} är inte ett antal. Skriv ett heltal från 0 till {most}."),
    "population.wrong.price": _("{written} är inte ett pris. Skriv tusental kronor från 0 till {most}."),
    "projection.group": _("Rad {row}: {written} är ingen ålder som vi har. Skriv en av {known}."),
    "projection.year": _("Rad {row}: året ska vara ett heltal från {first} till {last}."),
    "projection.people": _("Rad {row}: antalet ska vara från 0 till {most}."),
    "projection.twice": _("Rad {row}: {written} år {year} står redan på en tidigare rad."),
    "projection.nothing": _("Filen har ingen rad med ett antal."),
    "need.column.service": _("Verksamhet"),
    "need.column.price": _("Pris, tusen kronor"),
    "need.column.people": _("Invånare {year}"),
    "need.price": _("{service}: {source}"),
    "need.table": _("Behovet i miljoner kronor per år med oförändrat pris, för medianen av antalet"),
    "need.note": _(
        "Behovet är pris per invånare i åldern gånger årets medelfolkmängd. Priser och andelen som använder tjänsten "
        "hålls oförändrade."
    ),
    "need.source.preschool": _(
        "kostnad per inskrivet barn ({first}) gånger andelen barn i förskola ({second}), {year}. Källa: Kolada, egen "
        "bearbetning."
    ),
    "need.source.school": _("kostnad per elev i grundskola F–9, hemkommun ({first}), {year}. Källa: Kolada."),
    "need.source.upper_secondary": _(
        "kostnad per elev i kommunal gymnasieskola ({first}), {year}. Källa: Kolada."
    ),
    "need.source.elder_care": _(
        "hela äldreomsorgens kostnad per invånare 80 år och äldre ({first}), {year}. Källa: Kolada."
    ),
    "need.source.missing": _("uppgift saknas i faktabasen. Skriv ett eget pris."),
    "need.source.own": _("ert eget pris."),
    "cli.population.help": _("Visa befolkningen tjugo år framåt med osäkerhet."),
    "cli.population.description": _(
        "Visar hur många en kommun eller region väntas bli i de åldrar som verksamheterna möter, hur säkert det är, "
        "och vad åldrarna kräver i kronor."
    ),
    "cli.population.epilog": _(
        "Exempel:\n"
        "  avstamp population Mölndal\n"
        "  avstamp population Mölndal --years 10 --housing 2027=300 --housing 2028=300\n"
        "  avstamp population 0014 --json\n"
        "  avstamp population Mölndal --csv befolkning.csv"
    ),
    "cli.population.years.help": _("så många år framåt, högst {most}"),
    "cli.population.housing.help": _("inflyttade ett år utöver det vanliga; går att ange flera gånger"),
    "cli.population.nation.help": _("håll alla kommuners summa till rikets egen framskrivning"),
    "cli.population.csv.help": _("skriv alla åldrar och år till en CSV-fil"),
    "cli.population.out.help": _("skriv ett kalkylblad (XLSX)"),
    "cli.population.written": _("Skrev {path}."),
    "cli.population.wrong": _(
        "{written} är ingen planerad inflyttning. Skriv ÅR=ANTAL med ett år från {first} till {last}."
    ),
    "need.preschool": _("Förskola"),
    "need.school": _("Grundskola"),
    "need.upper_secondary": _("Gymnasieskola"),
    "need.elder_care": _("Äldreomsorg"),
}
