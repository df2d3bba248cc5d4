"""How well a half of the corpus is understood, field by field."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from myolog.phrases.reading import read_line
from myolog.phrases.result import Understood
from tests.corpus.phrases import FIELDS, Phrase

_WORD = re.compile(r"[^\W_]+(?:[.:'’][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Shares of right answers, 0 to 1.

    Attributes
    ----------
    fields : share of phrases on which each field is right, left open included
    said : the same among the phrases that say something about the field, with their number
    whole : share of phrases on which all fields are right
    """

    n_phrases: int
    fields: dict[str, float]
    said: dict[str, tuple[float, int]]
    whole: float


def answered(phrase: Phrase) -> Understood:
    """Read a phrase at its time."""
    return read_line(phrase.text, now=phrase.now, zone=phrase.zone, language=phrase.language)


def wrong_fields(phrase: Phrase, said: Understood) -> dict[str, object]:
    """Return the fields that differ from what is expected, with what was read instead."""
    read: dict[str, object] = {
        "kind": said.kind,
        "site": said.site,
        "side": said.side,
        "when": _when(said),
        "duration_s": said.duration_s,
        "intensity": said.intensity,
        "suspected": frozenset(said.suspected),
        "accompanied": frozenset(said.accompanied),
        "amount": said.amount,
    }
    wrong = {name: value for name, value in read.items() if value != phrase.expected[name]}
    if not _note_holds(said.note, str(phrase.expected["note"] or "")):
        wrong["note"] = said.note
    return wrong


def _when(said: Understood) -> str | None:
    if said.day is None:
        return None
    if said.clock is None:
        return said.day.isoformat()
    return datetime.combine(said.day, said.clock).isoformat(" ", "minutes")


def _note_holds(note: str, expected: str) -> bool:
    wanted = _WORD.findall(expected.casefold())
    found = _WORD.findall(note.casefold())
    return not found if not wanted else all(word in found for word in wanted)


def score(phrases: Iterable[Phrase]) -> Score:
    """Return how many fields of these phrases are right."""
    judged = [(phrase, wrong_fields(phrase, answered(phrase))) for phrase in phrases]
    said = {}
    for name in FIELDS:
        telling = [wrong for phrase, wrong in judged if _told(phrase, name)]
        right = sum(name not in wrong for wrong in telling)
        said[name] = (right / len(telling) if telling else 1.0, len(telling))
    return Score(
        n_phrases=len(judged),
        fields={
            name: sum(name not in wrong for _, wrong in judged) / len(judged) for name in FIELDS
        },
        said=said,
        whole=sum(not wrong for _, wrong in judged) / len(judged),
    )


def _told(phrase: Phrase, name: str) -> bool:
    value = phrase.expected[name]
    return value != "episode" if name == "kind" else value not in (None, frozenset())
