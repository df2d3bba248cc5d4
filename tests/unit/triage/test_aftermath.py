"""After an emergency or same-day result: what the next check asks first, and what stays said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from myolog.exporters.history import history_as_dicts
from myolog.journal.model import Journal
from myolog.triage.aftermath import not_seen_since, still_counts, visit_since
from myolog.triage.assessment import decide
from myolog.triage.conversation import Conversation
from myolog.triage.follow_up import follow_up
from myolog.triage.history import Told, history_of
from myolog.triage.screens import doubt_about
from myolog.wording.aftermath import (
    check_wanted,
    seen_first,
    still_in_words,
    unseen_advice,
)
from myolog.wording.help_numbers import help_in
from myolog.wording.history import history_in_words
from myolog.wording.result import checked_today, help_only
from tests.factories import examination, tasks, visit

FIRST = date(2026, 3, 11)
GRAVE = decide({"age_years": 40, "breathing": "lying_flat_or_rest"})
CHEST = decide({"heart": "chest_pain_or_faint"})
CRISIS = decide({"age_years": 40, "mood": "suicidal"})
CALM = decide({"run_days": 15})


def told(assessment, after=0, *, has_risen=False):
    return Told(day=FIRST + timedelta(days=after), assessment=assessment, has_risen=has_risen)


def seen(after):
    return Journal([examination(day=FIRST + timedelta(days=after), what="visit")])


@pytest.mark.parametrize(
    ("results", "journal", "asks"),
    [
        ([], Journal(), False),
        ([told(CALM)], Journal(), False),
        ([told(GRAVE)], Journal(), True),
        ([told(GRAVE)], seen(2), False),
        ([told(GRAVE, 5)], seen(2), True),
    ],
)
def test_who_was_sent_today_is_asked_first_whether_somebody_saw_them(results, journal, asks):
    today = FIRST + timedelta(days=6)
    found = not_seen_since(results, journal, today=today)
    assert found == (results[-1] if asks else None)
    conversation = Conversation(journal=journal, today=today, results=results)
    assert conversation.asks_whether_seen == found
    assert conversation.became.urgency == (results[-1].urgency if results else None)


@pytest.mark.parametrize(
    ("results", "journal", "said"),
    [
        ([], Journal(), ""),
        ([told(GRAVE)], Journal(), ""),
        ([told(CALM)], Journal(), ""),
        ([told(GRAVE), told(CALM, 15)], Journal(), ""),
        (
            [told(GRAVE), told(CALM, 3)],
            Journal(),
            "This calmer result may not be enough: on Wednesday 11 March 2026 your answers "
            "asked for care "
            "the same day, and no visit is noted since. A sign that has gone can still need a "
            "look. Please have it looked at, even if you feel better.",
        ),
        (
            [told(GRAVE), told(CALM, 14)],
            seen(1),
            "On Wednesday 11 March 2026 your answers asked for care the same day. A calmer "
            "result now does "
            "not undo that: keep to what the doctor told you then, and go back if the sign "
            "returns.",
        ),
        (
            [told(CRISIS), told(CALM, 3)],
            Journal(),
            "On Wednesday 11 March 2026 we asked you to talk to someone at once. A calmer "
            "result now does "
            "not undo that: please stay in touch with those who help you.",
        ),
    ],
)
def test_a_calmer_result_within_14_days_says_why_it_may_not_be_enough(results, journal, said):
    found = still_counts(results, journal, today=FIRST + timedelta(days=15))
    assert still_in_words(found, help_in("AT")) == said


def known(assessment, after, *, withdrawn=False):
    """Return a result that was said after the visit of its day had been noted."""
    known = replace(told(assessment, after), visits_known=frozenset({"v"}))
    return replace(known, withdrawn=withdrawn)


NOTED = Journal(
    [examination(day=FIRST + timedelta(days=4), what="visit", id="v", to_result="after")]
)


@pytest.mark.parametrize(
    ("results", "said"),
    [
        (
            [known(CHEST, 4), known(CALM, 4)],
            "This calmer result may not be enough: on Sunday 15 March 2026 your answers asked for "
            "emergency help at once, and no visit is noted since. A sign that has gone can still "
            "be serious. Please have it looked at today, even if you feel better. If it comes "
            "back, call 144.",
        ),
        (
            [known(CHEST, 4, withdrawn=True), known(CALM, 4)],
            "An answer of Sunday 15 March 2026, since put right or deleted, asked for "
            "emergency help at once. If it was true after all, call 144 now.",
        ),
        (
            [told(CHEST, 4), known(CALM, 4)],
            "On Sunday 15 March 2026 your answers asked for emergency help at once. A calmer "
            "result now does not undo that: keep to what the doctor told you then, and call 144 if "
            "the sign returns.",
        ),
        (
            [replace(told(GRAVE), withdrawn=True), told(CALM, 1)],
            "An answer of Wednesday 11 March 2026, since put right or deleted, asked for "
            "care the same day. If it was true after all, a visit is needed today.",
        ),
        (
            [known(GRAVE, 4), known(CHEST, 4, withdrawn=True), known(CALM, 4)],
            "This calmer result may not be enough: on Sunday 15 March 2026 your answers asked for "
            "care the same day, and no visit is noted since. A sign that has gone can still need a "
            "look. Please have it looked at, even if you feel better.",
        ),
    ],
)
def test_a_visit_noted_before_an_alarm_of_its_day_is_no_care_for_it(results, said):
    found = still_counts(results, NOTED, today=FIRST + timedelta(days=4))
    assert still_in_words(found, help_in("AT")) == said


def test_after_an_alarm_behind_the_visit_of_its_day_it_is_asked_whether_somebody_was_seen():
    alarm, today = known(CHEST, 4), FIRST + timedelta(days=4)
    assert not_seen_since([alarm], NOTED, today=today) == alarm
    assert not_seen_since([told(CHEST, 4)], NOTED, today=today) is None
    assert follow_up(NOTED, [alarm], today=today).state == "open"
    assert follow_up(NOTED, [told(CHEST, 4)], today=today).state == "seen"


def test_the_first_question_and_its_no_are_about_what_was_asked_for():
    numbers = help_in("AT")
    assert seen_first(told(GRAVE)) == (
        "On Wednesday 11 March 2026 your result asked you to be seen the same day. Has a doctor "
        "seen you since?"
    )
    assert seen_first(told(CRISIS)) == (
        "On Wednesday 11 March 2026 we asked you to talk to someone at once. Have you had "
        "help since?"
    )
    said = unseen_advice(told(GRAVE), numbers)
    assert said.startswith(
        "Please do that first: call your doctor's office and ask to be seen today."
    )
    assert "144" not in said
    booked = visit(day=FIRST, on=FIRST + timedelta(days=1), by="family_doctor")
    follow = follow_up(Journal([booked]), [told(GRAVE)], today=FIRST)
    assert unseen_advice(told(GRAVE), numbers, follow) == (
        "Booked for Thursday 12 March 2026. Thursday 12 March 2026 is after Wednesday 11 March "
        "2026. Ask if there is an earlier day, or call again and say how soon your result asks you "
        "to be seen. If it gets worse before then, do the check again at once. You can go on with "
        "the check now."
    )
    assert "call 144." in unseen_advice(told(CHEST), numbers)
    assert "If you might act on it, call 144." in unseen_advice(told(CRISIS), numbers)


def test_what_changed_a_result_is_told_in_its_history():
    results = [told(CALM), told(GRAVE, 2, has_risen=True), told(GRAVE, 4), told(CALM, 9)]
    past = history_of(results, seen(3), today=FIRST)
    first, risen, again, calmer = history_in_words(
        past, numbers=help_in("AT"), home="Europe/Vienna", today=FIRST
    )
    assert (first.level, first.changes[0]) == ("ROUTINE", "Your first check.")
    assert risen.changes[0] == "What was noted since changed it, before a new check was finished."
    assert risen.changes[1].startswith("New: ")
    assert [one.partition(":")[0] for one in risen.acts] == ["Saturday 14 March 2026"]
    assert again.changes == ("You checked again.", "The signs were the same as before.")
    assert calmer.changes[-1].startswith("No longer reported: ")


def test_a_second_check_on_one_day_is_told_what_the_first_asks_for():
    assert checked_today(CALM) == (
        "You checked today. If nothing is new, that result still counts."
    )
    assert checked_today(GRAVE) == "You checked today. Please do first what that result asks for."
    assert checked_today(GRAVE, seen=True) == checked_today(CALM)


def test_help_alone_names_its_reason_and_whether_anything_else_waits():
    why, others = help_only(CRISIS)
    assert why.reason == "You think about ending your life."
    assert others is False
    assert help_only(decide({"mood": "suicidal", "run_days": 15}))[1] is True


def test_what_another_window_answered_joins_and_the_graver_stands():
    one = Conversation(journal=Journal(), today=FIRST, answers={"heart": "none"})
    joined = one.joined_with({"heart": "palpitations", "run_days": 3})
    assert joined.answers["heart"] == "palpitations"
    assert joined.says_more_than({"heart": "none"})
    assert not one.says_more_than({"heart": "none"})


def test_the_history_is_codes_for_programs():
    (one,) = history_as_dicts(history_of([told(CRISIS)], Journal(), today=FIRST))
    assert (one["day"], one["help_only"], one["has_risen"]) == (FIRST.isoformat(), True, False)


def test_a_doubt_about_a_part_names_it_and_one_about_a_tick_cannot():
    assert doubt_about("breathing", "severe") == {"breathing": "not_sure:severe"}
    assert doubt_about("cauda_equina", True) == {"cauda_equina": "not_sure"}


def test_every_number_of_a_country_is_listed_once_the_longest_first():
    numbers = help_in("DE").every
    assert numbers[-1] == "112"
    assert list(map(len, numbers)) == sorted(map(len, numbers), reverse=True)


def test_a_result_that_was_put_right_is_no_sign_that_has_gone():
    mistaken = replace(told(GRAVE), withdrawn=True)
    after = still_counts([mistaken, told(CALM)], Journal(), today=FIRST)
    said = still_in_words(after, help_in("AT"))
    assert said == (
        "An answer of Wednesday 11 March 2026, since put right or deleted, asked for care "
        "the same day. If it was true after all, a visit is needed today."
    )
    past = history_of([mistaken, told(CALM)], Journal(), today=FIRST)
    one, _ = history_in_words(
        past, numbers=help_in("GB", "Europe/London"), home="Europe/London", today=FIRST
    )
    assert "Its answers were put right or deleted later." in one.changes


@pytest.mark.parametrize(
    ("results", "journal", "asks"),
    [
        ([], Journal(), False),
        ([told(CALM)], Journal(), False),
        ([told(CALM)], seen(3), True),
        ([told(decide({"run_days": 3}))], seen(3), False),
        ([told(CALM), told(CALM, 4)], seen(3), False),
        ([told(GRAVE, 4)], seen(3), False),
    ],
)
def test_after_a_visit_the_check_is_asked_for_until_one_was_done(results, journal, asks):
    found = visit_since(results, journal, today=FIRST + timedelta(days=20))
    assert (found is not None) is asks


def test_why_the_check_is_asked_for_is_said():
    day = FIRST + timedelta(days=3)
    harder = Journal([tasks(day=day, answers={"jar": "cannot"})])
    today = day + timedelta(days=9)
    assert check_wanted([told(CALM)], Journal(), today=today) == ""
    assert check_wanted([told(CALM)], harder, today=today) == (
        "A daily task has got harder. The check asks what is behind it, and says how soon to see a "
        "doctor."
    )
    assert check_wanted([told(CALM)], seen(3), today=today) == (
        "You were seen on Saturday 14 March 2026. The check asks what was explained, and whether "
        "anything is new since."
    )
