"""The corpus is whole, and as much of it is understood as Myolog promises."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from myolog.journal.entries import ACCOMPANIED, AMOUNTS
from myolog.vocabulary.sites import check_side, site
from tests.corpus.__main__ import main
from tests.corpus.phrases import FIRST, FROZEN, GERMAN, SECOND, TUNING, phrases, sets
from tests.corpus.score import answered, score, wrong_fields


@pytest.mark.parametrize(("name", "half"), sets())
def test_every_phrase_expects_what_an_entry_can_hold(name, half):
    for number, phrase in enumerate(phrases(half, name)):
        told = phrase.expected
        assert told["kind"] in {"episode", "tally", "none_today", None}, number
        assert set(told["accompanied"]) <= set(ACCOMPANIED), number
        assert told["side"] in {None, "left", "right", "both"}, number
        if told["site"]:
            site(told["site"])
            check_side(told["site"], told["side"])
        assert told["intensity"] is None or 0 <= told["intensity"] <= 10, number
        assert told["duration_s"] is None or 1 <= told["duration_s"] <= 86_400, number
        counted = isinstance(told["amount"], int) or told["amount"] in AMOUNTS
        assert counted if told["kind"] == "tally" else told["amount"] is None, number


@pytest.mark.parametrize(("name", "half"), sets())
def test_no_phrase_expects_the_future(name, half):
    for number, phrase in enumerate(phrases(half, name)):
        when = phrase.expected["when"]
        if when is None:
            continue
        if len(when) == len("2026-03-11"):
            assert date.fromisoformat(when) <= phrase.now.date(), number
        else:
            assert datetime.fromisoformat(when) <= phrase.now.replace(tzinfo=None), number


def test_no_phrase_stands_in_both_halves_or_twice():
    texts = [phrase.text.casefold() for name, half in sets() for phrase in phrases(half, name)]
    assert len(texts) == len(set(texts))


def test_each_set_has_a_tuning_and_a_frozen_half():
    assert {name for name, half in sets() if half == TUNING} >= {FIRST, SECOND, GERMAN}
    assert {name for name, half in sets() if half == FROZEN} >= {FIRST, SECOND, GERMAN}


@pytest.mark.parametrize(("name", "least"), [(FIRST, 100), (SECOND, 75), (GERMAN, 100)])
def test_a_frozen_half_is_understood_as_well_as_promised(name, least):
    result = score(phrases(FROZEN, name))
    assert result.n_phrases >= least
    assert {field: share for field, share in result.fields.items() if share < 0.90} == {}
    assert result.whole >= 0.75


@pytest.mark.parametrize(("name", "least"), [(FIRST, 110), (SECOND, 75), (GERMAN, 100)])
def test_a_tuning_half_is_understood(name, least):
    result = score(phrases(TUNING, name))
    assert result.n_phrases >= least
    assert result.whole >= 0.98


def test_a_score_sees_a_wrong_field():
    phrase = phrases(TUNING)[0]
    other = replace(phrase, expected=phrase.expected | {"site": "thigh", "note": "in bed"})
    assert set(wrong_fields(other, answered(other))) == {"site", "note"}
    assert score([phrase, other]).whole == 0.5


def test_no_phrase_of_a_frozen_half_is_ever_printed(capsys):
    assert main(["--wrong"]) == 0
    shown = capsys.readouterr().out
    assert f"{FROZEN}: " in shown
    frozen = [one for name, half in sets() if half == FROZEN for one in phrases(half, name)]
    assert not [phrase for phrase in frozen if phrase.text in shown]
