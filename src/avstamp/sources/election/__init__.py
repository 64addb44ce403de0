"""Election results: seats by party and turnout, from Valmyndigheten's published tables.

Two tables are read. Seats: one row per assembly, area and party, with the seats won in 2022 and 2026.
Turnout: one row per municipality or region in 2026. `parse` turns their bytes into rows, `check` holds
them to what must be true of a whole country, and `councils` makes a council of each area's rows.

Areas get the identity they have in the fact base: a municipality its own code, a region `00` and its
county code, the country `0000`. Gotland is one municipality with a region's tasks and is elected once,
as municipality 0980; `council_unit` answers which area's mandates a unit shows.
"""

PUBLISHER = "Valmyndigheten"
TITLE = "Mandat 2022 och 2026 samt valdeltagande 2026"
TERMS = "Fri användning med angiven källa"
URL = "https://www.val.se/valresultat"
