"""The programme as plain values for programs."""

import json

from myolog.content.catalogue import load
from myolog.exporters.programme import plan_as_dict, review_as_dict
from myolog.journal.periods import latest_period
from myolog.programme.progress import progress_of
from myolog.programme.verdict import judge_programme
from tests.unit.programme.test_plan import begun, event, on, plan

WORDS = load()


def test_a_day_names_its_targets_and_what_guards_say():
    journal = begun(event(2, "step_done", "STEP-4"), lithium="yes")
    row = plan_as_dict(WORDS, plan(journal, 2))
    assert json.loads(json.dumps(row)) == row
    caffeine, drinking, *_ = row["steps"]
    assert (caffeine["target"], caffeine["amount"], caffeine["unit"]) == (None, None, "")
    assert caffeine["guards"] == ["GUARD-LITHIUM", "GUARD-MED"]
    assert caffeine["says"][0] == WORDS.text("guard.GUARD-LITHIUM.text")
    assert (drinking["amount"], drinking["unit"]) == (2000, "mL")
    assert row["gentle"] == ["STEP-4", "STEP-3", "STEP-2"]
    assert [one["step"] for one in row["steps"] if one["ticked"]] == ["STEP-4"]


def test_a_review_holds_counts_dates_and_the_verdict_in_numbers_and_words():
    journal = begun()
    period = latest_period(journal, on(29))
    verdict = judge_programme(journal, period, today=on(29))
    row = review_as_dict(WORDS, plan(journal, 29), progress_of(journal, period, on(29)), verdict)
    assert json.loads(json.dumps(row)) == row
    assert row["looks"] == [on(22).isoformat(), on(29).isoformat()]
    assert row["counts"][0] == {"step": "STEP-1", "name": "caffeine", "done": 0, "days": 28}
    assert row["enough_done"] is False
    assert row["verdict"]["code"] == "INSUFFICIENT"
    assert row["verdict"]["says"][0] == WORDS.text("verdict.INSUFFICIENT.title")
    early = review_as_dict(WORDS, plan(journal, 5), progress_of(journal, period, on(5)), None)
    assert early["verdict"] is None
