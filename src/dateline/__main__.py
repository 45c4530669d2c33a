"""``python -m dateline``."""

import sys

from dateline.site.cli import main

sys.exit(main())
