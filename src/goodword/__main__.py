"""`python -m goodword` is the command line."""

import sys

from goodword.cli import main

sys.exit(main())
