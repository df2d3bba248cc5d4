"""Entries that lie after the told beginning are no order of places."""

from datetime import UTC, date, datetime

import pytest

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.report.build import build_report
from myolog.report.text import as_text
from myolog.triage.assessment import assess
from myolog.wording.result_facts import facts_of
from tests import factories as make

TODAY = date(2026, 11, 30)
YEARS = {"run_days": 1095, "site_scope": "multi_site"}


def bout(day: int, site: str, side: str):
    return make.episode(started_at=datetime(2026, 11, day, 9, 0, tzinfo=UTC), site=site, side=side)


PLACES = [(24, "calf", "left"), (25, "eyelid", "right"), (26, "eyelid", "right")]


def journal(answers: dict, places=PLACES, *more) -> Journal:
    told = make.answers(answers, at=datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
    return Journal((*(bout(*one) for one in places), *more, told), make.ZONE)


def page(kept: Journal, answers: dict, language: str = "en") -> str:
    found = assess(kept, answers, today=TODAY, reasons=dict.fromkeys(answers, "as I know it"))
    with speaking(language):
        return " ".join(as_text(build_report(kept, found, today=TODAY)).split())


@pytest.mark.parametrize("places", [PLACES, PLACES[:1]], ids=["three days", "one day"])
def test_three_years_told_and_no_story_name_no_first_place(places) -> None:
    kept = journal(YEARS, places)
    english, german = page(kept, YEARS), page(kept, YEARS, "de")
    assert "where it began was not told" in english
    assert "first: " not in english.partition("WARNING")[0]
    assert "Ort des Beginns nicht angegeben" in german
    assert "zuerst: " not in german
    assert "dann: " not in german
    assert "Left calf 1 day" in english or "left calf 1 day" in english
    found = assess(kept, YEARS, today=TODAY, reasons=dict.fromkeys(YEARS, "as I know it"))
    assert "site_scope" not in facts_of(kept, found, today=TODAY)


def test_a_beginning_that_the_entries_reach_back_to_keeps_their_order() -> None:
    week = {"run_days": 7}
    kept = journal(week)
    assert "where it began was not told" not in page(kept, week)
    found = assess(kept, week, today=TODAY, reasons={"run_days": "so"})
    assert facts_of(kept, found, today=TODAY)["site_scope"].startswith("First in your left calf")
    day_more = {"run_days": 8}
    assert "where it began was not told" not in page(journal(day_more), day_more)
    two_more = {"run_days": 9}
    assert "where it began was not told" in page(journal(two_more), two_more)


def test_a_story_says_its_first_place_however_long_ago_it_was() -> None:
    story = make.story(
        day=date(2026, 11, 30),
        onset_day=date(2023, 12, 1),
        onset_precision="year",
        first_site="thumb",
        first_side="left",
    )
    text = page(journal(YEARS, PLACES, story), YEARS)
    assert "left thumb" in text
    assert "where it began was not told" not in text
