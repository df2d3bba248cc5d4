"""The programme with the store: begun, ticked, paused and ended, and what is refused."""

from datetime import date, datetime, timedelta

import pytest

from myolog.errors import Conflict, InvalidEntry, NotFound, Refused, UserError
from myolog.journal.records import ProgrammeEvent
from myolog.store.models import AuditEvent
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import reassess, record_answers
from myolog.store.services.journal import log_entries
from myolog.store.services.programme import (
    keep_what_helped,
    note_headache,
    pause,
    resume,
    stop_programme,
    tick,
    untick,
)
from myolog.store.services.programme_plan import plan_now, plan_of
from myolog.store.services.programme_start import Wishes, begin_way, set_goals, start_programme
from myolog.store.services.reminders import reminder_choices, set_reminders
from tests.factories import exposure, fact, tasks
from tests.programme_days import answer_calmly, days_before, make_ready, told

pytestmark = pytest.mark.store

TODAY = date(2026, 3, 10)


def later(now: datetime, days: int) -> datetime:
    return now + timedelta(days=days)


def events(person: Person, *names: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.event, one.step, one.value)
        for one in journal_of(person).of(ProgrammeEvent)
        if not names or one.event in names
    ]


@pytest.fixture
def ready(person: Person, now: datetime) -> Person:
    make_ready(person, now)
    return person


@pytest.fixture
def running(ready: Person, now: datetime) -> Person:
    start_programme(person=ready, by="t", now=now)
    return ready


def test_it_begins_with_the_usual_amount_of_the_week_before(ready: Person, now: datetime) -> None:
    plan = start_programme(person=ready, by="t", now=now)
    assert (plan.number, plan.state) == (1, "running")
    assert plan.ceilings == (530, 455, 385, 315, 245, 170, 100)
    assert events(ready) == [("baseline", "STEP-1", "600"), ("started", None, None)]
    assert AuditEvent.objects.filter(person=ready, action="start_programme").count() == 2


def test_wishes_are_kept(ready: Person, now: datetime) -> None:
    wishes = Wishes(leave_out={"STEP-4"}, target="half", drinks_ml=1600, bedtime="9:45")
    plan = start_programme(person=ready, wishes=wishes, by="t", now=now)
    assert plan.ceilings[-1] == 300
    assert [one.step.code for one in plan.steps] == ["STEP-1", "STEP-2", "STEP-3", "STEP-5"]
    assert [one.amount for one in plan.steps[:2]] == [555, 1600]
    assert plan.steps[2].bedtime == "09:45"
    none = Wishes(target="0", leave_out=("STEP-2", "STEP-3"), drinks_ml=9, bedtime="x")
    stop_programme(person=ready, by="t", now=later(now, 1))
    log_entries(person=ready, entries=days_before(date(2026, 3, 14), 5), by="t", now=later(now, 3))
    again = start_programme(person=ready, wishes=none, by="t", now=later(now, 4))
    assert again.ceilings[-1] == 0


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        (Wishes(drinks_ml=999), "invalid_goal"),
        (Wishes(drinks_ml=3501), "invalid_goal"),
        (Wishes(target="50"), "invalid_goal"),
        (Wishes(bedtime="25:00"), "invalid_goal"),
        (Wishes(bedtime="late"), "invalid_goal"),
        (Wishes(leave_out={"STEP-9"}), "invalid_goal"),
        (Wishes(leave_out={f"STEP-{n}" for n in range(1, 6)}), "no_step"),
    ],
)
def test_a_wish_out_of_range_stores_nothing(
    ready: Person, now: datetime, wishes: Wishes, code: str
) -> None:
    with pytest.raises(InvalidEntry) as wrong:
        start_programme(person=ready, wishes=wishes, by="t", now=now)
    assert wrong.value.code == code
    assert events(ready) == []


def test_facts_come_first(person: Person, now: datetime) -> None:
    with pytest.raises(InvalidEntry, match=r"“not sure” is an answer too: Age, Pregnant"):
        start_programme(person=person, by="t", now=now)
    log_entries(person=person, entries=told(TODAY, age_years=17), by="t", now=now)
    with pytest.raises(InvalidEntry, match="too: Weight"):
        start_programme(person=person, by="t", now=now)


