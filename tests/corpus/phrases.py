"""The sets of the corpus of phrases, each in two halves, read and checked."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

HOME = Path(__file__).parent
TUNING, FROZEN = "tuning", "frozen"
FIRST, SECOND, GERMAN = "first", "second", "german"
SETS = {FIRST: "English", SECOND: "English that turns on one small word", GERMAN: "German"}
OPEN = "open"
"""Kind of a line that makes no entry."""

FIELDS = (
    "kind",
    "site",
    "side",
    "when",
    "duration_s",
    "intensity",
    "suspected",
    "accompanied",
    "amount",
    "note",
)
"""What is scored, in the order of the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One phrase, when it is typed, and what each field should be; None is left open."""

    text: str
    now: datetime
    zone: str
    language: str
    expected: dict[str, object]


def sets() -> tuple[tuple[str, str], ...]:
    """Return the sets that are there, with each half."""
    named = [(name, half) for name in SETS for half in (TUNING, FROZEN)]
    return tuple(one for one in named if _file(*one).exists())


def _file(name: str, half: str) -> Path:
    return HOME / (f"phrases_{half}.toml" if name == FIRST else f"phrases_{name}_{half}.toml")


def phrases(half: str, name: str = FIRST) -> list[Phrase]:
    """Return the phrases of one half of a set; a field whose name is not known is refused."""
    told = tomllib.loads(_file(name, half).read_text(encoding="utf-8"))
    return [_phrase(dict(one), told) for one in told["phrase"]]


def _phrase(one: dict, told: dict) -> Phrase:
    text, now = one.pop("text"), one.pop("now", told["now"])
    if unknown := one.keys() - set(FIELDS):
        raise ValueError(f"{text!r} has {sorted(unknown)}")
    kind = one.get("kind", "episode")
    expected = {name: one.get(name) for name in FIELDS} | {"kind": None if kind == OPEN else kind}
    for name in ("suspected", "accompanied"):
        expected[name] = frozenset(one.get(name, ()))
    zone = ZoneInfo(told["zone"])
    return Phrase(
        text=text,
        now=datetime.fromisoformat(now).replace(tzinfo=zone),
        zone=told["zone"],
        language=told.get("language", "en"),
        expected=expected,
    )
