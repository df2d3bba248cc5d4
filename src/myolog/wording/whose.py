"""Who the check is for, in words: the choices, and the line above the first question."""

from myolog.content.about import spoken_about
from myolog.content.catalogue import load
from myolog.journal.subject import Subject
from myolog.vocabulary.profile import ANSWERED_BY

__all__ = ["choices", "told_in_words", "whom_you_means", "whose_in_words"]


def choices() -> dict[str, str]:
    """Return who it can be for, by the code of who answers."""
    return {code: load().text(f"page.whose.{code}") for code in ANSWERED_BY}


def told_in_words(subject: Subject) -> str:
    """Return who it is for, as it was chosen, and the age where it is known.

    Examples
    --------
    >>> told_in_words(Subject(answered_by="parent", age_years=6))
    'My child, 6'
    """
    who = choices()[subject.answered_by]
    age = subject.age_years
    return who if age is None else f"{who}, {age}"


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


def whom_you_means() -> str:
    """Return whom "you" means on a page that speaks to the person; "" where they read it.

    Examples
    --------
    >>> from myolog.content.about import speaking_about
    >>> with speaking_about(Subject(answered_by="parent", age_years=6)):
    ...     whom_you_means()
    'On this page, “you” is your child.'
    """
    return load().text("page.whose.you") if spoken_about().is_other else ""
