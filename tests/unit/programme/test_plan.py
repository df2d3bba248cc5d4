"""What the programme is on a day."""

from datetime import date, timedelta

import pytest

from myolog.journal.model import Journal
from myolog.programme.guards import FACTS
from myolog.programme.plan import plan_on
from tests.factories import exposure, fact, none_today, programme

START = date(2026, 3, 6)


def on(number):
    return START + timedelta(days=number - 1)


def told(**over):
    """Give the facts of a grown person who said no to everything."""
    facts = dict.fromkeys(FACTS, "no") | {"kidney": "none", "age_years": 42} | over
    return tuple(fact(code, value, day=START) for code, value in facts.items())


def event(number, what, step=None, value=None):
    return programme(day=on(number), event=what, step=step, value=value)


def begun(*events, usual="600", **facts):
    usual_amount = () if usual is None else (event(1, "baseline", "STEP-1", usual),)
    return Journal((event(1, "started"), *usual_amount, *told(**facts), *events))


def plan(journal, number, urgent=False, today=None):
    known = on(number if today is None else today)
    return plan_on(journal, on(number), today=known, urgent=urgent)


def by_code(one):
    return {step.step.code: step for step in one.steps}


def test_before_the_start_there_is_no_plan():
    assert plan_on(Journal(), START, today=START, urgent=False) is None
    assert plan(begun(), 0) is None
    assert plan(begun(), 0, today=5) is None


def test_a_day_on_the_way_down():
    day = plan(begun(), 6)
    assert (day.number, day.state) == (6, "running")
    assert day.ceilings == (530, 455, 385, 315, 245, 170, 100)
    steps = by_code(day)
    assert {code: step.amount for code, step in steps.items()} == {
        "STEP-1": 170, "STEP-2": 2000, "STEP-3": None, "STEP-4": None, "STEP-5": None,
    }  # fmt: skip
    assert [one.step.code for one in day.gentle] == ["STEP-1", "STEP-4", "STEP-3"]


def test_after_the_way_down_the_target_stays():
    assert by_code(plan(begun(), 20))["STEP-1"].amount == 100


@pytest.mark.parametrize(
    ("usual", "amount"), [(None, None), ("80", 100), ("120", 120), ("126", 120)]
)
def test_without_a_cut_the_usual_amount_may_stay(usual, amount):
    assert by_code(plan(begun(usual=usual), 1))["STEP-1"].amount == amount


def test_goals_hold_from_their_day_on():
    journal = begun(
        event(1, "goal", "STEP-1", "300"),
        event(1, "goal", "STEP-3", "22:45"),
        event(5, "goal", "STEP-2", "1600"),
        event(7, "goal", "STEP-4", "off"),
        event(8, "goal", "STEP-1", "400"),
    )
    assert plan(journal, 4).ceilings[-1] == 300
    assert by_code(plan(journal, 4))["STEP-2"].amount == 2000
    assert by_code(plan(journal, 5))["STEP-2"].amount == 1600
    assert by_code(plan(journal, 6))["STEP-3"].bedtime == "22:45"
    assert "STEP-4" in by_code(plan(journal, 6))
    assert "STEP-4" not in by_code(plan(journal, 7))
    assert by_code(plan(journal, 7))["STEP-1"].amount == 300
    assert by_code(plan(journal, 8))["STEP-1"].amount == 400


def test_a_small_cut_with_a_chosen_target_needs_no_way_down():
    journal = begun(event(1, "goal", "STEP-1", "0"), usual="20")
    assert plan(journal, 3).ceilings == ()
    assert by_code(plan(journal, 3))["STEP-1"].amount == 20


def test_headaches_hold_the_amount_and_a_pause_is_no_day_of_the_way():
    journal = begun(event(2, "headache", value="6"), event(3, "headache", value="8"))
    assert by_code(plan(journal, 4))["STEP-1"].amount == 385
    paused = begun(
        event(3, "paused"), event(5, "headache", value="9"), event(6, "headache", value="9"),
        event(13, "resumed"),
    )  # fmt: skip
    assert plan(paused, 12).state == "paused"
    assert plan(paused, 12).gentle == ()
    assert by_code(plan(paused, 13))["STEP-1"].amount == 530, "ten days of which nothing is known"


