"""Months beside one another: picture, sentence and table say the same, and a gap stays a gap."""

from datetime import date, timedelta

from myolog.charts import spans as spans_chart
from myolog.charts.drawing import draw_for_page
from myolog.charts.spans import LongView
from myolog.content.languages import speaking
from myolog.journal.counted import counted
from myolog.journal.model import Journal
from myolog.journal.spans import Span, span_of, spans_between
from myolog.patterns.change import Past
from tests.factories import examination, none_today, plan, programme, tally
from tests.unit.charts.specs import check_chart

UNTIL = date(2026, 4, 20)
STEPS = Span(first=date(2026, 3, 20), last=date(2026, 4, 16))
TEST = Span(first=date(2026, 4, 18), last=date(2026, 4, 30))


def view(*told: tuple[date, list[int]], kind="months", until=UNTIL, **beside) -> LongView:
    entries = [
        tally(day=first + timedelta(days=n), count=count)
        for first, counts in told
        for n, count in enumerate(counts)
    ]
    past = Past(counted=counted(Journal(tuple(entries), "Europe/Berlin")), until=until)
    first = past.noted[0] if past.noted else until
    parts = tuple(map(past.part, spans_between(first, until, kind)))
    return LongView(kind=kind, parts=parts, **beside)


JANUARY = (date(2026, 1, 1), [4, 2, 3, 3] * 5)
APRIL = (date(2026, 4, 1), [6, 6, 5, 7])
SHOWN = view(
    JANUARY, APRIL,
    results=(date(2026, 1, 9), date(2025, 1, 1)), visits=(date(2026, 1, 12), date(2026, 1, 14)),
    steps=(STEPS,), experiments=(TEST,),
    compared=(span_of(date(2026, 3, 1), "months"), span_of(UNTIL, "months")),
)  # fmt: skip


def test_the_chart_is_whole_in_both_languages_and_without_any_rate() -> None:
    check_chart(spans_chart.chart(SHOWN))
    check_chart(spans_chart.chart(view(JANUARY)))
    check_chart(spans_chart.chart(view()))
    with speaking("de"):
        assert spans_chart.chart(SHOWN).rows[1][:3] == (
            "Februar 2026", "0 von 28", "zu wenige Einträge",
        )  # fmt: skip


def test_the_sentence_names_days_and_rates_that_were_worked_out_by_hand() -> None:
    told = spans_chart.describe(SHOWN)
    assert told.startswith("Days noted from 1 January 2026 to 20 April 2026: 24 of 110.")
    assert "January 2026: 3 on a noted day, likely 2.4 to 3.8." in told
    assert "April 2026 so far: 6 on a noted day" in told
    assert "The most" not in told
    between = view(JANUARY, (date(2026, 2, 1), [9] * 9), APRIL)
    assert "The most: 9, February 2026." in spans_chart.describe(between)
    assert spans_chart.describe(view()).endswith("No time here has enough notes yet for a number.")
    assert spans_chart.describe(view((date(2026, 4, 1), [2] * 5))).count("on a noted day") == 1


def test_the_table_has_every_month_and_what_stands_beside_it() -> None:
    header, rows = spans_chart.table(SHOWN)
    assert header == ("When", "Days noted", "On a noted day", "Likely", "Also")
    assert rows[0] == ("January 2026", "20 of 31", "3", "2.4 to 3.8",
                       "Results: 9 Jan; Visits: 12 Jan and 14 Jan")  # fmt: skip
    assert rows[1] == ("February 2026", "0 of 28", "too few notes", "", "")
    assert rows[2] == ("March 2026", "0 of 31", "too few notes", "", "Steps")
    assert rows[3][0] == "April 2026 so far"
    assert rows[3][4] == "Steps; Experiments"