def test_then_the_check(person: Person, now: datetime) -> None:
    log_entries(person=person, entries=told(TODAY), by="t", now=now)
    with pytest.raises(Refused, match="Do the check first"):
        start_programme(person=person, by="t", now=now)
    make_ready(person, now)
    with pytest.raises(Refused, match="Do the check first"):
        start_programme(person=person, by="t", now=later(now, 15))


def test_then_days_to_compare_with(person: Person, now: datetime) -> None:
    make_ready(person, now, n_days=6)
    with pytest.raises(InvalidEntry) as wrong:
        start_programme(person=person, by="t", now=now)
    assert wrong.value.code == "too_few_days"
    assert events(person) == []


def test_caffeine_nobody_noted_is_noted_first_and_then_falls_by_itself(
    person: Person, now: datetime
) -> None:
    """Five days of 600 mg from day 1 on: on day 6 it begins at 530, whatever is filled in later."""
    make_ready(person, now, n_days=0)
    plan = start_programme(person=person, compare=False, by="t", now=now)
    first = plan.steps[0]
    assert (first.amount, first.is_noting, first.done, plan.ceilings) == (None, True, False, ())
    for n in range(5):
        assert not begin_way(person=person, by="t", now=later(now, n))
        noted = [exposure(day=TODAY + timedelta(days=n), value=600)]
        log_entries(person=person, entries=noted, by="t", now=later(now, n))
        first = plan_now(person, later(now, n)).steps[0]
        assert (first.amount, first.is_noting, first.done) == (None, True, True)
    assert begin_way(person=person, by="t", now=later(now, 5))
    assert not begin_way(person=person, by="t", now=later(now, 5))
    begun = plan_now(person, later(now, 5))
    assert (begun.steps[0].amount, begun.steps[0].is_noting) == (530, False)
    assert begun.ceilings == (600,) * 5 + (530, 455, 385, 315, 245, 170, 100)
    before = [exposure(day=TODAY - timedelta(days=n), value=200) for n in range(1, 8)]
    log_entries(person=person, entries=before, by="t", now=later(now, 6))
    assert plan_now(person, later(now, 6)).steps[0].amount == 455


def test_half_of_an_amount_nobody_knows_is_refused(person: Person, now: datetime) -> None:
    make_ready(person, now, n_days=4)
    with pytest.raises(InvalidEntry, match="Half of the usual amount is not known yet"):
        start_programme(person=person, wishes=Wishes(target="half"), compare=False, by="t", now=now)
    assert events(person) == []
    none = Wishes(target="0")
    start_programme(person=person, wishes=none, compare=False, by="t", now=now)
    log_entries(person=person, entries=[exposure(day=TODAY, value=300)], by="t", now=now)
    assert begin_way(person=person, by="t", now=later(now, 1))
    assert plan_now(person, later(now, 1)).ceilings[-1] == 0


def test_without_days_it_can_begin_without_a_comparison(person: Person, now: datetime) -> None:
    make_ready(person, now, n_days=0)
    wishes = Wishes(leave_out={"STEP-1"})
    plan = start_programme(person=person, wishes=wishes, compare=False, by="t", now=now)
    assert plan.state == "running"
    assert plan.ceilings == ()


def test_with_a_guard_no_amount_of_caffeine_is_needed(person: Person, now: datetime) -> None:
    make_ready(person, now, n_days=0, clozapine="not_sure")
    plan = start_programme(person=person, compare=False, by="t", now=now)
    assert plan.steps[0].amount is None
    assert events(person) == [("started", None, None)]


def test_a_child_is_refused(person: Person, now: datetime) -> None:
    make_ready(person, now, age_years=15)
    with pytest.raises(Refused, match="with a parent and a doctor"):
        start_programme(person=person, by="t", now=now)


def test_a_pressing_result_comes_first(ready: Person, now: datetime) -> None:
    record_answers(person=ready, answers={"weakness": "progressive"}, by="t", now=now)
    with pytest.raises(Refused, match="see a doctor first"):
        start_programme(person=ready, by="t", now=now)


@pytest.mark.parametrize("back", [-1, 7])
def test_the_first_day_lies_in_the_last_week(ready: Person, now: datetime, back: int) -> None:
    with pytest.raises(InvalidEntry) as wrong:
        start_programme(person=ready, day=TODAY - timedelta(days=back), by="t", now=now)
    assert wrong.value.code == "invalid_start"


