# ruff: noqa: DTZ001  tables keep days as times without a zone
"""What a table holds is taken as what it says: NumPy's and pandas' values, subclasses, a date."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, IntEnum
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

import myolog
from myolog.errors import NotAJournal, UserError
from myolog.journal.codec import encode
from myolog.journal.entries import Entry
from myolog.journal.file import lines
from myolog.journal.model import Journal
from myolog.journal.plain import plain, plain_day
from myolog.journal.records import Story, StorySite
from tests import factories as make
from tests.kinds import ONE_OF_EACH


class Day(date):
    """A date as some library gives it."""


class Word(str, Enum):  # noqa: UP042 - as many a library has it
    CALF = "calf"


class Grade(IntEnum):
    THREE = 3


class Text(str):
    __slots__ = ()


BERLIN = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (np.int64(3), 3),
        (np.uint8(3), 3),
        (np.float32(0.5), 0.5),
        (np.float64(2.5), 2.5),
        (np.bool_(True), True),
        (np.str_("calf"), "calf"),
        (np.array(4), 4),
        (np.datetime64("2026-03-09T14:20", "ns"), datetime(2026, 3, 9, 14, 20)),
        (pd.Timestamp("2026-03-09T14:20:30.5+01:00"),
         datetime(2026, 3, 9, 14, 20, 30, 500_000, BERLIN)),
        (Day(2026, 3, 9), date(2026, 3, 9)),
        (Word.CALF, "calf"),
        (Grade.THREE, 3),
        (Text("calf"), "calf"),
        (Fraction(1, 2), 0.5),
        ((np.int8(1), Text("x")), (1, "x")),
        ([np.int8(1)], [1]),
        ({Text("a"): np.True_}, {"a": True}),
        (pd.array([1, 2], dtype="Int64")[0], 1),
        (pd.Series(["a"], dtype="string").iloc[0], "a"),
    ],
)  # fmt: skip
def test_a_value_of_another_library_is_what_it_says(given: Any, expected: Any) -> None:
    found = plain(given)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize("given", [pd.NaT, pd.NA, object, np.array([1, 2]), b"calf"])
def test_what_has_no_plain_form_stays(given: Any) -> None:
    assert plain(given) is given


@pytest.mark.parametrize(
    "given",
    [
        pd.Timestamp("2026-03-09"),
        np.datetime64("2026-03-09"),
        np.datetime64("2026-03-09", "ns"),
        Day(2026, 3, 9),
        datetime(2026, 3, 9),
        pd.to_datetime(pd.Series(["2026-03-09"])).iloc[0],
    ],
)
def test_a_date_of_a_table_is_that_date(given: Any) -> None:
    assert type(plain_day(given)) is date
    assert make.tally(day=given) == make.tally(day=date(2026, 3, 9))
    story = Story(
        day=given, onset_day=given, first_site="chin", sites=(StorySite(site="chin", since=given),)
    )
    assert encode(story) == {
        "kind": "story",
        "day": "2026-03-09",
        "onset_day": "2026-03-09",
        "first_site": "chin",
        "sites": [{"site": "chin", "since": "2026-03-09"}],
    }


@pytest.mark.parametrize(
    "given",
    [pd.NaT, np.datetime64("NaT"), datetime(2026, 3, 9, 1), pd.Timestamp("2026-03-09", tz="UTC"),
     "2026-03-09", 20_260_309, None],
)  # fmt: skip
def test_what_is_no_date_is_refused(given: Any) -> None:
    for use in (
        lambda: make.tally(day=given),
        lambda: myolog.find_triggers(Journal(), today=given),
        lambda: myolog.assess(Journal(), {}, today=given),
        lambda: myolog.simulate(seed=1, days=2, start=given),
    ):
        with pytest.raises(UserError, match="year-month-day"):
            use()


def test_each_value_of_every_kind_may_come_from_a_table() -> None:
    """Whatever can be boxed by NumPy or pandas is boxed; the file is the same."""

    def boxed(value: Any) -> Any:
        if isinstance(value, datetime):
            return pd.Timestamp(value)
        if isinstance(value, date):
            return pd.Timestamp(value)
        if isinstance(value, bool | int | float | str):
            return np.array([value])[0]
        if isinstance(value, tuple):
            return tuple(boxed(part) for part in value)
        return {boxed(n): boxed(v) for n, v in value.items()} if hasattr(value, "items") else value

    made: list[tuple[Entry, Entry]] = []
    for build in ONE_OF_EACH:
        entry = build()
        values = {name: getattr(entry, name) for name in (field.name for field in fields(entry))}
        made.append((entry, type(entry)(**{name: boxed(v) for name, v in values.items()})))
    plainly, from_table = (Journal(tuple(each), "UTC") for each in zip(*made, strict=True))
    assert from_table == plainly
    assert list(lines(from_table)) == list(lines(plainly))
    assert '"count": 3' in "".join(lines(from_table))


def test_the_seen_case() -> None:
    table = pd.DataFrame({"day": pd.date_range("2026-03-01", periods=3), "stress": [3, 0, 10]})
    made = [
        myolog.DayExposure(day=row.day, code="stress", value=row.stress)
        for row in table.itertuples()
    ]
    assert [(one.day, one.value) for one in made] == [
        (date(2026, 3, 1), 3.0),
        (date(2026, 3, 2), 0.0),
        (date(2026, 3, 3), 10.0),
    ]
    assert myolog.DayExposure(day=date(2026, 3, 1), code="stress", value=np.int64(3)).value == 3.0


def test_answers_of_a_table_are_answers() -> None:
    given = {np.str_("weakness"): np.str_("progressive"), "lockjaw": np.False_,
             "run_days": np.int64(40)}  # fmt: skip
    assert myolog.decide(given) == myolog.decide(
        {"weakness": "progressive", "lockjaw": False, "run_days": 40}
    )
    day = pd.Timestamp("2026-03-09")
    found = myolog.assess(Journal(), {"lockjaw": np.True_}, today=day)
    assert found.urgency is myolog.Urgency.EMERGENCY
    report = myolog.build_report(Journal(), found, today=day)
    assert report.today == date(2026, 3, 9)


TABLE = pd.DataFrame({"day": ["2026-03-09"], "count": [4]})


@pytest.mark.parametrize(
    "use",
    [
        lambda table: myolog.find_triggers(table, today=date(2026, 3, 9)),
        lambda table: myolog.assess(table, {}, today=date(2026, 3, 9)),
        lambda table: myolog.build_report(table, myolog.decide({}), today=date(2026, 3, 9)),
        lambda table: myolog.write_journal(table, "never.jsonl"),
        Journal,
        lambda table: Journal([table]),
    ],
)
def test_a_table_given_for_a_journal_is_refused_by_name(use: Any) -> None:
    with pytest.raises(NotAJournal, match=r"not (of )?DataFrame") as refused:
        use(TABLE)
    assert isinstance(refused.value, TypeError | UserError)


@pytest.mark.parametrize("given", [None, 3, "episodes", {"day": 1}, [1]])
def test_what_is_no_entry_makes_no_journal(given: Any) -> None:
    with pytest.raises(NotAJournal):
        Journal(given)


def test_a_table_given_for_answers_is_refused_by_name() -> None:
    with pytest.raises(UserError, match="DataFrame"):
        myolog.decide(TABLE)


def test_a_moment_of_a_table_needs_its_offset() -> None:
    at = datetime(2026, 3, 9, 13, 20, tzinfo=UTC)
    assert make.episode(started_at=pd.Timestamp(at)) == make.episode(started_at=at)
    with pytest.raises(UserError, match="offset"):
        make.episode(started_at=pd.Timestamp("2026-03-09T13:20"))
