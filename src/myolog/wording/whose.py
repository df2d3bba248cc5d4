"""Who the check is for, in words: the choices, and the line above the first question."""

from myolog.content.catalogue import load
from myolog.journal.subject import Subject
from myolog.vocabulary.profile import ANSWERED_BY

__all__ = ["choices", "whose_in_words"]


def choices() -> dict[str, str]:
    """Return who it can be for, by the code of who answers."""
    return {code: load().text(f"page.whose.{code}") for code in ANSWERED_BY}


def whose_in_words(subject: Subject) -> str:
    """Return about whom it is, with the age of somebody else where it is known.

    Examples
    --------
    >>> whose_in_words(Subject(answered_by="self", age_years=40))
    'About you'
    """
    about = load().text("page.whose.about")
    if not subject.is_other or subject.age_years is None:
        return about
    return f"{about}, {subject.age_years}"
