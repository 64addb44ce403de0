"""What does the draft of the official report to the board (tjänsteskrivelse) say?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "initiative.case.title": _("Gemensam start på mandatperioden"),
    "initiative.case.subtitle": _("Tjänsteskrivelse, utkast. {unit}, mandatperioden {first}–{last}."),
    "initiative.case.to": _("Till: Styrelsen"),
    "initiative.case.on_initiative": _("På initiativ av en gruppledare. {from}"),
    "initiative.case.handled_by": _("Handläggare: {name}, {title}"),
    "initiative.case.director": _("Direktör: {name}, {title}"),
    "initiative.case.draft": _(
        "Det här är ett utkast. Det som står inom hakparentes ska fyllas i, och handläggaren svarar för texten."
    ),
    "initiative.case.signed_by_official": _(
        "En tjänsteskrivelse skrivs av en tjänsteperson, som ska vara saklig (RF 1:9). Gruppledaren har "
        "tagit initiativet men skriver inte under."
    ),
    "initiative.case.matter": _("Ärendet"),
    "initiative.case.matter.text": _(
        "Ärendet gäller om mandatperioden {first}–{last} ska börja med en gemensam start i fem steg, där "
        "alla partier i fullmäktige och tjänstepersonernas ledning utgår från samma fakta."
    ),
    "initiative.case.decision": _("Förslag till beslut"),
    "initiative.case.decision.board": _("Styrelsen föreslår att fullmäktige beslutar"),
    "initiative.case.decision.start": _(
        "att mandatperioden {first}–{last} börjar med en gemensam start i fem steg, enligt tidplanen i ärendet,"
    ),
    "initiative.case.decision.commission.presidium": _(
        "att fullmäktiges presidium är uppdragsgivare för starten,"
    ),
    "initiative.case.decision.commission.group_leaders": _(
        "att alla gruppledare tillsammans är uppdragsgivare för starten, och att uppdraget gäller först när "
        "gruppledarna för alla partier står bakom det,"
    ),
    "initiative.case.decision.commission_open": _("att uppdragsgivare för starten är {by},"),
    "initiative.case.decision.commission_given": _(
        "att notera att uppdraget till starten gavs den {day} av {by},"
    ),
    "initiative.case.decision.same_terms": _(
        "att direktören får i uppdrag att ställa underlag och tjänstepersoner till förfogande för alla "
        "partier på samma villkor och vid samma tid,"
    ),
    "initiative.case.decision.funding": _(
        "att kostnaden utöver arbetstid, {amount}, ryms inom beslutad budget, och"
    ),
    "initiative.case.decision.report": _("att starten redovisas för fullmäktige vid {day}."),
    "initiative.case.summary": _("Sammanfattning"),
    "initiative.case.summary.text": _(
        "Förslaget är att {unit} börjar mandatperioden {first}–{last} med en gemensam start i fem steg, på "
        "fakta som alla kan se och ingen kan ändra."
    ),
    "initiative.case.background": _("Bakgrund"),
    "initiative.case.assessment": _("Bedömning"),
    "initiative.case.assessment.prepared": _(
        "En gemensam genomgång av fakta ger bättre förutsättningar för de beslut om mål och budget som "
        "fullmäktige fattar senare."
    ),
    "initiative.case.assessment.everyone": _(
        "För att underlaget ska hålla när majoriteter ändras behöver alla partier ha samma tillgång, vid "
        "samma tid."
    ),
    "initiative.case.assessment.risk": _(
        "Det finns också risker: att deltagarnas tid inte räcker och att besluten inte följs upp. Därför "
        "läggs stegen in i den planering som redan finns, och varje beslut får ansvarig och datum."
    ),
    "initiative.case.cost": _("Ekonomiska konsekvenser"),
    "initiative.case.cost.frame": _("Kostnaden belastar {frame}."),
    "initiative.case.children": _("Konsekvenser för barn"),
    "initiative.case.children.none": _("Beslutet att göra starten ändrar ingen verksamhet för barn."),
    "initiative.case.children.figures": _(
        "Underlaget har uppgifter om bland annat förskola och skola. Beslut som starten leder till prövas var för sig."
    ),
    "initiative.case.equality": _("Konsekvenser för jämställdhet"),
    "initiative.case.equality.none": _("Beslutet att göra starten ändrar ingen verksamhet."),
    "initiative.case.equality.figures": _(
        "Underlaget visar kvinnor och män var för sig där källan gör det. Tid och plats för mötena väljs så "
        "att alla kan delta."
    ),
    "initiative.case.own_guidelines": _("Enligt egna riktlinjer: {assessment}."),
    "initiative.case.grounds": _("Beslutsunderlag"),
    "initiative.case.grounds.this": _("Denna tjänsteskrivelse"),
    "initiative.case.grounds.memo": _("Promemoria: Börja mandatperioden tillsammans, på fakta"),
    "initiative.case.grounds.report": _("Rapport ur Avstamp, med källor och metoder"),
    "initiative.case.sent_to": _("Beslutet skickas till"),
    "initiative.case.sent_to.commissioner": _("Fullmäktiges presidium"),
    "initiative.case.sent_to.leaders": _("Gruppledarna för alla partier i fullmäktige"),
    "initiative.case.sent_to.director": _("Direktören"),
    "initiative.case.sent_to.auditors": _("Revisorerna"),
    "initiative.case.signatures": _("Underskrifter"),
}
