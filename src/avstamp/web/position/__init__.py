"""Vårt nuläge and Omvärld as tables: the catalogue's figures by lens and area, and all figures there are."""
