"""The charts behind the page for the doctor: the page's own numbers, and nothing where none are."""

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from myolog.charts.chart import Chart
from myolog.journal.example import CHECK_DAYS, forearm_journal
from myolog.journal.model import Journal
from myolog.patterns.hours import hour_pattern
from myolog.report.days import count_days
from myolog.report.pdf import render
from myolog.report.pictures import charts_of, days_chart, places_chart
from myolog.triggers.discover import find_triggers
from tests import factories as make
from tests.report_journals import reported
from tests.unit.charts.specs import check_chart

TODAY = CHECK_DAYS[3]
EXAMPLE = forearm_journal().until(TODAY)
DAYS = "Twitches by day, and what goes beside them"
PLACES = "Days with a twitch, by place"
FOREST = "What goes with the twitches"
HOURS = "Days with a twitch, by time of day"


def charts(journal: Journal, today: date = TODAY) -> tuple[Chart, ...]:
    return charts_of(
        journal,
        today=today,
        triggers=find_triggers(journal, today=today),
        hour_pattern=hour_pattern(journal, today=today),
    )


@pytest.mark.no_cover
def test_a_long_journal_has_all_four_and_each_is_whole() -> None:
    found = charts(EXAMPLE)
    four = [DAYS, PLACES, FOREST, HOURS]
    assert [one.title for one in found if one.title in four] == four
    for one in found:
        check_chart(one)


def test_an_empty_journal_has_none() -> None:
    assert charts(Journal()) == ()
    future = Journal((make.none_today(day=TODAY + timedelta(days=1)),), "UTC")
    assert charts(future) == ()


def test_a_young_journal_has_no_findings_and_no_time_of_day_without_a_time() -> None:
    young = Journal((make.tally(day=TODAY), make.exposure(day=TODAY)), "UTC")
    titles = {one.title for one in charts(young)}
    assert titles >= {DAYS, PLACES}
    assert not titles & {FOREST, HOURS}


def test_places_are_counted_as_on_the_page() -> None:
    days = count_days(EXAMPLE, today=TODAY)
    told = [row[2:4] for row in places_chart(days).rows if row[0] == "Neck, arms"]
    assert told == [(str(cell.left), str(cell.right)) for cell in days.regions["cervical"]]


def test_all_over_has_no_sides_and_old_months_are_one_period() -> None:
    days = [TODAY - timedelta(days=30 * n) for n in range(8)]
    journal = Journal(tuple(make.tally(day=day, site="everywhere", side=None) for day in days))
    rows = places_chart(count_days(journal, today=TODAY)).rows
    first = next(row for row in rows if row[0] == "All over")
    assert first[1:5] == ("earlier", "-", "-", "5")


def test_below_the_days_stands_what_was_noted_most_often() -> None:
    day = [TODAY - timedelta(days=n) for n in range(3)]
    looked = tuple(make.none_today(day=one) for one in day)
    once = make.exposure(day=day[0], code="stress", value=3)
    often = tuple(make.exposure(day=one, code="sleep_min", value=420) for one in day[:2])
    assert days_chart(Journal((*looked, once, *often)), today=TODAY).header[2] == "Sleep"
    assert days_chart(Journal((*looked, once)), today=TODAY).header[2] == "Stress"
    same = make.exposure(day=day[0], code="caffeine", value=80)
    assert days_chart(Journal((*looked, once, same)), today=TODAY).header[2] == "Caffeine"
    assert len(days_chart(Journal(looked), today=TODAY).header) == 2


def test_the_page_stays_one_page_and_the_charts_follow_in_words_too() -> None:
    report, found = reported(EXAMPLE, TODAY), charts(EXAMPLE)
    alone, both = (PdfReader(io.BytesIO(render(report, some))) for some in ((), found))
    assert (len(alone.pages), len(both.pages)) == (1, 2)
    assert alone.pages[0].extract_text() == both.pages[0].extract_text()
    second = " ".join(both.pages[1].extract_text().split())
    for one in found:
        assert one.title in second
        assert one.description.split(".")[0] in second
    assert "/StructTreeRoot" in both.trailer["/Root"]
    assert render(report, found) == render(report, found)


def test_many_findings_go_on_to_a_further_sheet() -> None:
    found = charts(EXAMPLE)
    pdf = PdfReader(io.BytesIO(render(reported(EXAMPLE, TODAY), found * 3)))
    assert len(pdf.pages) > 2
