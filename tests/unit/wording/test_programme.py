"""A day of the steps laid out, its counts, and why a day asks nothing."""

from datetime import date, timedelta

import pytest

from myolog.content.languages import speaking
from myolog.wording.programme import (
    counts_of,
    day_lines,
    gentle_lines,
    looks_in_words,
    rest_of,
    swap_of,
)
from tests.factories import tally
from tests.unit.programme.test_plan import begun, event, plan
from tests.unit.programme.test_progress import progress


def test_three_lines_come_first_and_the_others_follow():
    lines = day_lines(plan(begun(), 6))
    assert [(one.command, one.title) for one in lines.first] == [
        ("caffeine", "At most 170 mg of caffeine"),
        ("quiet", "Ten quiet minutes"),
        ("sleep", "To bed at your usual time"),
    ]
    assert [one.step for one in lines.others] == ["STEP-2", "STEP-5"]
    assert lines.guarded == ()
    assert [one.practice for one in lines.first] == [False, True, False]
    assert gentle_lines(None) == ()


def test_a_step_of_which_a_guard_speaks_says_so():
    (line,) = day_lines(plan(begun(heart_disease="yes"), 6)).guarded
    assert line.step == "STEP-2"
    assert line.says


def test_each_step_has_its_plain_count():
    counts = counts_of(progress(begun(event(1, "step_done", "STEP-4")), 4))
    quiet = next(one for one in counts if one.command == "quiet")
    assert (quiet.done, quiet.days) == (1, 3)
    assert counts_of(progress(begun(), 1)) == ()


@pytest.mark.parametrize(("number", "says"), [(6, True), (12, False)])
def test_a_swap_is_named_on_the_way_down_only(number, says):
    assert bool(swap_of(plan(begun(), number))) is says


def test_the_days_of_looking_back_are_told_with_their_weekday():
    assert looks_in_words(plan(begun(event(5, "stopped")), 6)) == ""
    assert looks_in_words(plan(begun(), 6)).startswith(
        "We look back on Friday 27 March, and once more on Friday 3 April."
    )


@pytest.mark.parametrize(
    ("n_before", "english", "german"),
    [
        (6, "nobody can say then whether it is better or worse", "lässt sich dann nicht sagen"),
        (7, "The answer may be likely better, cannot tell yet, or worse.", "wahrscheinlich besser"),
    ],
)
def test_without_days_to_compare_with_no_better_or_worse_is_promised(n_before, english, german):
    noted = [tally(day=date(2026, 3, 6) - timedelta(days=back)) for back in range(1, n_before + 1)]
    today = plan(begun(*noted), 6)
    assert english in looks_in_words(today)
    assert ("likely better" in looks_in_words(today)) is (n_before == 7)
    with speaking("de"):
        assert german in looks_in_words(today)
        assert ("wahrscheinlich besser" in looks_in_words(today)) is (n_before == 7)


@pytest.mark.parametrize(
    ("journal", "number", "urgent", "title", "text"),
    [
        (begun(), 6, True, "See a doctor first. The steps can wait.", "see a doctor soon"),
        (begun(age_years=9), 6, False, "The steps are made for adults.", ""),
        (begun(event(5, "paused")), 6, False, "Paused. Nothing is lost.", ""),
        (begun(), 29, False, "Your four weeks are over.", ""),
        (
            begun(event(6, "stopped")),
            6,
            False,
            "You ended the steps on Wednesday 11 March 2026.",
            "",
        ),
    ],
)
def test_a_day_that_asks_nothing_says_why(journal, number, urgent, title, text):
    resting = rest_of(plan(journal, number, urgent=urgent))
    assert resting is not None
    assert resting.title == title
    assert text in resting.text


def test_a_day_that_asks_something_rests_on_nothing():
    assert rest_of(plan(begun(), 6)) is None


def test_a_pause_says_where_caffeine_goes_on_only_to_who_cuts_it():
    says = "Caffeine then begins from what you noted in the break."
    paused, off = event(5, "paused"), event(4, "part", "STEP-1", "off")
    cutting, leaving_out, guarded = (
        rest_of(plan(journal, 6))
        for journal in (begun(paused), begun(paused, off), begun(paused, lithium="yes"))
    )
    assert cutting is not None
    assert cutting.text.endswith(says)
    assert leaving_out is not None
    assert says not in leaving_out.text
    assert guarded is not None
    assert says not in guarded.text