def test_months_without_notes_are_hatched_and_compared_times_framed() -> None:
    spec = spans_chart.spec(SHOWN)
    data = spec["data"]["values"]
    assert [(one["first_day"], one["n_noted"], one["rate"]) for one in data] == [
        ("2026-01-01", 20, 3.0), ("2026-02-01", 0, None),
        ("2026-03-01", 0, None), ("2026-04-01", 4, 6.0),
    ]  # fmt: skip
    drawn = draw_for_page(spec, label="Months")
    assert drawn.count('fill="url(#gap-') == 2
    for name in ("before", "now", "Results", "Visits", "Steps", "Experiments"):
        assert f">{name}<" in drawn, name
    alone = spans_chart.spec(
        view(JANUARY, compared=(Span(first=date(2020, 1, 1), last=date(2020, 2, 1)),))
    )
    assert len(alone["vconcat"]) == 1
    assert ">before<" not in draw_for_page(alone, label="x")


def written(shown: LongView) -> list[tuple[float, str, str]]:
    layers = spans_chart.spec(shown)["vconcat"][0]["layer"]
    return [
        (one["data"]["values"][0]["at"], one["data"]["values"][0]["name"], one["mark"]["align"])
        for one in layers
        if one["mark"]["type"] == "text"
    ]


def test_the_names_of_close_frames_share_a_line_and_none_leaves_the_picture() -> None:
    first, second, *_, last = months = spans_between(date(2025, 1, 1), date(2026, 12, 1), "months")
    year = (date(2025, 1, 1), [1] * 730)
    until = date(2026, 12, 31)
    close = view(year, until=until, compared=(months[-2], last))
    assert written(close) == [(730, "before | now", "right")]
    apart = view(year, until=until, compared=(first, last))
    assert written(apart) == [(0, "before", "left"), (730, "now", "right")]
    middle = view(year, until=until, compared=(second, months[12]))
    assert [one[1:] for one in written(middle)] == [("before", "left"), ("now", "center")]


def test_one_month_of_thousands_flattens_no_other_and_is_named() -> None:
    shown = view(JANUARY, (date(2026, 2, 1), [5000] * 20), (date(2026, 3, 1), [4] * 20))
    assert "Higher than drawn: February 2026: 5,000." in spans_chart.describe(shown)
    domain = spans_chart.spec(shown)["vconcat"][0]["encoding"]["y"]["scale"]["domain"]
    assert domain[1] <= 10


def test_the_one_day_that_makes_a_month_high_is_named_in_the_table() -> None:
    shown = view((date(2026, 2, 1), [4, 3, 5] * 5 + [5000]), until=date(2026, 2, 28))
    assert spans_chart.table(shown)[1][0][-1] == "16 Feb: 5,000"


def test_weeks_are_named_by_their_first_day() -> None:
    shown = view((date(2026, 4, 6), [1] * 12), kind="weeks")
    axis = spans_chart.spec(shown)["vconcat"][-1]["encoding"]["x"]["axis"]
    assert '"6 Apr"' in axis["labelExpr"]
    assert spans_chart.table(shown)[1][0][0] == "6 to 12 April 2026"


def test_results_visits_steps_and_experiments_are_taken_from_the_journal() -> None:
    told = Journal(
        (
            tally(day=date(2026, 1, 1), count=1),
            examination(day=date(2026, 1, 7), result="normal"),
            programme(day=date(2026, 1, 20), event="started"),
            plan(day=date(2026, 3, 1), arms=("A", "B")),
            none_today(day=date(2026, 3, 31)),
        ),
        "Europe/Berlin",
    )
    past = Past(counted=counted(told), until=date(2026, 3, 31))
    found = spans_chart.long_view(
        past,
        past.window("months").spans,
        kind="months",
        beside=told,
        results=frozenset({date(2026, 3, 3), date(2026, 1, 3)}),
    )
    assert found.results == [date(2026, 1, 3), date(2026, 3, 3)]
    assert found.visits == [date(2026, 1, 7)]
    assert found.steps == [Span(first=date(2026, 1, 20), last=date(2026, 2, 16))]
    assert found.experiments == [Span(first=date(2026, 3, 1), last=date(2026, 3, 2))]
    assert [part.n_noted for part in found.parts] == [1, 0, 1]
