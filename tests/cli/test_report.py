"""The report opens as what its name says, with headings, table headers, alt text, language and sources."""

import docx
import pikepdf
import pytest

from avstamp.cli import main

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def test_report_docx_has_headings_headers_alt_text_language_and_sources(tmp_path):
    path = tmp_path / "start.docx"
    assert main(["report", "Mölndal", "--out", str(path)]) == 0

    document = docx.Document(str(path))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert len(headings) > 10
    assert document.tables
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    pictures = list(document.element.body.iter(DRAWING))
    assert pictures
    assert all(picture.get("descr") for picture in pictures)
    assert 'w:val="sv-SE"' in document.styles.element.xml
    assert sum("Källa" in paragraph.text for paragraph in document.paragraphs) >= len(pictures)


def test_report_pdf_is_tagged_and_in_swedish(tmp_path):
    path = tmp_path / "start.pdf"
    assert main(["report", "0014", "--out", str(path)]) == 0

    with pikepdf.open(path) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang).startswith("sv")


@pytest.mark.parametrize("name", ["start.odt", "start"])
def test_report_of_an_unknown_kind_is_refused_before_any_work(tmp_path, capsys, name):
    assert main(["report", "Mölndal", "--out", str(tmp_path / name)]) == 2
    assert ".docx" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_report_to_a_folder_that_is_not_there_says_so_in_swedish(tmp_path, capsys):
    (tmp_path / "start.html").mkdir()
    assert main(["report", "Bjurholm", "--out", str(tmp_path / "none" / "start.html")]) == 6
    assert "mappen finns inte" in capsys.readouterr().err
    assert main(["report", "Bjurholm", "--out", str(tmp_path / "start.html")]) == 6
    assert "namnet är en mapps" in capsys.readouterr().err
