"""Twitches by day: what is not noted is a gap in the picture, in the sentence and in the table."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import nan
from typing import Any

import pytest

from myolog.charts import timeline as timeline_chart
from myolog.charts.bands import Band
from myolog.charts.drawing import draw_for_page
from myolog.charts.heights import height_of
from myolog.charts.theme import DAY, HATCH, OTHER, y_axis
from myolog.charts.timeline import Timeline
from myolog.content.measures import measuring
from myolog.journal.model import Journal
from myolog.report.build import build_report
from myolog.triage.assessment import assess
from myolog.vocabulary.exposures import EXPOSURES
from tests import factories as make
from tests.unit.charts.specs import check_chart

COUNTS = (4.0, 0, nan, nan, 6, 5, 7, 2, nan, 3)
CAFFEINE = (300.0, 200, 180, nan, 0, 90, 100, nan, nan, 100)
FIRST = date(2026, 2, 26)
BEFORE = Band(kind="before", first_day=date(2026, 2, 19), last_day=date(2026, 3, 4))
STEPS = Band(kind="steps", first_day=date(2026, 3, 5), last_day=date(2026, 4, 1))
SHOWN = Timeline(
    first_day=FIRST,
    counts=COUNTS,
    exposure=EXPOSURES["caffeine"],
    values=CAFFEINE,
    bands=(BEFORE, STEPS),
)


def drawn(timeline: Timeline) -> str:
    return draw_for_page(timeline_chart.spec(timeline), label="Timeline")


def data(timeline: Timeline) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = timeline_chart.spec(timeline)["data"]["values"]
    return values


def below(code: str, *values: float) -> Timeline:
    counts = (1.0,) * len(values)
    return Timeline(first_day=FIRST, counts=counts, exposure=EXPOSURES[code], values=values)


@pytest.mark.parametrize(
    "timeline",
    [
        SHOWN,
        replace(SHOWN, exposure=None, values=()),
        replace(SHOWN, counts=(nan,) * 10, values=(nan,) * 10),
        Timeline(first_day=FIRST, counts=()),
        below("sleep_min", 420, nan, 500),
        below("infection", 0, 1, nan),
        below("stress", 3, 7, nan),
        Timeline(first_day=FIRST, counts=(3.0,) * 400),
    ],
)
def test_the_chart_is_whole(timeline: Timeline) -> None:
    check_chart(timeline_chart.chart(timeline))


def test_the_picture_holds_the_numbers_and_null_where_there_is_none() -> None:
    assert [one["count"] for one in data(SHOWN)] == [4, 0, None, None, 6, 5, 7, 2, None, 3]
    assert [one["value"] for one in data(SHOWN)] == [
        300, 200, 180, None, 0, 90, 100, None, None, 100,
    ]  # fmt: skip
    assert [one["day"] for one in data(SHOWN)][:4] == [
        "2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01",
    ]  # fmt: skip


def test_the_table_holds_the_same_numbers() -> None:
    header, rows = timeline_chart.table(SHOWN)
    assert header == ("Day", "Twitches", "Caffeine", "Steps")
    assert rows[:4] == (
        ("26 February", "4", "300 mg", "before the steps"),
        ("27 February", "0", "200 mg", "before the steps"),
        ("28 February", "no note", "180 mg", "before the steps"),
        ("1 March", "no note", "no note", "before the steps"),
    )
    assert [row[3] for row in rows[4:]] == ["before the steps"] * 3 + ["steps"] * 3
    for row, datum in zip(rows, data(SHOWN), strict=True):
        assert row[1] == ("no note" if datum["count"] is None else f"{datum['count']:g}")
        assert row[2] == ("no note" if datum["value"] is None else f"{datum['value']:g} mg")


def test_a_word_that_was_chosen_is_in_the_table_and_the_caption_says_what_is_drawn() -> None:
    journal = Journal(
        (
            make.tally(day=date(2026, 3, 8), count=2),
            make.exposure(day=date(2026, 3, 8), code="sleep_min", value=330, said="under_6"),
            make.exposure(day=date(2026, 3, 9), code="sleep_min", value=330),
        ),
        "Europe/Berlin",
    )
    shown = timeline_chart.recent(journal, today=date(2026, 3, 9), exposure="sleep_min")
    chart = timeline_chart.chart(shown)
    assert [row[2] for row in chart.rows][-2:] == ["under 6 h", "5 h 30"]
    assert [row["value"] for row in data(shown)][-2:] == [5.5, 5.5]
    assert "“under 6”, the line shows the number it stands for" in chart.caption
    assert "such as" not in timeline_chart.chart(replace(shown, said=())).caption


def test_a_run_of_days_without_a_note_is_one_hatched_gap() -> None:
    assert drawn(SHOWN).count('fill="url(#gap-') == 4  # two above, two below
    gaps = timeline_chart.spec(SHOWN)["vconcat"][0]["layer"][0]
    assert gaps["mark"]["color"] == HATCH
    assert [(one["from"], one["to"]) for one in gaps["data"]["values"]] == [(2, 4), (8, 9)]


def test_the_middle_of_a_week_stands_over_its_noted_days_alone() -> None:
    """A line over a day without a note would tell of a day that nobody told of."""
    spread, middle = timeline_chart.spec(SHOWN)["vconcat"][0]["layer"][3:5]
    for layer in (spread, middle):
        drawn_over = [(one["from"], one["to"]) for one in layer["data"]["values"]]
        assert drawn_over == [(0.2, 2), (4, 6.8)]
    counts = (nan, 4, nan, nan, nan, 2, 3, nan, 1, nan, 1, nan, nan, 1)
    three = replace(SHOWN, counts=counts, exposure=None, values=())
    (_, middle) = timeline_chart.spec(three)["vconcat"][0]["layer"][3:5]
    assert [(one["from"], one["to"], one["median"]) for one in middle["data"]["values"]] == [
        (1, 2, 3), (5, 6.8, 3), (8, 9, 1), (10, 11, 1), (13, 13.8, 1),
    ]  # fmt: skip


def test_a_noted_day_without_twitches_is_a_dot_and_an_open_day_is_neither() -> None:
    plain = drawn(replace(SHOWN, exposure=None, values=()))
    assert plain.count(f'fill="{DAY.page}"') == 1
    assert plain.count(f'stroke="{DAY.page}"') == 7


def test_the_line_below_breaks_where_nothing_was_noted() -> None:
    paths = [part for part in drawn(SHOWN).split("<path") if f'stroke="{OTHER.page}"' in part]
    (line,) = [part for part in paths if 'stroke-width="1.75"' in part]
    assert line.count("M") == 3


def test_yes_and_no_stand_at_the_axis() -> None:
    html = drawn(below("infection", 0, 1, nan))
    assert ">yes<" in html
    assert ">no<" in html


def test_drinks_are_drawn_in_the_measures_of_the_person() -> None:
    with measuring("us"):
        shown = data(below("water_ml", 2000, 1000))
        assert "Drinks, fl oz" in drawn(below("water_ml", 2000, 1000))
    assert [one["value"] for one in shown] == [67.6, 33.8]
    assert [one["value"] for one in data(below("water_ml", 2000, 1000))] == [2000, 1000]


def test_long_times_are_told_in_hours() -> None:
    sleep = below("sleep_min", 420, 450, 510)
    assert ">Sleep, h<" in drawn(sleep)
    assert [one["value"] for one in data(sleep)] == [7, 7.5, 8.5]
    assert [row[2] for row in timeline_chart.table(sleep)[1]] == ["7 h", "7 h 30", "8 h 30"]


def test_the_middle_of_four_days_is_that_of_the_page_for_the_doctor() -> None:
    """90, 270, 340 and 470 mg: the median is 305 mg, which is what the report says too."""
    told = timeline_chart.describe(below("caffeine", 470, 90, 340, 270))
    assert "Days with a note of caffeine: 4. The typical day (median) had 305 mg." in told
    noted = Journal(
        tuple(
            make.exposure(day=make.DAY - timedelta(days=back), value=value)
            for back, value in enumerate((90, 270, 340, 470))
        ),
        "Europe/Vienna",
    )
    page = build_report(noted, assess(noted, {}, today=make.DAY), today=make.DAY)
    assert [one.median for one in page.substances if one.code == "caffeine"] == [(305, "")]


def test_the_sentence_says_weeks_exposure_and_steps() -> None:
    assert timeline_chart.describe(SHOWN) == (
        "Noted: 7 of these 10 days. "
        "From 26 February to 4 March, the typical day had 5, and most days had 0 to 7. "
        "Days with a note of caffeine: 7. The typical day (median) had 100 mg. "
        "Before the steps: 26 February to 4 March. Steps: 5 to 7 March."
    )


@pytest.mark.parametrize(
    ("timeline", "end"),
    [
        (below("infection", 0, 1, 1), "Days with a note of infection: 3. Days with a yes: 2."),
        (below("caffeine", nan, nan), "Not noted on these days: caffeine."),
    ],
)
def test_the_sentence_on_an_exposure_fits_what_it_is(timeline: Timeline, end: str) -> None:
    assert timeline_chart.describe(timeline).endswith(end)


def test_a_band_is_shown_as_far_as_its_days_are() -> None:
    earlier = Band(kind="steps", first_day=date(2026, 2, 1), last_day=date(2026, 2, 27))
    outside = Band(kind="pause", first_day=date(2025, 2, 1), last_day=date(2025, 2, 27))
    timeline = replace(SHOWN, bands=(earlier, STEPS, outside))
    assert [(one.kind, *ends) for one, *ends in timeline.spans()] == [
        ("steps", 0, 2),
        ("steps", 7, 10),
    ]
    assert "pause" not in timeline_chart.describe(timeline).lower()
    assert {row[3] for row in timeline_chart.table(timeline)[1]} == {"", "steps"}


def test_a_dashed_line_stands_where_the_steps_began() -> None:
    lines = [
        layer["data"]["values"]
        for layer in timeline_chart.spec(SHOWN)["vconcat"][0]["layer"]
        if layer["mark"].get("strokeDash")
    ]
    assert [[value["at"] for value in values] for values in lines] == [[7]]


def test_without_steps_there_is_no_row_no_column_and_no_word_of_them() -> None:
    bare = replace(SHOWN, bands=())
    chart = timeline_chart.chart(bare)
    assert len(chart.spec["vconcat"]) == 2
    assert "Steps" not in chart.header
    assert "steps" not in chart.caption
    assert "steps" in timeline_chart.chart(SHOWN).caption


def test_counts_and_values_of_other_days_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        timeline_chart.spec(replace(SHOWN, values=CAFFEINE[:-1]))


# ---- from a journal


def test_the_last_weeks_of_a_journal_end_today_with_silence_as_a_gap() -> None:
    today = date(2026, 3, 11)
    journal = Journal(
        (
            make.episode(started_at=datetime(2026, 3, 2, 9, tzinfo=UTC)),
            make.none_today(day=date(2026, 3, 5)),
            make.exposure(day=date(2026, 3, 5), value=120.0),
            make.programme(day=date(2026, 3, 9), event="started"),
        ),
        "UTC",
    )
    shown = timeline_chart.recent(journal, today=today, exposure="caffeine")
    assert (shown.first_day, len(shown.counts)) == (date(2026, 2, 26), 14)
    assert {shown.day(n): one for n, one in enumerate(shown.counts) if one == one} == {
        date(2026, 3, 2): 1,
        date(2026, 3, 5): 0,
    }
    assert [value for value in shown.values if value == value] == [120]
    assert shown.bands == (
        Band(kind="before", first_day=date(2026, 2, 23), last_day=date(2026, 3, 8)),
        Band(kind="steps", first_day=date(2026, 3, 9), last_day=today),
    )


def test_of_a_long_journal_only_the_last_weeks_are_shown() -> None:
    days = [date(2025, 6, 1) + timedelta(days=n) for n in range(300)]
    journal = Journal(tuple(make.none_today(day=day) for day in days), "UTC")
    shown = timeline_chart.recent(journal, today=days[-1])
    assert shown.counts == (0.0,) * 63
    assert (shown.exposure, shown.values) == (None, ())


def test_an_exposure_never_noted_is_a_gap_and_an_empty_journal_a_week_of_it() -> None:
    shown = timeline_chart.recent(Journal(), today=date(2026, 3, 11), exposure="caffeine")
    assert len(shown.counts) == len(shown.values) == 7
    check_chart(timeline_chart.chart(shown))


def test_a_day_told_in_words_is_said_in_words_and_never_as_a_count() -> None:
    noted = (
        make.tally(day=date(2026, 3, 8), amount="some"),
        make.tally(day=date(2026, 3, 9), amount="some", site="thigh"),
        make.tally(day=date(2026, 3, 9), amount="many"),
        make.tally(day=date(2026, 3, 10), amount=None, count=3),
    )
    shown = timeline_chart.recent(Journal(noted), today=date(2026, 3, 10))
    found = timeline_chart.chart(shown)
    assert [row[1] for row in found.rows[-3:]] == [
        "some (drawn as 2)",
        "some and many (drawn as 8)",
        "3",
    ]
    assert "nobody counted: “some” is drawn as 2, “many” as 6." in found.caption
    counted = timeline_chart.recent(Journal(noted[3:]), today=date(2026, 3, 10))
    assert "drawn as" not in timeline_chart.chart(counted).caption


def test_the_middle_of_values_in_words_is_a_word() -> None:
    nights = [
        make.exposure(day=date(2026, 3, n), code="sleep_min", value=330, said="under_6")
        for n in (8, 9, 10)
    ]
    bout = make.tally(day=date(2026, 3, 8))
    shown = timeline_chart.recent(
        Journal((bout, *nights)), today=date(2026, 3, 10), exposure="sleep_min"
    )
    assert "The typical day (median) had under 6 h." in timeline_chart.describe(shown)


def test_a_day_of_5000_flattens_no_other_and_is_named_with_its_number() -> None:
    flood = Timeline(first_day=FIRST, counts=(3, 8, nan, 0, 7, 2, 6, 5000, 4, 3))
    assert [one["count"] for one in data(flood)] == [3, 8, None, 0, 7, 2, 6, 8, 4, 3]
    panel = timeline_chart.spec(flood)["vconcat"][0]
    assert panel["encoding"]["y"]["scale"]["domain"] == [0, 8]
    assert "5 Mar: 5,000" in drawn(flood)
    assert "Higher than drawn: 5 Mar: 5,000." in timeline_chart.describe(flood)
    assert timeline_chart.table(flood)[1][7] == ("5 March", "5000")


def test_an_axis_keeps_room_for_its_numbers() -> None:
    assert (y_axis(0, 8_000)["format"], y_axis(0, 20_000)["format"]) == (".5~g", ".3~s")


def test_many_high_days_are_drawn_as_they_are() -> None:
    assert height_of((3, 8, 5, 4000, 5000, 4500)) == 6000
    assert height_of(()) == height_of((nan,)) == 2
