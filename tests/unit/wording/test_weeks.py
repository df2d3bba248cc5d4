"""The journal as weeks of days, with runs of days without a note."""

from datetime import UTC, date, datetime, timedelta

from myolog.journal.model import Journal
from myolog.wording.weeks import Weeks, shown_before, weeks_of
from tests.factories import DAY, episode, fact, none_today, tally, visit

TODAY = DAY + timedelta(days=2)


def test_an_empty_journal_has_no_weeks_and_facts_are_no_days():
    assert weeks_of(Journal(), today=TODAY) == Weeks(weeks=(), earlier=None)
    assert weeks_of(Journal((fact(),)), today=TODAY).weeks == ()


def test_days_without_a_note_are_one_row_and_no_day_without_twitches():
    journal = Journal((tally(day=DAY - timedelta(days=9)), none_today(day=DAY)))
    this, last, before = weeks_of(journal, today=TODAY).weeks
    assert (this.heading, last.heading, before.heading) == (
        "This week",
        "Last week",
        "Week of 23 February",
    )
    assert [(row.first.day, row.last.day, row.is_gap) for row in this.rows] == [
        (10, 11, True),
        (9, 9, False),
    ]
    assert [(row.first, row.last) for row in last.rows] == [(date(2026, 3, 2), date(2026, 3, 8))]
    assert before.rows[-1].lines[0].text == "Left calf"


def test_older_weeks_are_a_page_further_back():
    journal = Journal((tally(day=DAY - timedelta(days=60)), none_today(day=DAY)))
    newest = weeks_of(journal, today=TODAY)
    assert newest.earlier == date(2026, 2, 16)
    older = weeks_of(journal, today=TODAY, before=newest.earlier)
    assert older.weeks[0].rows[0].last == date(2026, 2, 15)
    assert weeks_of(journal, today=TODAY, n_weeks=12).earlier is None


def test_a_booked_visit_stands_on_its_own_day_too():
    booked = visit(day=date(2026, 3, 10), on=date(2026, 3, 12), by="family_doctor")
    (week,) = weeks_of(Journal((booked,)), today=date(2026, 3, 14)).weeks
    said = "Booked for 12 March 2026, family doctor"
    assert [(row.first.day, [line.text for line in row.lines]) for row in week.rows] == [
        (13, []), (12, [said]), (11, []), (10, [said]),
    ]  # fmt: skip
    assert [day.day for day in week.rows[0].days] == [13, 14], "each day of a gap can be opened"


def test_a_page_is_found_by_its_day():
    today = date(2026, 3, 11)
    assert shown_before(date(2026, 2, 16), today=today) is None, "the newest four weeks"
    assert shown_before(date(2026, 2, 15), today=today) == date(2026, 2, 16)


def test_of_very_many_single_twitches_of_a_day_most_are_folded_and_nothing_else():
    def day(n_singles):
        singles = [
            episode(id=f"e{n}", started_at=datetime(2026, 3, 9, 9, n, tzinfo=UTC))
            for n in range(n_singles)
        ]
        look_back = tally(id="t", day=date(2026, 3, 9), site="eyelid", count=2)
        journal = Journal((*singles, look_back), "UTC")
        (week,) = weeks_of(journal, today=date(2026, 3, 9)).weeks
        return week.rows[0]

    assert day(12).folded == ()
    many = day(30)
    assert [line.id for line in many.folded] == [f"e{n}" for n in range(8, 30)]
    assert {line.id for line in many.at_once} == {"t", *(f"e{n}" for n in range(8))}
