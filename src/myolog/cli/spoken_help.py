"""The help of commands in the language of the reader.

Decides that the words of a command stand beside it in English, and that another language has them
in `content/help`, looked up by the English text when help is shown, and only then. Names of
commands, options and values stay as they are typed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import click

from myolog.content.languages import spoken_language

__all__ = ["SpokenHelp", "help_words"]

_GAP = re.compile(r"( {2,})")
_CUT = "..."


class SpokenHelp(click.HelpFormatter):
    """Writes help as Click does, with each text in the language in force."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that says how a command is called."""
        super().write_usage(prog, args, prefix or f"{_said('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(_said(heading))

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        super().write_text("\n\n".join(map(_paragraph, text.split("\n\n"))))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write a list of options or commands."""
        said = [(name, "".join(map(_said, _GAP.split(text)))) for name, text in rows]
        super().write_dl(said, col_max, col_spacing)


def help_words(language: str) -> Mapping[str, str]:
    """Return each English text of the help in a language; nothing for one that has none."""
    return {} if language == "en" else _read(language)


@cache
def _read(language: str) -> Mapping[str, str]:
    file = files("myolog.content") / "help" / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _paragraph(text: str) -> str:
    """Say one paragraph; of one that is kept as it is, each line and what is beside a command."""
    if not text.startswith("\b"):
        return _said(text)
    return "\n".join("".join(map(_said, _GAP.split(line))) for line in text.split("\n"))


def _said(text: str) -> str:
    """Say a text, or its first sentence where a list shows no more."""
    words = help_words(spoken_language())
    plain = " ".join(text.split())
    if not words or not plain:
        return text
    if plain in words:
        return words[plain]
    begun = plain.removesuffix(_CUT).rstrip()
    if not plain.endswith((".", _CUT)):
        return text
    whole = next((english for english in words if english.startswith(begun)), None)
    return text if whole is None else words[whole].partition(". ")[0].rstrip(".") + "."
