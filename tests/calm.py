"""What no text of Myolog may do to a worried person: the lint behind the tests of calm.

Patterns over words as people read them; hazards H3 and H4 and the rules DP-1 to DP-8 of the guide.
"""

import colorsys
import re
from html import unescape

GAMES = (
    r"\bstreaks?\b",
    r"\bbadges?\b",
    r"\btroph(y|ies)\b",
    r"\bmedals?\b",
    r"\blevel(led|ed|s)? up\b",
    r"\bpoints? (earned|won|collected)\b",
    r"\bhigh ?score\b",
    r"\bcongratulations\b",
    r"\bwell done\b",
    r"\bkeep it up\b",
    r"\b(goal|target) (hit|smashed|crushed)\b",
    r"\bdays? in a row (so far|without)\b",
    r"!(\s|$)",
)
"""What turns noting into a game, and cheering."""

COUNTERS = (
    r"\byou have (noted|logged|counted|twitched) (only |just |already )?(\d+|\{\w+\}) (?!days\b)",
    r"(?<!\w)(\d+|\{\w+\}) (twitches|logs|bouts|entries) (today|so far|and counting)\b",
    r"\b(more|fewer|less) than yesterday\b",
    r"[+-]\d+ ?% (today|this week|since|more|less)\b",
)
"""What counts up before the eyes, and a day held against the day before (DP-2). How many days are
noted, where an answer needs some, is no such count."""

ODDS = (
    r"\d+ ?(%|per ?cent) (chance|risk|likel)",
    r"\b(chance|risk|odds|probability|likelihood) of (having|getting|it being|being ill)\b",
    r"\byour (risk|odds|chances?)\b",
    r"\bprobab(ly|ility)\b",
    r"\bone in (ten|a hundred|a thousand|\d+) (chance|risk)",
    r"\brisk score\b",
)
"""A probability of illness for this person (DP-5)."""

SOOTHING = (
    r"\bnothing to worry",
    r"\bnothing serious",
    r"\ball clear\b",
    r"\byou are (safe|fine|normal|healthy)\b",
    r"\bdo not worry\b",
    r"\bdon't worry\b",
    r"\bperfectly normal\b",
)
"""False comfort (DP-5, H1)."""

TESTING = (
    r"(?<!not )(?<!no need to )\b(test|measure) (your|the) (strength|muscles?|reflexes|grip)\b",
    r"(?<!not )\b(check|look at|photograph) your tongue\b",
    r"(?<!not )\btake (a )?(photos?|pictures?) of (it|your|the)\b",
    r"\bdid (you|it) twitch (now|just now|again)\b",
)
"""Asking for strength tests, tongue checks, photos, or for a twitch right now (DP-1, DP-4); a
sentence that tells people not to is fine."""

ILLNESSES = (
    r"\bals\b",
    r"\bmnd\b",
    r"motor neuron",
    r"amyotroph",
    r"sclerosis",
    r"\blyme\b",
    r"neuropath",
    r"dystroph",
    r"guillain",
    r"myasthen",
    r"parkinson",
    r"fasciculation syndrome",
)
"""Names that stand in Learn and in the doctor's report only (DP-7)."""

EVERYWHERE = (*GAMES, *COUNTERS, *ODDS, *SOOTHING)


def faults(text: str, patterns: tuple[str, ...] = EVERYWHERE) -> list[str]:
    """Return what `text` says and must not."""
    found = [one for one in patterns if re.search(one, text, re.IGNORECASE)]
    asking = [one for one in re.split(r"[.!?]", text) if not re.search(r"\b(not|never)\b", one)]
    return found + [
        one for one in TESTING if any(re.search(one, part, re.IGNORECASE) for part in asking)
    ]


def words_of(html: str) -> str:
    """Return what a page says: its text and the names of its controls, without its code."""
    named = re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*)"', html)
    plain = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return unescape(" ".join((*named, re.sub(r"<[^>]+>", " ", plain))))


def is_red_or_green(red: int, green: int, blue: int) -> bool:
    """Say whether a colour reads as red or green: of that hue, and neither grey nor near black."""
    hue, light, strength = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    degrees = hue * 360
    of_hue = degrees < 15 or degrees > 335 or 75 < degrees < 165
    return of_hue and strength > 0.25 and 0.12 < light < 0.95
