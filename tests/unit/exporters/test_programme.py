"""The programme as plain values: nothing a person reads is missing for a program."""

import json

from myolog.content.catalogue import load
from myolog.exporters.programme import plan_as_dict, review_as_dict
from myolog.programme.progress import progress_of
from myolog.programme.verdict import Verdict
from tests.unit.programme.test_plan import begun, event, on, plan

WORDS = load()


def steps(values):
    return {one["step"]: one for one in values["steps"]}


def test_a_day_holds_amounts_ticks_and_the_whole_way_down():
    values = plan_as_dict(WORDS, plan(begun(event(6, "step_done", "STEP-4")), 6))
    assert json.loads(json.dumps(values)) == values
    assert (values["day"], values["number"], values["state"]) == ("2026-03-11", 6, "running")
    assert values["ceilings"] == [530, 455, 385, 315, 245, 170, 100]
    assert values["gentle"] == ["STEP-1", "STEP-4", "STEP-3"]
    told = steps(values)
    assert (told["STEP-1"]["amount"], told["STEP-1"]["unit"]) == (170, "mg")
    assert "170" in told["STEP-1"]["target"]
    assert (told["STEP-4"]["ticked"], told["STEP-4"]["done"]) == (True, True)
    assert (told["STEP-4"]["amount"], told["STEP-4"]["unit"]) == (None, "")


def test_a_step_that_a_guard_replaces_has_no_target():
    told = steps(plan_as_dict(WORDS, plan(begun(lithium="yes"), 6)))
    assert "GUARD-LITHIUM" in told["STEP-1"]["guards"]
    assert told["STEP-1"]["target"] is None
    assert told["STEP-1"]["amount"] is None


def test_a_look_back_holds_counts_and_dates_and_no_verdict_yet():
    journal = begun(event(1, "step_done", "STEP-4"), event(2, "step_done", "STEP-4"))
    day = plan(journal, 3)
    values = review_as_dict(WORDS, day, progress_of(journal, day.period, on(3)), None)
    assert values["looks"] == [on(21).isoformat(), on(28).isoformat()]
    assert values["verdict"] is None
    counts = {one["step"]: (one["done"], one["days"]) for one in values["counts"]}
    assert counts["STEP-4"] == (2, 2)


def test_a_verdict_is_given_with_its_range_and_the_words_for_it():
    journal = begun()
    day = plan(journal, 28)
    verdict = Verdict(
        code="SIGNIFICANT", look=28, rate_ratio=0.4, low=0.25, high=0.6, level=0.9, n_before=14,
        n_after=12, events_before=112, events_after=40, low_quality=False,
    )  # fmt: skip
    told = review_as_dict(WORDS, day, progress_of(journal, day.period, on(28)), verdict)["verdict"]
    assert (told["code"], told["headline"], told["look"]) == ("SIGNIFICANT", "likely_better", 28)
    assert (told["rate_ratio"], told["low"], told["high"]) == (0.4, 0.25, 0.6)
    assert (told["n_before"], told["n_after"]) == (14, 12)
    assert told["says"]
    assert all(told["says"])
