"""Population statistics from Statistics Sweden (SCB): people by age and sex, births, deaths and moves.

Three kinds of files are read. People of every municipality by one-year age and sex, for some years. The country by
age and sex, year by year, with what SCB itself expects ahead. People, births, deaths and moves of every municipality
in one year. `parse` turns bytes into rows, `check` holds the rows to what must be true of a whole country.
"""

PUBLISHER = "SCB"
TITLE_PEOPLE = "Folkmängd efter kommun, ålder och kön"
TITLE_NATION = "Rikets befolkning, födda, döda och flyttningar efter ålder och kön, med framskrivning"
TITLE_CHANGES = "Folkmängd och befolkningsförändringar i kommuner och län"
TERMS = "CC0"
URL = "https://www.scb.se/hitta-statistik/statistik-efter-amne/befolkning-och-levnadsforhallanden/"
