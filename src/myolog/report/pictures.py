"""What goes with the page for the doctor on a second sheet: the journal as charts.

Decides which charts there are. Their numbers are those of the page and of the findings; a chart
that has nothing to show is left out.
"""

from __future__ import annotations

from datetime import date
from math import isnan
from typing import Final

from myolog.charts import hours, places, timeline, trigger_forest
from myolog.charts.chart import Chart
from myolog.content.catalogue import load
from myolog.content.dates import month_short
from myolog.journal.daily import daily_exposures
from myolog.journal.model import Journal
from myolog.patterns.hours import HourPattern
from myolog.report.days import count_days
from myolog.report.sections import Days, Period
from myolog.triggers.report import TriggerReport
from myolog.wording.findings import too_early

__all__ = ["charts_of", "days_chart", "places_chart"]

_USUAL: Final = "caffeine"
"""Shown below the twitches where nothing was noted more often."""


def charts_of(
    journal: Journal, *, today: date, triggers: TriggerReport, hour_pattern: HourPattern
) -> tuple[Chart, ...]:
    """Return the charts of a journal that have something to show.

    Parameters
    ----------
    triggers, hour_pattern
        What was found in the journal, on whichever day it was last looked at.
    """
    past = journal.until(today)
    if not past.told_days:
        return ()
    charts = [days_chart(past, today=today), places_chart(count_days(past, today=today))]
    rows = trigger_forest.rows_of(triggers.findings)
    if rows and not too_early(triggers):
        charts.append(trigger_forest.chart(rows))
    if any(hour_pattern.days_by_hour):
        charts.append(hours.chart(hour_pattern))
    return tuple(charts)


def days_chart(journal: Journal, *, today: date) -> Chart:
    """Return the last weeks by day, with the exposure that was noted most often in them."""
    shown = timeline.recent(journal, today=today)
    noted = daily_exposures(journal, shown.first_day, today)
    if not noted:
        return timeline.chart(shown)
    n_days = {code: sum(not isnan(value) for value in told) for code, told in noted.items()}
    often = max(noted, key=lambda code: (n_days[code], code == _USUAL))
    return timeline.chart(timeline.recent(journal, today=today, exposure=often))


def places_chart(days: Days) -> Chart:
    """Return the days of each region by side and month, as the page for the doctor counts them."""
    say = load()
    found = tuple(
        places.Place(
            name=say.template(f"report.days.{region}"),
            left=() if region == "all" else tuple(cell.left for cell in cells),
            right=() if region == "all" else tuple(cell.right for cell in cells),
            other=tuple(cell.other for cell in cells) if any(cell.other for cell in cells) else (),
        )
        for region, cells in days.regions.items()
    )
    named = tuple(
        places.Period(name=_name(period), n_noted=period.n_noted) for period in days.periods
    )
    return places.chart(found, named)


def _name(period: Period) -> str:
    say = load()
    if period.earlier:
        return say.template("chart.places.earlier")
    return month_short(period.first)
