"""The journal: what it knows about days, places, answers and values."""

from datetime import UTC, date, datetime, timedelta

import pytest

from myolog.errors import InvalidEntry
from myolog.journal.cups import Cups, add_up
from myolog.journal.entries import DayExposure
from myolog.journal.model import Journal, refuse_future
from tests import factories as make

FIRST, SECOND, THIRD = (date(2026, 3, day) for day in (7, 8, 9))


def test_entries_stand_in_order_of_day_and_time_whatever_their_order_was() -> None:
    late = make.episode(started_at=make.AT + timedelta(hours=2))
    given = (late, make.question(day=THIRD), make.episode(), make.none_today(day=FIRST))
    journal = Journal(given)
    assert journal == Journal(tuple(reversed(given)))
    assert [entry.kind for entry in journal.entries] == [
        "none_today", "question", "episode", "episode",
    ]  # fmt: skip
    assert journal.entries[-1] is late


def test_an_empty_journal_knows_nothing_and_raises_nothing() -> None:
    empty = Journal()
    assert empty.story is None
    assert not empty.profile
    assert empty.last_answers == ({}, {})
    assert not empty.twitch_days
    assert not empty.observed_days
    assert not empty.group_days
    assert not empty.exposure_values
    assert empty.episodes == empty.tallies == empty.sightings == ()


def test_a_journal_needs_a_real_zone() -> None:
    with pytest.raises(InvalidEntry, match="not a time zone"):
        Journal((), "Mars/Olympus")


def test_the_latest_story_and_fact_hold() -> None:
    journal = Journal((
        make.story(day=SECOND, first_site="calf"),
        make.story(day=THIRD, first_site="thigh"),
        make.story(day=FIRST, first_site="foot"),
        make.fact(day=THIRD, value=43),
        make.fact(day=FIRST, value=42),
        make.fact("sex", "woman", day=FIRST),
    ))  # fmt: skip
    assert journal.story is not None
    assert journal.story.first_site == "thigh"
    assert {code: fact.value for code, fact in journal.profile.items()} == {
        "age_years": 43,
        "sex": "woman",
    }


def test_an_answer_stands_until_the_same_question_is_answered_again() -> None:
    journal = Journal((
        make.answers({"weakness": "none", "wasting": "no"}, reasons={"weakness": "only tired"}),
        make.answers({"weakness": "functional"}, at=make.AT + timedelta(days=1)),
        make.answers({"run_days": 3}, at=make.AT + timedelta(days=2), reasons={"run_days": "gap"}),
    ))  # fmt: skip
    answers, reasons = journal.last_answers
    assert answers == {"weakness": "functional", "wasting": "no", "run_days": 3}
    assert reasons == {"run_days": "gap"}


def test_days_that_were_looked_at_are_told_from_silence() -> None:
    journal = Journal((
        make.tally(day=date(2026, 3, 1), amount="none"),
        make.tally(day=date(2026, 3, 2), amount="some"),
        make.tally(day=date(2026, 3, 3), count=0),
        make.none_today(day=date(2026, 3, 4)),
        make.window(at=datetime(2026, 3, 5, 12, tzinfo=UTC), count=2),
        make.window(at=datetime(2026, 3, 6, 12, tzinfo=UTC), count=0),
        make.episode(started_at=datetime(2026, 3, 7, 12, tzinfo=UTC)),
        make.exposure(day=date(2026, 3, 8)),
        make.tasks(day=date(2026, 3, 9)),
    ))  # fmt: skip
    assert {day.day for day in journal.twitch_days} == {2, 5, 7}
    assert {day.day for day in journal.observed_days} == {1, 2, 3, 4, 5, 7}


def test_both_sides_count_for_both_groups() -> None:
    journal = Journal((
        make.tally(day=FIRST, side="both", amount="some"),
        make.tally(day=SECOND, side="left", amount="some"),
        make.tally(day=THIRD, side="right", amount="none"),
        make.episode(site="thigh", side="right"),
    ))  # fmt: skip
    assert journal.group_days == {"leg_L": {FIRST, SECOND}, "leg_R": {FIRST, THIRD}}


def test_what_the_person_typed_wins_over_every_import() -> None:
    journal = Journal((
        make.exposure(value=100.0, source="Apple Health"),
        make.exposure(value=180.0),
        make.exposure(value=300.0, source="zz table"),
        make.exposure(code="alcohol_g", value=14.0, source="Apple Health"),
        make.exposure(day=FIRST, value=50.0, source="zz table"),
    ))  # fmt: skip
    assert journal.exposure_values == {
        FIRST: {"caffeine": 50.0},
        THIRD: {"caffeine": 180.0, "alcohol_g": 14.0},
    }


@pytest.mark.parametrize(("surer", "other"), [
    ("self", "same as yesterday"),
    ("self", "zz table"),
    ("same as yesterday", "zz table"),
    ("same as yesterday", "Apple Health"),
    ("zz table", "estimated"),
    ("Apple Health", "estimated"),
])  # fmt: skip
def test_of_two_values_of_a_day_the_surer_provenance_counts(surer: str, other: str) -> None:
    values = (make.exposure(value=200.0, source=surer), make.exposure(value=90.0, source=other))
    assert Journal(values).exposure_values == {THIRD: {"caffeine": 200.0}}
    one_more = Cups(day=THIRD, more={"espresso": 1})
    for noted in (values, values[::-1]):
        assert [entry.value for entry in add_up(one_more, noted).entries] == [280.0]