def test_steps_begun_some_days_ago_count_from_then(ready: Person, now: datetime) -> None:
    plan = start_programme(person=ready, day=TODAY - timedelta(days=2), by="t", now=now)
    assert plan.number == 3


def test_two_at_once_and_another_first_day_are_refused(running: Person, now: datetime) -> None:
    for day in (None, TODAY - timedelta(days=3)):
        with pytest.raises(Conflict, match="runs since 2026-03-10; its first day stays"):
            start_programme(person=running, day=day, by="t", now=later(now, 2))
    stop_programme(person=running, by="t", now=later(now, 2))
    with pytest.raises(Conflict, match="still ran on that day"):
        start_programme(person=running, by="t", now=later(now, 2))
    assert len(events(running, "started")) == 1


def test_ticks(running: Person, now: datetime) -> None:
    def done(plan) -> list[str]:
        return [one.step.code for one in plan.steps if one.ticked]

    for _ in range(2):
        assert done(tick(person=running, step="STEP-4", by="t", now=now)) == ["STEP-4"]
    tick(person=running, step="STEP-3", day=TODAY, by="t", now=later(now, 1))
    assert done(plan_of(person=running, now=now)) == ["STEP-3", "STEP-4"]
    assert done(untick(person=running, step="STEP-4", by="t", now=now)) == ["STEP-3"]
    assert done(untick(person=running, step="STEP-4", by="t", now=now)) == ["STEP-3"]
    assert done(tick(person=running, step="STEP-4", by="t", now=now)) == ["STEP-3", "STEP-4"]


@pytest.mark.parametrize(
    ("day", "error", "code"),
    [
        (TODAY + timedelta(days=1), InvalidEntry, "in_the_future"),
        (TODAY - timedelta(days=1), NotFound, "no_programme"),
    ],
)
def test_a_day_outside_the_programme_takes_no_tick(
    running: Person, now: datetime, day: date, error: type[UserError], code: str
) -> None:
    with pytest.raises(error) as wrong:
        tick(person=running, step="STEP-4", day=day, by="t", now=now)
    assert wrong.value.code == code
    assert events(running, "step_done") == []


def test_a_step_that_is_not_asked_for_takes_no_tick(running: Person, now: datetime) -> None:
    set_goals(person=running, goals={"STEP-4": "off"}, by="t", now=now)
    log_entries(person=running, entries=[fact("lithium", "yes", day=TODAY)], by="t", now=now)
    for step in ("STEP-4", "STEP-1", "yoga"):
        with pytest.raises(InvalidEntry, match="not part of your programme"):
            tick(person=running, step=step, by="t", now=now)


def test_without_a_programme_nothing_can_be_done(ready: Person, now: datetime) -> None:
    for act in (tick, untick):
        with pytest.raises(NotFound):
            act(person=ready, step="STEP-4", by="t", now=now)
    for act in (pause, resume, stop_programme):
        with pytest.raises(NotFound):
            act(person=ready, by="t", now=now)
    with pytest.raises(NotFound):
        keep_what_helped(person=ready, steps=(), recheck=TODAY, by="t", now=now)


def test_a_headache_holds_the_amount(running: Person, now: datetime) -> None:
    note_headache(person=running, score=7, by="t", now=now)
    note_headache(person=running, score=6, by="t", now=later(now, 1))
    assert plan_of(person=running, now=later(now, 2)).steps[0].amount == 455
    with pytest.raises(InvalidEntry, match="from 0 to 10"):
        note_headache(person=running, score=11, by="t", now=now)


def test_goals_change_from_today_on(running: Person, now: datetime) -> None:
    soon = later(now, 3)
    plan = set_goals(person=running, goals={"STEP-1": "400"}, by="t", now=soon)
    assert plan.steps[0].amount == 400
    set_goals(person=running, goals={"STEP-2": "2500"}, by="t", now=soon)
    set_goals(person=running, goals={"STEP-3": "22:45"}, by="t", now=soon)
    set_goals(person=running, goals={"STEP-5": "off"}, by="t", now=soon)
    found = plan_of(person=running, now=later(now, 4))
    assert [one.amount for one in found.steps] == [400, 2500, None, None]
    assert found.steps[2].bedtime == "22:45"
    again = set_goals(person=running, goals={"STEP-5": "on"}, by="t", now=later(now, 5))
    assert [one.step.code for one in again.steps][-1] == "STEP-5"


