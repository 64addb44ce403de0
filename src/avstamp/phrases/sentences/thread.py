"""What are claims and evidence called, and what is said when something has moved?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "claim_kind.finding": _("Iakttagelse"),
    "claim_kind.driver": _("Drivkraft"),
    "claim_kind.statement": _("Påstående"),
    "claim_kind.conclusion": _("Slutsats"),
    "claim_kind.reading": _("Tolkning"),
    "claim_kind.assessment": _("Bedömning"),
    "claim_kind.need": _("Behov av förändring"),
    "claim_kind.goal": _("Mål"),
    "claim_kind.decision": _("Beslut"),
    "claim_kind.effect": _("Effekt"),
    "relation.supports": _("Stöder"),
    "relation.contradicts": _("Talar emot"),
    "relation.context": _("Ger sammanhang"),
    "horizon.year": _("I år"),
    "horizon.term": _("Under mandatperioden"),
    "horizon.longer": _("På längre sikt"),
    "standing.holds": _("Håller"),
    "standing.stale": _("Behöver ses över"),
    "standing.replaced": _("Ersatt av en ny version"),
    "standing.withdrawn": _("Återtagen"),
    "verdict.still_holds": _("Håller fortfarande"),
    "verdict.revised": _("Omarbetas i en ny version"),
    "verdict.withdrawn": _("Återtas"),
    "thread.claim.empty": _("Skriv något. Texten är tom."),
    "thread.claim.not_draft": _(
        "Det som är färdigställt ändras inte. Skriv en ny version, så står den gamla kvar bredvid."
    ),
    "thread.claim.rests_on_draft": _(
        "Underlaget är fortfarande arbetsmaterial. Färdigställ det först, så att alla kan läsa vad detta vilar på."
    ),
    "thread.author.not_yours": _(
        "Skriv för ditt eget parti eller din egen sida. Tjänstepersoner lämnar bedömningar och förtroendevalda "
        "tolkningar."
    ),
    "thread.author.joint_alone": _(
        "Ingen kan ensam tala för alla. Utkastet kan vara kvar som gemensamt, men det som färdigställs skrivs för "
        "ett parti eller för tjänstepersonsledningen."
    ),
    "thread.author.side_alone": _(
        "Sidan har flera partier, och ingen kan ensam tala för de andra. Skriv för ditt eget parti."
    ),
    "thread.author.side_not_offered": _(
        "Din sida har flera partier, så du skriver för ditt eget. Ingen kan ensam tala för de andra."
    ),
    "thread.claim.no_evidence": _("Lägg till minst ett underlag först, så att alla ser vad texten vilar på."),
    "thread.claim.only_onwards": _(
        "Ett dokument kan bara gå framåt, från arbetsmaterial till färdigställd och expedierad."
    ),
    "thread.claim.closed": _("Påståendet är redan återtaget eller ersatt."),
    "thread.claim.revise_by_writing": _(
        "Skriv en ny version och färdigställ den. Då ersätter den den gamla, som står kvar bredvid."
    ),
    "thread.dispute.why_missing": _("Skriv varför uppgiften ifrågasätts."),
    "thread.dispute.answer_missing": _("Skriv ett svar och ange källan. Båda behövs för att stänga frågan."),
    "thread.dispute.closed": _("Ifrågasättandet är redan besvarat eller återtaget."),
    "thread.dispute.not_yours": _("Bara den som har ifrågasatt uppgiften kan ta tillbaka ifrågasättandet."),
    "outcome.open": _("Öppen"),
    "outcome.stands": _("Uppgiften står sig"),
    "outcome.wrong": _("Felet finns i källan"),
    "outcome.unknown": _("Det går inte att avgöra"),
    "outcome.taken_back": _("Återtaget"),
    "thread.evidence.twice": _("Det underlaget finns redan här."),
    "thread.figure.of_another": _("Uppgiften tillhör en annan organisation och kan inte användas här."),
    "thread.moved.revised": _("Uppgiften {subject} har ändrats och är nu {became}."),
    "thread.moved.missing": _("Uppgiften {subject} har inte längre något värde i källan."),
    "thread.moved.gone": _("Uppgiften {subject} finns inte längre i källan."),
    "thread.moved.method": _("Metoden bakom {subject} har en ny version som ger ett annat resultat."),
    "thread.moved.data": _("Underlaget till {subject} har ändrats och ger ett annat resultat."),
    "thread.moved.withdrawn": _("Något som detta vilar på har återtagits ({subject})."),
    "thread.moved.replaced": _("Något som detta vilar på har ersatts av en ny version ({subject})."),
}
