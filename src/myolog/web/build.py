"""Which build of Myolog a page is of: what a browser kept of another build is fetched anew.

A build changes with every file of the program, with the country, the language, the measures and the
look. So no old number, advice or language outlives an upgrade or a choice in what a device keeps.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from myolog.content.languages import spoken_language
from myolog.content.measures import measures_in_force
from myolog.version import __version__

PROGRAM: Final = Path(__file__).parents[1]


@cache
def program_digest(folder: Path = PROGRAM) -> str:
    """Return what changes with any file of the program."""
    seen = hashlib.sha256(__version__.encode())
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            seen.update(str(file.relative_to(folder)).encode())
            seen.update(hashlib.sha256(file.read_bytes()).digest())
    return seen.hexdigest()[:16]


def build_of(*, theme: str, country: str) -> str:
    """Return the build of what is shown in the language and measures in force."""
    parts = (program_digest(), theme or "auto", measures_in_force(), country, spoken_language())
    return "/".join(parts)
