"""The schema beside the manual takes what Myolog writes and refuses what it would not read.

Judged by jsonschema and jsonschema-rs, which know nothing of Myolog.
"""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from myolog.errors import UserError
from myolog.journal.codec import decode, encode
from myolog.journal.entries import Entry
from myolog.journal.example import forearm_journal
from myolog.journal.file import lines
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.model import Journal
from tests import strategies
from tests.kinds import ONE_OF_EACH, WRITTEN

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "reference" / "journal.schema.json").read_text("utf-8")
)
SLOW = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
FAST = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)
DAY = "2026-03-09"
AT = "2026-03-09T13:20:00Z"
NO_SCHEMA_CAN_SAY = {"invalid_zone", "invalid_date", "invalid_time", "invalid_story"}
"""Which zones there are, which date comes before which, and which day an instant fell on."""


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(ALL_KINDS) <= set(SCHEMA["$defs"])


def test_the_example_is_taken_line_by_line_by_both_judges() -> None:
    rows = [json.loads(line) for line in lines(forearm_journal())]
    assert [row for row in rows if not FAST.is_valid(row)] == []
    few = {row.get("kind", str(number)): row for number, row in enumerate(rows)}
    assert [row for row in few.values() if not SLOW.is_valid(row)] == []


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_person_writes_each_kind_with_every_field(kind: str) -> None:
    row = {"kind": kind, "day": "2026-11-20"} | WRITTEN[kind]
    assert SLOW.is_valid(row), list(SLOW.iter_errors(row))
    assert FAST.is_valid(row)
    assert encode(decode(row))["kind"] == kind


@given(strategies.journals)
@settings(max_examples=200)
def test_whatever_myolog_writes_is_taken(journal: Journal) -> None:
    for line in lines(journal):
        assert FAST.is_valid(json.loads(line)), line


