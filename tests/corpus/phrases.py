"""The two halves of the corpus of phrases, read and checked."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

HOME = Path(__file__).parent
TUNING, FROZEN = "tuning", "frozen"
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
    expected: dict[str, object]


def halves() -> tuple[str, ...]:
    """Return the halves that are there."""
    return tuple(half for half in (TUNING, FROZEN) if _file(half).exists())


def _file(half: str) -> Path:
    return HOME / f"phrases_{half}.toml"


def phrases(half: str) -> list[Phrase]:
    """Return the phrases of one half; a field with a name that is not known is refused."""
    told = tomllib.loads(_file(half).read_text(encoding="utf-8"))
    return [_phrase(dict(one), told) for one in told["phrase"]]


def _phrase(one: dict, told: dict) -> Phrase:
    text, now = one.pop("text"), one.pop("now", told["now"])
    if unknown := one.keys() - set(FIELDS):
        raise ValueError(f"{text!r} has {sorted(unknown)}")
    expected = {name: one.get(name) for name in FIELDS} | {"kind": one.get("kind", "episode")}
    for name in ("suspected", "accompanied"):
        expected[name] = frozenset(one.get(name, ()))
    zone = ZoneInfo(told["zone"])
    return Phrase(
        text=text,
        now=datetime.fromisoformat(now).replace(tzinfo=zone),
        zone=told["zone"],
        expected=expected,
    )