@pytest.mark.parametrize(
    ("step", "value"),
    [
        ("STEP-1", "99"), ("STEP-1", "601"), ("STEP-1", "much"), ("STEP-2", "3501"),
        ("STEP-2", "-1"), ("STEP-3", "24:30"), ("STEP-4", "20"), ("STEP-9", "5"),
    ],
)  # fmt: skip
def test_a_goal_out_of_range_is_refused(
    running: Person, now: datetime, step: str, value: str
) -> None:
    with pytest.raises(InvalidEntry) as wrong:
        set_goals(person=running, goals={step: value}, by="t", now=now)
    assert wrong.value.code == "invalid_goal"
    assert events(running, "goal") == []


def test_the_last_step_stays(running: Person, now: datetime) -> None:
    for step in ("STEP-1", "STEP-2", "STEP-3", "STEP-4"):
        set_goals(person=running, goals={step: "off"}, by="t", now=now)
    with pytest.raises(InvalidEntry, match="at least one"):
        set_goals(person=running, goals={"STEP-5": "off"}, by="t", now=now)


def test_caffeine_taken_up_later_goes_the_whole_way_down_from_then(
    person: Person, now: datetime
) -> None:
    make_ready(person, now, n_days=0)
    few = Wishes(leave_out={"STEP-1"})
    start_programme(person=person, wishes=few, compare=False, by="t", now=now)
    with pytest.raises(InvalidEntry):
        set_goals(person=person, goals={"STEP-1": "200"}, by="t", now=later(now, 9))
    cups = [exposure(day=TODAY + timedelta(days=n), value=400) for n in range(3, 8)]
    log_entries(person=person, entries=cups, by="t", now=later(now, 9))
    plan = set_goals(person=person, goals={"STEP-1": "on"}, by="t", now=later(now, 9))
    assert plan.number == 10
    assert plan.ceilings == (*[400] * 9, 355, 315, 270, 230, 185, 145, 100)
    assert (plan.steps[0].step.code, plan.steps[0].amount) == ("STEP-1", 355)
    before = plan_of(person=person, now=later(now, 9), day=TODAY + timedelta(days=7))
    assert before is not None
    assert "STEP-1" not in [one.step.code for one in before.steps]


def test_with_a_guard_the_step_is_taken_up_without_a_plan(person: Person, now: datetime) -> None:
    make_ready(person, now, headache_disorder="yes")
    start_programme(person=person, wishes=Wishes(leave_out={"STEP-1"}), by="t", now=now)
    plan = set_goals(person=person, goals={"STEP-1": "on"}, by="t", now=now)
    assert (plan.steps[0].step.code, plan.steps[0].amount, plan.ceilings) == ("STEP-1", None, ())


def test_a_step_taken_up_again_is_as_it_was_before(running: Person, now: datetime) -> None:
    chosen = {"STEP-1": "400", "STEP-2": "1600", "STEP-3": "22:45"}
    set_goals(person=running, goals=chosen, by="t", now=later(now, 1))
    set_goals(person=running, goals=dict.fromkeys(chosen, "off"), by="t", now=later(now, 2))
    plan = set_goals(person=running, goals=dict.fromkeys(chosen, "on"), by="t", now=later(now, 3))
    assert [one.amount for one in plan.steps] == [400, 1600, None, None, None]
    assert plan.bedtime == "22:45"


def test_a_step_taken_up_without_a_goal_of_its_own_has_the_usual_one(
    running: Person, now: datetime
) -> None:
    for value in ("off", "on"):
        plan = set_goals(person=running, goals={"STEP-2": value, "STEP-3": value}, by="t", now=now)
    assert [one.amount for one in plan.steps] == [530, 2000, None, None, None]
    assert plan.bedtime is None


def test_of_a_step_left_out_nobody_is_reminded(running: Person, now: datetime) -> None:
    set_reminders(person=running, times={"STEP-2": "10:00"}, by="t", now=now)
    set_goals(person=running, goals={"STEP-1": "off", "STEP-2": "off"}, by="t", now=now)
    shown = reminder_choices(person=running, now=now).steps
    assert shown == ("STEP-2", "STEP-3", "STEP-4", "STEP-5"), "a time that is set can be taken away"
    with pytest.raises(InvalidEntry, match="nothing to be reminded of"):
        set_reminders(person=running, times={"STEP-1": "09:00"}, by="t", now=now)
    set_reminders(person=running, times={"STEP-2": "off"}, by="t", now=now)
    assert reminder_choices(person=running, now=now).steps == ("STEP-3", "STEP-4", "STEP-5")


