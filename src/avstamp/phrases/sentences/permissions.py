"""What is a person told about what they may do in a start, and why not?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "act.set_up": _("ställa in starten"),
    "act.invite": _("bjuda in personer"),
    "act.open_start": _("öppna starten för alla"),
    "act.move_step": _("öppna och avsluta steg"),
    "act.run_workshop": _("leda en träff"),
    "act.read_published": _("läsa det som är publicerat"),
    "act.read_material": _("läsa det gemensamma materialet"),
    "act.read_draft": _("läsa utkast"),
    "act.edit_draft": _("ändra utkast"),
    "act.enter_own_figures": _("fylla i organisationens egna uppgifter"),
    "act.write_driver": _("skriva drivkrafter och framtider"),
    "act.place_driver": _("bedöma drivkrafter"),
    "act.save_scenario": _("spara scenarier för ekonomin"),
    "act.change_scenario": _("ändra eller dra tillbaka ett scenario"),
    "act.write_analysis": _("skriva iakttagelser och påståenden"),
    "act.answer_exercise": _("svara i övningarna på en träff"),
    "act.vote": _("rösta om den samlade analysen"),
    "act.write_reading": _("skriva tolkningar"),
    "act.give_assessment": _("lämna bedömningar"),
    "act.write_need": _("skriva behov av förändring"),
    "act.rank_needs": _("rangordna behov av förändring"),
    "act.rate_feasibility": _("bedöma genomförbarhet"),
    "act.dispute": _("ifrågasätta en uppgift"),
    "act.answer_dispute": _("besvara ett ifrågasättande"),
    "act.answer_claim": _("svara på om ett påstående fortfarande håller"),
    "act.own_action": _("ansvara för en åtgärd"),
    "act.register_decision": _("registrera beslut"),
    "act.read_access_record": _("se när alla fick tillgång till underlaget"),
    "act.read_audit": _("läsa loggen över vad som har gjorts"),
    "act.read_actors": _("se vem som har gjort vad i loggen och hämta ut den som fil"),
    "act.read_hidden_answers": _("läsa hemliga svar"),
    "act.export_own_data": _("hämta ut egna uppgifter"),
    "permission.yes": _("Du får {act}. Din roll: {role}."),
    "permission.no.role": _("Bara följande roller får {act}: {roles}."),
    "permission.no.public": _(
        "Det här får bara den göra som deltar i starten. Logga in om du har fått en inbjudan."
    ),
    "permission.no.not_opened": _("Starten har inte öppnats än. Den öppnas för alla samtidigt."),
    "permission.no.term_over": _(
        "Mandatperioden är slut. Det som gjordes går att läsa, men inget ändras mer."
    ),
    "permission.no.step_not_started": _("Det går först när steget {step} har påbörjats."),
    "permission.no.step_done": _("Steget {step} är klart."),
    "permission.no.analysis_not_closed": _(
        "Tolkningar öppnas när den samlade analysen är klar, för alla partier samtidigt. Till dess går det "
        "att ställa frågor och ifrågasätta uppgifter."
    ),
    "permission.no.not_own_draft": _("Utkast ses och ändras bara av den sida som skriver dem."),
    "permission.no.leader_draft": _("Processledaren ser inga utkast."),
    "permission.no.auditor_draft": _("Revisorn läser det uppdraget kräver, men inte andras utkast."),
    "permission.no.not_own_scenario": _(
        "Bara den som har sparat scenariot ändrar det eller drar tillbaka det. Spara ert eget bredvid i stället."
    ),
    "permission.no.not_own_claim": _("Bara den som är ansvarig svarar."),
    "permission.no.official_reading": _(
        "Tjänstepersoner lämnar bedömningar, aldrig tolkningar. De ska vara sakliga och opartiska "
        "(regeringsformen 1 kap. 9 §)."
    ),
    "permission.no.official_ranking": _(
        "Förtroendevalda rangordnar behoven. Tjänstepersoner bedömer hur genomförbara de är."
    ),
    "permission.no.elected_assessment": _(
        "Bedömningar lämnas av tjänstepersonsledningen. Förtroendevalda skriver tolkningar."
    ),
    "permission.no.not_invited": _("Starten har inte bjudit in er till detta."),
    "permission.no.hidden_answers": _("Ingen kan läsa hemliga svar. Bara summor visas."),
}
