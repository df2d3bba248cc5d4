"""A word that was chosen is kept beside its number, and an old file without words still reads."""

import json

import pytest

from myolog.errors import InvalidEntry
from myolog.exporters.table import as_csv, daily_values
from myolog.journal.codec import decode, encode
from myolog.journal.file import lines, read_lines
from myolog.journal.model import Journal
from tests import factories as make


def test_the_file_keeps_the_word_and_the_number() -> None:
    slept = make.exposure(code="sleep_min", value=330, said="under_6")
    lasted = make.episode(duration_s=300, duration_said="minutes")
    journal = Journal((slept, lasted), "Europe/Berlin")
    rows = [json.loads(line) for line in lines(journal)][1:-1]
    assert [(row.get("said"), row.get("value")) for row in rows if row["kind"] == "exposure"] == [
        ("under_6", 330.0)
    ]
    assert [
        (row["duration_said"], row["duration_s"]) for row in rows if row["kind"] == "episode"
    ] == [("minutes", 300)]
    assert read_lines(lines(journal)) == journal


def test_tables_and_daily_values_keep_the_number() -> None:
    slept = make.exposure(code="sleep_min", value=330, said="under_6")
    journal = Journal((slept,), "Europe/Berlin")
    assert daily_values(journal) == {"2026-03-09": {"sleep_min": 330.0}}
    assert journal.exposure_values[slept.day] == {"sleep_min": 330.0}
    header, row = as_csv(journal).splitlines()
    told = dict(zip(header.split(","), row.split(","), strict=True))
    assert (told["value"], told["said"]) == ("330.0", "under_6")


def test_a_line_of_an_older_file_is_a_number_that_was_told() -> None:
    old = {"kind": "exposure", "day": "2026-03-09", "code": "sleep_min", "value": 330.0}
    assert decode(old) == make.exposure(code="sleep_min", value=330)
    assert encode(decode(old)) == old


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "sleep_min", "value": 400, "said": "under_6"},
        {"code": "sleep_min", "value": 330, "said": "a_lot"},
        {"code": "caffeine", "value": 330, "said": "under_6"},
        {"code": "stress", "value": 8, "said": 8},
        {"code": "stress", "value": 8, "said": "A_LOT"},
    ],
)
def test_a_word_for_another_number_or_no_word_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidEntry):
        make.exposure(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"duration_s": 301, "duration_said": "minutes"},
        {"duration_s": None, "duration_said": "minutes"},
        {"duration_s": 300, "duration_said": "ages"},
    ],
)
def test_a_word_for_another_length_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidEntry):
        make.episode(**wrong)