def test_a_pause_loses_nothing(running: Person, now: datetime) -> None:
    assert pause(person=running, by="t", now=later(now, 4)).state == "paused"
    for act in (pause,):
        with pytest.raises(Conflict, match="paused already"):
            act(person=running, by="t", now=later(now, 5))
    with pytest.raises(Conflict, match="paused on that day"):
        tick(person=running, step="STEP-4", by="t", now=later(now, 5))
    plan = resume(person=running, by="t", now=later(now, 14))
    assert (plan.number, plan.state) == (5, "running")
    with pytest.raises(Conflict, match="is not paused"):
        resume(person=running, by="t", now=later(now, 14))
    assert pause(person=running, by="t", now=later(now, 14)).state == "paused"
    assert resume(person=running, by="t", now=later(now, 14)).number == 5
    assert pause(person=running, by="t", now=later(now, 16)).number == 6
    assert resume(person=running, by="t", now=later(now, 16)).number == 7


def test_a_pressing_result_pauses_it_and_keeps_it_paused(running: Person, now: datetime) -> None:
    soon = later(now, 3)
    record_answers(person=running, answers={"weakness": "progressive"}, by="t", now=soon)
    assert ("paused", None, None) in events(running)
    assert plan_of(person=running, now=soon).state == "waiting"
    assert plan_of(person=running, now=soon).gentle == ()
    with pytest.raises(Refused, match="see a doctor first"):
        resume(person=running, by="t", now=later(now, 4))
    with pytest.raises(Conflict):
        tick(person=running, step="STEP-4", by="t", now=soon)
    answer_calmly(running, later(now, 9))
    assert plan_of(person=running, now=later(now, 9)).state == "paused"
    assert resume(person=running, by="t", now=later(now, 9)).number == 4


def test_a_silent_rise_pauses_it_too(running: Person, now: datetime) -> None:
    """Two weekly looks, both worse, raise the urgency without a question asked."""
    looks = [
        tasks(day=later(now, n).date(), answers={"grip": answer})
        for n, answer in ((0, "fine"), (2, "harder"), (17, "cannot"))
    ]
    log_entries(person=running, entries=looks, by="t", now=later(now, 17))
    found = reassess(person=running, by="t", now=later(now, 17))
    assert found.raised
    assert plan_of(person=running, now=later(now, 17)).state == "waiting"
    assert ("paused", None, None) in events(running)


def test_a_stop_ends_it(running: Person, now: datetime) -> None:
    assert stop_programme(person=running, by="t", now=later(now, 2)).state == "stopped"
    for act in (pause, resume, stop_programme):
        with pytest.raises(Conflict, match="was stopped"):
            act(person=running, by="t", now=later(now, 3))


def test_after_28_days_what_helped_is_kept_and_a_new_one_can_begin(
    running: Person, now: datetime
) -> None:
    end = later(now, 28)
    recheck = end.date() + timedelta(days=90)
    with pytest.raises(Conflict, match="still runs"):
        keep_what_helped(person=running, steps=(), recheck=recheck, by="t", now=later(now, 27))
    assert plan_of(person=running, now=end).state == "over"
    with pytest.raises(Conflict, match="four weeks are over"):
        pause(person=running, by="t", now=end)
    keep = {"person": running, "by": "t", "now": end}
    keep_what_helped(steps={"STEP-3", "STEP-4"}, recheck=recheck, **keep)
    keep_what_helped(steps={"STEP-3"}, recheck=recheck, **keep)
    assert events(running, "kept", "recheck") == [
        ("kept", "STEP-3", None),
        ("recheck", None, recheck.isoformat()),
    ]
    for steps, day in (({"yoga"}, recheck), ((), end.date()), ((), date(2027, 6, 1))):
        with pytest.raises(InvalidEntry):
            keep_what_helped(steps=steps, recheck=day, **keep)
    answer_calmly(running, end)
    log_entries(person=running, entries=days_before(end.date(), 14), by="t", now=end)
    assert start_programme(person=running, by="t", now=end).number == 1
