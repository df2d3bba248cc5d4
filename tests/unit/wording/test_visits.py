"""What became of a result, in words a person reads."""

from dataclasses import replace
from datetime import date

import pytest

from myolog.errors import InvalidEntry
from myolog.journal.model import Journal
from myolog.triage.examined import Looked
from myolog.triage.follow_up import follow_up
from myolog.triage.urgency import Urgency
from myolog.wording.entries import one_line
from myolog.wording.visits import (
    needed_in_words,
    overdue_in_words,
    state_in_words,
    told_in_words,
    took_place_in_words,
)
from tests.factories import examination, told, visit

FIRST = date(2026, 3, 11)
BOOKED = visit(day=FIRST, on=date(2026, 3, 20), by="family_doctor")
SEEN = examination(day=date(2026, 3, 18), what="visit", by="neurologist")


def found(*entries, urgency="SOON", today=date(2026, 3, 12)):
    results = [told(FIRST, Urgency[urgency])]
    return follow_up(Journal(entries), results, today=today)


@pytest.mark.parametrize(
    ("follow", "said"),
    [
        (found(urgency="SELF_CARE"), "Nothing is asked of you now."),
        (found(), "Open. By Wednesday 1 April 2026."),
        (found(BOOKED), "Booked for Friday 20 March 2026."),
        (
            found(BOOKED, today=date(2026, 3, 23)),
            "A visit was booked for Friday 20 March 2026. How did it go?",
        ),
        (
            found(visit(day=FIRST, on=date(2026, 4, 10))),
            "Booked for Friday 10 April 2026. Friday 10 April 2026 is after Wednesday 1 April "
            "2026. Ask if there is an earlier day, or call again and say how soon your result asks "
            "you to be seen.",
        ),
        (found(SEEN, today=date(2026, 3, 19)), "Seen on Wednesday 18 March 2026."),
        (
            found(
                examination(day=date(2026, 3, 18), what="visit", review=date(2026, 4, 2)),
                today=date(2026, 3, 19),
            ),
            "Seen on Wednesday 18 March 2026. The next visit is to be on Thursday 2 April 2026.",
        ),
    ],
)
def test_where_it_stands(follow, said):
    assert state_in_words(follow) == said


def test_a_visit_booked_for_a_calmer_result_is_too_late_for_a_graver_one():
    booked = visit(day=FIRST, on=date(2026, 3, 18))
    results = [told(FIRST, Urgency.SOON), told(date(2026, 3, 13), Urgency.URGENT)]
    follow = follow_up(Journal([booked]), results, today=date(2026, 3, 13))
    assert state_in_words(follow) == (
        "Booked for Wednesday 18 March 2026. "
        "Wednesday 18 March 2026 is after Sunday 15 March 2026. "
        "Ask if there is an earlier day, or call again and say how soon your result asks you to be "
        "seen."
    )


def test_below_the_result_its_day_is_not_said_again():
    late = found(today=date(2026, 4, 9))
    assert state_in_words(late) == (
        "Still open. The last day was Wednesday 1 April 2026. "
        "It is not too late. Please book a visit now."
    )
    assert state_in_words(late, below_result=True) == "No visit is noted yet."


ASKS = (
    ("", {}, ""),
    ("new", {"signs": ("weakness",), "places": (("hand", "left"),), "beside": ("cramp",)},
     "Since the visit of Wednesday 18 March 2026 something is new or stronger. It needs a look "
     "too. New or stronger: weakness; your left hand; cramp."),
    ("new", {},
     "Since the visit of Wednesday 18 March 2026 something is new or stronger. It needs a look "
     "too."),
    ("no_look", {},
     "For the visit of Wednesday 18 March 2026 no look at strength and reflexes is noted, so this "
     "is still to be looked at. If there was one, note it there."),
    ("missed", {"missed": date(2026, 3, 25)},
     "After the visit of Wednesday 18 March 2026 the next one was to be on Wednesday 25 March "
     "2026, and none is noted since."),
    ("long_ago", {},
     "The last visit, Wednesday 18 March 2026, was some time ago. Ask the practice what comes "
     "next."),
)  # fmt: skip


@pytest.mark.parametrize(("why", "more", "said"), ASKS)
def test_why_a_visit_does_not_cover_the_result_is_said(why, more, said):
    look = Looked(visit=SEEN, why=why, **more)
    follow = replace(found(), look=look)
    assert state_in_words(follow) == f"{said} Open. By Wednesday 1 April 2026.".lstrip()
    assert state_in_words(follow, below_result=True) == (said or "No visit is noted yet.")
    assert state_in_words(replace(found(BOOKED), look=look)) == (
        f"{said} Booked for Friday 20 March 2026.".lstrip()
    )


def test_who_was_seen_before_the_result_is_not_told_that_no_visit_is_noted():
    before = found(examination(day=date(2026, 3, 2), what="visit"))
    assert state_in_words(before, below_result=True) == (
        "The last visit noted, Monday 2 March 2026, was before this result."
    )


def test_an_overdue_visit_is_said_kindly_and_one_in_time_not_at_all():
    assert overdue_in_words(found()) == ""
    assert overdue_in_words(found(today=date(2026, 4, 9))) == (
        "Your result of Wednesday 11 March 2026 said to be seen by Wednesday 1 April 2026. "
        "If that has not worked out, "
        "please book a visit now. If you have been, tell it here."
    )


