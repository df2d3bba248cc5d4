"""What may have set it off: everything the line mentions that Myolog can track.

Decides that a mention counts unless it is denied, and that a thing Myolog does not know counts only
with a word of cause. How much of it, or of which sort, stays in the note with the thing itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from myolog.phrases.denial import denied
from myolog.phrases.empty_words import TWITCH
from myolog.phrases.line import Line
from myolog.phrases.names import core, each_name
from myolog.phrases.quantities import COUNT, LENGTH, ROUGHLY
from myolog.phrases.words import word_list
from myolog.vocabulary.everyday import exposure_words, site_words
from myolog.vocabulary.exposures import EXPOSURES

__all__ = ["take_suspects"]

_DEGREE: Final = word_list("degree")
_SKIP: Final = rf"(?:(?:{'|'.join(sorted(_DEGREE))}) )*"
_HOURS_SLEPT: Final = re.compile(
    rf"(?<!\S)(?:slept|sleep|sleeping)(?: (?:for|{ROUGHLY}))* {LENGTH}(?!\S)"
    rf"|(?<!\S)(?:{ROUGHLY} )*{LENGTH}(?: of)? (?:sleep|slept)(?!\S)"
)
_SLEPT_BADLY: Final = re.compile(
    rf"(?<!\S)(?:slept|sleep|sleeping)(?: (?:was|is|has been|been))? {_SKIP}"
    r"(?:bad|badly|poor|poorly|terrible|terribly|awful|awfully|horrible|horribly|rubbish|crap|rough"
    r"|lousy|light|lightly|restless|broken|shit|dreadful|dreadfully|disturbed|fitful"
    r"|interrupted)(?!\S)"
    rf"|(?<!\S)(?:bad|poor|terrible|awful|horrible|rough|restless|crappy|crap|rubbish|lousy"
    rf"|dreadful"
    rf"|broken|disturbed|shit|fitful|interrupted|shitty|uneasy"
    rf"|light) {_SKIP}(?:nights? (?:of )?)?(?:sleep|night)(?!\S)"
)
_NOT_SLEPT_WELL: Final = re.compile(
    r"(?<!\S)(?:didnt|havent|not|couldnt|cant|dont|hadnt|wasnt|never)(?: \S+)? "
    r"(?:sleep|slept|sleeping)(?P<how>(?: (?:very|so|too|that|at all|much|enough|well|great|good"
    r"|properly))*)"
    r"(?!\S)"
)
_DRINKING: Final = re.compile(
    r"(?<!\S)(?:after|been|out|went|night of|day of|was) drinking(?: (?:too much|a lot"
    r"|all (?:day|night)))?(?!\S)"
    r"(?= ?$| (?:last|yesterday|on|all|at|with|in|again|,|\.|-|and|my|the (?:night|day)|left"
    r"|right))"
)
_CAUSE: Final = re.compile(
    r"(?<!\S)(?:because of|due to|caused by|triggered by|set off by|brought on by|thanks to|blame"
    r"|blaming|suspect(?:ing)?|down to|probably from|maybe from|prob from|i think from)"
    r" (?:the |my |a |an |some |too much |all that |that )*"
    r"(?P<thing>(?!(?:the|my|a|an|some|too|all)(?!\S))[^\W\d_]+"
    r"(?: (?!and |but |at |in |on |for |last |this |yesterday |today "
    rf"|with |{TWITCH})[^\W\d_]+)?)(?!\S)"
)
_ASIDE: Final = (
    re.compile(r"(?<!\S)(?:tea ?time|teatime|coffee (?:break|table|shop|machine|place)"
               r"|phone (?:calls?|rang|ringing|vibrating|vibrates?|buzzing|buzzes)|on the phone"
               r"|screen ?saver|cold (?:sore|call)|runny nose|in the long run"
               r"|running (?:late|out|up|down|through|along|from|nose|across)|wine bar"
               r"|beer garden|period of)(?!\S)"),
)  # fmt: skip
_FREE: Final = (
    r"(?:decaf\S*|(?:caffeine|caffein|alcohol) ?(?:- )?free|(?:caffeine|alcohol)free"
    r"|non ?(?:- )?alcoholic|nonalcoholic|alcohol ?(?:- )?reduced|(?:zero|low) alcohol)"
)
_DRINK: Final = (
    r"(?:coffees?|espressos?|lattes?|cappuccinos?|teas?|colas?|cokes?|beers?|lagers?|ales?|ciders?"
    r"|wines?|gin|cocktails?|energy drinks?|pepsi|americano)"
)
_WITHOUT: Final = re.compile(
    rf"(?<!\S){_FREE}(?: {_DRINK})?(?!\S)"
    rf"|(?<!\S){_DRINK} (?:[(,-] )?{_FREE}(?: \))?(?! {_DRINK})(?!\S)"
)
"""Drinks told without what they are suspected for."""

_COUNTED: Final = frozenset({"steps"})
"""Exposures that a number tells of a whole day: such a count is no suspicion."""

_DENIED_BEHIND: Final = re.compile(r" (?:(?:i|had|hmm|today|yesterday) )*(?P<not>not)(?= ?$| [,.])")
"""A denial at the end of a clause: "Kaffee hatte ich heute nicht"."""

_STEPS: Final = re.compile(r"(?:^|\s)(?P<said>(?:~ ?)?\d[\d.,]*(?: ?k)?(?: thousand)?) $")
_BEFORE: Final = re.compile(
    r"(?<!\S)(?:after|following|post|from|by|all those|too many)(?: \S+)? $"
)
_AMOUNT: Final = re.compile(
    rf"(?:^|\s)(?P<said>(?:{ROUGHLY} )*(?:{LENGTH}|{COUNT})"
    r"(?P<link> (?:of|on|at|in|with|doing|spent|solid|straight|x))?(?: (?:the|my|a|an|some))*) $"
)


@cache
def _codes() -> Mapping[str, str]:
    words = exposure_words()
    return {core(word, _DEGREE): code for word, code in words.items()} | dict(words)


def take_suspects(line: Line) -> tuple[str, ...]:
    """Take every exposure that is mentioned and not denied."""
    for pattern in (*_ASIDE, _WITHOUT):
        for match in line.each(pattern):
            line.keep(match)
    found = [*_take_sleep(line)]
    for match in each_name(line, exposure_words(), between=_DEGREE):
        code = _codes().get(match[0]) or _codes()[core(match[0], _DEGREE)]
        if denied(line, match.start()):
            line.keep(match)
            continue
        behind = _DENIED_BEHIND.match(line.rest, match.end())
        if behind is not None:
            line.keep(match)
            line.keep(behind, group="not")
            continue
        if code in _COUNTED and _is_counted(line, match):
            continue
        _keep_amount(line, match.start(), code)
        line.take(match, "suspected")
        found.append(code)
    for match in line.each(_DRINKING):
        line.take(match, "suspected")
        found.append("alcohol_g")
    for match in line.each(_CAUSE):
        if match["thing"].split()[0] in site_words():
            continue  # "from the hip down to the calf"
        line.take(match, "suspected")
        found.append(line.text_of(match, group="thing"))
    return tuple(dict.fromkeys(found))


def _take_sleep(line: Line) -> list[str]:
    found = []
    for match in line.each(_HOURS_SLEPT):
        line.take(match, "suspected")
        line.note(match)
        found.append("sleep_min")
    for match in line.each(_SLEPT_BADLY):
        line.take(match, "suspected")
        found.append("sleep_quality")
    for match in line.each(_NOT_SLEPT_WELL):
        line.take(match, "suspected")
        well = any(word in match["how"].split() for word in ("well", "great", "good", "properly"))
        found.append("sleep_quality" if well else "sleep_min")
    return found


def _is_counted(line: Line, match: re.Match[str]) -> bool:
    """Put a count of a whole day aside, as "8000 steps", unless it came before the twitch."""
    amount = _STEPS.search(line.rest[: match.start()])
    if amount is None or _BEFORE.search(line.before(amount.start("said"))):
        return False
    line.keep(amount, group="said")
    line.keep(match)
    return True


def _keep_amount(line: Line, position: int, code: str) -> None:
    """Put an amount right before an exposure aside, unless it is how long the twitch lasted."""
    match = _AMOUNT.search(line.rest[:position])
    if match is None:
        return
    measured = EXPOSURES[code].unit in {"min", "h"}
    if match["link"] or measured or re.fullmatch(COUNT, match["said"].split(" of")[0].strip()):
        line.keep(match, group="said")
