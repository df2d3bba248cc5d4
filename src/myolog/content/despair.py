"""Whether the words of a search are those of somebody who may need to talk now.

Decides only that whom to call stands first; it says nothing of the person, and nothing is kept. Its
own words, in every language whichever is spoken: who is in despair types as they think.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

__all__ = ["may_need_to_talk"]


def may_need_to_talk(text: str) -> bool:
    """Say whether a text holds such words.

    Examples
    --------
    >>> may_need_to_talk("Ich will sterben!")
    True
    >>> may_need_to_talk("my eyelid is killing me")
    False
    """
    plain = " ".join(re.findall(r"[\w'’-]+", text.casefold())).replace("’", "'")
    return _told().search(plain) is not None


@cache
def _told() -> re.Pattern[str]:
    file = resources.files("myolog.content").joinpath("despair.toml")
    words = [word for listed in tomllib.loads(file.read_text("utf-8")).values() for word in listed]
    kinds = (re.escape(word.rstrip("*")) + ("" if word.endswith("*") else r"\b") for word in words)
    return re.compile(rf"\b(?:{'|'.join(kinds)})")
