"""Words that somebody types and that ask for another page than the one they typed them on.

Decides only what is offered first: whom to call, or the check. It says nothing of the person and
answers no question; nothing is kept. Words of every language count, whichever is spoken.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["may_be_loss", "may_need_to_talk"]


def may_need_to_talk(text: str) -> bool:
    """Say whether a search holds words of somebody who may think of death.

    Examples
    --------
    >>> may_need_to_talk("Ich will sterben!")
    True
    >>> may_need_to_talk("my eyelid is killing me")
    False
    """
    return _any_of(_told()["despair"]).search(_plain(text)) is not None


def may_be_loss(text: str) -> bool:
    """Say whether one line about a twitch tells of less strength or of something that fails.

    Examples
    --------
    >>> may_be_loss("dad's right hand weak since monday cant turn key")
    True
    >>> may_be_loss("weak twitch in the left calf"), may_be_loss("no weakness")
    (False, False)
    """
    plain = _plain(text)
    return _loss().search(plain) is not None or (
        _limb_weak().search(plain) is not None and _any_of(_told()["twitch"]).search(plain) is None
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'’-]+", text.casefold())).replace("’", "'")


@cache
def _told() -> dict[str, dict[str, tuple[str, ...]]]:
    file = resources.files("myolog.content").joinpath("heard.toml")
    told: dict[str, dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))
    return {
        name: {code: tuple(words) for code, words in listed.items()}
        for name, listed in told.items()
    }


def _choice(words: tuple[str, ...]) -> str:
    kinds = (re.escape(word.rstrip("*")) + ("" if word.endswith("*") else r"\b") for word in words)
    return f"(?:{'|'.join(kinds)})"


def _any_of(listed: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    return re.compile(rf"\b{_choice(tuple(word for words in listed.values() for word in words))}")


@cache
def _loss() -> re.Pattern[str]:
    loss = _told()["loss"]
    signs = _choice(loss["signs"])
    fails = rf"{_choice(loss['cannot'])} (?:[\w'-]+ ){{0,2}}{_choice(loss['do'])}"
    return re.compile(rf"(?<!\bno )(?<!\bnot )(?<!\bkeine )(?<!\bohne )\b(?:{signs}|{fails})")


@cache
def _limb_weak() -> re.Pattern[str]:
    loss = _told()["loss"]
    limb, weak = _choice(loss["limbs"]), _choice(loss["weak"])
    return re.compile(rf"\b(?:{limb} (?:[\w'-]+ ){{0,2}}{weak}|{weak} (?:[\w'-]+ )?{limb})")
