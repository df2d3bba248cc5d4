"""A journal as counts, and the journal of some days alone."""

from datetime import date

from myolog.journal.counted import counted
from myolog.journal.model import Journal
from tests.factories import none_today, tally


def test_the_journal_of_some_days_has_their_entries_and_its_own_zone() -> None:
    entries = tuple(none_today(day=date(2026, 3, day)) for day in (1, 2, 3, 4))
    part = Journal(entries, "Europe/Berlin", 3).part(date(2026, 3, 2), date(2026, 3, 3))
    assert [one.day.day for one in part.entries] == [2, 3]
    assert (part.zone, part.day_ends_hour) == ("Europe/Berlin", 3)


def test_a_day_without_twitches_is_there_without_a_place() -> None:
    found = counted(
        Journal((none_today(day=date(2026, 3, 1)), tally(day=date(2026, 3, 3), count=2)))
    )
    assert found.told(date(2026, 2, 27), date(2026, 3, 4)) == [date(2026, 3, 1), date(2026, 3, 3)]
    assert dict(found.days[date(2026, 3, 1)]) == {}
    assert found.place_days(date(2026, 3, 1), date(2026, 3, 2)) == {}
