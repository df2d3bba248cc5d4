"""For how long it has twitched on most days."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from myolog.journal.entries import NoneToday
from myolog.journal.model import Journal
from myolog.triage.derive import run_days
from tests.factories import answers, episode, story, tally, window

TITLE = "Days of the present run, from dated entries"
CASES = (
    ("14 days in a row", "x" * 14, 14),
    ("15 days in a row: more than two weeks", "x" * 15, 15),
    ("the last twitch 3 days ago still counts", "xxxxx ooo", 5),
    ("the last twitch 4 days ago is over", "xxxxx oooo", 0),
    ("the last twitch 4 days ago is over even when nothing was logged since", "xxxxx ....", 0),
    ("a gap with 3 observed free days does not break", "xxxx ooo xxxx", 11),
    ("a gap with 4 observed free days breaks", "xxxx oooo xxxx", 4),
    ("a gap of 3 observed free days among unlogged ones does not break", "xxxx o.o.o. xxxx", 14),
    ("a gap of 4 observed free days among unlogged ones breaks", "xxxx o.o.oo. xxxx", 4),
    ("a gap of 7 calendar days does not break", "xxxx ....... xxxx", 15),
    ("a gap of 8 calendar days breaks", "xxxx ........ xxxx", 4),
    ("free days that were not logged never shorten it", "x...x...x...x", 13),
    ("3 twitch days are too few to say", "xxx", None),
    ("4 twitch days are enough", "xxxx", 4),
    ("3 days after a break are too few to say", "xxxxxx oooo xxx", None),
    ("4 twitch days of 13 observed, 31 %", "x ooo x ooo x ooo x", 13),
    ("4 twitch days of 12 observed with two quiet gaps of 3", "xooo xooo xoo x", 12),
    ("no twitch day at all", "ooooo", None),
    ("an empty journal", "", None),
)


@pytest.mark.parametrize(("says", "marks", "days"), CASES, ids=[case[0] for case in CASES])
def test_run(drawn, today, says, marks, days):
    assert run_days(drawn(calf__left=marks), today) == days


def test_less_than_thirty_percent_of_observed_days_are_too_few_to_say(today):
    """A twitch each fourth day of 17 is 5 of 17 observed days, 29.4 %; 5 of 16 is 31 %."""
    days = [today - timedelta(days=back) for back in range(0, 17, 4)]
    twitches = [episode(started_at=_noon(day), zone="UTC") for day in days]
    journal_days = {today - timedelta(days=back) for back in range(17)} - set(days)
    free = [NoneToday(day=day) for day in journal_days]
    assert run_days(Journal((*twitches, *free)), today) is None
    assert run_days(Journal((*twitches, *free[1:])), today) == 17


def _noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def test_two_places_share_one_run(drawn, today):
    journal = drawn(calf__left="xxxxx .....", hand__right="..... xxxxx")
    assert run_days(journal, today) == 10


def test_several_bouts_on_one_day_are_one_twitch_day(today):
    bouts = [episode(started_at=_noon(today), zone="UTC", note=str(n)) for n in range(9)]
    assert run_days(Journal(tuple(bouts)), today) is None


def test_the_local_date_counts_not_the_utc_date(today):
    """Half past midnight in Auckland is still the day before in UTC."""
    zone = "Pacific/Auckland"
    late = [
        episode(started_at=datetime(2026, 3, day, 0, 30, tzinfo=ZoneInfo(zone)), zone=zone)
        for day in (28, 29, 30, 31)
    ]
    assert late[0].started_at.date() == date(2026, 3, 27)
    assert run_days(Journal(tuple(late), zone), today) == 4


def test_a_look_that_saw_a_twitch_makes_a_twitch_day(today):
    looks = [
        window(at=_noon(today - timedelta(days=back)), zone="UTC", count=2) for back in range(4)
    ]
    assert run_days(Journal(tuple(looks)), today) == 4


STORIES = (
    ("told today, ongoing since 90 days", 90, 0, "", 91),
    ("told 3 days ago", 90, 3, "", 88),
    ("told 4 days ago and silent since: asked again", 90, 4, "", None),
    ("told 10 days ago, quiet days observed since", 90, 10, "oooo", 0),
    ("told 10 days ago, one quiet day observed since, then silence", 90, 10, "o.....", None),
    ("told 20 days ago, one twitch, then silence", 90, 20, "x..........", None),
    ("told 10 days ago, twitching since", 90, 10, "x...x...x", 91),
    ("told 20 days ago, one twitch within 7 days after, then on", 90, 20, "xxxxx xxxxx xxx", 91),
    ("told 20 days ago, a gap of 8 days, then 4 days", 90, 20, "xxxx", 4),
    ("the journal reaches further back than the onset told", 5, 0, "xxxx xxxxxx", 10),
)


@pytest.mark.parametrize(
    ("says", "onset_back", "told_back", "marks", "days"), STORIES, ids=[s[0] for s in STORIES]
)
def test_run_with_a_story(drawn, today, says, onset_back, told_back, marks, days):
    told = story(
        day=today - timedelta(days=told_back), onset_day=today - timedelta(days=onset_back)
    )
    assert run_days(drawn(calf__left=marks).with_entries([told]), today) == days


CHECKS = (
    (
        "a check told 10 days, one twitch after it, then silence: asked again",
        10,
        "x..........",
        None,
    ),
    ("a check told 10 days, then days without a twitch", 10, "x ooo o", 0),
    ("a check told that there is none now", 0, "x..........", 0),
)


@pytest.mark.parametrize(("says", "told", "marks", "days"), CHECKS, ids=[s[0] for s in CHECKS])
def test_silence_after_a_check_is_no_end(drawn, today, says, told, marks, days):
    checked = answers({"run_days": told}, at=_noon(today - timedelta(days=12)))
    assert run_days(drawn(calf__left=marks).with_entries([checked]), today) == days


def test_a_story_that_had_ended_says_nothing(drawn, today):
    told = story(day=today, onset_day=today - timedelta(days=90), ongoing=False)
    assert run_days(drawn(calf__left="xxxxx").with_entries([told]), today) == 5
    assert run_days(drawn().with_entries([told]), today) is None


@pytest.mark.parametrize(("days", "expected"), [(0, None), (5, None), (13, None), (14, 15)])
def test_a_beginning_that_nobody_knows_is_asked_until_it_is_long_by_itself(days, expected):
    """Days that are certain are no answer while more may have come before them (FLAG-2WEEKS)."""
    today = date(2026, 3, 20)
    told = story(
        day=today - timedelta(days=days),
        onset_day=today - timedelta(days=days),
        onset_precision="not_sure",
        first_site="calf",
        first_side="left",
    )
    noted = [
        tally(day=today - timedelta(days=back), site="calf", side="left") for back in range(days)
    ]
    assert run_days(Journal((told, *noted)), today) == expected
