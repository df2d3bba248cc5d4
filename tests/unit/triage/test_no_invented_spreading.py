"""A side of a place that was there on both sides is no new place, wherever places are told."""

from datetime import date

import pytest

from myolog.journal.model import Journal
from myolog.journal.records import StorySite
from myolog.report.build import build_report
from myolog.report.wording import say
from myolog.triage.assessment import assess, assess_standing
from myolog.triage.joining import joining_of
from myolog.triage.scope import site_scope
from myolog.triage.since import since_then
from tests.factories import story, tally

ONSET, TOLD = date(2026, 10, 26), date(2026, 11, 28)
LATER = (date(2026, 11, 29), date(2026, 11, 30))


def calves(first_side, *sides):
    """Return a journal of a story of the calf, and of twitches told later of each side."""
    told = story(day=TOLD, onset_day=ONSET, first_site="calf", first_side=first_side, ongoing=True)
    noted = (tally(day=LATER[nth % 2], site="calf", side=side) for nth, side in enumerate(sides))
    return Journal((told, *noted))


@pytest.mark.parametrize(
    ("first", "noted", "new"),
    [
        ("both", ("right", "left", "both", None), []),
        ("right", ("left",), [("calf", "left")]),
        ("right", ("right",), []),
        ("left", ("both",), [("calf", "both")]),
        (None, ("right",), []),
        ("both", ("right",), []),
    ],
)
def test_only_a_new_side_of_a_one_sided_place_is_new(first, noted, new):
    then, now = calves(first), calves(first, *noted)
    was, found = (assess(one, {}, today=LATER[1]) for one in (then, now))
    since = since_then(then=then, now=now, was=was, found=found, said=TOLD)
    assert [(one.site, one.side) for one in since.places] == new
    assert [(one.site, one.side) for one in joining_of(now).later] == new


def test_left_and_right_are_both():
    both = calves("left", "right", "left")
    now = calves("left", "right", "left", "both")
    was = assess(both, {}, today=LATER[1])
    assert since_then(then=both, now=now, was=was, found=was, said=TOLD).places == ()


def test_the_sheet_names_one_beginning():
    today = date(2026, 12, 2)
    noted = [
        tally(day=date(2026, 11, day), site="calf", side=side)
        for day, side in ((28, "right"), (29, "right"), (29, "left"), (30, "left"))
    ]
    journal = Journal((*calves("both").entries, *noted))
    page = build_report(journal, assess_standing(journal, today=today), today=today)
    assert (page.onset.places.first, page.onset.places.later) == (("calf", "both"), ())


def test_a_side_that_was_not_noted_at_the_beginning_may_have_been_either():
    noted = [
        tally(day=date(2026, 11, day), site="calf", side=side)
        for day, side in ((28, None), (28, "left"), (30, "right"))
    ]
    found = joining_of(Journal(tuple(noted)))
    assert (found.first, found.along, found.later) == (("calf", "left"), (), ())


def test_one_side_after_the_other_does_not_spread_where_both_were_told():
    """After a pause the run begins anew: what the story told of both is no new part in it."""
    noted = [
        tally(day=date(2027, 1, day), site="calf", side=side)
        for day, side in ((1, "right"), (3, "right"), (8, "left"), (12, "left"))
    ]
    told = calves("both").entries
    assert site_scope(Journal((*told, *noted)), date(2027, 1, 12)) == "multi_site"
    assert site_scope(Journal((*calves("right").entries, *noted)), date(2027, 1, 12)) == "spread"


@pytest.mark.parametrize("turned", [False, True])
def test_a_place_told_twice_has_twitched_since_the_earlier_day(turned):
    """As exactly as that day was told: of two tellings of one day the more exact one."""
    told = [
        StorySite(site="thigh", side="left", since=date(2026, 11, 20)),
        StorySite(site="thigh", side="left", since=date(2026, 11, 4), since_precision="week"),
        StorySite(site="hand", side="left", since=date(2026, 11, 9), since_precision="month"),
        StorySite(site="hand", side="left", since=date(2026, 11, 9)),
        StorySite(site="calf", side="left", since=date(2026, 11, 25)),
    ]
    sites = tuple(reversed(told) if turned else told)
    begun = story(
        day=TOLD, onset_day=ONSET, first_site="calf", first_side="left", ongoing=True, sites=sites
    )
    found = joining_of(Journal((begun,)))
    assert found.first == ("calf", "left")
    assert [(one.site, one.since.day, one.precision) for one in found.later] == [
        ("thigh", 4, "week"),
        ("hand", 9, "day"),
    ]


def test_the_sheet_says_why_an_eyelid_that_joins_is_no_spread():
    calf = [tally(day=date(2026, 3, 1 + n), site="calf", side="left") for n in (0, 2)]
    lid = [tally(day=date(2026, 3, 20 + n), site="eyelid", side="left") for n in (0, 2)]
    journal, today = Journal((*calf, *lid)), date(2026, 3, 23)
    report = build_report(journal, assess_standing(journal, today=today), today=today)
    shown = str(say(report))
    assert (
        "then left eyelid (noted from 20 March 2026); an eyelid is not counted as spread" in shown
    )
