"""A night that was told without a clock is said back as the night it was read as."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from myolog.content.languages import speaking
from myolog.phrases.reading import read_line
from myolog.wording.understood import rows

VIENNA = "Europe/Vienna"


@pytest.mark.parametrize("hour", [9, 17, 22])
@pytest.mark.parametrize(
    ("language", "line", "says"),
    [
        ("en", "left calf in the night", "in the night to Wednesday 11 March"),
        ("en", "left calf last night", "in the night after Tuesday 10 March"),
        ("de", "linke Wade in der Nacht", "in der Nacht auf Mittwoch, 11. März"),
    ],
)
def test_the_night_that_has_passed_is_meant_and_named(
    hour: int, language: str, line: str, says: str
) -> None:
    now = datetime(2026, 3, 11, hour, 20, tzinfo=ZoneInfo(VIENNA))
    said = read_line(line, now=now, zone=VIENNA, language=language)
    assert said.started_at is not None
    assert said.started_at <= now
    with speaking(language):
        told = {row.field: row.value for row in rows(said, today=now.date())}
    assert told["when"] == says
