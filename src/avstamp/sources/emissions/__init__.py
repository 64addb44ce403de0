"""Emissions of greenhouse gases within Sweden, from the national emissions database (Naturvårdsverket and SMHI).

Two kinds of files are read. The database's own table, which a reader can take out by themselves: sector by sector for
every county and municipality. A workbook in which others have put the totals together: no sectors. `parse` turns bytes
into rows, `check` holds the rows to what must be true of a whole country.
"""

PUBLISHER = "Naturvårdsverket och SMHI"
TITLE = "Nationella emissionsdatabasen: utsläpp av växthusgaser inom landet"
TERMS = "Fri att använda med angiven källa"
URL = "https://nationellaemissionsdatabasen.smhi.se"
