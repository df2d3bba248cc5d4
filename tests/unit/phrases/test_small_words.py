"""Words that turn a line: numbers of several words, exceptions, denials, comparisons, ranges."""

from datetime import UTC, datetime

import pytest

from myolog.errors import InvalidEntry
from myolog.phrases.number_words import NumberWords, number_at, number_in
from myolog.phrases.reading import read_line
from myolog.phrases.words import number_words

NOW = datetime(2026, 3, 11, 14, 20, tzinfo=UTC)


def read(text):
    return read_line(text, now=NOW, zone="Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("twenty - one minutes", 21, 3),
        ("twenty one", 21, 2),
        ("a hundred and twenty times", 120, 4),
        ("one hundred five", 105, 3),
        ("two thousand three hundred and four", 2304, 6),
        ("a thousand", 1000, 2),
        ("thousand and one nights", 1001, 3),
        ("3 hundred", 300, 2),
        ("half a dozen twitches", 6, 3),
        ("a couple of dozen", 24, 4),
        ("seven forty five", 7, 1),
        ("twenty and one", 20, 1),
        ("ten twenty", 10, 1),
        ("hundred", 100, 1),
    ],
)
def test_number_words_are_put_together(text, number, words):
    assert number_at(text.split(), 0, number_words("english")) == (number, words)


@pytest.mark.parametrize("text", ["a calf", "3 calves", "and", "left", "half", "1234 hundred"])
def test_what_tells_no_number_in_words_is_none(text):
    assert number_at(text.split(), 0, number_words("english")) is None


@pytest.mark.parametrize(
    "text",
    [
        "no twitch today apart from the left eyelid",
        "except for the left eyelid all quiet today",
        "none today, only my left eyelid",
        "nothing today but a twitch in the left eyelid",
    ],
)
def test_an_exception_is_never_stored_as_none(text):
    said = read(text)
    assert (said.kind, said.site, said.side) == ("episode", "eyelid", "left")
    assert said.amount is None


@pytest.mark.parametrize(
    "text", ["no twitches today but tired", "nothing today, just stress", "quiet today, only tired"]
)
def test_but_before_anything_else_takes_no_place_out(text):
    assert read(text).kind == "none_today"


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("left calf not once today", "tally", "none"),
        ("left calf not today", "tally", "none"),
        ("left calf twitched yesterday, not today", "episode", None),
        ("left calf not yesterday but today", "episode", None),
        ("left calf twice today, not once", "tally", 2),
        ("left calf didn't stop all day", "tally", "many"),
        ("left calf hasn't stopped today", "tally", "many"),
        ("left calf never stops", "episode", None),
        ("left calf no longer twitching", None, None),
        ("left calf not twitching today", "tally", "none"),
        ("left calf several hundred times today", "tally", "many"),
        ("left calf 1.5 times today", "episode", None),
        ("left calf 1,200 times today", "tally", 1200),
        ("left calf 5 to 10 times today", "tally", 8),
        ("left calf 5 to 10 times this morning", "episode", None),
        ("no left calf twitch today", "tally", "none"),
        ("left calf 0 times today", "tally", "none"),
        ("left calf twitched zero times today", "tally", "none"),
        ("left calf twitched neither yesterday nor today", "tally", "none"),
        ("left calf no longer", None, None),
        ("left calf no more than 3 times today", "tally", 3),
        ("haven't had a left calf twitch today", "tally", "none"),
        ("no pain left calf twitching today", "episode", None),
        ("no eyelid twitch today, but left calf for an hour", "episode", None),
        ("can't say it didn't twitch today, left calf", None, None),
        ("left calf not only once today", "episode", None),
        ("hundreds today in the left calf", "tally", "many"),
    ],
)
def test_denials_and_counts(text, kind, amount):
    said = read(text)
    assert (said.kind, said.amount) == (kind, amount)
    assert (said.site, said.side) == ("calf", "left")


def test_a_range_of_counts_for_a_part_of_a_day_stays_in_the_note():
    assert "5 to 10 times" in read("left calf 5 to 10 times this morning").note


