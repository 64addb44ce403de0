"""Avstamp: take off from facts. A fact-based start of a Swedish municipality's or region's term of office."""

import os

from avstamp import places

__version__ = "0.1.0"

# Compiled calculations are kept beside the source. Where that folder cannot be written to (an installed Avstamp that
# belongs to someone else), they are kept with everything else Avstamp writes: numba would else refuse to be imported
# on an account without a home, and compile anew at each start on others. Numba reads this when it is first imported.
if not os.access(places.PACKAGE, os.W_OK):
    os.environ.setdefault("NUMBA_CACHE_DIR", str(places.cache() / "compiled"))

# Linear algebra here is thousands of small systems, which threads slow down a hundredfold on a busy machine; and one
# thread adds in one order. Read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
