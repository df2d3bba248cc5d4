"""A whole line: the note, the words behind each part, slips of the finger, and bad input."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from myolog.errors import InvalidEntry
from myolog.journal.entries import DayTally, Episode, NoneToday
from myolog.phrases.entry import entry_from, left_out
from myolog.phrases.line import Line
from myolog.phrases.quantities import seconds_in
from myolog.phrases.reading import LINE_LIMIT, read_line
from myolog.phrases.spelling import corrected, distance
from myolog.phrases.words import word_list
from myolog.vocabulary.everyday import exposure_words, site_words
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.sites import SITES, VAGUE_PLACES

NOW = datetime(2026, 3, 11, 14, 20, tzinfo=UTC)


def read(text):
    return read_line(text, now=NOW, zone="UTC")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("left calf", ""),
        ("twitch in my left calf again", ""),
        ("left calf while i was in bed", "while i was in bed"),
        ("left calf, it woke me up", "woke me up"),
        ("left calf, a weird rolling feeling", "weird rolling"),
        ("Left calf: Änderung <b>", "Änderung <b"),
    ],
)
def test_what_nothing_took_stays_in_the_note_as_typed(text, note):
    assert read(text).note == note


def test_each_part_knows_its_words():
    said = read("Left calf 2 min after Espresso, yesterday evening")
    assert said.words("site", "side") == "Left calf"
    assert said.words("duration_s") == "2 min"
    assert said.words("suspected") == "Espresso"
    assert said.words("when") == "yesterday evening"
    assert read("calf, 2 min, left").words("site", "side") == "calf ... left"


@pytest.mark.parametrize(
    ("text", "field", "doubts"),
    [
        ("claf", "site", ("spelling",)),
        ("calf", "site", ()),
        ("at 3", "when", ("day_or_night",)),
        ("12/3", "when", ("day_or_month", "long_ago")),  # 3 December, three months back
        ("yesterday evening", "when", ()),  # it is kept in words
        ("2 min after coffee", "duration_s", ("after",)),
        ("a few min", "duration_s", ("about",)),
        ("strong", "intensity", ("about",)),
    ],
)
def test_what_was_guessed_is_marked(text, field, doubts):
    assert read(text).doubts(field) == doubts


def test_a_word_that_was_taken_meanwhile_is_not_found_again():
    line = Line("left calf right calf")
    found = line.each(re.compile(r"\S+ calf"))
    line.take(next(found), "site")
    line.take(re.compile("right").search(line.rest), "side")
    assert list(found) == []


def test_what_is_no_length_has_no_seconds():
    with pytest.raises(ValueError, match="soon"):
        seconds_in("soon")


def test_a_word_is_corrected_only_when_nobody_uses_it():
    assert corrected("twicthing") == "twitching"
    assert corrected("caves") == "caves"
    assert corrected("food") == "food"
    assert corrected("works") == "works"
    assert corrected("left") == "left"
    assert distance("calf", "claf") == 1
    assert distance("", "calf") == 4


def test_ordinary_words_are_those_that_would_else_be_corrected():
    known = set(" ".join((*site_words(), *exposure_words())).split())
    assert not word_list("ordinary") & known


def test_every_everyday_word_names_one_thing():
    for code, one in SITES.items():
        for word in one.also:
            name = " ".join(part for part in word.split() if part not in {"the", "my"})
            assert site_words()[name] == code, word
    for code, one in EXPOSURES.items():
        for word in one.cues:
            assert exposure_words()[word] == code, word
    assert not set(VAGUE_PLACES) & set(site_words())


def test_a_line_that_is_too_long_or_cannot_be_stored_is_refused():
    with pytest.raises(InvalidEntry, match="Shorten it to 1,000"):
        read("a" * (LINE_LIMIT + 1))
    with pytest.raises(InvalidEntry):
        read("calf\x00")


@pytest.mark.parametrize("text", ["", "   ", "hello there", "...", "???", "\N{FLEXED BICEPS}"])
def test_nothing_is_made_of_nothing(text):
    said = read(text)
    assert said.empty
    assert said.obstacle == "nothing"


def test_an_entry_is_made_of_what_was_said():
    one = entry_from(read("left calf 2 min, strong, cramp, coffee, visible"), now=NOW, zone="UTC")
    assert one == Episode(
        site="calf", side="left", started_at=NOW, zone="UTC", duration_s=120, intensity=7,
        suspected=("caffeine",), accompanied=("cramp",), note="visible",
    )  # fmt: skip


def test_a_day_without_a_clock_is_noon_and_today_is_now():
    yesterday = entry_from(read("left calf yesterday"), now=NOW, zone="UTC")
    assert yesterday.started_at == (NOW - timedelta(days=1)).replace(hour=12, minute=0)
    assert entry_from(read("left calf today"), now=NOW, zone="UTC").started_at == NOW
    at_nine = entry_from(read("left calf at 9am"), now=NOW, zone="UTC")
    assert at_nine.started_at == NOW.replace(hour=9, minute=0)


def test_a_day_makes_a_tally_or_none_today():
    assert entry_from(read("left calf all day"), now=NOW, zone="UTC") == DayTally(
        day=date(2026, 3, 11), site="calf", side="left", amount="many"
    )
    assert entry_from(read("left calf 12 times yesterday"), now=NOW, zone="UTC") == DayTally(
        day=date(2026, 3, 10), site="calf", side="left", count=12
    )
    assert entry_from(read("no twitches yesterday"), now=NOW, zone="UTC") == NoneToday(
        day=date(2026, 3, 10)
    )


def test_what_stands_in_the_way_makes_no_entry():
    with pytest.raises(ValueError, match="no_place"):
        entry_from(read("left leg"), now=NOW, zone="UTC")


def test_a_day_says_what_it_cannot_keep():
    assert left_out(read("left calf, coffee")) == ()
    assert left_out(read("left calf all day, coffee, strong")) == ("suspected", "intensity")
    assert left_out(read("no twitches today, coffee")) == ("suspected",)


@pytest.mark.parametrize(
    ("text", "hour", "doubts"),
    [
        ("left calf since 4am", 4, []),
        ("left calf since 4 am today", 4, []),
        ("left calf this morning at 5", 5, []),
        ("left calf yesterday evening at 8", 20, []),
        ("left calf at 5", 5, ["day_or_night"]),
    ],
)
def test_day_or_night_is_open_only_where_nothing_tells_it(text, hour, doubts):
    now = datetime(2026, 3, 11, 17, tzinfo=UTC)
    said = read_line(text, now=now, zone="America/Chicago")
    assert said.clock is not None
    assert said.clock.hour == hour
    assert [part.doubt for part in said.parts if part.doubt] == doubts
