"""What a day asks, decided once for browser and terminal."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from myolog.attention.agenda import (
    PLACES,
    Agenda,
    Asks,
    agenda_of,
    asks_for_check,
    asks_of,
    neighbours,
    offers_day,
    offers_tally,
    recent_places,
    tasks_noted,
    told_before,
    usual_places,
)
from myolog.journal.model import Journal
from myolog.journal.records import StorySite
from tests.factories import (
    AT,
    DAY,
    answers,
    episode,
    exposure,
    fact,
    none_today,
    own_thing,
    story,
    tally,
    tasks,
)

SEED = 1


def agenda(*entries, day=DAY, now=None) -> Agenda:
    return agenda_of(Journal(entries), day, seed=SEED, now=now)


def test_the_newest_places_come_first_each_once_then_those_of_the_story():
    told = story(sites=(StorySite(site="thigh", side="left", since=date(2026, 2, 1)),))
    journal = Journal(
        (
            told,
            episode(site="eyelid", side="left", started_at=AT - timedelta(days=40)),
            tally(site="chin", side=None, day=DAY - timedelta(days=1)),
            episode(),
            tally(site="neck", side=None, amount="none"),
            episode(site="eyelid", side="left", started_at=AT + timedelta(hours=1)),
        )
    )
    assert recent_places(journal, DAY) == (
        ("eyelid", "left"), ("calf", "left"), ("chin", None), ("forearm", "right"),
        ("thigh", "left"),
    )  # fmt: skip


def test_the_usual_places_come_first_then_those_that_twitched_last():
    eyelid = [tally(site="eyelid", side="left", day=DAY - timedelta(days=n)) for n in (1, 2, 3)]
    many_in_a_day = [episode(started_at=AT - timedelta(minutes=n)) for n in range(4)]
    long_ago = [tally(site="chin", side=None, day=DAY - timedelta(days=n)) for n in range(28, 40)]
    none = [
        tally(site="neck", side=None, amount="none", day=DAY - timedelta(days=n)) for n in (0, 1)
    ]
    journal = Journal((*eyelid, *many_in_a_day, *long_ago, *none))
    assert usual_places(journal, DAY) == (("eyelid", "left"), ("calf", "left"), ("chin", None))
    assert recent_places(journal, DAY)[0] == ("calf", "left")


def test_what_is_asked_beside_the_day_is_three_things_at_most():
    assert asks_of(visit=False, check=False, result=False) == Asks(first=(), steps=3)
    assert asks_of(visit=True, check=False, result=False) == Asks(first=("visit",), steps=2)
    every = Asks(first=("visit", "check", "result"), steps=0)
    assert asks_of(visit=True, check=True, result=True) == every


def test_single_twitches_are_no_look_back_and_leave_no_room_for_none():
    one = agenda(episode(), exposure())
    assert not one.looked_back
    assert not one.can_be_none
    assert agenda(tally(amount="none")).can_be_none
    assert agenda(episode(), day=DAY + timedelta(days=1)).can_be_none


def test_the_days_beside_a_day_end_with_today_and_begin_with_the_first_there_is():
    beside = neighbours(date(2028, 2, 29), today=date(2028, 3, 1))
    assert (beside.before, beside.after) == (date(2028, 2, 28), date(2028, 3, 1))
    assert neighbours(DAY, today=DAY).after is None
    assert neighbours(date(1900, 1, 1), today=DAY).before is None


def test_what_the_day_before_told_by_hand_can_be_taken_over():
    before = DAY - timedelta(days=1)
    told = told_before(
        Journal(
            (
                exposure(day=before, value=90),
                exposure(code="steps", day=before, value=4000, source="watch"),
                exposure(code="stress", day=before, value=2, source="same as yesterday"),
                exposure(code="sleep_min", day=before - timedelta(days=1), value=400),
                tally(day=before),
            )
        ),
        DAY,
    )
    assert {code: one.value for code, one in told.items()} == {"caffeine": 90, "stress": 2}


@pytest.mark.parametrize(("archived", "taken"), [(False, {"own:rating:ache": 4}), (True, {})])
def test_a_thing_of_ones_own_is_taken_over_until_it_is_archived(archived, taken):
    before, code = DAY - timedelta(days=1), "own:rating:ache"
    told = told_before(
        Journal(
            (
                own_thing(day=before, code=code, name="Ache"),
                own_thing(day=DAY, code=code, name="Ache", archived=archived),
                exposure(day=before, code=code, value=4),
            )
        ),
        DAY,
    )
    assert {code: one.value for code, one in told.items()} == taken


def test_a_day_is_asked_about_its_own_places_first_and_no_later_ones():
    later = episode(site="thigh", side="right", started_at=AT + timedelta(days=2))
    found = agenda(tally(site="chin", side=None, amount="none"), episode(), later)
    assert found.places == (("chin", None), ("calf", "left"))
    assert PLACES == 8


def test_an_empty_journal_asks_what_is_tracked_by_default_and_the_daily_tasks():
    found = agenda()
    assert found.places == ()
    assert found.exposures == ("caffeine", "water_ml", "sleep_min", "stress")
    assert (found.tasks, found.window, found.tally) == (True, False, False)


def test_what_the_person_keeps_track_of_is_asked_and_nothing_else():
    assert agenda(fact("tracked", "steps")).exposures == ("steps",)


def test_daily_tasks_are_due_a_week_after_the_last_look_and_a_later_one_does_not_count():
    assert not agenda(tasks(), day=DAY + timedelta(days=6)).tasks
    assert agenda(tasks(), day=DAY + timedelta(days=7)).tasks
    assert agenda(tasks(), day=DAY - timedelta(days=1)).tasks


def test_nothing_is_due_on_a_day_of_rest():
    times = fact("window_times", "12:00")
    now = AT.astimezone(ZoneInfo("Atlantic/Azores"))
    assert agenda(times, now=now).window
    resting = agenda(times, fact("noting", "quiet"), now=now)
    assert not resting.noting.asked
    assert (resting.tasks, resting.window) == (False, False)
    assert resting.exposures == agenda().exposures


def test_the_whole_day_is_offered_from_the_fifth_single_note_on():
    notes = [episode(started_at=AT + timedelta(minutes=n)) for n in range(5)]
    assert not agenda(*notes[:4]).tally
    assert agenda(*notes).tally
    assert offers_tally(Journal(notes), DAY)
    assert not offers_tally(Journal(notes[:4]), DAY)


def test_a_second_look_at_tasks_finds_the_answers_of_the_first():
    look = tasks(answers={"lift": "harder"})
    assert tasks_noted(Journal((look,)), DAY) == look
    assert tasks_noted(Journal((look,)), DAY + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("entries", "asks"),
    [
        ((), False),
        ((tasks(answers={"lift": "fine"}),), False),
        ((tasks(answers={"lift": "cannot"}),), True),
        ((tasks(answers={"lift": "harder"}),), True),
        ((tasks(answers={"lift": "not_sure"}),), False),
        (
            (
                tasks(answers={"lift": "cannot"}, day=DAY - timedelta(days=7)),
                answers(at=AT - timedelta(days=3)),
                tasks(answers={"lift": "not_sure"}),
            ),
            False,
        ),
        (
            (
                tasks(answers={"lift": "cannot"}, day=DAY - timedelta(days=7)),
                tasks(answers={"lift": "not_sure"}),
            ),
            True,
        ),
        ((tasks(answers={"lift": "cannot"}), answers(at=AT - timedelta(days=1))), True),
        ((tasks(answers={"lift": "cannot"}), answers(at=AT)), True),
        ((tasks(answers={"lift": "cannot"}, day=DAY - timedelta(days=1)), answers(at=AT)), False),
        ((tasks(answers={"lift": "cannot"}, day=DAY + timedelta(days=1)),), False),
        (
            (
                tasks(
                    answers={"lift": "cannot"}, since={"lift": "years"}, explained={"lift": "yes"}
                ),
            ),
            False,
        ),
    ],
)
def test_a_task_that_counts_asks_for_the_check_until_one_was_done_on_a_later_day(entries, asks):
    assert asks_for_check(Journal(entries), DAY) is asks


@pytest.mark.parametrize(
    ("told", "looked_back"),
    [
        ([episode()], False),
        ([episode(started_at=AT + timedelta(minutes=n)) for n in range(5)], False),
        ([episode(), exposure(code="caffeine", value=80)], False),
        ([episode(), exposure(code="stress", value=3)], True),
        ([fact("tracked", "caffeine"), exposure(code="caffeine", value=80)], True),
        ([tally(amount="none")], True),
        ([none_today()], True),
    ],
)
def test_a_day_is_looked_back_on_when_more_than_its_parts_was_told(told, looked_back):
    assert agenda(*told).looked_back is looked_back


@pytest.mark.parametrize(
    ("n_logs", "looked_back", "offered"),
    [(1, False, False), (4, False, False), (5, False, True), (5, True, False)],
)
def test_the_whole_day_is_offered_after_many_single_logs_of_it(n_logs, looked_back, offered):
    assert offers_day(n_logs, lambda: looked_back) is offered


def test_few_single_logs_ask_for_nothing_that_was_noted_of_the_day():
    assert not offers_day(2, lambda: pytest.fail("the day was read"))
