"""The corpus is whole: every phrase has a form that an entry can have."""

from datetime import date, datetime

import pytest

from myolog.journal.entries import ACCOMPANIED, AMOUNTS
from myolog.vocabulary.sites import check_side, site
from tests.corpus.phrases import FROZEN, TUNING, halves, phrases


@pytest.mark.parametrize("half", halves())
def test_every_phrase_expects_what_an_entry_can_hold(half):
    for number, phrase in enumerate(phrases(half)):
        told = phrase.expected
        assert told["kind"] in {"episode", "tally", "none_today"}, number
        assert set(told["accompanied"]) <= set(ACCOMPANIED), number
        assert told["side"] in {None, "left", "right", "both"}, number
        if told["site"]:
            site(told["site"])
            check_side(told["site"], told["side"])
        assert told["intensity"] is None or 0 <= told["intensity"] <= 10, number
        assert told["duration_s"] is None or 1 <= told["duration_s"] <= 86_400, number
        counted = isinstance(told["amount"], int) or told["amount"] in AMOUNTS
        assert counted if told["kind"] == "tally" else told["amount"] is None, number


@pytest.mark.parametrize("half", halves())
def test_no_phrase_expects_the_future(half):
    for number, phrase in enumerate(phrases(half)):
        when = phrase.expected["when"]
        if when is None:
            continue
        if len(when) == len("2026-03-11"):
            assert date.fromisoformat(when) <= phrase.now.date(), number
        else:
            assert datetime.fromisoformat(when) <= phrase.now.replace(tzinfo=None), number


def test_no_phrase_stands_in_both_halves_or_twice():
    texts = [phrase.text.casefold() for half in halves() for phrase in phrases(half)]
    assert len(texts) == len(set(texts))


def test_the_halves_are_named_tuning_and_frozen():
    assert set(halves()) <= {TUNING, FROZEN}
