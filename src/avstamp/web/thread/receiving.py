"""How is a thread from an archive put into the database?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.domain.thread.addresses import parse_address
from avstamp.domain.thread.revisions import short_revision
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Row, Tables, store_rows
from avstamp.web.start.queries import Start
from avstamp.web.thread.models import (
    Answer,
    AnsweredMovement,
    CitedFigure,
    CitedResult,
    Claim,
    Dispute,
    Evidence,
)


def store_thread(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """Store the claims of a start with all that belongs to them; answer how many claims there are."""
    figures = {(row["subject"], row["digest"]): _figure(row) for row in tables["figures"]}
    results = {(row["address"], row["outcome"]): _result(row) for row in tables["results"]}
    claims = _claims(start, tables["claims"], people)
    edges = ({**row} for row in tables["evidence"])
    store_rows(Evidence, (_edge(row, claims, figures, results) for row in edges))
    answers = [_answer(row, claims, people) for row in tables["answers"]]
    rows = ({**row} for row in tables["movements"])
    store_rows(AnsweredMovement, ({"answer": answers[row.pop("to")], **row} for row in rows))
    store_rows(Dispute, (_dispute(row, start, figures, people) for row in tables["disputes"]))
    return len(claims)


def _figure(row: Row) -> CitedFigure:
    known = dict(CitedFigure.objects.filter(subject=row["subject"]).values_list("digest", "address"))
    if row["digest"] in known:
        return CitedFigure.objects.get(subject=row["subject"], digest=row["digest"])
    revision = short_revision(row["digest"], known)
    address = str(parse_address(f"{row['subject']}@{revision}"))
    return CitedFigure.objects.create(address=address, **row)


def _result(row: Row) -> CitedResult:
    keys = {"address": row["address"], "outcome": row["outcome"]}
    rest = {name: value for name, value in row.items() if name not in keys}
    return CitedResult.objects.get_or_create(**keys, defaults=rest)[0]


def _claims(start: Start, rows: list[Row], people: Mapping[str, Person]) -> dict[int, Claim]:
    claims: dict[int, Claim] = {}
    for source in rows:
        row = dict(source)
        owner, old = row.pop("answers_for"), row.pop("new_version_of")
        claims[row["number"]] = Claim.objects.create(
            start=start,
            owner=None if owner is None else people[owner],
            replaces=None if old is None else claims[old],
            **row,
        )
    return claims


def _edge(
    row: Row,
    claims: Mapping[int, Claim],
    figures: Mapping[tuple[str, str], CitedFigure],
    results: Mapping[tuple[str, str], CitedResult],
) -> Row:
    target, figure = row.pop("to"), (row.pop("subject"), row.pop("digest"))
    result = (row.pop("address"), row.pop("outcome"))
    claim = claims[row.pop("of")]
    return {
        **row,
        "claim": claim,
        "target": None if target is None else claims[target],
        "figure": figures.get(figure),
        "result": results.get(result),
    }


def _answer(source: Row, claims: Mapping[int, Claim], people: Mapping[str, Person]) -> Answer:
    row = dict(source)
    claim, new, person = row.pop("to"), row.pop("new_version"), row.pop("given_by")
    return Answer.objects.create(
        claim=claims[claim],
        replaced_by=None if new is None else claims[new],
        person=None if person is None else people[person],
        **row,
    )


def _dispute(
    source: Row,
    start: Start,
    figures: Mapping[tuple[str, str], CitedFigure],
    people: Mapping[str, Person],
) -> Row:
    row = dict(source)
    columns = {"person": "raised_by", "owner": "owned_by", "answered_by": "closed_by"}
    named = {column: row.pop(name) for column, name in columns.items()}
    figure = figures[row.pop("subject"), row.pop("digest")]
    return {
        **row,
        "start": start,
        "figure": figure,
        **{column: None if one is None else people[one] for column, one in named.items()},
    }
