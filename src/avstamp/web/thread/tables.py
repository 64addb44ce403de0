"""What is a start's thread as an archive holds it?"""

from __future__ import annotations

from itertools import chain

from django.db.models import Q, QuerySet

from avstamp.web.archive import Row, in_order, rows_of
from avstamp.web.start.queries import Start
from avstamp.web.thread.models import Answer, AnsweredMovement, CitedFigure, CitedResult, Evidence

THREAD_TABLES = ("figures", "results", "claims", "evidence", "answers", "movements", "disputes")


def thread_tables(start: Start) -> dict[str, list[Row]]:
    """A start's thread as an archive holds it; a figure's revision is named by its whole hash.

    The printed prefix of a revision depends on which other revisions a server has seen, so it is no name here.
    """
    edges = Evidence.objects.filter(claim__start=start)
    answers = list(Answer.objects.filter(claim__start=start).order_by("id").values_list("id", flat=True))
    place = {id: number for number, id in enumerate(answers)}
    moves = AnsweredMovement.objects.filter(answer__in=answers)
    return {
        "figures": in_order(
            rows_of(
                _figures_of(start),
                *("organisation", "indicator", "unit", "gender", "period", "subject", "digest"),
                *("value", "status", "dated", "decimals"),
            ),
            *("subject", "digest"),
        ),
        "results": in_order(
            rows_of(
                CitedResult.objects.filter(evidence__claim__start=start).distinct(),
                *("subject", "address", "version", "data", "outcome"),
            ),
            *("address", "outcome"),
        ),
        "claims": rows_of(
            start.claims.order_by("number"),
            *("number", "kind", "text", "horizon", "author_kind", "author_name", "written_day", "written_at"),
            *("status", "registration_number", "retention"),
            answers_for="owner__identifier",
            new_version_of="replaces__number",
        ),
        "evidence": in_order(
            rows_of(
                edges,
                *("relation", "claim_rank", "target_rank"),
                of="claim__number",
                to="target__number",
                subject="figure__subject",
                digest="figure__digest",
                address="result__address",
                outcome="result__outcome",
            ),
            *("of", "to", "subject", "digest", "address", "outcome"),
        ),
        "answers": rows_of(
            Answer.objects.filter(pk__in=answers).order_by("id"),
            *("verdict", "at"),
            to="claim__number",
            new_version="replaced_by__number",
            given_by="person__identifier",
        ),
        "movements": in_order(
            (
                {**row, "to": place[row["to"]]}
                for row in rows_of(moves, "subject", "how", "became", to="answer_id")
            ),
            *("to", "subject", "how", "became"),
        ),
        "disputes": _dispute_rows(start),
    }


def _dispute_rows(start: Start) -> list[Row]:
    return rows_of(
        start.disputes.order_by("number"),
        *("number", "why", "role", "party", "raised_at", "outcome", "answer", "source", "closed_at"),
        subject="figure__subject",
        digest="figure__digest",
        raised_by="person__identifier",
        owned_by="owner__identifier",
        closed_by="answered_by__identifier",
    )


def _figures_of(start: Start) -> QuerySet[CitedFigure]:
    cited = Q(evidence__claim__start=start) | Q(disputes__start=start)
    return CitedFigure.objects.filter(cited).distinct()


def people_in_thread(start: Start) -> set[str]:
    """Identifiers of everyone who owns a claim or a dispute of a start, or has answered one."""
    owners = start.claims.filter(owner__isnull=False).values_list("owner__identifier", flat=True)
    answerers = Answer.objects.filter(claim__start=start, person__isnull=False)
    disputes = start.disputes.values_list(
        "person__identifier", "owner__identifier", "answered_by__identifier"
    )
    found = (*owners, *answerers.values_list("person__identifier", flat=True), *chain.from_iterable(disputes))
    return {str(one) for one in found if one is not None}
