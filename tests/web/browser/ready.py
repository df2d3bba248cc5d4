"""Fill a data folder with what a person needs who begins the steps today.

Run as ``python ready.py DATA``.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from myolog.store import start

start(Path(sys.argv[1]))

from myolog.store.selectors import the_person  # noqa: E402
from tests.programme_days import make_ready  # noqa: E402

make_ready(the_person(), datetime.now(UTC), warfarin="yes")
