"""Two periods compared, for programs: numbers worked out by hand, and None where days are few."""

from datetime import date, timedelta

from myolog.exporters.findings import plain_change
from myolog.journal.counted import counted
from myolog.journal.model import Journal
from myolog.journal.spans import span_of
from myolog.patterns.change import Past
from tests.factories import tally


def test_a_change_is_plain_data() -> None:
    january, march = (span_of(date(2026, number, 1), "months") for number in (1, 3))
    entries = tuple(
        tally(day=march.first + timedelta(days=n), count=count)
        for n, count in enumerate((4, 2, 3, 4, 2))
    )
    past = Past(counted=counted(Journal(entries, "Europe/Berlin")), until=date(2026, 3, 20))
    found = plain_change(past.compare(january, march), [past.part(march)])
    later = {
        "first_day": "2026-03-01",
        "last_day": "2026-03-20",
        "days": 20,
        "days_noted": 5,
        "twitches": 15.0,
        "rate": 3.0,
    }
    assert found["change"]["later"] | later == found["change"]["later"] == found["parts"][0]
    assert found["change"]["verdict"] == "cannot_tell"
    assert [found["change"][name] for name in ("rate_ratio", "low", "high")] == [None] * 3
    assert found["change"]["earlier"] == {
        "first_day": "2026-01-01", "last_day": "2026-01-31", "days": 31, "days_noted": 0,
        "twitches": 0, "rate": None, "low90": None, "high90": None,
    }  # fmt: skip
