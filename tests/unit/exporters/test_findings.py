"""Findings as plain data: valid JSON, and every number of one finding worked out again."""

import json
from datetime import date

import numpy as np
import pytest

from myolog.exporters.findings import explained, plain_findings
from myolog.journal.model import Journal
from myolog.journal.simulate import simulate
from myolog.patterns.report import find_patterns
from myolog.triggers.analysis import analyse
from myolog.triggers.discover import find_triggers

TODAY = date(2027, 1, 1)
JOURNAL = simulate(seed=3, days=120, trigger="caffeine", rate_ratio=1.8).journal
REPORT = find_triggers(JOURNAL, today=TODAY)


def test_the_report_is_json_with_patterns_beside_it():
    plain = plain_findings(REPORT, find_patterns(JOURNAL, today=TODAY))
    again = json.loads(json.dumps(plain, allow_nan=False))
    assert again["findings"][0]["exposure"] == "caffeine"
    assert again["patterns"]["hours"]["verdict"] in ("uneven", "even", "cannot_tell")


def test_the_days_of_an_explanation_give_the_plain_counts_again():
    told = explained(JOURNAL, REPORT, "caffeine", today=TODAY)
    assert told["digest"] == REPORT.digest
    counts = told["finding"]["contrast"]
    days = told["days"]
    paired = [
        (days[number + counts["lag"]]["twitches"], days[number]["value"])
        for number in range(len(days) - counts["lag"])
    ]
    known = [(y, x) for y, x in paired if y is not None and x is not None]
    more = [y for y, x in known if x > counts["split"]]
    assert (len(more), sum(more)) == (counts["days_more"], counts["twitches_more"])
    assert len(known) - len(more) == counts["days_less"]
    assert len([None for day in days if day["twitches"] is not None]) == REPORT.days_logged


def test_the_days_of_all_explanations_give_the_same_report_again():
    codes = [one.exposure for one in REPORT.findings]
    told = {code: explained(JOURNAL, REPORT, code, today=TODAY)["days"] for code in codes}

    def column(code, name):
        return [np.nan if day[name] is None else day[name] for day in told[code]]

    again = analyse(
        counts=column(codes[0], "twitches"),
        exposures={code: column(code, "value") for code in codes},
        units={one.exposure: abs(one.unit) for one in REPORT.findings},
        attention=column(codes[0], "minutes_looked"),
    )
    for code in ("caffeine", "water_ml"):
        assert again.finding(code).rate_ratio == pytest.approx(REPORT.finding(code).rate_ratio)


def test_days_without_a_known_look_say_so():
    bare = Journal(tuple(one for one in JOURNAL.entries if one.kind != "window"), JOURNAL.zone)
    report = find_triggers(bare, today=TODAY)
    told = explained(bare, report, "caffeine", today=TODAY)
    assert {day["minutes_looked"] for day in told["days"]} == {None}


@pytest.mark.parametrize("journal", [JOURNAL, Journal()])
def test_an_exposure_without_a_note_has_no_explanation(journal):
    with pytest.raises(KeyError):
        explained(journal, REPORT, "nicotine", today=TODAY)
    with pytest.raises(KeyError):
        explained(Journal(), REPORT, "caffeine", today=TODAY)
