"""What do we say about municipalities that are alike?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "service.overall": _("Hela kommunen"),
    "service.socioeconomic": _("Socioekonomi"),
    "service.labour_market": _("Arbetsmarknad"),
    "service.income_support": _("Ekonomiskt bistånd"),
    "service.rescue": _("Räddningstjänst"),
    "service.preschool": _("Förskola"),
    "service.after_school": _("Fritidshem"),
    "service.compulsory_school": _("Grundskola"),
    "service.upper_secondary": _("Gymnasieskola"),
    "service.elder_care": _("Äldreomsorg"),
    "service.disability": _("Stöd till personer med funktionsnedsättning"),
    "service.individual_family_care": _("Individ- och familjeomsorg"),
    "variable.inhabitants": _("Antal invånare"),
    "variable.education": _("Andel med eftergymnasial utbildning"),
    "variable.mean_age": _("Medelålder"),
    "variable.unemployment": _("Andel arbetslösa"),
    "variable.born_outside_eu": _("Andel födda utanför EU och Efta"),
    "variable.income": _("Medianinkomst"),
    "variable.ill_health": _("Ohälsotal"),
    "variable.employment": _("Sysselsättningsgrad"),
    "variable.under_20": _("Andel yngre än 20 år"),
    "variable.over_65": _("Andel 65 år eller äldre"),
    "variable.commuting_out": _("Andel som pendlar ut"),
    "variable.modelled_income_support": _("Modellberäknad kostnad för ekonomiskt bistånd"),
    "variable.urban": _("Andel som bor i tätort"),
    "variable.tax_power": _("Skattekraft"),
    "variable.reference_cost": _("Referenskostnad per invånare"),
    "similar.weights.fitted": _("Vikterna är de som bäst återger de grupper som RKA har publicerat."),
    "similar.weights.own": _("Vikterna är dina egna."),
    "similar.index": _(
        "Skillnadsindex är 0 när två kommuner är lika och 1 när de i genomsnitt skiljer sig en standardavvikelse."
    ),
    "similar.published": _("RKA:s grupp {year}: {members}."),
    "similar.published.none": _("RKA har ingen grupp för kommunen här."),
    "similar.overlap": _("{count} av RKA:s {of} finns bland de {among} som liknar mest här."),
    "similar.weight.wrong": _("Vikten för {variable} är ”{given}”. Skriv ett tal från 0 till 100."),
    "similar.variable.unknown": _("Inget förhållande heter ”{given}”. Välj bland {known}."),
    "similar.weight.zero": _("Alla vikter är 0. Låt minst en av dem vara större."),
    "similar.year.wrong": _("Året är ”{given}”. Skriv ett år från {first} till {last}."),
    "similar.region": _(
        "Vi räknar bara fram liknande kommuner. För regioner gäller de grupper som RKA publicerar."
    ),
    "cli.similar.help": _("visa vilka kommuner som liknar en kommun mest, och varför"),
    "cli.similar.description": _(
        "Visar de kommuner som liknar en kommun mest i de förhållanden den inte själv bestämmer över, hur mycket varje "
        "förhållande skiljer, och vilka av dem som RKA också räknar som liknande."
    ),
    "cli.similar.epilog": _(
        "Exempel:\n"
        "  avstamp similar Mölndal\n"
        "  avstamp similar Mölndal --service elder_care --count 15\n"
        "  avstamp similar Mölndal --weight inhabitants=2 --weight tax_power=1 --json"
    ),
    "cli.similar.service.help": _("verksamheten som jämförelsen gäller: {choices}"),
    "cli.similar.year.help": _("det sista år som får användas"),
    "cli.similar.weight.help": _("egen vikt för ett förhållande; går att ange flera gånger"),
    "cli.similar.count.help": _("hur många kommuner som visas"),
    "cli.similar.heading": _("Kommuner som liknar {unit}: {service}, {year}"),
}