def test_a_step_is_done_by_a_tick_or_by_a_note_that_shows_it():
    def done(*events, usual="600"):
        day = plan(begun(*events, usual=usual), 2)
        return {code for code, step in by_code(day).items() if step.done}

    day = on(2)
    assert done() == set()
    assert done(event(2, "step_done", "STEP-4"), event(1, "step_done", "STEP-3")) == {"STEP-4"}
    assert done(none_today(day=day)) == {"STEP-5"}
    assert done(exposure(day=day, code="caffeine", value=455)) == {"STEP-1"}
    assert done(exposure(day=day, code="caffeine", value=456)) == set()
    assert done(exposure(day=day, code="caffeine", value=900), usual=None) == {"STEP-1"}
    assert done(exposure(day=day, code="water_ml", value=2000)) == {"STEP-2"}
    assert done(exposure(day=day, code="water_ml", value=1990)) == set()
    assert done(exposure(day=day, code="mindful_min", value=10)) == {"STEP-4"}
    for minutes, is_done in ((419, False), (420, True), (540, True), (541, False)):
        shown = done(exposure(day=day, code="sleep_min", value=minutes))
        assert ("STEP-3" in shown) is is_done
    ticked = by_code(plan(begun(none_today(day=day), event(2, "step_done", "STEP-3")), 2))
    assert (ticked["STEP-3"].ticked, ticked["STEP-5"].ticked) == (True, False)


def test_a_guard_takes_the_place_of_the_target():
    lithium = by_code(plan(begun(lithium="yes"), 3))["STEP-1"]
    assert (lithium.amount, lithium.has_target) == (None, False)
    assert plan(begun(lithium="yes"), 3).ceilings == ()
    assert [one.step.code for one in plan(begun(lithium="yes"), 3).gentle] == [
        "STEP-4", "STEP-3", "STEP-2",
    ]  # fmt: skip
    pregnant = plan(begun(pregnant="not_sure"), 3)
    assert by_code(pregnant)["STEP-1"].amount == 200
    assert pregnant.ceilings == ()
    heart = by_code(plan(begun(heart_disease="yes"), 3))["STEP-2"]
    assert (heart.amount, heart.has_target, heart.main_is_asked) == (None, True, False)
    assert by_code(plan(begun(), 3))["STEP-2"].main_is_asked


def test_a_guard_told_in_the_middle_holds_from_that_day_on():
    journal = begun(fact("lithium", "yes", day=on(5)))
    assert by_code(plan(journal, 4))["STEP-1"].amount == 315
    assert by_code(plan(journal, 5))["STEP-1"].amount is None


@pytest.mark.parametrize(
    ("number", "urgent", "events", "state"),
    [
        (28, False, (), "running"),
        (29, False, (), "over"),
        (29, True, (), "over"),
        (9, True, (), "waiting"),
        (9, False, ("stopped",), "stopped"),
        (9, True, ("stopped",), "stopped"),
        (9, False, ("paused",), "paused"),
    ],
)
def test_state(number, urgent, events, state):
    journal = begun(*(event(4, what) for what in events))
    found = plan(journal, number, urgent)
    assert found.state == state
    assert bool(found.gentle) is (state == "running")


def test_an_earlier_day_is_seen_with_what_is_known_now():
    journal = begun(event(9, "stopped"), fact("lithium", "yes", day=on(8)))
    assert plan(journal, 4, today=9).state == "running"
    assert plan(journal, 9, today=9).state == "stopped"
    assert by_code(plan(journal, 4, today=9))["STEP-1"].amount is None


def test_a_child_gets_no_programme_and_an_unknown_age_is_asked():
    assert plan(begun(age_years=15), 2).state == "waiting"
    assert plan(begun(age_years=15), 2).waits_for == "age"
    nameless = Journal((event(1, "started"),))
    assert plan(nameless, 2).waits_for == "questions"
    assert plan(nameless, 2, urgent=True).waits_for == "doctor"
    assert plan(begun(), 2).waits_for is None


def test_a_step_is_guarded_where_a_guard_speaks_in_its_place():
    free, taking = by_code(plan(begun(), 6)), by_code(plan(begun(lithium="yes"), 6))
    assert not free["STEP-1"].is_guarded  # a reminder beside its own words is no replacement
    assert taking["STEP-1"].is_guarded
    assert not taking["STEP-4"].is_guarded


def test_the_caffeine_is_noted_until_the_usual_amount_is_known():
    assert plan(begun(usual=None), 2).is_noting
    assert not plan(begun(), 2).is_noting
