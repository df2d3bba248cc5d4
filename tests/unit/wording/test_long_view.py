"""More or fewer, where and when in words: with ranges, without a cause, and about nobody."""

from datetime import UTC, date, datetime, timedelta

import pytest

from myolog.content.languages import speaking
from myolog.journal.counted import counted
from myolog.journal.model import Journal
from myolog.journal.spans import Span, span_of
from myolog.patterns.change import Past
from myolog.patterns.hours import HourPattern
from myolog.wording.long_view import (
    change_words,
    how_worked_out,
    rate_told,
    span_name,
    when_lines,
    where_lines,
    where_rows,
)
from tests.factories import episode, none_today, tally

FEBRUARY, MARCH = (span_of(date(2026, n, 1), "months") for n in (2, 3))
CAUSAL = ("because", "due to", "caused", "helped", "worked", "weil", "wegen", "geholfen", "dank")


def told(before: list[int], after: list[int]):
    entries = [
        tally(day=first + timedelta(days=n), count=count)
        if count
        else none_today(day=first + timedelta(days=n))
        for first, counts in ((FEBRUARY.first, before), (MARCH.first, after))
        for n, count in enumerate(counts)
    ]
    past = Past(counted=counted(Journal(tuple(entries), "Europe/Berlin")), until=date(2026, 3, 31))
    return past.compare(FEBRUARY, MARCH)


def test_fewer_is_said_with_both_rates_the_range_and_what_it_does_not_say() -> None:
    said = change_words(told([8, 10, 9, 13] * 7, [2, 3, 2, 1] * 7))
    assert (said.told, said.clear, said.title) == (
        "Clear enough to say", True, "Fewer than before",
    )  # fmt: skip
    assert said.lines[0].startswith("March 2026: 2 twitches on a noted day, likely ")
    assert said.lines[0].endswith("(28 of 31 days noted).")
    assert said.lines[1].startswith("February 2026: 10 twitches on a noted day, likely ")
    assert said.lines[2].startswith("That is 0.2")
    assert said.cautions == (
        "This says what changed, not why. How often one looks and notes can change, too.",
    )


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_word_names_a_cause_in_either_language(language: str) -> None:
    with speaking(language):
        for change in (told([9] * 28, [2] * 28), told([4] * 9, [5] * 9), told([1], [2])):
            said = change_words(change)
            text = " ".join((said.title, *said.lines, *said.cautions, *how_worked_out(change)))
            assert not [word for word in CAUSAL if word in text.lower().split()]


def test_cannot_tell_says_why_it_cannot() -> None:
    few = change_words(told([4] * 28, [9] * 6))
    assert (few.told, few.title) == ("Not clear", "Cannot tell")
    assert few.lines[0] == "It takes 7 noted days in each period to say more or fewer."
    assert few.cautions[0] == (
        "March 2026: fewer than half of the days are noted. The others may have been different."
    )
    assert change_words(told([0] * 9, [0] * 9)).lines[0].startswith("No twitch is noted in either")
    assert change_words(told([3] * 9, [4] * 9)).lines[0] == (
        "It may be more, and it may be fewer. Both fit what is noted."
    )
    assert change_words(told([], [2] * 9)).lines[2] == (
        "February 2026: too few noted days for a number (0 of 28 days noted)."
    )


def test_a_mean_of_exactly_one_is_one_twitch() -> None:
    change = told([1] * 9, [2] * 9)
    assert change_words(change).lines[1].startswith("March 2026: 2 twitches on a noted day")
    assert change_words(change).lines[2].startswith("February 2026: 1 twitch on a noted day")
    with speaking("de"):
        assert change_words(change).lines[2].startswith("Februar 2026: 1 Zuckung an einem Tag")
    half = change_words(told([0, 1] * 5, [1] * 9)).lines
    assert half[2].startswith("February 2026: 0.5 twitches on a noted day")


def test_a_day_with_more_than_all_others_together_is_named() -> None:
    said = change_words(told([4] * 20, [4] * 20 + [5000]))
    assert said.cautions[0] == (
        "March 2026: one day holds more twitches than all others together (21 Mar: 5,000)."
    )
    assert said.title == "Cannot tell"
    for counts in ([0] * 20 + [9], [4] * 5 + [5000], [10, 10] + [0] * 20):
        cautions = change_words(told([4] * 20, counts)).cautions
        assert not any("one day" in one for one in cautions)


