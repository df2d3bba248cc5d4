"""On how many days each step was done."""

import pytest

from myolog.journal.periods import latest_period
from myolog.programme.progress import progress_of
from tests.factories import exposure, none_today
from tests.unit.programme.test_plan import begun, event, on


def progress(journal, number):
    return progress_of(journal, latest_period(journal, on(number)), on(number))


def counts(journal, number):
    return {one.step.code: (one.n_done, one.n_days) for one in progress(journal, number).counts}


def test_on_the_first_day_nothing_is_counted_yet():
    assert counts(begun(event(1, "step_done", "STEP-4")), 1) == {}
    assert not progress(begun(), 1).is_valid


def test_plain_counts_up_to_yesterday():
    journal = begun(*(event(n, "step_done", "STEP-4") for n in (1, 3, 6)), none_today(day=on(2)))
    assert counts(journal, 6) == {
        "STEP-1": (0, 5), "STEP-2": (0, 5), "STEP-3": (0, 5), "STEP-4": (2, 5), "STEP-5": (1, 5),
    }  # fmt: skip


def test_pauses_left_out_steps_and_guarded_steps_do_not_count():
    journal = begun(
        event(3, "paused"),
        event(6, "resumed"),
        event(7, "goal", "STEP-3", "off"),
        lithium="yes",
    )
    assert counts(journal, 9) == {
        "STEP-2": (0, 5), "STEP-3": (0, 3), "STEP-4": (0, 5), "STEP-5": (0, 5),
    }  # fmt: skip


@pytest.mark.parametrize(("n_done", "valid"), [(12, False), (13, True)])
def test_sixty_of_a_hundred_step_days_from_day_8_on_make_it_valid(n_done, valid):
    others = (event(1, "goal", step, "off") for step in ("STEP-1", "STEP-2", "STEP-3", "STEP-5"))
    ticks = (event(n, "step_done", "STEP-4") for n in (*range(1, 8), *range(8, 8 + n_done)))
    found = progress(begun(*others, *ticks), 40)
    assert (found.n_done, found.n_asked) == (n_done, 21)
    assert found.is_valid is valid


def test_days_on_which_caffeine_is_only_noted_count_neither_way():
    noted = [exposure(day=on(number), value=400) for number in (1, 2, 3)]
    assert "STEP-1" not in counts(begun(*noted, usual=None), 4)
