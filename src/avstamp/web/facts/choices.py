"""What has the reader of a figure page chosen, and which address keeps it?"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.http import Http404, QueryDict

from avstamp.domain.values import Gender

VIEWS = ("diagram", "karta", "tabell")
SPLIT = "KM"
GENDERS = (*(gender.value for gender in Gender), SPLIT)
COMPARISONS = ("similar", "county", "size", "type", "all")
YEAR_SORTS = ("ar",)
MEMBER_SORTS = ("namn", "varde", "andring", "plats")
PARAMETERS = {"vy": "view", "jamfor": "compare", "kon": "gender", "sort": "sort", "ar": "years"}


@dataclass(frozen=True, slots=True)
class Choices:
    """View, comparison, gender, and the order of the two tables; each with what it is when nothing is chosen."""

    view: str = "diagram"
    compare: str = "similar"
    gender: str = Gender.ALL.value
    sort: str = "-varde"
    years: str = "-ar"

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        """The choices in an address; what is not named is the default, what means nothing is refused.

        Raises:
            Http404: a view, gender or order that there is none of.
        """
        found = {field: str(query[name]) for name, field in PARAMETERS.items() if query.get(name)}
        chosen = cls(**found)
        allowed = (
            (chosen.view, VIEWS),
            (chosen.gender, GENDERS),
            (chosen.sort.removeprefix("-"), MEMBER_SORTS),
            (chosen.years.removeprefix("-"), YEAR_SORTS),
        )
        for value, known in allowed:
            if value not in known:
                raise Http404(f"{value!r} is none of {', '.join(known)}")
        return chosen

    @property
    def row(self) -> Gender:
        """The gender row that is read: all, also where women and men are shown beside one another."""
        return Gender.ALL if self.gender == SPLIT else Gender(self.gender)

    @property
    def split(self) -> bool:
        """Whether women and men are shown beside one another."""
        return self.gender == SPLIT

    def address(self, **changes: str) -> str:
        """The query of the address with some choices changed, without what is the default."""
        chosen, plain = asdict(replace(self, **changes)), asdict(type(self)())
        kept = {name: chosen[field] for name, field in PARAMETERS.items() if chosen[field] != plain[field]}
        return f"?{urlencode(kept, safe=':,')}"