@pytest.mark.parametrize(
    "row",
    [
        [],
        {},
        {"kind": "mood"},
        {"myolog": "journal", "format": 2, "zone": "UTC"},
        {"end": -1},
        {"end": 1, "more": 2},
        {"kind": "none_today"},
        {"kind": "none_today", "day": "2026-02-30"},
        {"kind": "none_today", "day": "1899-12-31"},
        {"kind": "none_today", "day": "2201-01-01"},
        {"kind": "none_today", "day": DAY, "mood": 1},
        {"kind": "none_today", "day": DAY, "id": " "},
        {"kind": "tally", "day": DAY, "site": "soul", "count": 1},
        {"kind": "tally", "day": DAY, "site": "chin", "side": "left", "count": 1},
        {"kind": "tally", "day": DAY, "site": "calf", "side": "up", "count": 1},
        {"kind": "tally", "day": DAY, "site": "calf"},
        {"kind": "tally", "day": DAY, "site": "calf", "count": 1, "amount": "some"},
        {"kind": "tally", "day": DAY, "site": "calf", "count": 100_001},
        {"kind": "tally", "day": DAY, "site": "calf", "count": True},
        {"kind": "tally", "day": DAY, "site": "calf", "count": "4"},
        {"kind": "episode", "site": "calf", "started_at": "2026-03-09T13:20:00", "zone": "UTC"},
        {"kind": "episode", "site": "calf", "started_at": AT},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC", "duration_s": 0},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC", "intensity": 11},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC", "with": ["ache"]},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC", "suspected": [""]},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC", "suspected": "tea"},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC",
         "suspected": ["x"] * 31},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC", "note": "a\u0000b"},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC", "note": "x" * 10_001},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC", "note": None},
        {"kind": "exposure", "day": DAY, "code": "stress", "value": 11},
        {"kind": "exposure", "day": DAY, "code": "stress", "value": True},
        {"kind": "exposure", "day": DAY, "code": "cold", "value": 0.5},
        {"kind": "exposure", "day": DAY, "code": "mood", "value": 1},
        {"kind": "exposure", "day": DAY, "code": "stress", "value": 4, "said": "calm"},
        {"kind": "exposure", "day": DAY, "code": "stress", "value": 4, "said": "under_6"},
        {"kind": "exposure", "day": DAY, "code": "caffeine", "value": 4, "said": "some"},
        {"kind": "exposure", "day": DAY, "code": "stress", "value": 4, "said": []},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC",
         "duration_said": "minutes"},
        {"kind": "episode", "site": "calf", "started_at": AT, "zone": "UTC", "duration_s": 60,
         "duration_said": "minutes"},
        {"kind": "medicine", "day": DAY, "name": " ", "action": "start"},
        {"kind": "medicine", "day": DAY, "name": "X", "action": "begin"},
        {"kind": "window", "at": AT, "zone": "UTC", "count": 1, "seconds": 0},
        {"kind": "tasks", "day": DAY, "answers": {}},
        {"kind": "tasks", "day": DAY, "answers": {"grip": "great"}},
        {"kind": "tasks", "day": DAY, "answers": {"dance": "fine"}},
        {"kind": "profile", "day": DAY, "code": "age_years", "value": 121},
        {"kind": "profile", "day": DAY, "code": "age_years", "value": 40.5},
        {"kind": "profile", "day": DAY, "code": "sex", "value": "often"},
        {"kind": "profile", "day": DAY, "code": "occupation", "value": ""},
        {"kind": "profile", "day": DAY, "code": "tracked", "value": "joy"},
        {"kind": "profile", "day": DAY, "code": "window_times", "value": "25:00"},
        {"kind": "profile", "day": DAY, "code": "window_times", "value": "1 2 3 4"},
        {"kind": "profile", "day": DAY, "code": "star_sign", "value": "lion"},
        {"kind": "story", "day": DAY, "first_site": "calf"},
        {"kind": "story", "day": DAY, "onset_day": DAY, "first_site": "chin", "first_side": "left"},
        {"kind": "story", "day": DAY, "onset_day": DAY, "first_site": "calf", "ongoing": "yes"},
        {"kind": "story", "day": DAY, "onset_day": DAY, "first_site": "calf",
         "sites": [{"site": "calf"}]},
        {"kind": "story", "day": DAY, "onset_day": DAY, "first_site": "calf",
         "sites": [{"site": "chin", "side": "left", "since": DAY}]},
        {"kind": "story", "day": DAY, "onset_day": DAY, "first_site": "calf",
         "sites": [{"site": "calf", "since": DAY, "why": "x"}]},
        {"kind": "examination", "day": DAY, "what": "emg", "result": "fine"},
        {"kind": "question", "day": DAY, "text": "x" * 1001},
        {"kind": "answers", "at": AT, "zone": "UTC", "reasons": {"weakness": ""}},
        {"kind": "answers", "at": AT, "zone": "UTC", "answers": {"weakness": 1.5}},
        {"kind": "programme", "day": DAY, "event": "began"},
        {"kind": "programme", "day": DAY, "event": "headache"},
        {"kind": "programme", "day": DAY, "event": "headache", "value": "11"},
        {"kind": "programme", "day": DAY, "event": "baseline", "value": "2001"},
        {"kind": "programme", "day": DAY, "event": "recheck", "value": "soon"},
        {"kind": "experiment_plan", "day": DAY, "name": "x", "factor": "x", "design": "pairs",
         "seed": -1, "arms": ["A"]},
        {"kind": "experiment_plan", "day": DAY, "name": "x", "factor": "x", "design": "pairs",
         "seed": 1, "arms": []},
        {"kind": "experiment_day", "day": DAY, "name": "x", "arm": "C"},
    ],
)  # fmt: skip
def test_what_is_not_read_is_refused(row: Any) -> None:
    assert not SLOW.is_valid(row)
    assert not FAST.is_valid(row)
    if isinstance(row, dict) and "kind" in row:
        with pytest.raises(UserError):
            decode(row)


def test_a_number_at_its_limit_is_taken() -> None:
    for event, value in (("headache", "10"), ("headache", "007"), ("baseline", "2000")):
        row = {"kind": "programme", "day": DAY, "event": event, "value": value}
        assert FAST.is_valid(row)
        assert encode(decode(row)) == row


_odd = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 200_000),
    st.sampled_from([0.5, "", " ", "x", "left", "2026-03-09", "x" * 201, [], ["x"], {}, {"x": 1}]),
)


def refusal_of(row: object) -> str | None:
    try:
        decode(row)
    except UserError as refused:
        return refused.code
    return None


@pytest.mark.parametrize("make", ONE_OF_EACH)
def test_a_field_of_another_shape_is_refused_by_both_or_by_none(make: Any) -> None:
    kept: Entry = make()

    @given(st.sampled_from(sorted(encode(kept, whole=True))), _odd)
    @settings(max_examples=60)
    def judge(field: str, value: object) -> None:
        row = encode(kept) | {field: value}
        refused = refusal_of(row)
        if refused is None:
            of_today = "answers" in row or row.get("id", "") is None
            assert FAST.is_valid(row) or of_today, row
        elif refused not in NO_SCHEMA_CAN_SAY:
            assert not FAST.is_valid(row), (row, refused)

    judge()
