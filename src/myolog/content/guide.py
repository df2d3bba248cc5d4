"""The guide in order: every point of it, where it lives, its test, and what we changed.

Decides that no point of the guide is lost: a test fails for a point without a
home, for a home that does not exist, and for a test that does not exist. The
page "The guide in order" is made from `GUIDE` and from nothing else.
The words are in ``guide.toml``. Source: the guide, sections 1 and 2, checked
against the sources in the catalogue.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Final, Literal

__all__ = ["GUIDE", "VERDICTS", "GuideEntry", "Row", "rows"]

Verdict = Literal["OK", "OK+", "MORE", "LESS", "WEAK", "ERR"]

VERDICTS: Final = {
    "OK": "agrees with the evidence",
    "OK+": "agrees, detail added",
    "MORE": "more cautious than guidelines",
    "LESS": "less cautious than guidelines",
    "WEAK": "little evidence",
    "ERR": "wording to avoid",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry:
    """One point of the guide.

    Parameters
    ----------
    id
        Its stable name.
    says
        What the guide says, in our words.
    verdict
        How it agrees with the evidence, a key of `VERDICTS`.
    homes
        Where it lives: ``article/SLUG``, ``page/NAME``, or the name of a table
        of the catalogue, such as ``rule/O-SPREAD``.
    test
        The test file that holds us to it.
    changed
        What we changed and why.
    """

    id: str
    says: str
    verdict: Verdict
    homes: tuple[str, ...]
    test: str
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the page "The guide in order", ready to print."""

    id: str
    says: str
    verdict: str
    homes: tuple[str, ...]
    test: str
    changed: str


def rows() -> tuple[Row, ...]:
    """Return the page "The guide in order", one row for each point."""
    return tuple(
        Row(
            id=entry.id,
            says=entry.says,
            verdict=VERDICTS[entry.verdict],
            homes=entry.homes,
            test=entry.test,
            changed=entry.changed,
        )
        for entry in GUIDE
    )


def _read() -> tuple[GuideEntry, ...]:
    text = resources.files("myolog.content").joinpath("guide.toml").read_text("utf-8")
    return tuple(
        GuideEntry(id=name, **{**point, "homes": tuple(point["homes"])})
        for name, point in tomllib.loads(text).items()
    )


GUIDE: Final[tuple[GuideEntry, ...]] = _read()
"""Every point, in the order of the guide."""
