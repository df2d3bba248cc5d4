"""The way down with caffeine after a break, and with an amount of one's own.

The numbers are worked out by hand from the guide's rule: 600 to 100 mg in seven days is 530, 455,
385, 315, 245, 170, 100; from 400 to 100 mg it is 355, 315, 270, 230, 185, 145, 100.
"""

import pytest

from myolog.programme.record import chosen_goal, record_of
from tests.factories import exposure, fact
from tests.unit.programme.test_plan import begun, by_code, event, on, plan


def cups(first, last, value=600):
    return tuple(exposure(day=on(number), value=value) for number in range(first, last + 1))


def asked(journal, *numbers):
    """Return the caffeine of some days, each as it is shown on that day."""
    return [by_code(plan(journal, number))["STEP-1"].amount for number in numbers]


def test_after_two_weeks_of_pause_at_600_mg_it_begins_again_at_the_top():
    journal = begun(event(6, "paused"), event(20, "resumed"), *cups(6, 19))
    assert asked(journal, 5) == [245]
    assert asked(journal, 20, 21, 22, 26, 27) == [530, 455, 385, 100, 100]
    day = plan(journal, 21)
    assert (day.number, day.ceilings) == (
        7, (530, 455, 385, 315, 245, 530, 455, 385, 315, 245, 170, 100),
    )  # fmt: skip


def test_a_step_left_out_and_taken_up_keeps_the_own_goal_and_does_not_fall():
    journal = begun(
        event(3, "goal", "STEP-1", "400"),
        event(8, "part", "STEP-1", "off"),
        event(15, "part", "STEP-1", "on"),
        *cups(8, 14),
    )
    # from 600 to 400 mg in seven days
    assert asked(journal, 7, 15, 16, 21, 28) == [400, 570, 545, 400, 400]
    without = begun(
        event(4, "part", "STEP-1", "off"), event(18, "part", "STEP-1", "on"), *cups(4, 17)
    )
    assert asked(without, 3, 18, 19) == [385, 530, 455]


def test_off_and_on_of_one_day_keep_what_was_chosen_on_it():
    journal = begun(event(1, "goal", "STEP-1", "300"))
    for value in ("off", "on", "off"):
        journal = begun(event(1, "goal", "STEP-1", "300"), event(1, "part", "STEP-1", value))
        assert ("STEP-1" in by_code(plan(journal, 1))) is (value == "on")
    record = record_of(journal, plan(journal, 1).period, on(1))
    assert [one.event for one in chosen_goal(record, on(1), "STEP-1", "on")] == ["part"]
    assert [one.value for one in chosen_goal(record, on(1), "STEP-2", "2000")] == ["2000"]
    assert [(one.event, one.value) for one in chosen_goal(record, on(1), "STEP-1", "350")] == [
        ("goal", "350"), ("part", "on"),
    ]  # fmt: skip
    back = begun(event(1, "goal", "STEP-1", "300"), event(1, "part", "STEP-1", "on"))
    assert asked(back, 1, 7) == [555, 300]  # 600 to 300 mg in seven days


def test_an_amount_of_ones_own_given_up_falls_little_by_little():
    journal = begun(event(3, "goal", "STEP-1", "400"), event(15, "goal", "STEP-1", "100"))
    assert asked(journal, 14, 15, 16, 17, 21) == [400, 355, 315, 270, 100]
    small = begun(event(3, "goal", "STEP-1", "120"), event(15, "goal", "STEP-1", "100"))
    assert asked(small, 14, 15) == [120, 100], "25 mg or less need no way"
    kept = begun(event(2, "goal", "STEP-1", "200"), event(4, "goal", "STEP-1", "100"))
    assert asked(kept, 3, 4, 5, 7) == [385, 315, 245, 100], "never above it, so nothing changes"


def test_a_lower_target_goes_on_from_where_it_stands():
    half = begun(event(1, "goal", "STEP-1", "300"), event(9, "goal", "STEP-1", "100"))
    assert asked(half, 8, 9, 10, 15) == [300, 270, 245, 100]


def test_a_guard_that_holds_no_more_was_a_break():
    told = (fact("lithium", "yes", day=on(5)), fact("lithium", "no", day=on(15)))
    journal = begun(*told, *cups(5, 14))
    assert asked(journal, 4, 14, 15, 16) == [315, None, 530, 455]


@pytest.mark.parametrize(
    ("notes", "again"),
    [
        ((), 530),  # nothing is known of ten days: the usual amount may have come back
        (cups(8, 12, 200), 185),  # five of the last seven days
        (cups(9, 12, 200), 530),  # four are too few
        (cups(10, 12, 700), 615),  # from 700 mg
        (cups(3, 5), 530),  # too long ago
        (cups(8, 12, 90), 100),
        (cups(8, 12, 120), 120),  # so little to cut that it may stay
    ],
)
def test_it_begins_again_from_what_was_noted_in_a_long_break(notes, again):
    assert asked(begun(event(3, "paused"), event(13, "resumed"), *notes), 13) == [again]


@pytest.mark.parametrize(
    ("notes", "again"),
    [
        ((), 385),  # goes on: 455 stood before
        (cups(3, 3), 530),
        (cups(3, 4), 530),
        (cups(3, 4, 430), 385),
        (cups(3, 4, 200), 185),
    ],
)
def test_and_in_a_short_one(notes, again):
    assert asked(begun(event(3, "paused"), event(5, "resumed"), *notes), 5) == [again]


def test_a_headache_after_a_break_holds_the_amount_of_that_day():
    aches = (event(20, "headache", value="6"), event(21, "headache", value="7"))
    journal = begun(event(6, "paused"), event(20, "resumed"), *cups(6, 19), *aches)
    assert asked(journal, 20, 21, 22, 23) == [530, 455, 455, 385]


def test_a_pause_that_lasts_and_a_stop_end_the_way():
    assert plan(begun(event(4, "paused")), 9).ceilings == (530, 455, 385)
    assert plan(begun(event(4, "stopped")), 9).ceilings == (530, 455, 385, 315)


def test_after_the_break_of_a_step_old_files_are_read_as_before():
    journal = begun(event(2, "goal", "STEP-1", "off"), event(3, "goal", "STEP-1", "on"))
    assert "STEP-1" not in by_code(plan(journal, 2))
    assert asked(journal, 3) == [455], "one day of which nothing is known: it goes on"
