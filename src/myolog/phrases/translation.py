"""From the words of a language to those of the grammar.

Decides that the longest phrase wins, that a word may be made of two ("Wadenzucken"), and that a
word which stands in no table is the grammar's in no case: it is for the note. A number of several
words becomes one, in digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from myolog.phrases.number_words import number_at, number_in
from myolog.phrases.spelling import corrected
from myolog.phrases.tokens import Token, tokens_of
from myolog.phrases.tongues import Tongue, folded, tongue_of

__all__ = ["words_of"]

_FOREIGN: Final = "\u02b9"
"""Letter before a word that stands in no table; no word of the grammar begins with it."""


def words_of(text: str, language: str) -> tuple[Token, ...]:
    """Return the words of a text as those of the grammar.

    Parameters
    ----------
    language
        Code of the language it is written in, one of `LANGUAGES`.
    """
    tongue = tongue_of(language)
    tokens = _counted(tokens_of(text, folded), tongue)
    if tongue.phrases:
        return tuple(_translated(tokens, tongue, text))
    return tuple(_spelled(token) for token in tokens)


def _spelled(token: Token) -> Token:
    if not token.word[0].isalpha():
        return token
    word = corrected(token.word)
    return replace(token, word=word, corrected=word != token.word)


def _counted(tokens: Sequence[Token], tongue: Tongue) -> list[Token]:
    """Put the words of a number together."""
    words = [token.word for token in tokens]
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end, number = _number(words, at, tongue)
        if number is None:
            found.append(tokens[at])
        else:
            found.append(
                Token(word=f"{number:.10g}", start=tokens[at].start, end=tokens[end - 1].end)
            )
        at = end
    return found


def _number(words: Sequence[str], at: int, tongue: Tongue) -> tuple[int, float | None]:
    read = number_at(words, at, tongue.numbers)
    if read is not None and not (read[1] == at + 1 and words[at] in tongue.numbers.alone):
        return read[1], read[0]
    if tongue.numbers.units_first and words[at] not in tongue.numbers.alone:
        return at + 1, number_in(words[at], tongue.numbers)
    return at + 1, None


def _translated(tokens: Sequence[Token], tongue: Tongue, text: str) -> Iterator[Token]:
    """Yield the words of the grammar, each where the words it stands for stand in the text."""
    words = [token.word for token in tokens]
    at = 0
    while at < len(tokens):
        length = _phrase_length(words, at, tongue)
        if length:
            yield from _spread(
                tokens[at : at + length], tongue.phrases[(*words[at : at + length],)]
            )
            at += length
        else:
            yield from _single(tokens[at], tongue, text)
            at += 1


def _phrase_length(words: Sequence[str], at: int, tongue: Tongue) -> int:
    for length in range(tongue.longest.get(words[at], 0), 0, -1):
        if (*words[at : at + length],) in tongue.phrases:
            return length
    return 0


def _spread(tokens: Sequence[Token], meant: Sequence[str]) -> Iterator[Token]:
    """Yield words of the grammar: word by word where they are as many, else over all of them."""
    fixed = any(token.corrected for token in tokens)
    if len(tokens) == len(meant):
        for token, word in zip(tokens, meant, strict=True):
            yield replace(token, word=word)
        return
    for word in meant:
        yield Token(word=word, start=tokens[0].start, end=tokens[-1].end, corrected=fixed)


def _single(token: Token, tongue: Tongue, text: str) -> Iterator[Token]:
    if not token.word[0].isalpha():
        yield token
        return
    for length in range(3, len(token.word) - 2):
        head, tail = token.word[:length], token.word[length:]
        if tail in tongue.tails and (meant := _head(head, tongue)):
            yield from _parted(token, head, meant, tongue.tails[tail], text)
            return
    known = corrected(token.word, tongue.code)
    if known != token.word and (known,) in tongue.phrases:
        yield from _spread([replace(token, corrected=True)], tongue.phrases[(known,)])
    else:
        yield replace(token, word=f"{_FOREIGN}{token.word}")


def _head(head: str, tongue: Tongue) -> tuple[str, ...] | None:
    number = number_in(head, tongue.numbers)
    return tongue.phrases.get((head,)) if number is None else (f"{number:.10g}",)


def _parted(
    token: Token, head: str, meant: Sequence[str], tail: Sequence[str], text: str
) -> Iterator[Token]:
    middle = next(
        at for at in range(token.start + 1, token.end) if folded(text[token.start : at]) == head
    )
    first = replace(token, end=middle)
    second = replace(token, start=middle)
    yield from _spread([first], meant)
    yield from _spread([second], tail)
