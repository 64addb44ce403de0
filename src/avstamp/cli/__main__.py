"""`python -m avstamp.cli` is `avstamp`."""

import sys

from avstamp.cli import main

sys.exit(main())
