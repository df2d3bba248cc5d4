"""About whom a journal is, and when what is told would be of somebody else."""

from datetime import date

import pytest

from myolog.journal.model import Journal
from myolog.journal.subject import ages_differ, holds_something, is_another_person
from tests.factories import DAY, answers, fact, tally

AGE = fact(day=DAY, code="age_years", value=74)
CARER = fact(day=DAY, code="answered_by", value="carer")


@pytest.mark.parametrize(
    ("journal", "told", "other"),
    [
        ((AGE, tally()), fact(day=DAY, code="age_years", value=6), True),
        ((AGE, tally()), fact(day=DAY, code="age_years", value=75), False),
        ((AGE, CARER, tally()), fact(day=DAY, code="answered_by", value="parent"), True),
        ((AGE, CARER, tally()), CARER, False),
        ((AGE, CARER), fact(day=DAY, code="age_years", value=6), False),
        ((AGE, tally()), tally(amount="many"), False),
        ((AGE, tally()), answers({"age_years": 6}, day=DAY), True),
        ((AGE, tally()), answers({"run_days": 6}, day=DAY), False),
        ((tally(),), fact(day=DAY, code="age_years", value=6), False),
    ],
)
def test_another_person_is_told_by_who_answers_and_by_an_age(journal, told, other):
    assert is_another_person(Journal(journal), (told,), date(2026, 3, 11)) is other


def test_who_it_is_for_is_nothing_that_is_held_about_a_person():
    assert not holds_something(Journal())
    assert not holds_something(Journal((AGE, CARER)))
    assert holds_something(Journal((AGE, fact(day=DAY, code="pregnant", value="no"))))
    assert ages_differ(41, 43)
    assert not ages_differ(41, 40)
