"""What the journal holds of face and tongue stands beside the line that asks about them."""

from datetime import UTC, date, datetime, timedelta

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.wording.noted_places import noted_beside
from tests import factories as make

TODAY = date(2026, 3, 18)
NOON = datetime(2026, 3, 18, 12, tzinfo=UTC)


def test_the_places_of_four_weeks_stand_beside_the_question_that_asks_about_them() -> None:
    noted = [("eyelid", "left", 0), ("eyelid", "left", 27), ("eyelid", "left", 28)]
    noted += [("calf", "left", 1), ("chin", None, 3)]
    journal = Journal(
        [
            make.episode(site=site, side=side, started_at=NOON - timedelta(days=ago), zone="UTC")
            for site, side, ago in noted
        ],
        "UTC",
    )
    assert noted_beside(journal, ("eye_face", "eyes_shut"), today=TODAY) == (
        "Noted in the journal in the last four weeks: left eyelid (2 days) and chin (1 day). "
        "If that fits here, tick it."
    )
    assert noted_beside(journal, ("tongue_twitch",), today=TODAY) == ""
    assert noted_beside(journal, ("weakness",), today=TODAY) == ""
    with speaking("de"):
        assert noted_beside(journal, ("eye_face",), today=TODAY) == (
            "Im Tagebuch der letzten vier Wochen: Augenlid links (2 Tage) und Kinn (1 Tag). "
            "Wenn das hierher gehört, kreuzen Sie es an."
        )
