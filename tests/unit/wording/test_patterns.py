"""Patterns in words: a range or "cannot tell yet", and no place above another."""

from dataclasses import replace
from datetime import date

from myolog.journal.model import Journal
from myolog.journal.simulate import simulate
from myolog.patterns.report import find_patterns
from myolog.wording.patterns import clock, likely_share, pattern_words

TODAY = date(2027, 1, 1)
REPORT = find_patterns(simulate(seed=3, days=90).journal, today=TODAY)


def lines(report, code):
    return next(part for part in pattern_words(report) if part.code == code).lines


def test_an_empty_journal_cannot_tell():
    empty = find_patterns(Journal(), today=TODAY)
    assert lines(empty, "hours") == ("Too early to say. Days with a time so far: 0; needed: 21.",)
    assert lines(empty, "places") == ("No place was noted yet.",)
    assert lines(empty, "lengths") == (
        "Too early to say. Days with a length so far: 0; needed to see a change: 21.",
    )


def test_a_preferred_hour_is_told_with_its_range_and_what_it_does_not_mean():
    peaked = replace(
        REPORT.hours, verdict="uneven", hour=19.3, hour_low=18.0, hour_high=20.5, at_night=2
    )
    told = lines(replace(REPORT, hours=peaked), "hours")
    assert told[1] == "You noted them most around 19:15, likely between 18:00 and 20:30."
    assert "Twitches noted at other hours: 2." in told
    assert "when you notice" in told[-1]


def test_uneven_without_one_hour_names_none():
    two = replace(REPORT.hours, verdict="uneven", hour=None)
    assert not [line for line in lines(replace(REPORT, hours=two), "hours") if "around" in line]


def test_every_verdict_has_words():
    for verdict in ("uneven", "even", "cannot_tell"):
        assert lines(replace(REPORT, hours=replace(REPORT.hours, verdict=verdict)), "hours")
    for verdict in ("longer", "shorter", "no_sign", "cannot_tell"):
        changed = replace(REPORT.lengths, verdict=verdict, ratio=2.0, low90=1.2, high90=3.3)
        told = lines(replace(REPORT, lengths=changed), "lengths")
        assert ("about 2.00 times as long" in told[-1]) is (verdict in ("longer", "shorter"))


def test_places_have_days_and_a_likely_share():
    told = lines(REPORT, "places")
    assert len(told) == len(REPORT.places.places)
    assert "of 10 days" in told[0]
    few = find_patterns(simulate(seed=3, days=9).journal, today=TODAY)
    assert "14 days" in lines(few, "places")[-1]
    assert likely_share(few.places.places[0]) == ""
    assert likely_share(replace(few.places.places[0], low90=0.5)) == ""


def test_lengths_are_told_in_seconds_or_minutes():
    long = replace(REPORT.lengths, usual_s=200.0, low_s=89.0, high_s=600.0)
    (usual, _) = lines(replace(REPORT, lengths=long), "lengths")
    assert "3.3 minutes" in usual
    assert "89 seconds" in usual
    assert "10 minutes" in usual


def test_an_hour_is_told_to_the_quarter():
    assert [clock(hour) for hour in (0.0, 12.55, 23.9)] == ["0:00", "12:30", "24:00"]
