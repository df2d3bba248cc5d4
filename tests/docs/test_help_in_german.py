"""Every text in the help of every command has its German words in `content/help/de.toml`."""

import inspect
from collections.abc import Iterator

import click

from myolog.cli.main import myolog
from myolog.cli.spoken_help import help_words

OF_CLICK = {
    "Usage:", "Options", "Commands", "Show this message and exit.", "[required]",
    "three minutes of questions", "note one twitch", "look back on today",
}  # fmt: skip


def commands(one: click.Command) -> Iterator[click.Command]:
    yield one
    if isinstance(one, click.Group):
        for below in one.commands.values():
            yield from commands(below)


def texts() -> Iterator[str]:
    for one in commands(myolog):
        yield from inspect.cleandoc(one.help or "").split("\n\n")
        yield one.short_help or ""
        yield from (way.help or "" for way in one.params if isinstance(way, click.Option))
        for end in (one.epilog or "").split("\n\n"):
            yield end.split("\n")[1] if end.startswith("\b") else end


def test_every_text_of_every_command_has_german_words_and_none_is_left_over() -> None:
    asked = {" ".join(text.split()) for text in texts()} - {""}
    known = help_words("de")
    assert sorted(asked - known.keys()) == []
    assert sorted(known.keys() - asked - OF_CLICK) == []
    for english, german in known.items():
        assert german.strip() == german, english
        assert english.endswith(".") == german.endswith("."), english
