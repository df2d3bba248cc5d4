"""Codes of what a person tracks of their own: things that no vocabulary lists.

Decides that such a code says by itself what a value of it may be: `own:yes_no:late-pizza:3f9a` is
yes or no, `own:rating:...` is 0 to 10, `own:amount:...` is a number from 0 on. So no value needs
its definition to be read, and one that was lost loses only the person's own name and unit. Behind
the kind come plain words of the first name, then, where a shell made the code, a mark that no
other journal has by chance. Grade, range and change are our choice; until the person has said that
it is something they do or take, it is held for a state, which can only go together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from myolog.vocabulary.measures import Exposure, amount, rating, yes_no

__all__ = ["CODE_LIMIT", "CODE_PATTERN", "MOST", "OWN_KINDS", "is_own", "own_code", "own_exposure"]

OWN_KINDS: Final = ("yes_no", "rating", "amount")

CODE_LIMIT: Final = 64
CODE_PATTERN: Final = (
    rf"^own:({'|'.join(OWN_KINDS)}):[a-z0-9]+(-[a-z0-9]+){{0,8}}(:[a-z0-9]{{1,12}})?$"
)
_CODE: Final = re.compile(CODE_PATTERN)
_WORDS: Final = 30
"""Letters of the first name that a code keeps."""

MOST: Final = 1_000_000_000
USUAL: Final = 100_000
"""An amount above is asked about once."""

_LAGS: Final = (0, 1)


def is_own(code: str) -> bool:
    """Tell whether a code is that of a thing of one's own.

    Examples
    --------
    >>> is_own("own:amount:tea"), is_own("caffeine"), is_own("own:colour:tea")
    (True, False, False)
    """
    return len(code) <= CODE_LIMIT and _CODE.match(code) is not None and "\n" not in code


def own_code(kind: str, name: str, mark: str) -> str:
    """Return a code for a new thing.

    Parameters
    ----------
    kind
        One of `OWN_KINDS`.
    mark
        Small letters and digits that tell it from another of the same name.

    Examples
    --------
    >>> own_code("yes_no", "Späte Pizza!", "3f9a"), own_code("amount", "昼寝", "3f9a")
    ('own:yes_no:spate-pizza:3f9a', 'own:amount:thing:3f9a')
    """
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", bare)[:8]
    return f"own:{kind}:{'-'.join(words)[:_WORDS].strip('-') or 'thing'}:{mark}"


@lru_cache(maxsize=512)
def own_exposure(code: str) -> Exposure:
    """Return what a value of a thing may be; its name is made of the words of its code.

    Raises
    ------
    ValueError
        It is no such code.

    Examples
    --------
    >>> own_exposure("own:rating:back-pain:3f9a").name, own_exposure("own:rating:back-pain").high
    ('back pain', 10.0)
    """
    if not is_own(code):
        raise ValueError(f"{code!r} is no code of a thing of one's own")
    _, kind, words, *_ = code.split(":")
    name = words.replace("-", " ")
    if kind == "yes_no":
        return yes_no(code, name, _LAGS, ("?", "N", "own"), state=True)
    if kind == "rating":
        return rating(code, name, 2, _LAGS, ("?", "N", "own"))
    return amount(code, name, "", MOST, (0, USUAL), 1, _LAGS, ("?", "N", "own"), state=True)
