"""A line of words, from which one matcher after the other takes what it understands.

Decides that words which were taken cannot be taken again, and that what is left at the end is for
the note.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from myolog.phrases.result import Doubt, Field, Part
from myolog.phrases.tokens import is_loose
from myolog.phrases.translation import words_of

__all__ = ["Line"]

_CLAUSE: Final = (" , ", " . ", " - ", " ; ")
_TAKEN: Final = "\x00"


class Line:
    """Words of a text, and which of them are taken.

    `rest` is the line in plain form, one space between words, with taken words blanked at the same
    length, so that positions in it stay true.
    """

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        self.tokens = words_of(text, language)
        self.rest = " ".join(token.word for token in self.tokens)
        self._whole = self.rest
        self._starts = []
        at = 0
        for token in self.tokens:
            self._starts.append(at)
            at += len(token.word) + 1
        self.taken: dict[int, Field | None] = {}
        self.kept: set[int] = set()
        self.parts: list[Part] = []
        self.remarks: list[tuple[Field, Doubt]] = []

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first match among the words that are left."""
        return pattern.search(self.rest)

    def each(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Return every match among the words that are left now; those taken meanwhile fall out."""
        for match in pattern.finditer(self.rest):
            if self.is_left(match):
                yield match

    def is_left(self, match: re.Match[str]) -> bool:
        """Tell whether nothing has taken any word of a match since it was found."""
        return self.rest[match.start() : match.end()] == match[0]

    def apart(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Return every match, those that tell of the place before those of something else.

        "Coffee at 10, eyelid at 11": the first time is the coffee's.
        """
        places = {self._clause(at) for index, at in enumerate(self._starts) if self._is_site(index)}

        def elsewhere(match: re.Match[str]) -> tuple[bool, bool]:
            after_suspect = self.field_at(max(match.start() - 2, 0)) == "suspected"
            return after_suspect, self._clause(match.start()) not in places

        return sorted(self.each(pattern), key=elsewhere)

    def _is_site(self, index: int) -> bool:
        return self.taken.get(index) == "site"

    def _clause(self, position: int) -> int:
        return sum(self._whole[:position].count(mark) for mark in _CLAUSE)

    def take(
        self,
        match: re.Match[str],
        field: Field,
        *,
        group: int | str = 0,
        doubt: Doubt | None = None,
        leave: Collection[str] = (),
    ) -> None:
        """Take the words of a match for a field, but for those to `leave`."""
        indices = [
            index
            for index in self._indices(match.start(group), match.end(group))
            if self.tokens[index].word not in leave and index not in self.taken
        ]
        if doubt is None and any(self.tokens[index].corrected for index in indices):
            doubt = "spelling"
        for index in indices:
            self.taken[index] = field
            self._blank(index)
        first, last = self.tokens[indices[0]], self.tokens[indices[-1]]
        self.parts.append(Part(field=field, start=first.start, end=last.end, doubt=doubt))

    def drop(self, match: re.Match[str], *, group: int | str = 0) -> None:
        """Take words that say nothing, such as "right" in "right after"."""
        for index in self._indices(match.start(group), match.end(group)):
            self.taken[index] = None
            self._blank(index)

    def note(self, match: re.Match[str]) -> None:
        """Let words that a field has taken stand in the note as well."""
        self.kept.update(self._indices(match.start(), match.end()))

    def keep(self, match: re.Match[str], *, group: int | str = 0) -> None:
        """Put the words of a match aside for the note; no matcher sees them again."""
        for index in self._indices(match.start(group), match.end(group)):
            if index not in self.taken:
                self.kept.add(index)
                self._blank(index)

    def text_of(self, match: re.Match[str], *, group: int | str = 0) -> str:
        """Return the words of a match as the person wrote them, in small letters."""
        indices = self._indices(match.start(group), match.end(group))
        words = self.text[self.tokens[indices[0]].start : self.tokens[indices[-1]].end]
        return " ".join(words.casefold().split())

    def remark(self, field: Field, doubt: Doubt) -> None:
        """Say why a field deserves a second look, beside what its words say."""
        if (field, doubt) not in self.remarks:
            self.remarks.append((field, doubt))

    def unread(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether words that no field took look as `pattern` does, or are a loose fraction."""
        left = [at for at in range(len(self.tokens)) if at not in self.taken or at in self.kept]
        plain = " ".join(
            self.tokens[at].word if at in left else _TAKEN for at in range(len(self.tokens))
        )
        loose = any(
            is_loose(self.tokens[at], self.text) and self.taken.get(at + 1) != "suspected"
            for at in left
        )
        return loose or pattern.search(plain) is not None

    def said_last(self) -> str:
        """Return the words that were taken last, as the person wrote them."""
        return self.text[self.parts[-1].start : self.parts[-1].end]

    def settle(self, field: Field, *doubts: Doubt) -> None:
        """Drop doubts about the words of a field that other words beside them settle."""
        self.parts = [
            replace(part, doubt=None) if part.field == field and part.doubt in doubts else part
            for part in self.parts
        ]

    def give_back(self, field: Field) -> None:
        """Put what a field had taken aside for the note instead."""
        for index in [index for index, taken in self.taken.items() if taken == field]:
            del self.taken[index]
            self.kept.add(index)
        self.parts = [part for part in self.parts if part.field != field]

    def field_at(self, position: int) -> Field | None:
        """Return the field that took the word at a position of `rest`."""
        at_it = self._indices(position, position + 1)
        return self.taken.get(at_it[0]) if at_it else None

    def fields_in(self, match: re.Match[str]) -> set[Field | None]:
        """Return the fields that took words of a match before; None for words put aside."""
        indices = self._indices(match.start(), match.end())
        gone = [at for at in indices if at in self.taken or at in self.kept]
        return {None if at in self.kept else self.taken[at] for at in gone}

    def is_kept(self, position: int) -> bool:
        """Tell whether the word at a position of `rest` was put aside for the note."""
        return any(index in self.kept for index in self._indices(position, position + 1))

    def before(self, position: int) -> str:
        """Return the words before a position, taken or not."""
        return self._whole[:position]

    def after(self, position: int) -> str:
        """Return the words after a position, taken or not."""
        return self._whole[position:]

    def _indices(self, start: int, end: int) -> list[int]:
        return [
            index
            for index, at in enumerate(self._starts)
            if at < end and at + len(self.tokens[index].word) > start
        ]

    def _blank(self, index: int) -> None:
        at, length = self._starts[index], len(self.tokens[index].word)
        self.rest = f"{self.rest[:at]}{_TAKEN * length}{self.rest[at + length :]}"
