"""What is wrong, in the language in force.

Decides where the sentence of a `UserError` is found: the English one is written where the error is
raised, so that a program that catches it can print it; another language has it in the catalogue
under ``[error]``, by the English sentence. A sentence that is missing there is said in English.
"""

from __future__ import annotations

from collections.abc import Mapping

from myolog.content.catalogue import load
from myolog.content.languages import once_per_language
from myolog.content.names import exposure_name, fact_name, site_name
from myolog.errors import UserError
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import PROFILE
from myolog.vocabulary.sites import SITES

__all__ = ["problem_in_words"]


def problem_in_words(error: UserError) -> str:
    """Say what is wrong and what to do, with the names it quotes.

    Examples
    --------
    >>> from myolog.content.languages import speaking
    >>> from myolog.errors import NotFound
    >>> gone = NotFound("There is no such result.")
    >>> problem_in_words(gone)
    'There is no such result.'
    >>> with speaking("de"):
    ...     problem_in_words(gone)
    'Dieses Ergebnis gibt es nicht.'
    """
    known = _sentences().get(error.template)
    if known is None:
        return error.message
    names = _names()
    values = {name: _renamed(value, names) for name, value in error.values.items()}
    return error.filled(known, values)


def _renamed(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        return tuple(names.get(part, part) for part in value)
    return names.get(str(value), value)


def _sentences() -> dict[str, str]:
    words = load()
    return words.labels("error") if "error" in words else {}


@once_per_language
def _names() -> dict[str, str]:
    """Return what is called how, by its English name."""
    words = load()
    return {
        **{one.name: exposure_name(code) for code, one in EXPOSURES.items()},
        **{f"{code} ({one.name})": exposure_name(code) for code, one in EXPOSURES.items()},
        **{one.name: site_name(code) for code, one in SITES.items()},
        **{one.name: fact_name(code) for code, one in PROFILE.items()},
        **{
            english: name
            for table in ("name.unit", "error_name")
            if table in words
            for english, name in words.labels(table).items()
        },
    }