def test_until_leaves_out_what_came_later() -> None:
    journal = Journal((make.none_today(day=FIRST), make.none_today(day=THIRD)), make.ZONE)
    assert journal.until(SECOND) == Journal((make.none_today(day=FIRST),), make.ZONE)
    assert journal.until(THIRD) == journal


def test_a_journal_that_is_cut_is_another_one() -> None:
    whole = Journal((make.tally(day=FIRST), make.tally(day=THIRD)), make.ZONE)
    assert whole.twitch_days == {FIRST, THIRD}
    begun = whole.until(SECOND)
    assert begun.twitch_days == {FIRST}
    assert begun is whole.until(SECOND)
    assert whole.until(FIRST - timedelta(days=1)).entries == ()
    assert whole.until(THIRD) is whole


def test_entries_that_are_exchanged_leave_the_journal_as_if_made_anew() -> None:
    told = make.tally(day=FIRST, amount="many", id="c")
    early, late = make.episode(id="a"), make.tally(day=THIRD, site="thigh", id="b")
    whole = Journal((early, late, told), make.ZONE)
    assert whole.group_days["leg_L"] == {FIRST, make.DAY, THIRD}
    eyelid = make.episode(id="d", site="eyelid")
    changed = whole.exchanged(gone=["b"], new=[eyelid])
    assert changed == Journal((eyelid, told, early), make.ZONE)
    assert changed.group_days == {"leg_L": {FIRST, make.DAY}, "bulbar_eyelid": {make.DAY}}
    assert len(whole.entries) == 3


def test_many_entries_at_once_fall_into_their_places() -> None:
    first, last = make.tally(day=FIRST, id="a"), make.tally(day=date(2026, 3, 10), id="z")
    whole = Journal((first, last), make.ZONE)
    between = [
        make.episode(started_at=make.AT + timedelta(minutes=minute), id=f"b{minute:03}")
        for minute in range(101)
    ]
    changed = whole.exchanged(gone=[], new=between[::-1])
    assert changed.entries == (first, *between, last)


def test_an_added_entry_replaces_the_one_in_its_slot() -> None:
    journal = Journal((make.tally(count=2), make.episode()), make.ZONE)
    changed = journal.with_entries([make.tally(count=5), make.episode()])
    assert [entry.count for entry in changed.tallies] == [5]
    assert len(changed.episodes) == 2
    assert changed.zone == make.ZONE
    assert journal.tallies[0].count == 2


NOW = datetime(2026, 3, 9, 13, 20, tzinfo=UTC)


def test_the_future_is_refused_and_a_fast_clock_forgiven() -> None:
    refuse_future(make.episode(started_at=NOW + timedelta(minutes=5)), now=NOW)
    refuse_future(make.none_today(day=date(2026, 3, 10)), now=NOW)
    refuse_future(make.plan(day=date(2026, 4, 1)), now=NOW)
    with pytest.raises(InvalidEntry, match="time is in the future"):
        refuse_future(make.episode(started_at=NOW + timedelta(minutes=6)), now=NOW)
    for build in (make.none_today, make.story, make.examination, make.medicine):
        with pytest.raises(InvalidEntry, match="2026-03-11 is in the future"):
            refuse_future(build(day=date(2026, 3, 11)), now=NOW)
    with pytest.raises(InvalidEntry, match="in the future"):
        refuse_future(make.none_today(day=date(2026, 3, 10)), now=NOW - timedelta(hours=4))


def test_a_value_added_as_typed_takes_the_place_of_the_one_filled_in():
    taken = make.exposure(value=50, source="same as yesterday")
    journal = Journal((taken, make.exposure(value=60, source="watch")))
    after = journal.with_entries([make.exposure(value=140), make.none_today(day=make.DAY)])
    told = {one.source: one.value for one in after.of(DayExposure)}
    assert told == {"watch": 60, "self": 140}


def test_what_is_taken_in_beside_nothing_that_stays_is_put_in_order() -> None:
    only = Journal((make.episode(id="a"),))
    coming = [make.none_today(day=SECOND, id="c"), make.none_today(day=FIRST, id="b")]
    changed = only.exchanged(gone=["a"], new=coming)
    assert [one.id for one in changed.entries] == ["b", "c"]


def test_an_entry_that_is_the_same_every_day_is_named_for_another() -> None:
    sleep = make.exposure(code="sleep_min", value=420.0)
    named = sleep.named("new", day=SECOND)
    assert (named.id, named.day, named.value) == ("new", SECOND, 420.0)
    with pytest.raises(InvalidEntry, match="1900"):
        sleep.named("new", day=date(1066, 10, 14))


def test_a_story_may_leave_open_whether_it_is_still_there() -> None:
    assert make.story(ongoing=None).ongoing is None