def test_words_for_amounts_are_said_to_be_no_counts() -> None:
    assert not any("nobody counted" in line for line in how_worked_out(told([4] * 9, [4] * 9)))
    entries = (tally(day=FEBRUARY.first, amount="some"), tally(day=MARCH.first, count=3))
    past = Past(counted=counted(Journal(entries)), until=MARCH.last)
    in_words = past.compare(FEBRUARY, MARCH)
    assert "“some” at one place counts as 2, “many” as 6." in how_worked_out(in_words)[-1]


def test_places_stand_from_head_to_foot_with_their_days_in_both() -> None:
    entries = [
        tally(day=FEBRUARY.first, site="sole", side="right"),
        *(
            tally(day=MARCH.first + timedelta(days=n), site="eyelid", side="left")
            for n in range(15)
        ),
        none_today(day=FEBRUARY.last),
    ]
    past = Past(counted=counted(Journal(tuple(entries))), until=MARCH.last)
    change = past.compare(FEBRUARY, MARCH)
    rows = where_rows(change)
    assert [row[:2] for row in rows] == [
        ("Left eyelid", "0 of 2 days"), ("Right arch of the foot", "1 of 2 days"),
    ]  # fmt: skip
    assert rows[0][2].startswith("15 of 15 days; likely ")
    assert where_lines(change) == (
        "Where a period has fewer than 14 noted days, nobody can tell how often a place twitches.",
    )
    assert where_lines(told([0] * 20, [0] * 20)) == ("No place is noted in these two periods.",)
    assert where_lines(told([1] * 20, [1] * 20)) == ()


def hours(verdict="cannot_tell", **over) -> HourPattern:
    return HourPattern(
        verdict=verdict, days=30, days_needed=None, bouts=60, at_night=0, awake_from=7.0,
        awake_until=23.0, days_by_hour=(0,) * 24, **over,
    )  # fmt: skip


def test_the_time_of_day_is_told_for_both_and_untimed_twitches_count_in_no_hour() -> None:
    change = told([4] * 9, [4] * 9)
    peak = hours("uneven", hour=21.0, hour_low=19.5, hour_high=22.5)
    assert when_lines(change, hours(), peak) == (
        "March 2026: most likely around 21:00 (19:30 to 22:30).",
        "February 2026: cannot tell whether a time of day stands out.",
        "A twitch without a known time counts in no hour.",
    )
    few = HourPattern(
        verdict="cannot_tell", days=3, days_needed=21, bouts=3, at_night=0, awake_from=7.0,
        awake_until=23.0, days_by_hour=(0,) * 24,
    )  # fmt: skip
    lines = when_lines(change, few, hours("even"))
    assert lines[0] == "March 2026: no time of day stands out."
    assert lines[1] == (
        "February 2026: cannot tell yet. Days with a known time: 3 of the 21 needed."
    )
    with speaking("de"):
        assert when_lines(change, hours("uneven"), hours("even"))[0].startswith("März 2026: Keine")


def test_days_and_rates_are_said_as_short_as_they_can_be() -> None:
    assert [
        span_name(Span(first=first, last=last))
        for first, last in (
            (date(2026, 3, 9), date(2026, 3, 9)),
            (date(2026, 3, 9), date(2026, 3, 15)),
            (date(2026, 3, 30), date(2026, 4, 5)),
            (date(2026, 12, 28), date(2027, 1, 3)),
            (date(2026, 6, 1), date(2026, 8, 31)),
        )
    ] == [
        "9 March 2026", "9 to 15 March 2026", "30 March to 5 April 2026",
        "28 December 2026 to 3 January 2027", "June to August 2026",
    ]  # fmt: skip
    rates = [rate_told(one) for one in (0.0, 0.126, 1.04, 12.0, 748.6)]
    assert rates == ["0", "0.13", "1", "12", "749"]
    with speaking("de"):
        assert span_name(span_of(date(2028, 1, 1), "seasons")) == "Dezember 2027 bis Februar 2028"


def test_a_time_with_one_known_twitch_is_a_noted_day() -> None:
    at = datetime(2026, 3, 3, 8, tzinfo=UTC)
    past = Past(counted=counted(Journal((episode(started_at=at),))), until=MARCH.last)
    assert past.part(MARCH).n_noted == 1


def test_a_period_without_a_note_has_no_days_to_count() -> None:
    change = told([], [2] * 9)
    assert where_rows(change) == (("Left calf", "no note", "9 of 9 days"),)
    assert len(change_words(change).cautions) == 2, "of March alone, and why is not told"


def test_about_the_same_says_that_so_small_a_change_hardly_matters() -> None:
    said = change_words(told([40] * 28, [40] * 31))
    assert said.title == "About the same as before"
    assert said.lines[-2:] == (
        "That is 1.00 times as many as before, likely 0.80 to 1.26 times.",
        "So small a change hardly matters.",
    )
