"""What happens in the planning and follow-up year, by law and by custom?

Customs are of a type of their own, without paragraph and without a last day, so that nothing can show
one as a rule. Each says where it was read; municipalities and regions differ, and set their own year.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from avstamp.domain.calendar.legal_dates import (
    CUSTOMARY_INTERIM_MONTH,
    LegalDate,
    Reference,
    Years,
    falls_in,
    legal_dates,
    years_around,
)
from avstamp.domain.values import Phrase, UnitKind


@dataclass(frozen=True, slots=True)
class Practice:
    """What many organisations do in a part of the year: custom, not law."""

    key: str
    first: date
    last: date
    title: Phrase
    custom: Phrase
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class PracticeRule:
    """A custom and the months it usually falls in, with the places it was read."""

    key: str
    first_month: int
    last_month: int
    sources: tuple[Reference, ...]
    years: Years = Years.EVERY


_AFTER_ELECTION = Reference(
    "JP Infonet: Kommunala åtgärder som följer på ett val",
    "https://www.jpinfonet.se/kunskap/nyheter4/2022/september/kommunala-atgarder-som-foljer-pa-ett-val/",
)
YSTAD = Reference(
    "Ystads kommun: Ekonomiåret",
    "https://www.ystad.se/kommun--politik/ystads-kommuns-organisation/kommunens-ekonomi-/ekonomiaret/",
)
OSTERSUND = Reference(
    "Östersunds kommun: Så tar kommunen fram mål och budget",
    "https://www.ostersund.se/kommun-och-politik/sa-styrs-kommunen/b.-sa-tar-kommunen-fram-mal-och-budget.html",
)
SODERTALJE = Reference(
    "Södertälje kommun: En budget blir till",
    "https://www.sodertalje.se/kommun-och-politik/ekonomi/en-budget-blir-till/",
)
UMEA = Reference(
    "Umeå kommun: Planering över året",
    "https://www.umea.se/kommunochpolitik/kommunfakta/ekonomiochbudget/planeringoveraret.4.533ba3d3171b940e90052.html",
)
_FALKOPING = Reference(
    "Falköpings kommun: Utbildningar för dig som är förtroendevald",
    "https://www.falkoping.se/kommun--politik/handbok-for-fortroendevalda/"
    "utbildningar-for-dig-som-ar-fortroendevald",
)
_SKR_TRAINING = Reference(
    "SKR: Stärk fullmäktige – en grundutbildning",
    "https://skr.se/skr/tjanster/evenemang/hittaevenemang/kalenderhandelser/"
    "starkfullmaktigeengrundutbildning.64138.html",
)
_UPPLANDS_BRO = Reference(
    "Upplands-Bro kommun: Heldag om demokrati för kommunens folkvalda",
    "https://www.upplands-bro.se/nyheter/nyheter-2023/2023-02-22-heldag-om-demokrati-for-kommunens-folkvalda.html",
)
_RKA = Reference(
    "RKA: Kostnader, kommuner och Kolada",
    "https://rka.nu/radetforframjandeavkommunalaanalyser/utbildningar/utbildningsfilmeromjamforelseanalys/"
    "arkivkostnadsfriautbildningsfilmer/kostnaderkommunerochkolada.59449.html",
)
_KATRINEHOLM = Reference(
    "Katrineholms kommun: Planering och budget",
    "https://www.katrineholm.se/kommun-och-politik/vision-ekonomi-och-styrning/planering-och-budget.html",
)

PRACTICES = (
    PracticeRule("new_boards", 1, 1, (_AFTER_ELECTION,), years=Years.AFTER_ELECTION),
    PracticeRule("outlook_days", 1, 2, (YSTAD, OSTERSUND, SODERTALJE)),
    PracticeRule(
        "basic_training", 2, 3, (_FALKOPING, _SKR_TRAINING, _UPPLANDS_BRO), years=Years.AFTER_ELECTION
    ),
    PracticeRule("analysis_days", 3, 4, (YSTAD,)),
    PracticeRule("cost_figures", 4, 8, (_RKA,)),
    PracticeRule("frames_decided", 5, 6, (YSTAD, _KATRINEHOLM)),
)


def practices(year: int) -> tuple[Practice, ...]:
    """Customs of one calendar year, from the first day of their first month to the last of their last.

    Example:
        >>> [(entry.key, entry.last.isoformat()) for entry in practices(2028)][:2]
        [('outlook_days', '2028-02-29'), ('analysis_days', '2028-04-30')]
    """
    return tuple(
        Practice(
            key=rule.key,
            first=date(year, rule.first_month, 1),
            last=date(year, rule.last_month, monthrange(year, rule.last_month)[1]),
            title=Phrase(f"calendar.{rule.key}.title", years_around(year)),
            custom=Phrase(f"calendar.{rule.key}.custom", years_around(year)),
            sources=rule.sources,
        )
        for rule in PRACTICES
        if falls_in(rule.years, year)
    )


def year_wheel(
    year: int,
    *,
    unit_kind: UnitKind = UnitKind.MUNICIPALITY,
    interim_month: int = CUSTOMARY_INTERIM_MONTH,
) -> tuple[LegalDate | Practice, ...]:
    """Every legal date and every custom of one calendar year, in order.

    Args:
        year: the calendar year.
        unit_kind: municipality or region.
        interim_month: last month of the period that the interim report covers, 1 to 10.

    Returns:
        Entries in order of their (first) day; on the same day law before custom, and what applies always
        before what applies under a condition.

    Raises:
        InvalidPeriod: the interim month is outside 1 to 10.

    Example:
        >>> [entry.key for entry in year_wheel(2027)][:4]
        ['board_term_starts', 'new_boards', 'outlook_days', 'basic_training']
    """
    entries: list[LegalDate | Practice] = [
        *legal_dates(year, unit_kind=unit_kind, interim_month=interim_month)
    ]
    entries += practices(year)
    return tuple(sorted(entries, key=_first_day))


def _first_day(entry: LegalDate | Practice) -> date:
    return entry.on if isinstance(entry, LegalDate) else entry.first
