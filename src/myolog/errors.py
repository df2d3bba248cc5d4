"""Every error that Myolog raises on purpose, and the exit code it ends with.

Decides which failures are a person's to mend (`UserError`: one clear sentence,
a stable code) and which are ours (`ValueError`, `TypeError`, never caught by a
shell). Too little data is a verdict of an analysis, never an exception.

::

    MyologError                    anything Myolog raises on purpose
    └── UserError                  fit to show; `message`, `code`; exit 2
        ├── InvalidEntry           a journal entry that cannot be true
        │   └── InvalidEpisode     an episode that cannot be true
        ├── Unclear                typed so that it has two readings
        ├── NotAJournal            something else where a journal is needed; a TypeError too
        ├── UnknownSite            no such place on the body
        ├── UnknownExposure        no such candidate trigger
        ├── InvalidAnswer          no such question, or no such answer to it
        ├── UnreadableFile         a file that is not what it should be; exit 3
        │   └── UnsupportedVersion a file of a newer Myolog; exit 3
        ├── NotFound               nothing stored under that name; exit 4
        ├── Conflict               it clashes with what is stored; exit 5
        │   └── AnotherPerson      told of somebody else than the journal is about; exit 5
        ├── Refused                asked for, but not allowed here; exit 6
        └── Unavailable            something the computer lacks; exit 7
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

__all__ = [
    "AnotherPerson",
    "Conflict",
    "InvalidAnswer",
    "InvalidEntry",
    "InvalidEpisode",
    "MyologError",
    "NotAJournal",
    "NotFound",
    "Refused",
    "Unavailable",
    "Unclear",
    "UnknownExposure",
    "UnknownSite",
    "UnreadableFile",
    "UnsupportedVersion",
    "UserError",
]


class MyologError(Exception):
    """Anything Myolog raises on purpose."""


class UserError(MyologError):
    """Something the person can mend, said in one sentence.

    Shells (command line, pages, API) catch this class and nothing wider, and
    show `message`, or the same in the person's language (`myolog.content.problems`).

    Parameters
    ----------
    template
        One sentence in English: what is wrong and what to do about it. Where `values` are
        given, their names stand in it in curly brackets.
    code
        A stable key for programs, in snake_case. Without one, the code of
        the class is used.
    key
        Under which the sentence stands in the text files of other languages. Without one, the
        code; several sentences of one code have a key each. Empty for one that is said as it is.
    values
        What the sentence quotes. A person's text in it is made fit to show: a character
        that would not print becomes U+FFFD.
    """

    exit_code: ClassVar[int] = 2
    """What the command line exits with."""

    default_code: ClassVar[str] = "user_error"
    """The code of an error that names no other."""

    def __init__(
        self, template: str, *, code: str | None = None, key: str | None = None, **values: object
    ) -> None:
        self.template = template
        self.values = values
        self.message = self.filled(template, values)
        super().__init__(self.message)
        self.code = code if code is not None else self.default_code
        self.key = key if key is not None else self.code

    @staticmethod
    def filled(template: str, values: Mapping[str, object]) -> str:
        """Return a sentence with its values, fit to show; several names stand in a row."""
        if not values:
            return _fit_to_show(template)
        shown = {
            name: ", ".join(value) if isinstance(value, tuple) else value
            for name, value in values.items()
        }
        return _fit_to_show(template.format(**shown))


def _fit_to_show(message: str) -> str:
    return "".join(
        " " if letter.isspace() else letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for letter in message
    )


class InvalidEntry(UserError):
    """A journal entry that cannot be true, such as one in the future."""

    default_code = "invalid_entry"


class InvalidEpisode(InvalidEntry):
    """An episode that cannot be true, such as one lasting minus three seconds."""

    default_code = "invalid_episode"


class NotAJournal(UserError, TypeError):
    """Something else, such as a table, given where a journal or its entries are needed."""

    default_code = "not_a_journal_given"


class Unclear(UserError):
    """What was typed has two readings; `first` and `second` are what can be typed instead."""

    default_code = "unclear"

    @property
    def readings(self) -> tuple[str, str]:
        """Return two ways to type it that have one reading each."""
        return str(self.values["first"]), str(self.values["second"])


class UnknownSite(UserError):
    """No place on the body has this code."""

    default_code = "unknown_site"


class UnknownExposure(UserError):
    """No candidate trigger has this code."""

    default_code = "unknown_exposure"


class InvalidAnswer(UserError):
    """No question has this name, or this is not one of its answers."""

    default_code = "invalid_answer"


class UnreadableFile(UserError):
    """A file that is missing, cut short or not what it should be."""

    exit_code = 3
    default_code = "unreadable_file"


class UnsupportedVersion(UnreadableFile):
    """A file written by a newer Myolog than this one."""

    default_code = "unsupported_version"


class NotFound(UserError):
    """Nothing is stored under that name."""

    exit_code = 4
    default_code = "not_found"


class Conflict(UserError):
    """What was asked clashes with what is stored."""

    exit_code = 5
    default_code = "conflict"


class AnotherPerson(Conflict):
    """What is told would make a journal that is about one person be about another."""

    default_code = "another_person"


class Refused(UserError):
    """Myolog will not do this here, for safety or privacy."""

    exit_code = 6
    default_code = "refused"


class Unavailable(UserError):
    """The computer lacks something needed, such as a free port or a program."""

    exit_code = 7
    default_code = "unavailable"
