"""Calm by design: no game, no counter, no odds, no false comfort in any string a person can meet.

Every sentence of the catalogue, every article, every template, every script and every help text of
the command line is read. The pages themselves are walked in `tests/web/test_calm_pages.py`.
"""

import re
from collections.abc import Iterator

import click
import pytest

from myolog.cli.main import myolog
from myolog.content.articles import articles
from myolog.content.catalogue import load
from tests.architecture.checkout import SOURCE
from tests.calm import ILLNESSES, faults, is_red_or_green, words_of

WORDS = load()

MAY_NAME_ILLNESSES = re.compile(
    r"^(source|report|demo|country|page\.learn)\.|\.doctor(\.|$)|^input\..*\.(report|doctor)"
)
"""Learn, the doctor's page, and the titles of what was read (DP-7)."""


def commands(group: click.Group, name: str = "myolog") -> Iterator[tuple[str, click.Command]]:
    yield name, group
    for sub, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {sub}")
        else:
            yield f"{name} {sub}", command


def help_texts() -> Iterator[tuple[str, str]]:
    for name, command in commands(myolog):
        for text in (command.help, command.short_help, command.epilog):
            if text:
                yield name, text
        for option in command.params:
            if isinstance(option, click.Option) and option.help:
                yield f"{name} {option.name}", option.help


def shells() -> Iterator[tuple[str, str]]:
    web = SOURCE / "web"
    for path in sorted((*web.rglob("*.html"), *web.glob("static/*.js"))):
        text = path.read_text("utf-8")
        plain = re.sub(r"{[%{].*?[%}]}", " ", text) if path.suffix == ".html" else text
        said = words_of(plain) if path.suffix == ".html" else " ".join(_quoted(plain))
        yield path.name, said


def _quoted(script: str) -> list[str]:
    return ["".join(found) for found in re.findall(r'"([^"\n]* [^"\n]*)"|`([^`]*)`', script)]


def refusals() -> Iterator[tuple[str, str]]:
    """Yield every sentence with which the code refuses something."""
    for path in sorted(SOURCE.rglob("*.py")):
        for text in re.findall(r'(?<!")"([A-Z“][^"\n]{15,}\.)"', path.read_text("utf-8")):
            yield path.name, text


SENTENCES = list(WORDS.sentences())
ARTICLES = [(one.slug, f"{one.title}. {one.summary} {block.text}") for one in articles()
            for block in one.blocks]  # fmt: skip
HELP = list(help_texts())
SHELLS = list(shells())
REFUSALS = list(refusals())


def test_there_is_plenty_to_read() -> None:
    """A walk that finds nothing would pass, too."""
    assert len(SENTENCES) > 1500
    assert len(ARTICLES) > 30
    assert len(HELP) > 100
    assert len(SHELLS) > 45
    assert len(REFUSALS) > 60


@pytest.mark.parametrize("told", [SENTENCES, ARTICLES, HELP, SHELLS, REFUSALS], ids=len)
def test_no_string_plays_counts_predicts_or_soothes(told: list[tuple[str, str]]) -> None:
    found = {key: (bad, text) for key, text in told if (bad := faults(text))}
    assert found == {}


def test_no_sentence_outside_learn_and_report_names_an_illness() -> None:
    found = {
        key: text
        for key, text in SENTENCES
        if not MAY_NAME_ILLNESSES.search(key) and faults(text, ILLNESSES)
    }
    assert found == {}


def test_no_help_text_names_an_illness() -> None:
    assert [(name, text) for name, text in HELP if faults(text, ILLNESSES)] == []


@pytest.mark.parametrize(
    "text",
    [
        "A streak of 5 days.",
        "You earned a badge.",
        "Well done!",
        "You have noted 7 twitches.",
        "{count} twitches today",
        "12 twitches so far",
        "More than yesterday",
        "+12 % this week",
        "A 3 % chance of illness",
        "Your risk is low.",
        "This is probably harmless.",
        "There is nothing to worry about.",
        "You are healthy.",
        "Now test your strength.",
        "Look at your tongue.",
        "Did you twitch just now?",
    ],
)
def test_the_lint_catches(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not test your strength, measure your muscles, or look at your tongue.",
        "Two days in a row with a headache: stay where you are.",
        "Most twitching like this does no harm.",
    ],
)
def test_the_lint_lets_calm_words_pass(text: str) -> None:
    assert not faults(text)


# ---- colours
COLOUR = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
LOUD = re.compile(r"[:\s](red|crimson|tomato|firebrick|orangered|green|lime|limegreen)\b")


def channels(colour: str) -> tuple[int, int, int]:
    full = colour if len(colour) == 6 else "".join(letter * 2 for letter in colour)
    return int(full[:2], 16), int(full[2:4], 16), int(full[4:], 16)


def test_no_colour_of_ours_is_red_or_green() -> None:
    css = (SOURCE / "web/static/myolog.css").read_text("utf-8")
    found = COLOUR.findall(css)
    assert len(set(found)) > 20
    assert [one for one in found if is_red_or_green(*channels(one))] == []
    assert not LOUD.search(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


@pytest.mark.parametrize(
    ("colour", "loud"),
    [("c62828", True), ("f00", True), ("2e7d32", True), ("12566e", False), ("b45f06", False)],
)
def test_red_and_green_are_told_from_petrol_and_ochre(colour: str, loud: bool) -> None:
    assert is_red_or_green(*channels(colour)) is loud


def test_nothing_blinks_or_moves_by_itself() -> None:
    css = (SOURCE / "web/static/myolog.css").read_text("utf-8")
    assert "@keyframes" not in css
    assert "blink" not in css
