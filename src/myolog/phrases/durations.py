"""How long it lasted.

A length after which an activity follows ("2 hours of gaming", "30 min run") belongs to the
activity, not to the twitch, and goes to the note with it. Hours that nobody counted ("for hours")
are no measure: they stay words, in the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from myolog.journal.checks import ONE_DAY_S
from myolog.phrases.line import Line
from myolog.phrases.quantities import LENGTH, RANGE, ROUGHLY, is_rough, seconds_in
from myolog.phrases.result import Doubt
from myolog.vocabulary.choices import DURATIONS

__all__ = ["COUNTS_BACK", "keep_other_lengths", "take_duration", "take_range_of_lengths"]

_LENGTH: Final = re.compile(
    rf"(?<!\S)(?:{ROUGHLY} )*(?P<said>{LENGTH})(?: ish| long| or so)?(?!\S)"
)
_HOURS: Final = (
    r"(?:(?:an? |the )?(?:good )?(?:few|several|some|handful of)(?: more)? )?(?:hours|hrs)"
)
_UNCOUNTED: Final = re.compile(rf"(?<!\S)(?:for )?(?P<said>{_HOURS})(?: on end)?(?!\S)")
_BETWEEN_TWO: Final = re.compile(
    rf"(?<!\S)(?:from )?(?:{ROUGHLY} )*(?P<said>{RANGE})(?: ish| long)?(?!\S)"
    r"(?! (?:or so )?(?:ago|back|earlier)(?!\S))"
)
COUNTS_BACK: Final = re.compile(r"(?<!\S)vor(?: \S+)? $")
"""Words before a length that count back from now, as "ago" does behind it."""

_COUNTS_FROM: Final = re.compile(rf"\b(?:last|past|since|vor)(?: {ROUGHLY})* $")
_OTHER: Final = (
    re.compile(rf"(?<!\S)every (?:{LENGTH}|(?:few|couple of|other) \S+)(?!\S)"),
    re.compile(
        rf"(?<!\S){LENGTH} (?:apart|later|before(?! (?:bed|going|sleep|lunch|dinner|breakfast"
        rf"|noon|midnight|it))|into|old)(?!\S)"
    ),
    re.compile(rf"(?<!\S)(?:within|in|every) {LENGTH}(?!\S)"),
    re.compile(
        r"(?<!\S)(?:\d{1,3} / \d{1,3}(?: (?:th|rd|nd|st)s?)?"
        r"|(?:\S+ )?(?:\d+ th|[^\W\d_]+ths?)) of an? (?:sec|second|min|minute|hr|hour)(?!\S)"
    ),
    re.compile(r"(?<!\S)\d+ (?:st|nd|rd|th) (?:time|one|day|night|twitch|bout)(?!\S)"),
    re.compile(r"(?<!\S)(?:a|the) second (?:time|one|twitch|place|spot|bout|day|night|cup|coffee)"),
    re.compile(
        r"(?<!\S)(?:for |the |since )?(?:\S+ )?(?:days|weeks|months|years)(?! ago)(?: now)?(?!\S)"
    ),
)
_ROUGHLY_SAID: Final = {DURATIONS[word]: word for word in ("seconds", "minutes")}
_AFTER: Final = re.compile(r" (?:after|post|following|since)(?!\S)")


def keep_other_lengths(line: Line) -> None:
    """Put lengths aside that say something else than how long it lasted."""
    for pattern in _OTHER:
        for match in line.each(pattern):
            if not COUNTS_BACK.search(line.before(match.start())):
                line.keep(match)


def take_duration(line: Line) -> tuple[int, str] | None:
    """Take the length of the twitch, the first that is left, at most a day.

    Returns
    -------
    seconds, said : how long, and the word of the log form that says as much for a rough length
    """
    _keep_uncounted(line)
    return _taken(line, line.each(_LENGTH))


def take_range_of_lengths(line: Line) -> tuple[int, str] | None:
    """Take "five to ten minutes" as `take_duration` does; it would else be read as a clock."""
    found = line.each(_BETWEEN_TWO)
    return _taken(line, (one for one in found if not _COUNTS_FROM.search(line.before(one.start()))))


def _taken(line: Line, found: Iterable[re.Match[str]]) -> tuple[int, str] | None:
    for match in found:
        seconds = round(seconds_in(match["said"]))
        if 1 <= seconds <= ONE_DAY_S:
            rough = is_rough(match["said"])
            doubt: Doubt | None = "about" if rough else None
            if _AFTER.match(line.after(match.end())):
                doubt = "after"
            line.take(match, "duration_s", doubt=doubt)
            return seconds, _ROUGHLY_SAID.get(seconds, "") if rough else ""
    return None


def _keep_uncounted(line: Line) -> None:
    """Put hours aside that nobody counted."""
    counted = [
        match.span() for match in line.each(_LENGTH) if not re.fullmatch(_HOURS, match["said"])
    ]
    for match in line.each(_UNCOUNTED):
        if not any(start < match.end() and match.start() < end for start, end in counted):
            line.keep(match)
