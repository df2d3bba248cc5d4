"""What the weekly look at daily tasks suggests about weakness."""

from datetime import timedelta

import pytest

from myolog.journal.model import Journal
from myolog.triage.derive import speech_swallow, weakness
from myolog.vocabulary.tasks import TASKS
from tests.factories import tasks

TITLE = "Weakness, suggested by tasks of daily life"
ALL_FINE = dict.fromkeys(TASKS, "fine")
CASES = (
    ("no look at all", {}, None),
    ("all fine today", {0: ALL_FINE}, "none"),
    ("all fine 6 days ago", {6: ALL_FINE}, "none"),
    ("all fine 7 days ago: asked again", {7: ALL_FINE}, None),
    ("fine, but not every task was asked", {0: {"grip": "fine"}}, None),
    ("a bit harder is no failing task", {7: ALL_FINE, 0: ALL_FINE | {"jar": "harder"}}, None),
    ("was fine, now much harder", {7: {"jar": "fine"}, 0: {"jar": "much_harder"}}, "functional"),
    ("was fine, now cannot", {7: {"jar": "fine"}, 0: {"jar": "cannot"}}, "functional"),
    ("cannot in the very first look", {0: {"jar": "cannot"}}, "functional"),
    ("a bit harder in the very first look", {0: {"jar": "harder"}}, None),
    ("never was fine", {7: {"jar": "much_harder"}, 0: {"jar": "cannot"}}, "functional"),
    ("the same for a year", {365: {"jar": "cannot"}, 0: {"jar": "cannot"}}, "functional"),
    (
        "never was fine and got worse 14 days apart",
        {28: {"jar": "harder"}, 14: {"jar": "much_harder"}, 0: {"jar": "cannot"}},
        "progressive",
    ),
    (
        "failed, and is fine again",
        {7: {"jar": "fine"}, 3: {"jar": "cannot"}, 0: {"jar": "fine"}},
        None,
    ),
    (
        "fails in two looks 13 days apart",
        {20: {"jar": "fine"}, 13: {"jar": "cannot"}, 0: {"jar": "cannot"}},
        "functional",
    ),
    (
        "fails in two looks 14 days apart",
        {21: {"jar": "fine"}, 14: {"jar": "cannot"}, 0: {"jar": "cannot"}},
        "progressive",
    ),
    (
        "harder, then failing 14 days later",
        {21: {"jar": "fine"}, 14: {"jar": "harder"}, 0: {"jar": "much_harder"}},
        "progressive",
    ),
    (
        "one task each in two looks 14 days apart",
        {21: ALL_FINE, 14: {"jar": "cannot", "keys": "fine"}, 0: {"jar": "fine", "keys": "cannot"}},
        "functional",
    ),
    (
        "fails long ago and was not asked since",
        {90: {"jar": "fine"}, 60: {"jar": "cannot"}, 0: {"keys": "fine"}},
        "functional",
    ),
    (
        "one task fails, another gets worse",
        {21: ALL_FINE, 14: {"keys": "harder"}, 0: {"jar": "cannot", "keys": "cannot"}},
        "progressive",
    ),
)


@pytest.mark.parametrize(("says", "looks", "expected"), CASES, ids=[case[0] for case in CASES])
def test_weakness(today, says, looks, expected):
    assert weakness(looked(today, looks), today) == expected


def looked(today, looks):
    """Give a journal of weekly looks, each so many days back."""
    return Journal(
        tuple(
            tasks(day=today - timedelta(days=back), answers=answers)
            for back, answers in looks.items()
        )
    )


SPEECH_CASES = (
    ("no look at all", {}, None),
    ("all fine", {0: ALL_FINE}, None),
    ("cannot swallow in the very first look", {0: ALL_FINE | {"swallow": "cannot"}}, "mild_new"),
    ("speaks much harder than last week", {7: ALL_FINE, 0: {"speech": "much_harder"}}, "mild_new"),
    ("a bit harder", {7: ALL_FINE, 0: {"speech": "harder"}}, None),
    ("is fine again", {7: {"swallow": "cannot"}, 0: ALL_FINE}, None),
    ("only the arms fail", {0: ALL_FINE | {"jar": "cannot", "lift": "cannot"}}, None),
)


@pytest.mark.parametrize(
    ("says", "looks", "expected"), SPEECH_CASES, ids=[case[0] for case in SPEECH_CASES]
)
def test_speech_and_swallowing(today, says, looks, expected):
    assert speech_swallow(looked(today, looks)) == expected
