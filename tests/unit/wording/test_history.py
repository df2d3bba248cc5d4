"""What changed from one result to the next, in words."""

from datetime import date

from myolog.journal.model import Journal
from myolog.triage.assessment import decide
from myolog.triage.due import with_due
from myolog.triage.history import Past, Told, told_by_day, told_once
from myolog.wording.help_numbers import help_in
from myolog.wording.history import history_in_words

DAY = date(2026, 3, 11)


def test_an_age_that_was_told_is_no_new_sign() -> None:
    child = decide({"age_years": 9, "run_days": 3})
    past = Past(
        told=Told(day=DAY, assessment=child, has_risen=False),
        is_first=False,
        gained=child.reasons,
        gone=(),
        acts=(),
    )
    assert [one.inputs for one in child.reasons] == [("age_years",)]
    (shown,) = history_in_words((past,), numbers=help_in("AT"), home="Europe/Vienna", today=DAY)
    assert shown.changes[-1] == "New: the age was told, and it is under 16."


def test_a_result_put_right_on_its_day_is_told_with_the_one_in_its_place_and_no_other_is() -> None:
    """The day before stands for itself, and so does one of the day that nothing replaced."""
    wrong = decide({"speech_swallow": "choking"})
    calm = decide({"run_days": 3})
    before = date(2026, 3, 10)
    results = (
        Told(day=before, assessment=wrong, has_risen=False, withdrawn=True),
        Told(day=DAY, assessment=wrong, has_risen=False, withdrawn=True),
        Told(day=DAY, assessment=wrong, has_risen=True, withdrawn=True),
        Told(day=DAY, assessment=calm, has_risen=False),
        Told(day=DAY, assessment=wrong, has_risen=False, withdrawn=True),
    )
    found = told_once(results, Journal(), today=date(2026, 4, 1))
    assert [(one.told.day.day, len(one.put_right)) for one in found] == [(10, 0), (11, 2), (11, 0)]
    shown = history_in_words(found, numbers=help_in("AT"), home="Europe/Vienna", today=DAY)
    assert [one.title for one in shown] == [
        "See a doctor today",
        "Keep watch at home for now",
        "See a doctor today",
    ]
    says = "Put right on the same day. Before that it said: See a doctor today."
    assert [says in one.changes for one in shown] == [False, True, False]


def test_a_last_day_is_told_as_one_to_come_and_then_as_one_that_was() -> None:
    soon = decide({"weakness": "functional"})
    told = with_due([Told(day=DAY, assessment=soon, has_risen=False)], Journal())
    for today, says in (
        (date(2026, 4, 1), "Be seen by Wednesday 1 April."),
        (date(2026, 4, 2), "The last day was Wednesday 1 April 2026."),
    ):
        (shown,) = history_in_words(
            told_once(told, Journal(), today=today),
            numbers=help_in("AT"),
            home="Europe/Vienna",
            today=today,
        )
        assert shown.deadline == (says,)


def test_a_day_lists_its_results_in_order_unless_a_check_stands_alone() -> None:
    calm, soon = decide({"run_days": 3}), decide({"weakness": "functional"})
    check = Told(day=DAY, assessment=calm, has_risen=False)
    rise = Told(day=DAY, assessment=soon, has_risen=True)
    wrong = Told(day=DAY, assessment=soon, has_risen=False, withdrawn=True)
    before = Told(day=date(2026, 3, 10), assessment=calm, has_risen=False)
    for results, n_told in (
        ((before, check), 0),
        ((before, check, rise), 2),
        ((before, rise), 1),
        ((before, wrong, check), 1),
        ((before,), 0),
    ):
        found = told_by_day(results, Journal(), today=DAY).get(DAY, ())
        assert len(found) == n_told
        assert all(one.told.day == DAY for one in found)
    both = told_by_day((check, rise), Journal(), today=DAY)[DAY]
    assert [one.told.has_risen for one in both] == [False, True]
