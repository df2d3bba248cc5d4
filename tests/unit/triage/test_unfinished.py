"""A check that was stopped before its end is not told as a whole one."""

from datetime import UTC, date, datetime

from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.triage.answers import INPUTS
from myolog.triage.unfinished import stopped_early

DAY = date(2026, 3, 11)
WHOLE = {
    name: question.default
    for name, question in INPUTS.items()
    if not question.mitigating and "asked" in question.origin
} | {"age_years": 40, "run_days": 3, "assessed_normal": False, "explained_unchanged": ()}


def told(answers, hour=9):
    at = datetime(2026, 3, 11, hour, tzinfo=UTC)
    return TriageAnswers(at=at, zone="Europe/Vienna", answers=answers)


def test_only_a_check_of_every_screen_is_whole():
    assert stopped_early(Journal((told({"trend": "worsening"}),)), DAY)
    assert not stopped_early(Journal((told(WHOLE),)), DAY)


def test_what_several_checks_of_a_day_asked_counts_together():
    part = {name: value for name, value in WHOLE.items() if name != "run_days"}
    rest = {"run_days": 3}
    assert not stopped_early(Journal((told(part), told(rest, 10))), DAY)


def test_a_day_without_a_check_was_not_stopped():
    assert not stopped_early(Journal(()), DAY)
    assert not stopped_early(Journal((told({"trend": "worsening"}),)), date(2026, 3, 12))
