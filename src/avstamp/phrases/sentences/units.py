"""What are units of measure called in words, when the source writes them short?

A unit is a measure and, after a slash, what it is counted per: `kr/inv` is `kr` and `inv`. Keys are the source's
own short forms. An empty word is a plain count or index, whose number needs none.
"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import gettext_noop as _

MEASURES: Mapping[str, str] = {
    "antal": "",
    "kr": _("kr"),
    "tkr": _("tusen kronor"),
    "mkr": _("miljoner kronor"),
    "poäng": _("poäng"),
    "index": "",
    "dagar": _("dagar"),
    "kvot": "",
    "år": _("år"),
    "månader": _("månader"),
    "timmar": _("timmar"),
    "minuter": _("minuter"),
    "procentenheter": _("procentenheter"),
    "enheter": _("enheter"),
    "promille": _("promille"),
    "%": _("procent"),
    "kg": _("kg"),
    "hektar": _("hektar"),
    "meter": _("meter"),
    "kvadratkilometer": _("kvadratkilometer"),
    "gram": _("gram"),
    "liter": _("liter"),
    "mil": _("mil"),
    "MWh": _("MWh"),
    "kWh": _("kWh"),
    "MW": _("MW"),
    "Mbit": _("Mbit"),
    "recept": _("recept"),
    "ton CO2-ekv": _("ton koldioxidekvivalenter"),
    "ton NMVOC": _("ton flyktiga organiska ämnen"),
    "vårdplatser": _("vårdplatser"),
}
"""What is measured or counted."""

PER: Mapping[str, str] = {
    "inv": _("per invånare"),
    "invånare": _("per invånare"),
    "elev": _("per elev"),
    "meter": _("per meter"),
    "kvm": _("per kvadratmeter"),
    "inskrivet barn": _("per inskrivet barn"),
    "inv 80+": _("per invånare 80 år eller äldre"),
    "inv 65+": _("per invånare 65 år eller äldre"),
    "inv 20+": _("per invånare 20 år eller äldre"),
    "vecka": _("per vecka"),
    "brukare": _("per brukare"),
    "s": _("per sekund"),
    "ätande": _("per ätande"),
    "heltidsstuderande": _("per heltidsstuderande"),
    "hemtjänsttagare": _("per hemtjänsttagare"),
    "10 000 inv": _("per 10 000 invånare"),
    "100 000 inv": _("per 100 000 invånare"),
    "1000 inv": _("per 1 000 invånare"),
    "1000 invånare": _("per 1 000 invånare"),
    "10 000 vuxna invånare": _("per 10 000 vuxna invånare"),
    "10 000 inv 0-18 år": _("per 10 000 invånare 0–18 år"),
    "1000 inv 0-18 år": _("per 1 000 invånare 0–18 år"),
    "1000 inv 16-64 år": _("per 1 000 invånare 16–64 år"),
    "1000 sysselsatta": _("per 1 000 sysselsatta"),
    "registrerad försäkrad": _("per registrerad försäkrad"),
    "person": _("per person"),
    "barn": _("per barn"),
    "elever 6-19 år": _("per elev 6–19 år"),
    "hushåll": _("per hushåll"),
    "kund": _("per kund"),
    "ljuspunkt": _("per ljuspunkt"),
    "fotbollsplan": _("per fotbollsplan"),
    "idrotsshall": _("per idrottshall"),
    "ishall": _("per ishall"),
    "friidrottsplats": _("per friidrottsplats"),
    "inomhusbassäng": _("per inomhusbassäng"),
    "bandyplan": _("per bandyplan"),
    "ridhall": _("per ridhall"),
    "ställföreträdarskap": _("per ställföreträdarskap"),
}
"""What it is counted per."""
