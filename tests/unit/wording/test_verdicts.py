"""The verdict in words."""

import pytest

from myolog.programme.verdict import CODES, Verdict
from myolog.wording.verdicts import change_name, verdict_words

NUMBERS = {"rate_ratio": 0.47, "low": 0.31, "high": 0.68, "level": 0.9}


def verdict(code, **over):
    given = {"code": code, "look": 28, "n_before": 13, "n_after": 12, "low_quality": False}
    return Verdict(**given | {"events_before": 60.0, "events_after": 30.0} | over)


def test_a_fall_is_said_with_its_range_and_the_days_behind_it():
    said = verdict_words(verdict("SIGNIFICANT", **NUMBERS))
    assert (said.headline, said.title) == ("Likely better", "Likely better")
    ratio, days = said.numbers
    assert "about half as many twitches" in ratio
    assert "between 0.3 and 0.7 times as many" in ratio
    assert "13 days before" in days
    assert "12 days from day 15" in days


@pytest.mark.parametrize("code", CODES)
def test_every_verdict_is_said_and_none_says_why(code):
    said = verdict_words(verdict(code, **NUMBERS))
    assert said.title
    assert said.text
    assert "a fair test" in said.notes[-1]


def test_the_first_look_and_free_notes_are_named():
    said = verdict_words(verdict("SOME", look=21, low_quality=True, **NUMBERS))
    assert len(said.notes) == 3
    assert "when you felt them" in said.notes[0]
    assert "day 28" in said.notes[1]
    assert "what you noted" in said.numbers[1]


def test_not_clear_after_four_weeks_asks_for_a_visit_and_not_before():
    visit = "a normal visit"
    assert visit in verdict_words(verdict("UNCERTAIN", **NUMBERS)).text
    assert visit not in verdict_words(verdict("UNCERTAIN", look=21, **NUMBERS)).text
    assert visit in verdict_words(verdict("INSUFFICIENT")).text
    assert visit not in verdict_words(verdict("INSUFFICIENT", look=21)).text


def test_too_few_days_say_how_many_it_takes():
    assert "7 days before you began and on 10 days" in verdict_words(verdict("INSUFFICIENT")).text
    assert "on 6 days" in verdict_words(verdict("INSUFFICIENT", look=21)).text
    early = verdict_words(verdict("INSUFFICIENT", look=None))
    assert "day 21 and at day 28" in early.text
    assert (early.numbers, early.notes) == ((), ())


@pytest.mark.parametrize(
    ("ratio", "said"),
    [
        (0.01, "less than a tenth as many"),
        (0.1, "about a tenth as many"),
        (0.25, "about a quarter as many"),
        (0.33, "about a third as many"),
        (0.5, "about half as many"),
        (0.66, "about two thirds as many"),
        (0.75, "about three quarters as many"),
        (1.0, "about as many"),
        (1.5, "about 1.5 times as many"),
        (12.4, "about 12 times as many"),
    ],
)
def test_a_ratio_has_a_name(ratio, said):
    assert change_name(ratio) == said


@pytest.mark.parametrize(
    ("high", "said"),
    [(0.004, "0.01"), (0.96, "0.96"), (0.04, "0.04"), (1.26, "1.3"), (2.0, "2"), (31.4, "31")],
)
def test_a_limit_is_not_rounded_to_no_change_or_none(high, said):
    ratio = verdict_words(verdict("SOME", **NUMBERS | {"low": 0.02, "high": high})).numbers[0]
    assert f"between 0.02 and {said} times" in ratio
