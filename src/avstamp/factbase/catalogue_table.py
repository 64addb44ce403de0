"""Which indicators have we put in a place, explained in words of our own, and given a direction?"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from avstamp.domain.errors import ImportRefused
from avstamp.domain.facts.indicator import CatalogueEntry, Direction, IndicatorClass, Lens
from avstamp.domain.values import Phrase

COLUMNS = (
    "id",
    "title",
    "area",
    "lens",
    "class",
    "direction",
    "reason",
    "step",
    "name_sv",
    "name_en",
    "definition_sv",
    "definition_en",
    "reason_en",
)


@cache
def read_catalogue() -> Mapping[str, CatalogueEntry]:
    """The catalogue that comes with the program, by indicator id; raises `ImportRefused` with all that is wrong."""
    entries: dict[str, CatalogueEntry] = {}
    failures: list[Phrase] = []
    folder = resources.files(__package__).joinpath("catalogue")
    for lens in Lens:
        text = folder.joinpath(f"{lens.value}.csv").read_text(encoding="utf-8")
        for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
            place = {"file": f"{lens.value}.csv", "line": str(line), "id": row["id"]}
            empty = [column for column in COLUMNS if not row.get(column)]
            if empty:
                failures.append(Phrase("import.catalogue.empty", place | {"columns": ", ".join(empty)}))
            elif row["id"] in entries:
                other = f"{entries[row['id']].lens.value}.csv"
                failures.append(Phrase("import.catalogue.twice", place | {"other": other}))
            else:
                entries[row["id"]] = _entry(row)
    if failures:
        raise ImportRefused("indicator catalogue", failures)
    return entries


def _entry(row: Mapping[str, str]) -> CatalogueEntry:
    return CatalogueEntry(
        id=row["id"],
        title=row["title"],
        area=row["area"],
        lens=Lens(row["lens"]),
        kind=IndicatorClass(row["class"]),
        direction=Direction(row["direction"]),
        step=row["step"],
        names={"sv": row["name_sv"], "en": row["name_en"]},
        definitions={"sv": row["definition_sv"], "en": row["definition_en"]},
        reasons={"sv": row["reason"], "en": row["reason_en"]},
    )


def mismatches(catalogue: Mapping[str, CatalogueEntry], titles: Mapping[str, str]) -> tuple[Phrase, ...]:
    """Catalogue entries whose title is not the publisher's own for that id: false ids circulate."""
    failures = []
    for entry in catalogue.values():
        title = titles.get(entry.id)
        if title is None:
            failures.append(Phrase("import.catalogue.no_such", {"id": entry.id, "title": entry.title}))
        elif title != entry.title:
            failures.append(
                Phrase(
                    "import.catalogue.other_title",
                    {"id": entry.id, "published": title, "title": entry.title},
                )
            )
    return tuple(failures)
