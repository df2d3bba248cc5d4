"""What the weekly look at daily tasks suggests about weakness."""

from datetime import timedelta

import pytest

from myolog.journal.daily_tasks import tasks_to_ask
from myolog.journal.entries import TaskCheck
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
    ("all fine, but one not sure", {0: ALL_FINE | {"jar": "not_sure"}}, None),
    ("fine yesterday, now one not sure", {1: ALL_FINE, 0: {"jar": "not_sure"}}, None),
    (
        "not sure takes no failed task back",
        {7: {"jar": "cannot"}, 0: ALL_FINE | {"jar": "not_sure"}},
        "functional",
    ),
    (
        "not sure between two looks 14 days apart",
        {28: {"jar": "fine"}, 14: {"jar": "cannot"}, 7: {"jar": "not_sure"}, 0: {"jar": "cannot"}},
        "progressive",
    ),
    ("a bit harder still works", {7: ALL_FINE, 0: ALL_FINE | {"jar": "harder"}}, "felt_only"),
    ("was fine, now much harder", {7: {"jar": "fine"}, 0: {"jar": "much_harder"}}, "functional"),
    ("was fine, now cannot", {7: {"jar": "fine"}, 0: {"jar": "cannot"}}, "functional"),
    ("cannot in the very first look", {0: {"jar": "cannot"}}, "functional"),
    ("a bit harder in the very first look", {0: {"jar": "harder"}}, "felt_only"),
    ("one is harder, another fails", {0: {"jar": "harder", "keys": "cannot"}}, "functional"),
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


TOLD_CASES = (
    ("for years, explained", {0: "cannot/years/yes"}, None, False),
    ("for months, explained", {0: "much_harder/months/yes"}, None, False),
    ("harder for years, explained", {0: "harder/years/yes"}, None, False),
    ("explained, but within four weeks", {0: "cannot/weeks/yes"}, "functional", False),
    ("explained, nobody knows since when", {0: "cannot/not_sure/yes"}, "functional", False),
    ("for years, not explained", {0: "cannot/years/no"}, "functional", False),
    ("for years, not sure whether explained", {0: "cannot/years/not_sure"}, "functional", False),
    ("explained, not told since when", {0: "cannot/-/yes"}, "functional", True),
    ("for years, not told whether explained", {0: "cannot/years/-"}, "functional", True),
    ("nothing told", {0: "harder/-/-"}, "felt_only", True),
    ("told a week ago and as hard today", {7: "cannot/years/yes", 0: "cannot/-/-"}, None, False),
    ("told when it was harder", {7: "cannot/years/yes", 0: "harder/-/-"}, None, False),
    ("harder than when explained", {7: "harder/years/yes", 0: "cannot/-/-"}, "functional", True),
    ("explained later", {7: "cannot/years/no", 0: "cannot/-/yes"}, None, False),
    ("taken back later", {7: "cannot/years/yes", 0: "cannot/-/no"}, "functional", False),
    ("was fine in between", {7: "fine/-/-", 0: "cannot/years/yes"}, "functional", False),
    ("was fine before: new, and not asked", {7: "fine/-/-", 0: "cannot/-/-"}, "functional", False),
)


@pytest.mark.parametrize(
    ("says", "looks", "expected", "asked"), TOLD_CASES, ids=[case[0] for case in TOLD_CASES]
)
def test_what_is_long_known_and_explained_is_no_new_sign(today, says, looks, expected, asked):
    journal = Journal(tuple(told(today, back, text) for back, text in looks.items()))
    assert weakness(journal, today) == expected
    assert tasks_to_ask(journal, journal.of(TaskCheck)[-1]) == (("jar",) if asked else ())


def told(today, back, text, task="jar"):
    """Give one look: an answer, since when, and whether it is explained; "-" for nothing."""
    answer, since, explained = text.split("/")
    return tasks(
        day=today - timedelta(days=back),
        answers={task: answer},
        since={} if since == "-" else {task: since},
        explained={} if explained == "-" else {task: explained},
    )


@pytest.mark.parametrize("task", ["speech", "swallow"])
def test_an_explanation_never_covers_speech_or_swallowing(today, task):
    journal = Journal((told(today, 0, "harder/years/yes", task),))
    assert speech_swallow(journal) == "mild_new"
    assert weakness(journal, today) == "felt_only"


SPEECH_CASES = (
    ("no look at all", {}, None),
    ("all fine", {0: ALL_FINE}, None),
    ("cannot swallow in the very first look", {0: ALL_FINE | {"swallow": "cannot"}}, "mild_new"),
    ("speaks much harder than last week", {7: ALL_FINE, 0: {"speech": "much_harder"}}, "mild_new"),
    ("a bit harder", {7: ALL_FINE, 0: {"speech": "harder"}}, "mild_new"),
    ("a bit harder in the very first look", {0: {"swallow": "harder"}}, "mild_new"),
    ("is fine again", {7: {"swallow": "cannot"}, 0: ALL_FINE}, None),
    ("only the arms fail", {0: ALL_FINE | {"jar": "cannot", "lift": "cannot"}}, None),
)


@pytest.mark.parametrize(
    ("says", "looks", "expected"), SPEECH_CASES, ids=[case[0] for case in SPEECH_CASES]
)
def test_speech_and_swallowing(today, says, looks, expected):
    assert speech_swallow(looked(today, looks)) == expected
