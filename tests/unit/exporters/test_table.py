"""Tables: no cell runs as a formula, every text comes back, every entry is there."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from myolog.exporters.table import as_csv, columns, daily_values, guarded, unguarded
from myolog.journal.codec import decode
from myolog.journal.entries import DayExposure, Episode
from myolog.journal.example import forearm_journal
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from tests import factories as make

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.no_cover
@given(st.text())
def test_a_guarded_text_comes_back_exactly_and_never_starts_a_formula(text):
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


def read(text):
    """Read a table as `docs/reference/table.md` says, apostrophes left on."""
    stream = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8-sig", newline="")
    return csv.DictReader(stream)


def test_a_table_begins_with_the_mark_that_spreadsheets_know_utf8_by():
    episode = Episode(site="calf", started_at=MOMENT, zone="UTC", note="Übergänge, 鍛錬")
    content = as_csv(Journal((episode,))).encode()
    assert content[:7] == b"\xef\xbb\xbfkind"
    assert content.count(b"\xef\xbb\xbf") == 1
    assert [row["note"] for row in read(content.decode())] == ["Übergänge, 鍛錬"]


def test_every_entry_comes_back_exactly_when_the_apostrophe_rule_is_turned_round():
    notes = ["'quoted'", "''", "=1+1", "-3", "a\r\nb", '"', "+49 30 1", "\tx", "＝2", "plain, text"]
    journal = Journal(
        tuple(
            Episode(site="calf", started_at=MOMENT, zone="UTC", note=note, suspected=(note,))
            for note in notes
        )
    )
    back = []
    for row in read(as_csv(journal)):
        local = ("local_time", "local_offset")
        cells = {name: unguarded(c) for name, c in row.items() if c and name not in local}
        back.append(
            decode({name: json.loads(c) if name == "suspected" else c for name, c in cells.items()})
        )
    assert [entry.note for entry in back] == notes
    assert tuple(back) == journal.entries


def test_a_value_of_ones_own_stands_beside_its_name_of_today():
    day = date(2026, 3, 9)
    tea = make.own_thing(day=day, name="Pot of tea")
    journal = Journal(
        (
            tea,
            replace(tea, day=date(2026, 3, 10), name="=Matcha"),
            make.exposure(day=day, code=tea.code, value=2),
            make.exposure(day=day, code="stress", value=4),
        ),
        zone="Europe/Berlin",
    )
    told = [(row["code"], row["name"]) for row in read(as_csv(journal))]
    assert told == [
        (tea.code, "'=Matcha"),
        ("stress", ""),
        (tea.code, "Pot of tea"),
        (tea.code, "'=Matcha"),
    ]


def test_the_last_columns_tell_the_time_on_the_persons_own_clock():
    at = datetime(2026, 3, 9, 10, 40, tzinfo=UTC)
    journal = Journal(
        (
            Episode(site="calf", started_at=at, zone="Pacific/Auckland"),
            Episode(site="calf", started_at=at, zone="America/St_Johns"),
            TriageAnswers(at=at, zone="Asia/Kolkata", answers={}),
            DayExposure(day=date(2026, 3, 9), code="stress", value=4),
        ),
        zone="Europe/Berlin",
    )
    rows = [(row["local_time"], row["local_offset"]) for row in read(as_csv(journal))]
    assert sorted(rows) == [
        ("", ""),
        ("2026-03-09 08:10:00", "UTC-02:30"),
        ("2026-03-09 16:10:00", "UTC+05:30"),
        ("2026-03-09 23:40:00", "UTC+13:00"),
    ]
    assert columns()[-2:] == ("local_time", "local_offset")


def test_formulas_and_quotes_in_notes_stay_text():
    note = '=HYPERLINK("http://x","y"), "quoted"\nsecond line'
    episode = Episode(
        site="calf", side="left", started_at=MOMENT, zone="UTC", note=note, suspected=("=cmd",)
    )
    rows = list(read(as_csv(Journal((episode,)))))
    assert len(rows) == 1
    assert rows[0]["note"] == f"'{note}"
    assert unguarded(rows[0]["note"]) == note
    assert rows[0]["suspected"] == '["=cmd"]'


def test_every_entry_is_one_row_and_numbers_stay_numbers():
    journal = forearm_journal()
    rows = list(read(as_csv(journal)))
    assert [row["kind"] for row in rows] == [entry.kind for entry in journal.entries]
    assert list(rows[0]) == list(columns())
    assert columns()[:3] == ("kind", "id", "day")
    counts = [int(row["count"]) for row in rows if row["kind"] == "tally"]
    assert counts == [tally.count for tally in journal.tallies]


def test_daily_values_hold_every_day_and_what_was_typed_wins():
    day = forearm_journal().entries[0].day
    journal = Journal(
        (
            DayExposure(day=day, code="caffeine", value=90.0, source="phone"),
            DayExposure(day=day, code="caffeine", value=180.0),
            DayExposure(day=day, code="steps", value=4000.0, source="phone"),
        )
    )
    assert daily_values(journal) == {day.isoformat(): {"caffeine": 180.0, "steps": 4000.0}}
    assert daily_values(Journal()) == {}
