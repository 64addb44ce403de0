"""What is expected of a municipality or region, what does it take, and where can a figure be had?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "whose.citizens": _("Invånare"),
    "whose.users": _("Brukare, elever och patienter"),
    "whose.business": _("Företag"),
    "whose.staff": _("Medarbetare"),
    "whose.state": _("Staten och revisionen"),
    "whose.neighbours": _("Grannar och samverkansparter"),
    "ability.competence": _("Kompetens"),
    "ability.premises": _("Lokaler"),
    "ability.investments": _("Investeringar"),
    "ability.leadership": _("Ledarskap"),
    "ability.systems": _("Systemstöd"),
    "expectation.living": _("Att det är bra att bo och leva här"),
    "expectation.services": _("Att verksamheterna sköts väl"),
    "expectation.contact": _("Ett gott bemötande och svar på frågor"),
    "expectation.influence": _("Insyn och möjlighet att påverka"),
    "expectation.trust": _("Politiker som går att lita på"),
    "expectation.safety": _("Att kunna känna sig trygg ute när det är mörkt"),
    "expectation.health_care": _("En sjukvård att lita på"),
    "expectation.preschool": _("En förskola som fungerar bra"),
    "expectation.school": _("En trygg skola som fungerar bra"),
    "expectation.home_care": _("En hemtjänst som de äldre är nöjda med"),
    "expectation.care_home": _("Ett boende som de äldre är nöjda med"),
    "expectation.disability": _("Att få den hjälp man behöver och själv bestämma över sin vardag"),
    "expectation.social_services": _("En socialtjänst som hjälper på riktigt"),
    "expectation.primary_care": _("Att få vara delaktig i sin vård"),
    "expectation.digital_care": _("Digitala vårdtjänster som går att använda"),
    "expectation.business": _("Ett gott företagsklimat"),
    "expectation.permits": _("Besked om bygglov som går att förstå och kommer i tid"),
    "expectation.legal_certainty": _("Rättssäkra beslut"),
    "expectation.engagement": _("Ett arbete som känns meningsfullt"),
    "expectation.health": _("En arbetsplats som man inte blir sjuk av"),
    "expectation.full_time": _("Heltid för den som vill"),
    "expectation.balance": _("En ekonomi i balans"),
    "expectation.supervision": _("Att lagar följs: tillsyn och kritik från statliga myndigheter"),
    "expectation.audit": _("Att revisorernas anmärkningar tas om hand"),
    "expectation.cooperation": _("Att ni är en pålitlig part i samarbeten"),
    "expectation.missing": _("Inget färskt värde hos källan."),
    "expectation.source.citizens": _(
        "Frågan ställs i SCB:s medborgarundersökning. Kommunen kan anmäla sig till nästa omgång."
    ),
    "expectation.source.users": _(
        "Socialstyrelsens och SKR:s brukarundersökningar och Skolinspektionens enkät ger siffran. "
        "Fråga förvaltningen om ni deltar."
    ),
    "expectation.source.business": _("SKR:s mätning Insikt ger siffran. Kommunen kan anmäla sig."),
    "expectation.source.staff": _(
        "Medarbetarenkäten med frågorna om hållbart medarbetarengagemang ger siffran."
    ),
    "expectation.source.supervision": _(
        "Ingen samlad siffra finns. Hämta besluten hos Skolinspektionen, IVO, Arbetsmiljöverket och "
        "länsstyrelsen, eller ur diariet."
    ),
    "expectation.source.audit": _(
        "Ingen samlad siffra finns. Gå igenom revisorernas rapporter för de senaste två åren och vad som gjorts åt dem."
    ),
    "expectation.source.cooperation": _(
        "Ingen samlad siffra finns. Fråga parterna i förbund, gemensamma nämnder och avtal vad de väntar sig av er."
    ),
    "expectation.source.balance": _("Årsredovisningen ger siffran."),
    "expectation.ability.missing": _("{ability}: ingen siffra. {how}"),
    "expectation.ability.figure": _("{ability}: {name}, {value} ({year})."),
    "ability.competence.how": _("Se kompetensförsörjningsplanen."),
    "ability.premises.how": _("Se lokalförsörjningsplanen och underhållsskulden."),
    "ability.investments.how": _("Se investeringsbudgeten."),
    "ability.leadership.how": _("Se ledarskapsindex i medarbetarenkäten."),
    "ability.systems.how": _("Se förteckningen över system och planen för digitalisering."),
    "expectation.gap.better": _("{gap} bättre än {group}"),
    "expectation.gap.worse": _("{gap} sämre än {group}"),
    "expectation.gap.equal": _("I nivå med {group}"),
    "expectation.gap.none": _("Bedöms inte"),
    "expectation.chance.unknown": _("För få år för att säga"),
    "expectation.chance.within": _("± {reach}; gapet kan vara slump"),
    "expectation.chance.beyond": _("± {reach}; gapet är större än slumpen"),
}
