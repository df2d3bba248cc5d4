"""What a visit tells of the two questions that lower a result, until the check asks them again."""

from datetime import UTC, datetime, time, timedelta

import pytest

from myolog.journal.model import Journal
from myolog.triage.assessment import assess_standing
from myolog.triage.check import SCREENS
from myolog.triage.conversation import Conversation
from tests.factories import answers, examination, tasks

TITLE = "Examined and explained, as told after a visit"
WEAK = {"age_years": 40, "weakness": "functional", "sensory": "none"}
SPREAD = {"age_years": 40, "site_scope": "spread", "run_days": 30}


def checked(today, back, given):
    at = datetime.combine(today - timedelta(days=back), time(12), UTC)
    return answers(given, at=at, zone="UTC")


def seen(today, back, **over):
    told = {"what": "visit", "by": "neurologist", "result": "explained", "signs": ("weakness",)}
    return examination(**{"day": today - timedelta(days=back)} | told | over)


EXPLAINED = (
    ("seen and explained after the check", (8, WEAK), (5, {}), None, ("weakness",), "ROUTINE"),
    ("seen on the day of the check", (5, WEAK), (5, {}), None, (), "SOON"),
    ("seen before the check", (5, WEAK), (6, {}), None, (), "SOON"),
    ("explained a year and a day ago", (400, WEAK), (366, {}), None, (), "SOON"),
    ("nothing was found: no explanation", (8, WEAK), (5, {"result": "normal"}), None, (), "SOON"),
    ("not clear yet", (8, WEAK), (5, {"result": "pending"}), None, (), "SOON"),
    ("another sign was explained", (8, WEAK), (5, {"signs": ("sensory",)}), None, None, "SOON"),
    ("a sign of another version", (8, WEAK), (5, {"signs": ("humming",)}), None, (), "SOON"),
    ("speech cannot be explained", (8, {"speech_swallow": "mild_new"}),
     (5, {"signs": ("speech_swallow",)}), None, (), "URGENT"),
    ("graver since", (8, WEAK), (5, {}), (2, {"weakness": "progressive"}), (), "URGENT"),
    ("more than an explanation covers", (8, {"weakness": "rapid"}), (5, {}), None, ("weakness",),
     "SAME_DAY"),
    ("not sure before", (8, {"weakness": "not_sure"}), (5, {}), None, (), "SOON"),
    ("not sure since", (8, WEAK), (5, {}), (2, {"weakness": "not_sure"}), (), "SOON"),
    ("the next check says no", (8, WEAK), (5, {}), (2, {"explained_unchanged": ()}), (), "SOON"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("says", "first", "visit", "second", "explained", "urgency"),
    EXPLAINED,
    ids=[case[0] for case in EXPLAINED],
)
def test_what_is_explained_at_a_visit(today, says, first, visit, second, explained, urgency):
    entries = [checked(today, *first), seen(today, visit[0], **visit[1])]
    entries += [] if second is None else [checked(today, *second)]
    found = assess_standing(Journal(tuple(entries)), today=today)
    assert found.urgency.name == urgency
    if explained is not None:
        assert found.inputs.get("explained_unchanged", ()) == explained


def test_a_visit_adds_to_what_the_check_was_told(today):
    told = {**WEAK, "wasting": "yes", "explained_unchanged": ("wasting",)}
    journal = Journal((checked(today, 8, told), seen(today, 5)))
    found = assess_standing(journal, today=today)
    assert found.inputs["explained_unchanged"] == ("weakness", "wasting")
    assert found.urgency.name == "ROUTINE"


def test_a_task_that_fails_after_the_visit_is_not_explained_by_it(today):
    weak = {"age_years": 40, "weakness": "felt_only"}
    failed = tasks(day=today, answers={"jar": "cannot"})
    journal = Journal((checked(today, 8, weak), seen(today, 5), failed))
    assert assess_standing(journal, today=today).urgency.name == "SOON"


NORMAL = {"result": "normal", "signs": (), "tests": ("examination",)}
EXAMINED = (
    ("strength and reflexes, nothing wrong", None, NORMAL, True),
    ("only a blood test", None, NORMAL | {"tests": ("bloods",)}, None),
    ("looked at, not clear yet", None, NORMAL | {"result": "pending"}, None),
    ("something was found", None, NORMAL | {"result": "abnormal"}, False),
    ("the check said no before", {"assessed_normal": False}, NORMAL, True),
    ("found something later", {"assessed_normal": True}, {"result": "abnormal"}, False),
)  # fmt: skip


@pytest.mark.parametrize(
    ("says", "told", "visit", "expected"), EXAMINED, ids=[case[0] for case in EXAMINED]
)
def test_what_counts_as_examined_and_normal(today, says, told, visit, expected):
    journal = Journal((checked(today, 8, SPREAD | (told or {})), seen(today, 5, **visit)))
    found = assess_standing(journal, today=today)
    assert found.inputs.get("assessed_normal") is expected
    assert found.urgency.name == "SOON"


def test_only_the_persons_own_word_that_nothing_is_new_lowers_the_result(today):
    visit = seen(today, 5, **NORMAL)
    journal = Journal((checked(today, 8, SPREAD), visit))
    assert assess_standing(journal, today=today).urgency.name == "SOON"
    answered = checked(today, 2, {"assessed_normal": True, "changed_since_assessment": False})
    assert assess_standing(journal.with_entries((answered,)), today=today).urgency.name == "ROUTINE"
    earlier = SPREAD | {"assessed_normal": False, "changed_since_assessment": False}
    asked_before = Journal((checked(today, 8, earlier), visit))
    assert assess_standing(asked_before, today=today).urgency.name == "SOON"


def test_the_next_check_shows_the_examination_and_leaves_what_is_new_open(today):
    (life,) = (screen for screen in SCREENS if screen.code == "life")
    known = Conversation(journal=Journal((seen(today, 5, **NORMAL),)), today=today).known(life)
    assert known["assessed_normal"] is True
    assert "changed_since_assessment" not in known
    assert "explained_unchanged" not in known
