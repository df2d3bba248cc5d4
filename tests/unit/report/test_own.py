"""What is tracked under a name of one's own is told in plain counts, marked as the person's own."""

from datetime import date, timedelta

from myolog.content.languages import speaking
from myolog.journal.entries import DayExposure
from myolog.journal.model import Journal
from myolog.report.build import build_report
from myolog.report.own import OwnTold, own_row, own_told
from myolog.report.record_words import medicines_table
from myolog.triage.assessment import assess_standing
from tests import factories as make

TEA, PIZZA, PAIN = "own:amount:tea:1", "own:yes_no:late-pizza", "own:rating:pain:2"
LATER = "own:amount:a:9"


def days(code: str, *values: float) -> list[DayExposure]:
    return [
        make.exposure(day=make.DAY + timedelta(days=n), code=code, value=value)
        for n, value in enumerate(values)
    ]


JOURNAL = Journal(
    (
        make.own_thing(code=TEA, name="=Gran’s tea <b>", unit="mg;DROP", archived=True),
        make.own_thing(code=PAIN, name="Pain"),
        *days(TEA, 2, 4, 3),
        *days(PIZZA, 1, 0, 1, 1),
        *days(PAIN, 4, 6),
        *days(LATER, 1),
        *days("caffeine", 80),
    )
)


def rows() -> list[tuple[str, str, str]]:
    return [own_row(one) for one in own_told(JOURNAL)]


def test_the_things_told_most_are_on_the_page_in_the_persons_words() -> None:
    assert rows()[:3] == [
        ("“late pizza” (own words)", "yes on 3, 4 days noted", ""),
        ("“=Gran’s tea <b>” (own words)", "median 3 mg;DROP a day, 3 days noted", ""),
        ("“Pain” (own words)", "median 5 of 10 a day, 2 days noted", ""),
    ]
    with speaking("de"):
        assert rows()[0] == ("„late pizza“ (eigene Worte)", "3-mal ja, 4 Tage eingetragen", "")


def test_they_stand_below_what_everybody_is_asked_and_answer_nothing() -> None:
    today = date(2026, 3, 20)
    found = assess_standing(JOURNAL, today=today)
    report = build_report(JOURNAL, found, today=today)
    assert medicines_table(report).rows[-4:] == (
        *rows()[:3],
        ("Own words: 1 more in the journal", "", ""),
    )
    bare = Journal(tuple(days("caffeine", 80)))
    assert assess_standing(bare, today=today).urgency == found.urgency
    assert build_report(bare, found, today=today).own == ()


def test_a_value_is_counted_once_a_day() -> None:
    (one,) = own_told(Journal(tuple(days(PAIN, 4))))
    assert one == OwnTold(code=PAIN, thing=None, name="pain", n_days=1, n_yes=1, median=4)
