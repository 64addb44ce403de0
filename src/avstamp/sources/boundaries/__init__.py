"""Boundaries of municipalities and regions, for maps."""

PUBLISHER = "Valmyndigheten"
TITLE = "Kommun- och länsgränser, förenklade"
TERMS = "Fri att använda vidare"
URL = "https://www.val.se"