def test_what_was_saved_is_said_and_what_follows_from_it():
    fits = told_in_words(BOOKED, found(BOOKED))
    assert fits == (
        "Saved: booked for Friday 20 March 2026.",
        "The last day for it is Wednesday 1 April 2026. That fits.",
    )
    late = visit(day=FIRST, on=date(2026, 4, 20))
    assert told_in_words(late, found(late))[1].startswith(
        "Monday 20 April 2026 is after Wednesday 1 April 2026."
    )
    now = visit(day=FIRST, on=date(2026, 3, 12))
    assert told_in_words(now, found(now)) == ("Saved: booked for Thursday 12 March 2026.",)
    reminder = visit(event="later", day=FIRST, on=date(2026, 3, 15), by="")
    assert told_in_words(reminder, found(reminder)) == (
        "Saved. You will be reminded on Sunday 15 March 2026, once it is in your calendar.",
    )
    assert told_in_words(SEEN, found(SEEN, today=date(2026, 3, 19))) == (
        "Saved: you have been seen on Wednesday 18 March 2026.",
        "Do the check again: it asks what is explained, and whether anything is new since.",
    )
    before = examination(day=date(2026, 3, 2), what="visit")
    assert told_in_words(before, found(before)) == (
        "Saved as an earlier visit, Monday 2 March 2026. It was before your result of "
        "Wednesday 11 March 2026, so "
        "that result is still open.",
    )
    test = examination(day=date(2026, 3, 2), what="EMG", by="")
    assert told_in_words(test, found(test)) == (
        "Saved: you have been seen on Monday 2 March 2026.",
    )


def test_of_a_booked_visit_whose_day_has_passed_it_is_asked_whether_it_took_place():
    assert took_place_in_words(found(BOOKED, today=date(2026, 3, 20))) == ""
    passed = found(BOOKED, today=date(2026, 3, 23))
    assert took_place_in_words(passed) == "Did the visit of Friday 20 March 2026 take place?"
    missed = replace(BOOKED, event="missed")
    assert told_in_words(missed, found(missed, today=date(2026, 3, 23))) == (
        "Noted: the visit of Friday 20 March 2026 did not take place.",
        "The visit is still needed. Open. By Wednesday 1 April 2026.",
    )


def test_where_it_is_asked_below_what_came_of_a_visit_it_is_not_asked_twice():
    passed = found(BOOKED, today=date(2026, 3, 23))
    assert state_in_words(passed, asked_below=True) == ""
    long_ago = found(BOOKED, today=date(2026, 4, 20))
    assert took_place_in_words(long_ago) == ""
    assert state_in_words(long_ago, asked_below=True) == (
        "A visit was booked for Friday 20 March 2026. How did it go?"
    )
    assert state_in_words(found(BOOKED), asked_below=True) == "Booked for Friday 20 March 2026."


def test_of_a_visit_on_the_day_of_a_result_it_is_said_what_is_not_told():
    that_day = examination(day=FIRST, what="visit")
    open_still = found(that_day)
    assert state_in_words(open_still) == (
        "There is a visit on Wednesday 11 March 2026, the day of this result. Whether it was after "
        "the result is not noted. If it was, say so there. Open. By Wednesday 1 April 2026."
    )
    assert told_in_words(that_day, open_still) == (
        "Saved: you have been seen on Wednesday 11 March 2026.",
        "It is not told whether this was after the result of that day, so that result is still "
        "open.",
    )
    before = replace(that_day, to_result="before")
    assert told_in_words(before, found(before)) == (
        "Saved as an earlier visit, Wednesday 11 March 2026. It was before your result of "
        "Wednesday 11 March 2026, so that result is still open.",
    )
    after = replace(that_day, to_result="after")
    assert state_in_words(found(after)) == "Seen on Wednesday 11 March 2026."
    assert one_line(after) == "Visit to a doctor: result not known, after the result of that day"


def test_a_test_without_a_name_of_who_did_it_is_one_line():
    assert "EMG" in one_line(examination(what="EMG", by=""))


def test_the_next_visit_does_not_lie_before_this_one():
    with pytest.raises(InvalidEntry, match="The next visit lies before this one"):
        examination(day=date(2026, 3, 18), review=date(2026, 3, 17))
    with pytest.raises(InvalidEntry, match="That day has passed"):
        visit(day=date(2026, 3, 18), on=date(2026, 3, 17))


def test_a_visit_is_needed_also_after_its_result_has_expired():
    """Kindly after the day of a normal visit; what asks for care today is not called in time."""
    normal = found(urgency="ROUTINE", today=date(2026, 3, 30))
    assert needed_in_words(normal) == "The visit is still needed. Open. By Wednesday 8 April 2026."
    assert needed_in_words(found(urgency="ROUTINE", today=date(2026, 4, 9))) == (
        "The visit is still needed. Still open. The last day was Wednesday 8 April 2026. "
        "It is not too late. Please book a visit now."
    )
    assert needed_in_words(found(urgency="EMERGENCY", today=date(2026, 3, 30))) == (
        "The visit is still needed. Still open. The last day was Wednesday 11 March 2026. "
        "Please get help today."
    )
    assert needed_in_words(found(BOOKED, today=date(2026, 3, 23))) == (
        "The visit is still needed. A visit was booked for Friday 20 March 2026. How did it go?"
    )
    assert needed_in_words(found(BOOKED)) == ""
    assert needed_in_words(found(SEEN, today=date(2026, 3, 30))) == ""
    assert needed_in_words(found(urgency="SELF_CARE", today=date(2026, 3, 30))) == ""


def test_care_that_was_asked_for_that_day_is_not_asked_to_be_booked():
    late = found(urgency="SAME_DAY", today=date(2026, 3, 20))
    assert overdue_in_words(late) == (
        "Your result of Wednesday 11 March 2026 asked you to get help that day. If that has not "
        "worked out, please get help today. If you have been seen, tell it here."
    )
