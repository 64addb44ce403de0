"""Workbooks in the shapes that the source's files have, for two municipalities of one county and one of another."""

import io

import openpyxl

from avstamp.sources.emissions.parse import Places

PLACES = Places({"Norrby": ("0101", "01"), "Sörby": ("0102", "01"), "Österby": ("0201", "02")})
COUNTY_OF = {"0101": "0001", "0102": "0001", "0201": "0002"}
YEARS = (1990, 2000)


def written(sheets):
    """A workbook as bytes: rows of cells by name of sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_sector(*, years=YEARS, changed=None):
    """The database's own table; `changed` replaces cells, by (sector, place)."""
    rows = [
        ["Nationella emissionsdatabasen"],
        [],
        [None, None, None, None, *years],
        ["Huvudsektor", "Undersektor", "Län", "Kommun", *[None] * len(years)],
    ]
    parts = {"Transporter": 3.0, "Jordbruk": 1.0}
    where = [
        ("Alla", "Alla", 3),
        ("A län", "Alla", 2),
        ("A län", "Norrby", 1),
        ("A län", "Sörby", 1),
        ("B län", "Alla", 1),
        ("B län", "Österby", 1),
    ]
    for county, town, times in where:
        for main, sub, tonnes in [
            ("Alla", "Alla", 4.0),
            *((main, "Alla", tonnes) for main, tonnes in parts.items()),
            ("Transporter", "Personbilar", 3.0),
        ]:
            cells = (changed or {}).get((main, town), [tonnes * times] * len(years))
            rows.append([main, sub, county, town, *cells])
    return written({"Blad1": rows})


def collected(cells):
    """A workbook of totals: the figures by municipality, in tonnes as texts with spaces between thousands."""
    years = (1990, 2023, 2024)
    rows = [
        ["Territoriella utsläpp"],
        ["Länskod", "Län", "Kommunkod", "Kommun", *map(float, years)],
        ["-", "Alla_NV", "-", "Alla_NV", "1 000", "900", "950"],
        [None, "Ofördelat", None, "Ofördelat", "0", "0", "0"],
        ["01", "A län", "-", "Alla", "1 000", "900", "950"],
        *(["01", "A län", code, code, *figures] for code, figures in cells.items()),
    ]
    return written({"Planering": [["x"]], "Terr_GHG": rows})
