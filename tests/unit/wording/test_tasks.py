"""A suggestion that rests on the weekly look names the task with the answer that was given."""

from datetime import date
from typing import Any

import pytest

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.triage.answers import Answer
from myolog.wording.tasks import suggestion_in_words, tasks_in_words
from tests import factories as make

SUGGESTS, OTHERWISE = "Your journal suggests:", "In your weekly look this was not as always:"


def suggested(name: str, value: Answer, **look: Any) -> tuple[str, str]:
    entries = (make.tasks(day=date(2026, 3, 9), **look),) if look else ()
    return suggestion_in_words(name, value, Journal(entries, make.ZONE))


@pytest.mark.parametrize(
    ("name", "value", "look", "said"),
    [
        (
            "weakness",
            "felt_only",
            {"answers": {"grip": "harder"}},
            (OTHERWISE, "hold a full cup or carry a bag (a bit harder)"),
        ),
        (
            "weakness",
            "functional",
            {
                "answers": {"grip": "cannot"},
                "since": {"grip": "months"},
                "explained": {"grip": "not_sure"},
            },
            (
                SUGGESTS,
                "Something has become much harder, or no longer works: hold a full cup or carry a"
                " bag (I cannot; for up to a year; not sure whether explained)",
            ),
        ),
        (
            "weakness",
            "functional",
            {"answers": {"grip": "cannot", "stairs": "much_harder"}, "since": {"grip": "weeks"}},
            (
                OTHERWISE,
                "hold a full cup or carry a bag (I cannot; for up to 4 weeks), climb stairs"
                " (much harder)",
            ),
        ),
        (
            "speech_swallow",
            "mild_new",
            {"answers": {"speech": "cannot", "grip": "harder"}},
            (OTHERWISE, "speak clearly (I cannot)"),
        ),
        ("lithium", True, {}, (SUGGESTS, "I take lithium")),
    ],
)
def test_what_the_journal_suggests(
    name: str, value: Answer, look: dict[str, Any], said: tuple[str, str]
) -> None:
    assert suggested(name, value, **look) == said


def test_in_german() -> None:
    with speaking("de"):
        assert suggested("weakness", "felt_only", answers={"grip": "harder"}) == (
            "Bei Ihrem wöchentlichen Blick war das nicht wie immer:",
            "eine volle Tasse halten oder eine Tasche tragen (etwas schwerer)",
        )


def test_a_task_that_a_later_look_left_open_bears_its_own_date() -> None:
    looks = (
        make.tasks(day=date(2026, 3, 2), answers={"stairs": "harder", "jar": "cannot"}),
        make.tasks(day=date(2026, 3, 9), answers={"jar": "cannot", "stairs": "not_sure"}),
    )
    assert tasks_in_words(Journal(looks), "weakness") == (
        "open a jar or a bottle (I cannot), climb stairs (a bit harder; 2 March 2026)"
    )
    assert "2026" not in tasks_in_words(Journal(looks[:1]), "weakness")
