"""Bands of the steps: the two weeks before, the days and the pauses, each with its name."""

from datetime import date, timedelta

from myolog.charts import bands as step_bands
from myolog.charts import timeline as timeline_chart
from myolog.charts.bands import Band, bands_of
from myolog.charts.drawing import draw_for_page
from myolog.charts.timeline import Timeline
from myolog.journal.model import Journal
from tests import factories as make
from tests.unit.charts.specs import check_chart

START = date(2026, 3, 9)


def on(day: int) -> date:
    """Return a day of the steps, from 1."""
    return START + timedelta(days=day - 1)


def told(*events: tuple[int, str], today: int) -> list[tuple[str, date, date]]:
    entries = tuple(make.programme(day=on(day), event=event) for day, event in events)
    found = bands_of(Journal(entries, "UTC"), today=on(today))
    return [(one.kind, one.first_day, one.last_day) for one in found]


def test_the_steps_of_today_have_the_two_weeks_before_them() -> None:
    assert told((1, "started"), today=3) == [("before", on(-13), on(0)), ("steps", on(1), on(3))]


def test_a_pause_parts_the_steps_and_ends_when_they_go_on() -> None:
    assert told((1, "started"), (5, "paused"), (8, "resumed"), today=9)[1:] == [
        ("steps", on(1), on(4)),
        ("pause", on(5), on(7)),
        ("steps", on(8), on(9)),
    ]


def test_a_pause_that_lasts_reaches_today() -> None:
    assert told((1, "started"), (5, "paused"), today=30)[-1] == ("pause", on(5), on(30))


def test_steps_end_when_they_are_stopped_and_after_28_days() -> None:
    assert told((1, "started"), (6, "stopped"), today=40)[-1] == ("steps", on(1), on(6))
    assert told((1, "started"), today=40)[-1] == ("steps", on(1), on(28))


def test_steps_of_tomorrow_have_no_days_yet() -> None:
    assert told((1, "started"), today=0) == [("before", on(-13), on(0))]


def test_without_steps_there_is_no_band() -> None:
    assert told(today=9) == []


def test_each_kind_has_a_row_with_its_name_once() -> None:
    found = (
        Band(kind="before", first_day=on(-13), last_day=on(0)),
        Band(kind="steps", first_day=on(1), last_day=on(4)),
        Band(kind="pause", first_day=on(5), last_day=on(6)),
        Band(kind="steps", first_day=on(7), last_day=on(20)),
    )
    shown = Timeline(first_day=on(-13), counts=(1.0,) * 34, bands=found)
    check_chart(timeline_chart.chart(shown))
    html = draw_for_page(timeline_chart.spec(shown), label="Days")
    assert [html.count(f">{name}<") for name in ("before the steps", "steps", "pause")] == [1, 1, 1]
    layers = step_bands.layers(shown.spans(), n_days=34)
    ends = [[(one["from"], one["to"]) for one in bar["data"]["values"]] for bar in layers[::2]]
    assert ends == [[(0, 14)], [(14, 18), (20, 34)], [(18, 20)]]


def test_a_name_stays_within_the_picture() -> None:
    (_, name) = step_bands.layers(
        [(Band(kind="pause", first_day=on(1), last_day=on(1)), 60, 61)], n_days=63
    )
    assert name["mark"]["align"] == "right"
    assert name["data"]["values"][0]["at"] == 61
