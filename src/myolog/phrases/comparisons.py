"""What a line compares: "more than yesterday", "twice as often as last week".

Decides that nothing of it fills a field: the day, the side and the number in it are those of
another twitch. All of it is for the note, and so is a day that is denied beside another one.
"""

from __future__ import annotations

import re
from typing import Final

from myolog.phrases.line import Line

__all__ = ["keep_comparisons"]

_DAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tonight|usual|usually|normal"
    r"|normally|ever|always|before|expected|night|weekend|week|month|year|time|times|morning"
    r"|afternoon|evening|nights|days|weeks|winter|summer|spring|autumn|first|other|one|others"
    r"|left|right|lhs|rhs|day before yesterday|day before)"
)
_SMALL: Final = (
    r"(?:(?:on|in|at|the|my|this|last|it|was|is|did|they|were|few|past|previous|these|those|for"
    r"|most|a) )*"
)
_MORE: Final = (
    r"(?:more|less|fewer|worse|better|stronger|weaker|longer|shorter|harder|milder|lighter|heavier"
    r"|faster|slower|bigger|smaller|quieter|calmer|oftener|rarer|later|earlier|gentler|softer"
    r"|stranger|sooner)"
)
_TIMES: Final = (
    r"(?:(?:not|nearly|almost|about|just|nowhere near|half|twice|thrice|double|quite|exactly|only"
    r"|(?:\d{1,3}|two|three|four|five|six|ten) times|quarter|a) )*"
)
_REFERENCE: Final = (
    rf"{_SMALL}{_DAY}(?: (?:before )?(?:morning|afternoon|evening|night|yesterday|one|side|day|week"
    r"|\x00+))*"
)
_FORMS: Final = tuple(
    re.compile(rf"(?<!\S)(?:{form})(?!\S)")
    for form in (
        rf"(?:(?:much|far|slightly|a lot|a bit|even|way|not|no|any|little|a|lot|bit) )*{_MORE}"
        rf"(?: [^\W\d_]+){{0,2}} than {_REFERENCE}",
        rf"{_TIMES}as (?!soon|well|far|if|a |an |the |i )[^\W\d_]+(?: [^\W\d_]+)? as {_REFERENCE}",
        rf"(?:about |exactly |just |almost |much )*(?:the )?same (?:as|like) {_REFERENCE}",
        rf"(?:just |exactly |a bit )?(?:like|as|compared (?:to|with)|unlike) {_SMALL}"
        r"(?:yesterday|usual|always|last (?:night|week|time|month)|[a-z]+day)"
        r"(?: (?:morning|afternoon|evening|night))?",
        r"(?:more|less|not (?:as|so|that|very)|no more|any more|too) often(?! than)",
        rf"not {_SMALL}(?:yesterday|today|tonight|[a-z]+day)(?: (?:morning|evening|night))?"
        r"(?= (?:, )?but)",
        r"(?<=yesterday )(?:, )?not today|(?<=today )(?:, )?not yesterday",
    )
)


def keep_comparisons(line: Line) -> None:
    """Put what is compared aside for the note."""
    for form in _FORMS:
        for match in line.each(form):
            line.keep(match)
