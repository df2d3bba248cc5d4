"""What the person last told about themselves, in the profile or in the check."""

from datetime import date, timedelta

import pytest

from myolog.errors import InvalidEntry
from myolog.journal.facts import (
    due_facts,
    earliest_birth,
    is_due,
    known_facts,
    profile_fact,
    told_fact,
)
from myolog.journal.model import Journal
from tests.factories import AT, DAY, answers, fact, story

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


def test_what_the_check_or_the_profile_told_need_not_be_asked():
    """The age grew by a year; lithium was told later in the check; the hand was never told."""
    journal = Journal(
        (
            fact("age_years", 33, day=DAY - timedelta(days=400)),
            fact("sex", "woman", day=DAY),
            fact("lithium", "no", day=DAY - timedelta(days=3)),
            answers({"lithium": True, "kidney": "not_sure"}, at=AT),
        )
    )
    found = known_facts(
        journal, ("age_years", "sex", "lithium", "kidney", "handedness", "warfarin"), DAY
    )
    assert {code: (one.fact.value, one.in_check) for code, one in found.items()} == {
        "age_years": (34, False), "sex": ("woman", False), "lithium": ("yes", True),
        "kidney": ("not_sure", True),
    }  # fmt: skip
    assert found["lithium"].fact.day == DAY


@pytest.mark.parametrize(
    ("code", "no", "days"),
    [
        ("pregnant", "no", 90),
        ("breastfeeding", "no", 90),
        ("neck_surgery_recent", "no", 90),
        ("lithium", "no", 90),
        ("clozapine", "no", 90),
        ("theophylline", "no", 90),
        ("potassium_medicine", "no", 90),
        ("warfarin", "no", 90),
        ("headache_disorder", "no", 90),
        ("kidney", "none", 365),
        ("heart_disease", "no", 365),
        ("liver_disease", "no", 365),
        ("low_sodium", "no", 365),
        ("thyroid_disease", "no", 365),
        ("b12_deficiency", "no", 365),
        ("diabetes", "no", 365),
        ("cancer_history", "no", 365),
        ("eating_disorder", "no", 365),
    ],
)
def test_a_no_that_time_can_change_is_asked_again_and_a_yes_stands_until_then(code, no, days):
    holds, over = DAY + timedelta(days=days - 1), DAY + timedelta(days=days)
    denied = Journal((fact(code, no),))
    assert (told_fact(denied, code, holds), told_fact(denied, code, over)) == (no, None)
    assert (is_due(denied, code, holds), is_due(denied, code, over)) == (False, True)
    yes = "chronic_disease" if code == "kidney" else "yes"
    told = Journal((fact(code, yes),))
    assert told_fact(told, code, DAY + timedelta(days=5000)) == yes
    assert (is_due(told, code, holds), is_due(told, code, over)) == (False, True)


def test_what_does_not_change_is_not_asked_again():
    told = Journal((fact("family_nm", "no"), fact("age_years", 30), fact("sex", "man")))
    late = DAY + timedelta(days=5000)
    assert told_fact(told, "family_nm", late) == "no"
    assert told_fact(told, "age_years", late) == 43
    assert not any(
        is_due(told, code, late) for code in ("family_nm", "age_years", "sex", "lithium")
    )
    of_a_man = Journal((fact("pregnant", "no"), fact("sex", "man")))
    assert told_fact(of_a_man, "pregnant", late) == "no"
    old = fact("lithium", "no")
    assert due_facts(Journal((old, fact("handedness", "left"))), late) == {"lithium": old}


def test_of_what_is_dated_in_the_future_only_a_sign_counts():
    """A clock was ahead when it was told."""
    ahead = DAY + timedelta(days=300)
    for value, stands in (("no", None), ("yes", "yes"), ("not_sure", "not_sure")):
        journal = Journal((fact("lithium", value, day=ahead),))
        assert told_fact(journal, "lithium", DAY) == stands
    both = Journal((fact("lithium", "yes", day=DAY), fact("lithium", "no", day=ahead)))
    assert told_fact(both, "lithium", DAY) == "yes"
    grown = Journal((fact("age_years", 30, day=ahead),))
    assert told_fact(grown, "age_years", DAY) == 30
    assert told_fact(grown, "age_years", ahead + timedelta(days=400)) == 31
    assert profile_fact(Journal((answers({"lithium": True}),)), "lithium", DAY) is None


def test_nobody_can_have_been_born_before_the_age_told_allows() -> None:
    told = Journal((fact("age_years", 8, day=date(2026, 3, 9)),))
    born = earliest_birth(told, date(2026, 3, 11))
    assert born == date(2017, 3, 1)
    assert earliest_birth(Journal(), date(2026, 3, 11)) is None
    story(onset_day=date(2018, 1, 1)).refuse_before(born)
    story(onset_day=date(2017, 1, 1), onset_precision="year").refuse_before(born)
    story(onset_day=date(2000, 1, 1)).refuse_before(None)
    for day, precision in ((date(2016, 5, 1), "year"), (date(2017, 2, 1), "day")):
        with pytest.raises(InvalidEntry, match="before you were born"):
            story(onset_day=day, onset_precision=precision).refuse_before(born)
