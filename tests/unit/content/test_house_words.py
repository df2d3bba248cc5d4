"""Kinds of wording that were found once and must not come back: plurals, calques, typography."""

import re
from pathlib import Path

import pytest

from myolog import content
from myolog.content.catalogue import load

FOLDER = Path(content.__file__).parent

NUMBER = r"\{(?:all|count|days|done|n|n_\w+|number|rate)\} "
PLURAL = {
    "en": re.compile(
        f"{NUMBER}(?:days|questions|twitches|times|entries|weeks|seconds|minutes|hours|places"
        r"|months|years|points)\b"
    ),
    "de": re.compile(
        f"{NUMBER}(?:Tagen?|Fragen|Zuckungen|Einträge|Wochen|Jahren?|Sekunden|Minuten|Stunden"
        r"|Stellen|Monaten?|Punkte)\b"
    ),
}
NEVER_ONE = {
    "derived.run_days",  # from four days on
    "finding.how.days",  # from two weeks on, like every finding
    "finding.how.later",  # one day has a sentence of its own
    "finding.lead",
    "finding.no_sign_line",
    "page.patterns.early_days",  # so has one day
    "page.patterns.early_enough",
    "page.programme.can_compare",
    "pattern.hours.cannot_tell",  # from three weeks on
    "pattern.hours.even",
    "pattern.places.line",  # of all days
    "result.many_checks.text",  # from four on
    "chart.body_map.many",  # above what a sentence can list
    "pattern.lengths.minutes",  # from one and a half on
    "chart.body_map.noted",  # of four weeks
    "chart.weeks.noted",  # of these days
    "error.incomplete_questionnaire",  # two or seven
    "error.invalid_start",
    "finding.ratio",  # never 1 exactly
    "page.journal.experiment",  # no trial of one day
    "report.flags.run_days",  # from two weeks on
    "verdict.INSUFFICIENT.text",  # from four days on
    "verdict.counts_bouts",
    "verdict.counts_looks",
    "others.verdict.INSUFFICIENT.text",
    "others.verdict.counts_bouts",
    "others.verdict.counts_looks",
    "error.too_few_caffeine_days",  # of the seven
}
"""Sentences whose number is never one."""

CALQUES = {
    "de": ("Praxis für Nerven", "Es braucht", "einen Blick machen", "Ungeschick ", "verpasst",
           "Befund über", "Recherche am Schreibtisch", "abgezeichnet", "0-10",
           " x Anstrengung"),
    "en": ("cannot be told", "it gets more", "nerves of movement", "firm sign", "calming tablets",
           "pressed nerve", "nerve is pressed", "heart signs", "I was told", "It is safe",
           "middle day"),
}  # fmt: skip
ARTICLES = {
    "de": ("Ungeschick,", "Kürzungen", "weicher Punkt", "Messung der Nervenleitung", "Notizen"),
    "en": ("soft point", "named by many", "habits are safe and"),
}
HAS_TWO = ("_other", ".text_us")


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_number_stands_before_a_plural_that_it_may_not_fit(language: str) -> None:
    found = {
        key: text
        for key, text in load(language).sentences()
        if PLURAL[language].search(text) and not key.endswith(HAS_TWO)
    }
    assert {key for key in found if key not in NEVER_ONE} == set()


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_word_of_the_house_comes_back(language: str) -> None:
    found = [
        (key, calque)
        for key, text in load(language).sentences()
        for calque in CALQUES[language]
        if calque in text
    ]
    assert found == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_word_of_the_house_comes_back_in_an_article(language: str) -> None:
    pages = sorted((FOLDER / "articles" / language).glob("*.md"))
    assert len(pages) == 20
    found = [
        (page.stem, calque)
        for page in pages
        for calque in (*CALQUES[language], *ARTICLES[language])
        if calque in page.read_text(encoding="utf-8")
    ]
    assert found == []


def test_a_german_clock_ends_with_its_word() -> None:
    clock = re.compile(r"(?:\d\d|\}):00(?! Uhr)")
    found = [key for key, text in load("de").sentences() if clock.search(text)]
    assert [key for key in found if not key.startswith("error.")] == []
