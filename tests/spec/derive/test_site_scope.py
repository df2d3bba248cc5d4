"""Where it twitches: one place, several places, or spread."""

from datetime import timedelta

import pytest

from myolog.journal.records import StorySite
from myolog.triage.derive import n_regions, site_scope
from tests.factories import story

TITLE = "One place, several places, or spread over time"
CASES = (
    ("one place on two days", {"calf__left": "xx"}, "single", 1),
    ("one place on one day is not established", {"calf__left": "x"}, None, 0),
    (
        "two twitch days 27 days apart establish a place",
        {"calf__left": "x" + "." * 26 + "x"},
        "single",
        1,
    ),
    ("28 days apart they do not", {"calf__left": "x" + "." * 27 + "x"}, None, 0),
    (
        "two muscles of one leg are one group",
        {"calf__left": "xx..", "thigh__left": "..xx"},
        "single",
        1,
    ),
    (
        "two calves on the same days are several places, not spread",
        {"calf__both": "xx.......xx"},
        "multi_site",
        1,
    ),
    (
        "the other calf 6 days later",
        {"calf__left": "xx......", "calf__right": "......xx"},
        "multi_site",
        1,
    ),
    (
        "calf, then forearm 6 days later",
        {"calf__left": "xx......", "forearm__left": "......xx"},
        "multi_site",
        2,
    ),
    (
        "calf, then forearm 7 days later",
        {"calf__left": "xx.......", "forearm__left": ".......xx"},
        "spread",
        2,
    ),
    (
        "calf, then the other calf 7 days later",
        {"calf__left": "xx.......", "calf__right": ".......xx"},
        "spread",
        1,
    ),
    (
        "forearm, then shoulder of the same side",
        {"forearm__left": "xx.......", "shoulder__left": ".......xx"},
        "single",
        1,
    ),
    (
        "forearm, then the neck: the same region",
        {"forearm__left": "xx.......", "neck": ".......xx"},
        "multi_site",
        1,
    ),
    (
        "forearm, then the left neck: the same arm",
        {"forearm__left": "xx.......", "neck__left": ".......xx"},
        "single",
        1,
    ),
    (
        "forearm, then an arm whose side was not noted",
        {"forearm__left": "xx.......", "hand": ".......xx"},
        "single",
        1,
    ),
    (
        "an arm without a side, then one with a side",
        {"hand": "xx.......", "forearm__left": ".......xx"},
        "single",
        1,
    ),
    (
        "forearm, then a leg whose side was not noted",
        {"forearm__left": "xx.......", "calf": ".......xx"},
        "spread",
        2,
    ),
    (
        "cheek, then tongue: the same region",
        {"cheek__left": "xx.......", "tongue": ".......xx"},
        "multi_site",
        1,
    ),
    (
        "calf, then the eyelid is no spread",
        {"calf__left": "xx.......", "eyelid__left": ".......xx"},
        "multi_site",
        2,
    ),
    (
        "the eyelid, then the calf is spread",
        {"eyelid__left": "xx.......", "calf__left": ".......xx"},
        "spread",
        2,
    ),
    (
        "calf, then the cheek is spread",
        {"calf__left": "xx.......", "cheek__left": ".......xx"},
        "spread",
        2,
    ),
    (
        "a single day of the new part does not establish it",
        {"calf__left": "xx......x", "forearm__left": "........x"},
        "single",
        1,
    ),
    ("everywhere at once is several places", {"everywhere": "x"}, "multi_site", 4),
    (
        "calf, then everywhere 6 days later",
        {"calf__left": "xx......", "everywhere": ".......x"},
        "multi_site",
        4,
    ),
    (
        "calf, then everywhere 7 days later",
        {"calf__left": "xx.......", "everywhere": "........x"},
        "spread",
        4,
    ),
    (
        "everywhere, then calf 7 days later",
        {"everywhere": "x........", "calf__left": ".......xx"},
        "multi_site",
        4,
    ),
    (
        "the new part was active 13 days ago",
        {"calf__left": "xx......x......x......", "hand__left": "......." + "xx" + "." * 13},
        "spread",
        2,
    ),
    (
        "the new part was last active 14 days ago",
        {"calf__left": "xx......x......x.......", "hand__left": "......." + "xx" + "." * 14},
        "multi_site",
        2,
    ),
    (
        "after a break the new run begins anew",
        {"calf__left": "xx" + "." * 8 + ".........", "hand__left": ".." + "." * 8 + "xxxxxxxxx"},
        "multi_site",
        2,
    ),
    (
        "arm and leg at once, then the neck, which is the arm's region",
        {"forearm__left": "xx.......", "calf__left": "xx.......", "neck": ".......xx"},
        "multi_site",
        2,
    ),
    (
        "a lone day long before does not date the beginning of a place",
        {"calf__left": "x" * 40, "hand__left": "x" + "." * 30 + "xx......x"},
        "spread",
        2,
    ),
    ("an empty journal", {}, None, 0),
)


@pytest.mark.parametrize(
    ("says", "places", "scope", "regions"), CASES, ids=[case[0] for case in CASES]
)
def test_scope(drawn, today, says, places, scope, regions):
    journal = drawn(**places)
    assert site_scope(journal, today) == scope
    assert n_regions(journal, today) == regions


def told(today, *, told_back=0, onset_back=90, ongoing=True, **since_back):
    return story(
        day=today - timedelta(days=told_back),
        onset_day=today - timedelta(days=onset_back),
        ongoing=ongoing,
        first_site="forearm",
        first_side="right",
        sites=tuple(
            StorySite(site=site, side="right", since=today - timedelta(days=back))
            for site, back in since_back.items()
        ),
    )


@pytest.mark.parametrize(
    ("since_back", "scope"),
    [
        ({}, "single"),
        ({"thigh": 83}, "spread"),
        ({"thigh": 84}, "multi_site"),
        ({"shoulder": 10}, "single"),
        ({"eyelid": 10}, "multi_site"),
    ],
)
def test_scope_from_a_story_alone(today, drawn, since_back, scope):
    journal = drawn().with_entries([told(today, **since_back)])
    assert site_scope(journal, today) == scope


def test_a_place_of_an_old_story_is_active_no_more(drawn, today):
    def scope(told_back):
        before = told(today, told_back=told_back, onset_back=200, thigh=100)
        return site_scope(drawn().with_entries([before]), today)

    assert [scope(13), scope(14), scope(27), scope(28)] == [
        "spread",
        "multi_site",
        "multi_site",
        None,
    ]


def test_a_new_part_in_the_journal_is_spread_from_the_place_of_the_story(drawn, today):
    journal = drawn(calf__left="xx").with_entries([told(today, told_back=5)])
    assert site_scope(journal, today) == "spread"


def test_a_story_that_had_ended_names_no_first_place(drawn, today):
    journal = drawn(calf__left="xx").with_entries([told(today, told_back=5, ongoing=False)])
    assert site_scope(journal, today) == "single"


def test_a_run_that_began_after_the_story_has_a_first_place_of_its_own(drawn, today):
    journal = drawn(calf__left="xxxx").with_entries([told(today, told_back=12)])
    assert site_scope(journal, today) == "multi_site"
    near = drawn(calf__left="xxxx").with_entries([told(today, told_back=11)])
    assert site_scope(near, today) == "spread"
