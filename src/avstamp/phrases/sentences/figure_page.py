"""What does the page of one figure say: its finding in words, its cautions, and the words of its charts?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence, ngettext
from avstamp.phrases.marking import gettext_noop as _

FINDINGS: Mapping[str, Sentence] = {
    "finding.moving": _("{name}: {unit} {level}{movement}"),
    "finding.level": _("{name}: {unit} {level}"),
    "finding.value": _("{name}: {value} i {unit} år {year}"),
    "finding.forecast": _("{name}: {value} för {unit} enligt källans framskrivning"),
    "finding.missing": _("{name}: källan har ingen uppgift för {unit}"),
    "finding.level.better.municipality": _("ligger bättre till än de flesta kommuner"),
    "finding.level.better.region": _("ligger bättre till än de flesta regioner"),
    "finding.level.worse.municipality": _("ligger sämre till än de flesta kommuner"),
    "finding.level.worse.region": _("ligger sämre till än de flesta regioner"),
    "finding.level.higher.municipality": _("ligger högre än de flesta kommuner"),
    "finding.level.higher.region": _("ligger högre än de flesta regioner"),
    "finding.level.lower.municipality": _("ligger lägre än de flesta kommuner"),
    "finding.level.lower.region": _("ligger lägre än de flesta regioner"),
    "finding.level.middle.municipality": _("ligger nära mitten bland kommunerna"),
    "finding.level.middle.region": _("ligger nära mitten bland regionerna"),
    "finding.level.better.municipality.old": _("låg bättre till än de flesta kommuner år {year}"),
    "finding.level.better.region.old": _("låg bättre till än de flesta regioner år {year}"),
    "finding.level.worse.municipality.old": _("låg sämre till än de flesta kommuner år {year}"),
    "finding.level.worse.region.old": _("låg sämre till än de flesta regioner år {year}"),
    "finding.level.higher.municipality.old": _("låg högre än de flesta kommuner år {year}"),
    "finding.level.higher.region.old": _("låg högre än de flesta regioner år {year}"),
    "finding.level.lower.municipality.old": _("låg lägre än de flesta kommuner år {year}"),
    "finding.level.lower.region.old": _("låg lägre än de flesta regioner år {year}"),
    "finding.level.middle.municipality.old": _("låg nära mitten bland kommunerna år {year}"),
    "finding.level.middle.region.old": _("låg nära mitten bland regionerna år {year}"),
    "finding.movement.improved": _(" och värdet har blivit bättre sedan {since}"),
    "finding.movement.improved.but": _(", men värdet har blivit bättre sedan {since}"),
    "finding.movement.worsened": _(" och värdet har blivit sämre sedan {since}"),
    "finding.movement.worsened.but": _(", men värdet har blivit sämre sedan {since}"),
    "finding.movement.risen": _(" och värdet har ökat sedan {since}"),
    "finding.movement.risen.but": _(", men värdet har ökat sedan {since}"),
    "finding.movement.fallen": _(" och värdet har minskat sedan {since}"),
    "finding.movement.fallen.but": _(", men värdet har minskat sedan {since}"),
    "finding.movement.unclear": _(", utan tydlig riktning sedan {since}"),
}

CHANCE: Mapping[str, Sentence] = {
    "chance.range": _(
        "Värdet svänger från år till år. Med den svängningen hade platsen i ungefär tre fall av fyra hamnat någonstans "
        "från {best} till {worst}."
    ),
    "chance.steady": _("Värdet svänger så lite från år till år att platsen knappast beror på slumpen."),
    "chance.slight": _(
        "Värdet svänger bara lite från år till år. Platsen hade ändå för det mesta hamnat någonstans från {best} till "
        "{worst}."
    ),
    "chance.at_median": _(
        "Skillnaden mot medianen är inte större än den svängningen. Läs den inte som bättre eller sämre."
    ),
    "chance.at_median.undirected": _(
        "Skillnaden mot medianen är inte större än den svängningen. Läs den inte som högre eller lägre."
    ),
    "chance.unknown": _("Serien är för kort för att visa hur mycket slumpen betyder för platsen."),
}

FIGURE_PAGE: Mapping[str, Sentence] = {
    "figure.period": _("{first}–{last}"),
    "figure.not_reported.municipality": _("Källan redovisar måttet för regioner, inte för kommuner."),
    "figure.not_reported.region": _("Källan redovisar måttet för kommuner, inte för regioner."),
    "figure.measure.none": _("enhet anges inte"),
    "figure.measure.count": _("antal"),
    "figure.gender.T": _("Alla"),
    "figure.gender.K": _("Kvinnor"),
    "figure.gender.M": _("Män"),
    "figure.column.unit": _("Kommun"),
    "figure.column.region": _("Region"),
    "figure.column.national": _("Riket enligt källan"),
    "figure.column.value.year": _("Värde {year}"),
    "figure.column.change": _("Ändring sedan {year}"),
    "figure.members.caption": _("{name} {year}: {unit} och {group}"),
    "figure.years.caption": _("{name}, {unit}, år för år"),
    "figure.ranking.caption": _("{name} {year}, från det högsta värdet"),
    "figure.group_n": ngettext(
        "{known} av {members} i gruppen har en uppgift",
        "{known} av {members} i gruppen har en uppgift",
        "members",
    ),
    "figure.line.mean": _("Medel, {group}"),
    "figure.copy": _("{name}, {unit} {year}: {value}. {source}"),
    "figure.file.title": _("{name}, {unit}"),
    "figure.file.years": _("År för år"),
    "figure.file.members": _("Jämförelse"),
    "figure.file.source": _("Källa och definition"),
    "figure.file.indicator": _("{title} ({id})"),
    "figure.file.note.mean": _(
        "Gruppens medel är ovägt och räknat utan enheten själv: {group} ({members}). "
        "Medianen gäller alla av samma slag."
    ),
    "figure.file.note.national": _(
        "Riket är källans egen siffra och oftast vägd. Den går inte att jämföra med ett ovägt medel."
    ),
    "figure.file.note.place": _("Plats räknas från det högsta värdet; lika värden delar plats."),
    "figure.map.alternative": _(
        "Karta över värdet {year}. {unit} har {value}, plats {place} av {n} från det högsta värdet."
    ),
    "figure.strip.alternative": _(
        "Alla värden {year} på en linje, från {lowest} till {highest}. {unit} har {value} och medianen är {median}."
    ),
    "figure.strip.caption": _("{name} {year} bland alla"),
}

OWN_CHOICE: Mapping[str, Sentence] = {
    "own_choice.empty": _("Skriv minst ett namn eller en kod."),
    "own_choice.many": _("Du har skrivit {count}. Välj högst {most}."),
    "own_choice.itself": _("{name} är den som ska jämföras. Skriv någon mer."),
    "own_choice.unknown": _("”{typed}” finns inte. Kontrollera stavningen eller skriv koden."),
    "own_choice.unknown.nearest": _("”{typed}” finns inte. Namn som liknar: {nearest}."),
    "own_choice.country": _("Riket är ingen kommun eller region. Det visas för sig."),
    "own_choice.kind.municipality": _("{name} är en region. En kommun jämförs med kommuner."),
    "own_choice.kind.region": _("{name} är en kommun. En region jämförs med regioner."),
}

SENTENCES: Mapping[str, Sentence] = {
    "chart.map.missing": _("Uppgift saknas"),
    "chart.median": _("Median"),
    **FINDINGS,
    **CHANCE,
    **FIGURE_PAGE,
    **OWN_CHOICE,
}
