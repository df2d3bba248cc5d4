"""Which languages there are, and which one is spoken now.

Decides how the core learns of a person's language without a setting: a shell says it once for a
piece of work (`speaking`), and whatever looks up words within it gets that language. Nothing here
reads the clock, the environment or a request.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from myolog.content.about import spoken_about

if TYPE_CHECKING:
    from babel import Locale

__all__ = [
    "LANGUAGES",
    "OFFERED",
    "best_of",
    "locale",
    "mid_sentence",
    "once_per_language",
    "speaking",
    "spoken_language",
]

Taken = ParamSpec("Taken")
Given = TypeVar("Given")

LANGUAGES: Final = ("en", "de")
"""Languages that have words; the first has all of them and stands in for a missing one."""

OFFERED: Final = ("en", "de")
"""Languages that a person can choose: those whose words are complete."""

_LOCALES: Final = {"en": "en_GB"}
"""Where a language is written as in one country."""

CAPITAL_NOUNS: Final = frozenset({"de"})
"""Languages that begin every noun with a capital letter."""

_NO_NOUNS: Final = {
    "de": re.compile(
        "(An|Das|Der|Die|Eine?|Einige|Etwas?|Heute|I[mn]|Innerhalb|Jetzt|Keine?|Mehr|Nach|Noch"
        "|Unsicher|Viele?|Weniger|Wie|Zu|Zuerst) "
    )
}
"""Words with which a label may begin that are no nouns, by language that writes those large."""

_SPOKEN: Final = ContextVar("spoken_language", default=LANGUAGES[0])


def spoken_language() -> str:
    """Return the code of the language in force, English unless a shell said otherwise."""
    return _SPOKEN.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let everything within speak `language`; shells call this, and nothing else does.

    Raises
    ------
    KeyError
        There are no words in that language.

    Examples
    --------
    >>> with speaking("de"):
    ...     spoken_language()
    'de'
    >>> spoken_language()
    'en'
    """
    if language not in LANGUAGES:
        raise KeyError(f"There are no words in {language!r}.")
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def best_of(wanted: str, offered: tuple[str, ...] = OFFERED) -> str:
    """Return the offered language that a list of wishes ranks highest, else English.

    Parameters
    ----------
    wanted
        Language tags with weights as in the header ``Accept-Language`` (RFC 9110, 12.5.4).
    offered
        What can be chosen.

    Examples
    --------
    >>> best_of("fr, de-AT;q=0.8, en;q=0.5", ("en", "de"))
    'de'
    """
    ranked = sorted((_wish(part) for part in wanted.split(",")), key=lambda wish: -wish[1])
    for code, weight in ranked:
        if code in offered and weight > 0:
            return code
    return LANGUAGES[0]


def regions_in(wanted: str) -> tuple[str, ...]:
    """Return the countries that a list of wishes names, the most wanted first.

    Examples
    --------
    >>> regions_in("en, de-AT;q=0.8, zh-Hant-TW;q=0.9")
    ('TW', 'AT')
    """
    ranked = sorted((_weighed(part) for part in wanted.split(",")), key=lambda wish: -wish[1])
    parts = [part for tag, weight in ranked if weight > 0 for part in tag.split("-")[1:]]
    return tuple(part.upper() for part in parts if len(part) == 2 and part.isalpha())


def _wish(part: str) -> tuple[str, float]:
    tag, weight = _weighed(part)
    return tag.casefold().partition("-")[0], weight


def _weighed(part: str) -> tuple[str, float]:
    tag, _, weight = part.strip().partition(";")
    if not weight:
        return tag.strip(), 1.0
    try:
        return tag.strip(), float(weight.strip().removeprefix("q="))
    except ValueError:
        return tag.strip(), 0.0


def mid_sentence(label: str) -> str:
    """Return a label as it stands within a sentence.

    Examples
    --------
    >>> mid_sentence("Cramp")
    'cramp'
    >>> mid_sentence("I cannot")
    'I cannot'
    >>> with speaking("de"):
    ...     mid_sentence("Krampf"), mid_sentence("Etwas schwerer")
    ('Krampf', 'etwas schwerer')
    """
    language = spoken_language()
    may_be_noun = language in CAPITAL_NOUNS and not _NO_NOUNS[language].match(f"{label} ")
    stays = may_be_noun or label.startswith("I ")
    return label if stays else label[:1].lower() + label[1:]


def capital(text: str) -> str:
    """Return `text` with a capital first letter and nothing else changed."""
    return text[:1].upper() + text[1:]


def once_per_language(work: Callable[Taken, Given]) -> Callable[Taken, Given]:
    """Remember what `work` returns, for each language, person spoken of and its arguments."""

    @cache
    def remembered(
        language: str, about: tuple[str, ...], *taken: Taken.args, **named: Taken.kwargs
    ) -> Given:
        del language, about
        return work(*taken, **named)

    @wraps(work)
    def answer(*taken: Taken.args, **named: Taken.kwargs) -> Given:
        whom = spoken_about()
        about = (whom.forms, *whom.layers)
        return remembered(spoken_language(), about, *taken, **named)  # type: ignore[arg-type]  # hashable, as for any cache

    return answer


@once_per_language
def locale() -> Locale:
    """Return what CLDR says of the language in force: names, marks, how a list is joined."""
    from babel import Locale

    return Locale.parse(_LOCALES.get(spoken_language(), spoken_language()))
