"""`python -m goodword.cli` is `goodword`."""

import sys

from goodword.cli import main

sys.exit(main())
