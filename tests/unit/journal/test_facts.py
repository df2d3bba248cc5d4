"""What the person last told about themselves, in the profile or in the check."""

from datetime import timedelta

import pytest

from myolog.journal.facts import told_fact
from myolog.journal.model import Journal
from tests.factories import AT, DAY, answers, fact

LATER = DAY + timedelta(days=10)


def at(days):
    return AT + timedelta(days=days)


def test_what_was_never_told_is_unknown():
    assert told_fact(Journal(), "lithium", DAY) is None
    assert told_fact(Journal((fact("lithium", "no", day=LATER),)), "lithium", DAY) is None


@pytest.mark.parametrize(
    ("profile_day", "answer_day", "expected"), [(0, 1, "yes"), (1, 0, "no"), (0, 0, "yes")]
)
def test_the_later_telling_counts_and_on_one_day_the_one_that_is_no_no(
    profile_day, answer_day, expected
):
    journal = Journal(
        (
            fact("lithium", "no", day=DAY + timedelta(days=profile_day)),
            answers({"lithium": True}, at=at(answer_day)),
        )
    )
    assert told_fact(journal, "lithium", LATER) == expected


def test_an_answer_counts_in_the_words_of_the_profile():
    journal = Journal(
        (
            answers({"lithium": False, "kidney": "chronic_disease"}),
            answers({"weight_loss": True}, at=at(1)),
            answers({"family_nm": ("als",)}, at=at(2)),
        )
    )
    assert told_fact(journal, "lithium", LATER) == "no"
    assert told_fact(journal, "kidney", LATER) == "chronic_disease"
    assert told_fact(journal, "family_nm", LATER) is None


def test_an_age_grows():
    journal = Journal((fact("age_years", 15, day=DAY),))
    assert told_fact(journal, "age_years", DAY + timedelta(days=364)) == 15
    assert told_fact(journal, "age_years", DAY + timedelta(days=365)) == 16
    assert told_fact(Journal((answers({"age_years": "not_sure"}),)), "age_years", LATER) is None


def test_a_no_that_time_can_change_is_asked_again():
    journal = Journal((fact("pregnant", "no"), fact("lithium", "no")))
    assert told_fact(journal, "pregnant", DAY + timedelta(days=89)) == "no"
    assert told_fact(journal, "pregnant", DAY + timedelta(days=90)) is None
    assert told_fact(journal, "lithium", DAY + timedelta(days=900)) == "no"
    yes = Journal((fact("pregnant", "yes"),))
    assert told_fact(yes, "pregnant", DAY + timedelta(days=400)) == "yes"
