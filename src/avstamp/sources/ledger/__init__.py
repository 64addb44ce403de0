"""An accounting system's ledger as a SIE file: what each account held when the year ended.

`parse` turns bytes into a ledger, or refuses them with every fault and its line.
"""

from avstamp.sources.ledger.parse import LARGEST_BYTES, Ledger, is_sie, read_ledger

__all__ = ["LARGEST_BYTES", "Ledger", "is_sie", "read_ledger"]
