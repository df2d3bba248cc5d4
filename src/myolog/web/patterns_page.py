"""What the Patterns page shows: findings as sentences, then pictures, then how it was looked at."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from myolog.charts import body_map, hours, timeline, trigger_forest
from myolog.charts.chart import Chart
from myolog.charts.drawing import warm_up
from myolog.content.languages import speaking
from myolog.content.measures import measuring
from myolog.content.own import naming
from myolog.journal.daily import daily_exposures
from myolog.journal.model import Journal
from myolog.patterns.hours import HourPattern
from myolog.report.days import count_days
from myolog.report.pictures import places_chart
from myolog.store.selectors import Person, journal_of, own_things
from myolog.store.services.people import language_of, measures_of
from myolog.triggers.report import TriggerReport
from myolog.triggers.windows import settled_day
from myolog.web.findings import Findings, findings_of
from myolog.web.moment import today_for
from myolog.web.templatetags.pictures import draw
from myolog.wording.findings import (
    finding_words,
    groups,
    limits,
    too_early,
    whole_line,
)
from myolog.wording.patterns import pattern_words


def shown(found: Findings, journal: Journal) -> dict[str, Any]:
    """Return the context of a page with findings."""
    report = found.triggers
    return {
        "whole": whole_line(report),
        "told": [finding_words(one, report) for one in report.flagged],
        "groups": groups(report),
        "limits": limits(report),
        "forest": _forest(report),
        "days": _days(report, journal),
        "patterns": {part.code: part for part in pattern_words(found.patterns)},
        "hours": _hours(found.patterns.hours),
        "body": body_map.chart(body_map.compare(journal, today=found.last_day)),
        "months": places_chart(count_days(journal.until(found.last_day), today=found.last_day)),
    }


def draw_ahead(person: Person) -> None:
    """Draw what Patterns will show to a person, and load what draws even where it is too early."""
    warm_up()
    found = findings_of(person, last_day=settled_day(today_for(person)))
    if too_early(found.triggers):
        return
    names = naming(partial(own_things, person))
    with measuring(measures_of(person)), speaking(language_of(person)), names:
        for one in shown(found, journal_of(person)).values():
            if isinstance(one, Chart):
                draw(one)


def _forest(report: TriggerReport) -> Chart | None:
    rows = trigger_forest.rows_of(report.findings)
    return trigger_forest.chart(rows) if rows else None


def _days(report: TriggerReport, journal: Journal) -> Chart | None:
    """Draw the last weeks, with the surest finding or else what was noted on most days below."""
    last = report.last_day
    if last is None:
        return None
    shown = timeline.recent(journal, today=last)
    values = daily_exposures(journal, shown.first_day, last)
    below = [one for one in (*report.flagged, *_most_noted(report)) if one.exposure in values]
    if not below:
        return timeline.chart(shown)
    return timeline.chart(timeline.recent(journal, today=last, exposure=below[0].exposure))


def _hours(found: HourPattern) -> Chart | None:
    return hours.chart(found) if any(found.days_by_hour) else None


def _most_noted(report: TriggerReport) -> Iterable[Any]:
    return sorted(report.findings, key=lambda one: -one.days_used)
