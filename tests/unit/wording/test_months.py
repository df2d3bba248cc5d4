"""A month in words: what each day tells, and on how many days nobody knows."""

from datetime import date

from myolog.content.languages import speaking
from myolog.journal.months import MonthDay
from myolog.wording.months import amounts_in_words, day_told, month_told, told_of

LEAP = date(2028, 2, 29)
DAYS = (
    MonthDay(day=date(2028, 2, 26), amount="none", noted=True),
    MonthDay(day=date(2028, 2, 27), amount="many", noted=True, result=True, booked=True),
    MonthDay(day=date(2028, 2, 28), noted=True, steps=True, visit=True),
    MonthDay(day=LEAP),
)


def test_a_day_says_its_twitches_first_and_what_else_fell_on_it():
    assert told_of(DAYS[0]) == ("no twitches",)
    assert told_of(DAYS[1]) == ("many twitches", "a result of the check", "a visit is booked")
    assert told_of(DAYS[2]) == (
        "nothing noted of twitches",
        "a day of the steps",
        "a visit or a test",
    )
    assert told_of(DAYS[3]) == ("nothing noted",)
    assert day_told(DAYS[3], today=LEAP) == "Tuesday 29 February, today: nothing noted"
    assert day_told(DAYS[0], today=LEAP) == "Saturday 26 February: no twitches"


def test_a_month_counts_unknown_days_apart_from_days_without():
    assert month_told(DAYS, today=LEAP) == (
        "February 2028. Days with twitches: 1. Without: 1. Not told: 2."
    )
    assert month_told(DAYS, today=date(2028, 2, 27)) == (
        "February 2028 so far. Days with twitches: 1. Without: 1. Not told: 0."
    )


def test_the_signs_of_a_day_are_explained_in_each_language():
    assert amounts_in_words() == (
        "All places of a day together: a few is 1, some is 2 to 5, many is 6 or more. "
        "“Some” at one place counts as 2, “many” as 6."
    )
    with speaking("de"):
        assert amounts_in_words() == (
            "Alle Stellen eines Tages zusammen: Wenige heißt 1, einige 2 bis 5, viele 6 oder mehr. "
            "„Einige“ an einer Stelle zählt als 2, „viele“ als 6."
        )
