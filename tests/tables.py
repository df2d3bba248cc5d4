"""Empty tables in a data folder: making them is most of what the first start of a folder costs.

They are made once by Myolog itself and copied from then on. That they are made where there are
none is shown by `tests/integration/test_opening.py`, `cli/test_terminal.py` and `tests/lives/`.
"""

import atexit
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests import forking
from tests.crash import environment

MAKE = (
    "import sys; from pathlib import Path; from myolog.store import start; start(Path(sys.argv[1]))"
)


def laid_out(folder: Path) -> Path:
    """Return the folder, with empty tables in it where it was empty."""
    if not folder.exists() or not any(folder.iterdir()):
        shutil.copytree(_made() / "data", folder, dirs_exist_ok=True)
    return folder


@cache
def _made() -> Path:
    place = Path(tempfile.mkdtemp(prefix="myolog-test-tables-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    forking.run([sys.executable, "-c", MAKE, str(place / "data")], check=True, env=environment())
    return place