@pytest.mark.parametrize(
    ("text", "site", "side"),
    [
        ("right (not left) calf", "calf", "right"),
        ("not the left foot, the right one", "foot", "right"),
        ("not the left foot", "foot", None),
        ("not the thigh, left calf", "calf", "left"),
        ("not the thigh", None, None),
        ("left or right calf", "calf", None),
        ("left thigh fine, right calf twitching", "calf", "right"),
        ("left thigh fine", "thigh", "left"),
        ("the right knee isn't twitching, the left one is", "knee", "left"),
        ("right knee isn't twitching", "knee", "right"),
        ("left calf and right calf", "calf", "both"),
        ("left calf 5 s, right calf 10 s", "calf", "left"),
        ("left foot, right toe", "foot", "left"),
        ("arm and leg, both left", None, "left"),
        ("left hand apart from the thumb", "hand", "left"),
        ("sometimes left sometimes right calf", "calf", None),
        ("neither left nor right calf", "calf", None),
    ],
)
def test_a_side_is_left_open_before_it_is_turned_round(text, site, side):
    assert (read(text).site, read(text).side) == (site, side)


@pytest.mark.parametrize(
    "text", ["after decaf", "caffeine-free coke", "coffee (decaf)", "alcohol-free beer"]
)
def test_a_drink_without_it_is_no_suspect(text):
    said = read(f"left calf, {text}")
    assert said.suspected == ()
    assert text.split()[-1].strip("()") in said.note


@pytest.mark.parametrize(
    ("text", "suspected"),
    [
        ("left hip down to the calf", ()),
        ("left calf, maybe from the coffee", ("caffeine",)),
        ("left calf, because of the curry", ("curry",)),
        ("left calf, probably from the new pillow", ("new pillow",)),
    ],
)
def test_a_cause_is_a_thing_and_no_place_or_article(text, suspected):
    assert read(text).suspected == suspected


def test_a_drink_without_it_beside_one_with_it_is_told_apart():
    assert read("left calf, decaf coffee").suspected == ()
    assert read("left calf, tea, decaf coffee").suspected == ("caffeine",)
    assert read("left calf, tea, decaf coffee").note == "decaf coffee"


@pytest.mark.parametrize(
    "text",
    ["more than yesterday", "twice as often as last week", "not as strong as on Monday"],
)
def test_what_is_compared_fills_no_field(text):
    said = read(f"left calf {text}")
    assert (said.kind, said.day, said.amount, said.intensity) == ("episode", None, None, None)
    assert said.note == text


def test_the_other_side_never_vanishes():
    assert read("mostly left calf, then right").note == "mostly; right"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("twitching in my left calf has not come back today", "not come back"),
        ("left calf, not today, but yesterday", "not today"),
        ("left calf, without a reason", "without a reason"),
    ],
)
def test_a_denial_never_vanishes_from_the_note(text, note):
    assert (read(text).kind, read(text).note) == ("episode", note)


def test_now_and_then_is_not_now():
    assert read("left calf 10am, now and then").clock.hour == 10


@pytest.mark.parametrize("text", ["left calf and right thigh", "calf, thigh, eyelid and leg"])
def test_a_line_of_only_places_makes_no_entry(text):
    assert read(text).obstacle == "only_places"


@pytest.mark.parametrize("text", ["left calf and right thigh, 5 min", "left calf and thigh hot"])
def test_places_with_anything_else_make_an_entry_of_the_first(text):
    assert read(text).obstacle is None


@pytest.mark.parametrize(
    "text", ["calf " + "1" * 40 + " times", "calf \x1b[31m", "calf \N{RIGHT-TO-LEFT OVERRIDE}"]
)
def test_a_number_too_long_or_an_unshown_character_is_refused(text):
    with pytest.raises(InvalidEntry, match="again"):
        read(text)


UNITS_FIRST = NumberWords(
    values={"ein": 1, "zwei": 2, "zwölf": 12, "zwanzig": 20, "einhalb": 0.5},
    scales={"hundert": 100, "tausend": 1000},
    before_scale={},
    joins=frozenset({"und"}),
    units_first=True,
    alone=frozenset(),
)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("einundzwanzig", 21), ("hundertzwanzig", 120), ("zweihundert", 200), ("zwölf", 12),
        ("zweitausendeinhundertzwölf", 2112), ("zweieinhalb", 2.5), ("zweizwanzig", None),
        ("zwanzigund", None), ("zwanzigwade", None), ("wade", None), ("und", None),
    ],
)  # fmt: skip
def test_a_number_in_one_word_is_taken_apart(word, number):
    assert number_in(word, UNITS_FIRST) == number
