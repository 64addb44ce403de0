"""What is said of a finding: its claim, how sure it is, and what speaks against it?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "finding.title": _("Iakttagelser"),
    "finding.challenges": _("Utmaningar"),
    "finding.possibilities": _("Möjligheter"),
    "finding.summary.challenge": _("Utmaning: {claim}"),
    "finding.summary.possibility": _("Möjlighet: {claim}"),
    "finding.claim": _("{name}: {stand}"),
    "finding.stand.low.municipality": _("{value} år {year}, lägre än i {share} av landets övriga kommuner."),
    "finding.stand.high.municipality": _("{value} år {year}, högre än i {share} av landets övriga kommuner."),
    "finding.stand.lowest.municipality": _("{value} år {year}, lägst av de {n} kommuner som har en uppgift."),
    "finding.stand.highest.municipality": _(
        "{value} år {year}, högst av de {n} kommuner som har en uppgift."
    ),
    "finding.stand.low.region": _("{value} år {year}, lägre än i {share} av landets övriga regioner."),
    "finding.stand.high.region": _("{value} år {year}, högre än i {share} av landets övriga regioner."),
    "finding.stand.lowest.region": _("{value} år {year}, lägst av de {n} regioner som har en uppgift."),
    "finding.stand.highest.region": _("{value} år {year}, högst av de {n} regioner som har en uppgift."),
    "finding.bound.challenge": _("Medianen är {median}, och den sämsta fjärdedelen börjar vid {quartile}."),
    "finding.bound.possibility": _("Medianen är {median}, och den bästa fjärdedelen börjar vid {quartile}."),
    "finding.change": _(
        "Sedan {since} har värdet gått från {before} till {value} och medianen från {median_before} till {median}."
    ),
    "finding.certainty.challenge": _(
        "Sannolikheten att en mätning år {until} fortfarande ligger i den sämsta fjärdedelen bedöms till {probability}."
    ),
    "finding.certainty.possibility": _(
        "Sannolikheten att en mätning år {until} fortfarande ligger i den bästa fjärdedelen bedöms till {probability}."
    ),
    "finding.place": _(
        "Platsen är nu {place} av {n}, räknat från det högsta värdet, och hamnar år {until} med {within} sannolikhet "
        "mellan {first} och {last}."
    ),
    "finding.lasts.very_likely": _("Består mycket troligt"),
    "finding.lasts.likely": _("Består troligen"),
    "finding.lasts.rather_likely": _("Består ganska troligt"),
    "finding.against.group": _(
        "Medelvärdet för {group}, {group_mean}, ligger också i den fjärdedelen. Förutsättningarna kan alltså "
        "förklara en del."
    ),
    "finding.against.improving": _("Värdet har förbättrats jämfört med medianen sedan {since}."),
    "finding.against.worsening": _("Värdet har försämrats jämfört med medianen sedan {since}."),
    "finding.against.survey": _("Måttet bygger på svar på frågor, så urval och bortfall kan påverka det."),
    "finding.against.few_years": _("Bedömningen vilar på {years} års uppgifter."),
    "finding.against.unsteady": _("Måttet svänger en hel del från år till år."),
    "finding.against.accounting": _("Redovisningsprinciper, och vad som ligger i bolag, påverkar måttet."),
    "finding.against.none": _(
        "Inget särskilt talar emot i uppgifterna. Men en skillnad säger inte varför den finns."
    ),
    "finding.none.challenge": _("Inget sticker ut säkert nog åt det sämre hållet."),
    "finding.none.possibility": _("Inget sticker ut säkert nog åt det bättre hållet."),
    "finding.judged": _(
        "{count} mått har prövats. Ett mått är med när läget är långt ut bland alla i landet och väntas "
        "vara det även om fem år. Högst {false_share} av det som sägs väntas vara fel."
    ),
    "finding.source": _(
        "Källa: {publisher}. Median, medelvärde, plats och sannolikhet är Avstamps egen bearbetning."
    ),
    "cli.findings.help": _("visa de största utmaningarna och möjligheterna"),
    "cli.findings.description": _(
        "Visar i vilka mått en kommun eller region ligger längst ut bland alla och väntas göra det även "
        "om fem år, hur säkert det är och vad som talar emot."
    ),
    "cli.findings.epilog": _(
        "Exempel:\n"
        "  avstamp findings Mölndal\n"
        '  avstamp findings "Region Skåne" --language en\n'
        "  avstamp findings 1481 --json > iakttagelser.json"
    ),
    "cli.findings.heading": _("Iakttagelser: {unit} ({id}). Senaste år i faktabasen: {year}."),
}
