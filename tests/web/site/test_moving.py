"""A start moves to another server as it is: the same bytes come out of it there, but for the import's own event."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from tests.web.starts import full_start, later

from avstamp.domain.values import Phrase
from avstamp.phrases import explain
from avstamp.web.accounts.actions import enrol_person
from avstamp.web.accounts.models import Person
from avstamp.web.archive import MANIFEST, ArchiveRefused, read_archive, write_archive
from avstamp.web.audit.actions import ChainTaken
from avstamp.web.audit.models import Chain, Event
from avstamp.web.audit.queries import verify_record
from avstamp.web.outlook.models import Cross
from avstamp.web.position.models import OwnRow
from avstamp.web.site.moving import TABLES, export_start, import_start
from avstamp.web.start.models import Organisation, Start
from avstamp.web.thread.models import CitedFigure, CitedResult, Claim, Evidence

pytestmark = pytest.mark.django_db(transaction=True)


def empty_server() -> None:
    for row in OwnRow.objects.order_by("-number"):
        row.delete()
    for model in (
        Cross,
        Evidence,
        Claim,
        Start,
        Organisation,
        Person,
        CitedFigure,
        CitedResult,
        Event,
        Chain,
    ):
        rows = model.objects.all()
        if model is Claim:
            rows.filter(replaces__isnull=False).update(replaces=None)
            for one in rows:
                one.answers.all().delete()
        rows.delete()


def files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repack(path: Path, changed: dict[str, bytes]) -> Path:
    new = path.with_name("changed.zip")
    with zipfile.ZipFile(new, "w") as archive:
        for name, data in (files(path) | changed).items():
            archive.writestr(name, data)
    return new


def test_start_exported_twice_has_the_same_bytes(tmp_path: Path) -> None:
    start = full_start()
    export_start(start, tmp_path / "one.zip")
    export_start(start, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_archive_names_every_table_and_none_is_empty(tmp_path: Path) -> None:
    counts = export_start(full_start(), tmp_path / "one.zip")
    assert (set(counts), [name for name, count in counts.items() if count == 0]) == (set(TABLES), [])


def test_imported_start_exports_the_same_bytes_but_for_the_import_s_own_event(tmp_path: Path) -> None:
    export_start(full_start(), tmp_path / "one.zip")
    empty_server()
    export_start(import_start(tmp_path / "one.zip", at=later(9)), tmp_path / "two.zip")
    before, after = files(tmp_path / "one.zip"), files(tmp_path / "two.zip")
    assert {name for name in before if before[name] != after[name]} == {MANIFEST, "record.jsonl"}
    own = after["record.jsonl"].removeprefix(before["record.jsonl"])
    assert [json.loads(line)["action"] for line in own.splitlines()] == ["start.imported"]


def test_imported_record_goes_on_and_is_whole(tmp_path: Path) -> None:
    export_start(full_start(), tmp_path / "one.zip")
    count = Event.objects.count()
    empty_server()
    import_start(tmp_path / "one.zip", at=later(9))
    verdict = verify_record("provkoping")
    assert (verdict.is_whole, verdict.events) == (True, count + 1)


def test_start_is_not_imported_over_itself(tmp_path: Path) -> None:
    export_start(full_start(), tmp_path / "one.zip")
    with pytest.raises(ChainTaken):
        import_start(tmp_path / "one.zip", at=later(9))


def test_archive_changed_on_the_way_is_refused_and_nothing_stored(tmp_path: Path) -> None:
    export_start(full_start(), tmp_path / "one.zip")
    claims = files(tmp_path / "one.zip")["claims.jsonl"].replace(b"Skrivet", b"Omskrivet")
    empty_server()
    with pytest.raises(ArchiveRefused) as refused:
        import_start(repack(tmp_path / "one.zip", {"claims.jsonl": claims}), at=later(9))
    assert refused.value.failures == (Phrase("archive.wrong.changed", {"file": "claims.jsonl"}),)
    assert (Start.objects.count(), Person.objects.count()) == (0, 0)


def test_bent_record_in_an_archive_with_a_right_manifest_is_refused(tmp_path: Path) -> None:
    start = full_start()
    Event.objects.filter(number=4).update(action="other")
    export_start(start, tmp_path / "one.zip")
    empty_server()
    with pytest.raises(ArchiveRefused) as refused:
        import_start(tmp_path / "one.zip", at=later(9))
    altered = Phrase("audit.fault.altered", {"first": 1, "last": 4})
    assert refused.value.failures == (Phrase("archive.wrong.record", {"fault": altered}),)


def test_address_that_somebody_else_has_here_is_refused_by_its_row(tmp_path: Path) -> None:
    export_start(full_start(), tmp_path / "one.zip")
    row = next(
        number
        for number, line in enumerate(files(tmp_path / "one.zip")["people.jsonl"].splitlines(), start=1)
        if json.loads(line)["email"] == "sara@example.se"
    )
    empty_server()
    enrol_person(email="Sara@Example.se", name="En annan Sara", at=later(9))
    with pytest.raises(ArchiveRefused) as refused:
        import_start(tmp_path / "one.zip", at=later(9))
    taken = Phrase("archive.wrong.address_taken", {"row": row, "email": "sara@example.se"})
    assert refused.value.failures == (taken,)
    assert (Start.objects.count(), Person.objects.count()) == (0, 1)
    assert f"people.jsonl, rad {row}: sara@example.se hör till någon annan" in explain(refused.value, "sv")


def test_two_people_in_an_archive_with_one_address_but_for_capitals_are_refused(tmp_path: Path) -> None:
    export_start(full_start(), tmp_path / "one.zip")
    people = files(tmp_path / "one.zip")["people.jsonl"].replace(b"olle@example.se", b"SARA@example.se")
    changed = repack(tmp_path / "one.zip", listed(tmp_path / "one.zip", "people.jsonl", people))
    empty_server()
    with pytest.raises(ArchiveRefused) as refused:
        import_start(changed, at=later(9))
    assert sorted(str(one.values["email"]) for one in refused.value.failures) == [
        "SARA@example.se",
        "sara@example.se",
    ]


@pytest.mark.parametrize("data", [b"", b"no archive"])
def test_file_that_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(ArchiveRefused):
        read_archive(tmp_path / "x.zip", TABLES)


def test_archive_with_what_a_later_version_has_is_refused(tmp_path: Path) -> None:
    export_start(full_start(), tmp_path / "one.zip")
    path = repack(tmp_path / "one.zip", listed(tmp_path / "one.zip", "omens.jsonl", b"{}\n"))
    with pytest.raises(ArchiveRefused) as refused:
        read_archive(path, TABLES)
    assert refused.value.failures == (Phrase("archive.wrong.unknown", {"file": "omens.jsonl"}),)


def test_archive_that_lacks_what_it_lists_or_what_all_have_is_refused(tmp_path: Path) -> None:
    write_archive(tmp_path / "one.zip", {"people": [], "claims": []})
    kept = files(tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "less.zip", "w") as less:
        less.writestr(MANIFEST, kept[MANIFEST])
        less.writestr("people.jsonl", b"")
    with pytest.raises(ArchiveRefused) as refused:
        read_archive(tmp_path / "less.zip", TABLES, always=["people", "start"])
    assert [one.values["file"] for one in refused.value.failures] == ["claims.jsonl", "start.jsonl"]


def listed(path: Path, name: str, data: bytes) -> dict[str, bytes]:
    """A file to add to an archive, and the manifest that has it."""
    manifest = json.loads(files(path)[MANIFEST])
    manifest["files"][name] = {"rows": data.count(b"\n"), "sha256": hashlib.sha256(data).hexdigest()}
    return {name: data, MANIFEST: json.dumps(manifest).encode()}


def test_archive_of_another_format_is_refused(tmp_path: Path) -> None:
    export_start(full_start(), tmp_path / "one.zip")
    manifest = json.loads(files(tmp_path / "one.zip")[MANIFEST]) | {"format": 99}
    with pytest.raises(ArchiveRefused, match="format': '99', 'ours': '1'"):
        read_archive(repack(tmp_path / "one.zip", {MANIFEST: json.dumps(manifest).encode()}), TABLES)


def test_export_that_cannot_be_written_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "one.zip").mkdir()
    with pytest.raises(OSError):
        export_start(full_start(), tmp_path / "one.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["one.zip"]
