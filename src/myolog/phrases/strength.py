"""How strong it was, from 0 to 10, and what came with it.

Decides the numbers that words of strength stand for. A word that describes something else ("strong
coffee", "bad day") is none, and what is denied ("no pain", "not strong") stays in the note.
"""

from __future__ import annotations

import re
from typing import Final

from myolog.phrases.denial import denied
from myolog.phrases.empty_words import LOOK, TWITCH, is_empty
from myolog.phrases.line import Line

__all__ = ["take_score", "take_signs", "take_strength"]

_SCORE: Final = re.compile(
    r"(?<!\S)(?:(?:strength|intensity|level|severity|force|strong)(?: was| is| of| :| about)* "
    r"(?P<named>10|\d)(?: ?/ 10| out of (?:10|ten))?"
    r"|(?:an? )?(?P<of_ten>10|\d) ?(?:/|out of) (?:10|ten))(?! ?[/\d])"
    r"(?! ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)(?!\S))(?!\S)"
)
_BETWEEN: Final = re.compile(
    r"(?<!\S)(?:strength|intensity|level|severity|force)(?: was| is| of| :| about)* "
    r"(?:\d+[.,]\d+|(?:10|\d|[a-z]+) (?:-|to|or|and) (?:10|\d|[a-z]+)(?= |$))"
    r"(?: ?/ 10| out of (?:10|ten))?(?!\S)"
    r"|(?<!\S)(?:10|\d) (?:-|to|or) (?:10|\d) ?(?:/|out of) (?:10|ten)(?!\S)"
)
"""A strength between two of the scale: never rounded, it stays in the note with its word."""

_FAINT: Final = r"barely|hardly|faint|faintly|tiny|minuscule|imperceptibl[ey]"
_LIGHT: Final = (
    r"light|lightly|mild|mildly|slight|slightly|weak|weakly|gentle|gently|soft|softly|little|small"
    r"|subtle|minor"
)
_MIDDLE: Final = r"moderate|moderately|medium|middling|average"
_STRONG: Final = (
    r"strong|strongly|hard|heavy|heavily|intense|intensely|bad|badly|big|powerful|nasty|severe"
    r"|severely|forceful|hefty"
)
_FIERCE: Final = r"violent|violently|massive|massively|huge|enormous|crazy strong"
_VERY: Final = r"very|really|super|extremely|so|incredibly|insanely|crazy|mega|rly|v|too|terribly"
_QUITE: Final = r"quite|pretty|fairly|rather|kinda|somewhat|relatively|just|only|a bit|a"
_FELT: Final = r"(?: (?:felt|noticeable|noticed|visible|there|perceptible|feel it|felt it))?"
_WORDS: Final = re.compile(
    rf"(?<!\S)(?:could |can )?(?:(?P<very>(?:{_VERY})(?: (?:{_VERY}))*) |(?:(?:{_QUITE}) )+)?"
    rf"(?:(?P<faint>{_FAINT})(?! (?:ever|any|at all)){_FELT}"
    rf"|(?P<light>{_LIGHT})|(?P<middle>{_MIDDLE})"
    rf"|(?P<strong>{_STRONG})|(?P<fierce>{_FIERCE}))(?!\S)"
)
_SUBJECT: Final = re.compile(r"\S+ (?:is|are|was|were|feels?|felt|felt like|got|went) $")
_FELT_WEAK: Final = re.compile(
    r"\b(?:is|are|was|were|feels?|feeling|felt|went|gone|got|going|gets) $"
)
_NUMB: Final = re.compile(r"\b(?:numb\w*|limp|powerless)\b")
_PLAIN: Final = {"faint": 1, "light": 3, "middle": 5, "strong": 7, "fierce": 9}
_MORE: Final = {"faint": 1, "light": 1, "middle": 5, "strong": 9, "fierce": 9}

_SIGNS: Final = {
    "cramp": re.compile(
        r"(?<!\S)(?:(?:muscle )?cramp(?:s|ed|ing|y|ish)?|charley horses?|charlie horses?)(?!\S)"
    ),
    "tingling": re.compile(
        r"(?<!\S)(?:tingl(?:e|es|ed|ing|y)|pins (?:and|n|&|\+) needles|prickl(?:e|es|ed|ing|y)"
        r"|paraesthesia|paresthesia)(?!\S)"
    ),
    "pain": re.compile(
        r"(?<!\S)(?:pain|pains|painful|painfully|hurt|hurts|hurting|sore|soreness|aches?|ached"
        r"|aching|achy|ouch)(?!\S)"
    ),
}


def take_score(line: Line) -> int | None:
    """Take a strength told as a whole number from 0 to 10."""
    for match in line.each(_BETWEEN):
        line.keep(match)
    for match in line.each(_SCORE):
        if line.field_at(max(match.start() - 2, 0)) == "suspected":
            line.keep(match)
            continue
        line.take(match, "intensity")
        return int(match["named"] or match["of_ten"])
    return None


def take_strength(line: Line) -> int | None:
    """Take the first word of strength that describes the twitch."""
    for match in line.each(_WORDS):
        if denied(line, match.start()) or not _about_the_twitch(line, match):
            continue
        line.take(match, "intensity", doubt="about")
        name = next(name for name in _PLAIN if match[name])
        return (_MORE if match["very"] else _PLAIN)[name]
    return None


def _about_the_twitch(line: Line, match: re.Match[str]) -> bool:
    if match["light"] == "weak" and _of_a_muscle(line, match):
        return False
    subject = _SUBJECT.search(line.before(match.start()))
    if subject is not None and line.is_kept(subject.start()):
        return False
    following = line.after(match.end()).split()
    field = line.field_at(match.end() + 1)
    if not following or field is not None:
        return field != "suspected"
    return is_empty(following[0]) or LOOK.match(following[0]) is not None


def _of_a_muscle(line: Line, match: re.Match[str]) -> bool:
    """Tell weakness of a muscle, which is news, from the strength of a twitch."""
    before = line.before(match.start())
    if _FELT_WEAK.search(before) or _NUMB.search(f"{before}{line.after(match.start())}"):
        return True
    following = line.after(match.end()).split()
    of_a_twitch = bool(following) and _tells_a_twitch(following[0])
    return line.field_at(max(match.start() - 2, 0)) == "site" and not of_a_twitch


def _tells_a_twitch(word: str) -> bool:
    """Say whether a word, or a mark that ends a part of the line, lets "weak" be of a twitch."""
    return not word[0].isalnum() or bool(re.match(TWITCH, word) or LOOK.match(word))


def take_signs(line: Line) -> tuple[str, ...]:
    """Take the signs that came with it and were not denied."""
    found: list[str] = []
    for sign, pattern in _SIGNS.items():
        for match in line.each(pattern):
            if denied(line, match.start()):
                line.keep(match)
            else:
                line.take(match, "accompanied")
                found.append(sign)
    return tuple(dict.fromkeys(found))
