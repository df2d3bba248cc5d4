"""Place, side, length, strength, signs, suspects and amounts: what each word fills."""

from datetime import UTC, datetime

import pytest

from myolog.phrases.reading import read_line

NOW = datetime(2026, 3, 11, 14, 20, tzinfo=UTC)


def read(text):
    return read_line(text, now=NOW, zone="UTC")


@pytest.mark.parametrize(
    ("text", "site", "side"),
    [
        ("arch of my left foot", "sole", "left"),
        ("big toe, left foot", "toe", "left"),
        ("right hand, little finger", "finger", "right"),
        ("side of my neck, left", "scm", "left"),
        ("belly, right hand side", "abdomen", "right"),
        ("left and right calf", "calf", "both"),
        ("calves", "calf", None),
        ("chin left", "chin", None),
        ("right after dinner my calf", "calf", None),
        ("i left work, calf", "calf", None),
        ("not sure which side, calf, left or right", "calf", None),
        ("left arm, biceps", "biceps", "left"),
        ("my back", "back", None),
        ("i came back home", None, None),
        ("back twitching", "back", None),
        ("surfing the web", None, None),
        ("lying on my left side, right calf", "calf", "right"),
        ("left calf, calf again", "calf", "left"),
        ("left leg and right calf", "calf", "right"),
        ("calf on the right, my left one is fine", "calf", "right"),
    ],
)
def test_the_place_and_the_side_that_is_said_of_it(text, site, side):
    assert (read(text).site, read(text).side) == (site, side)


def test_a_second_place_stays_in_the_note_with_its_side():
    said = read("left calf and my right eyelid")
    assert (said.site, said.note) == ("calf", "my right eyelid")


def test_a_vague_place_names_what_it_may_mean_and_keeps_the_side():
    said = read("left leg 5 min")
    assert (said.site, said.side, said.duration_s) == (None, "left", 300)
    assert said.site_choices == ("thigh", "shin", "calf")
    assert said.obstacle == "no_place"
    assert read("left leg, right arm").note == "right arm"


def test_weak_legs_are_news_and_no_strength():
    assert read("left calf, legs felt weak").intensity is None
    assert read("left calf, legs were heavy").note == "legs were heavy"
    assert "weak" in read("left calf felt weak").note
    assert read("left calf felt weak").intensity is None
    assert read("weak twitch in left calf").intensity == 3


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90 s", 90),
        ("2min", 120),
        ("1h30", 5400),
        ("1 min 30 s", 90),
        ("half a minute", 30),
        ("quarter of an hour", 900),
        ("three quarters of an hour", 2700),
        ("an hour and a half", 5400),
        ("2 and a half minutes", 150),
        ("a second or two", 2),
        ("a couple of seconds", 2),
        ("a few minutes", 300),
        ("several hours", None),
        ("for hours", None),
        ("a couple of hours", 7200),
        ("5-10 min", 450),
        ("a minute", 60),
        ("the second time", None),
        ("every 5 min", None),
        ("3 days", None),
        ("25 hours", None),
        ("30 hours, then 2 min", 120),
    ],
)
def test_a_length_of_time(text, seconds):
    assert read(f"calf {text}").duration_s == seconds


@pytest.mark.parametrize("words", ["for hours", "several hours", "hours", "for hours on end"])
def test_hours_that_nobody_counted_stay_words(words):
    said = read(f"left calf {words}")
    assert (said.kind, said.duration_s, said.duration_said) == ("episode", None, "")
    assert said.note == words


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("7/10", 7),
        ("10 out of 10", 10),
        ("strength 4", 4),
        ("barely noticeable", 1),
        ("very light", 1),
        ("mild", 3),
        ("medium", 5),
        ("bad twitch", 7),
        ("really strong", 9),
        ("violent", 9),
        ("not strong", None),
        ("strong coffee", None),
        ("bad day", None),
        ("stress 8/10", None),
        ("little buzz", 3),
    ],
)
def test_words_of_strength_stand_for_numbers(text, strength):
    assert read(f"calf, {text}").intensity == strength


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("after espresso", {"caffeine"}),
        ("late coffee", {"caffeine_late"}),
        ("two beers", {"alcohol_g"}),
        ("after drinking last night", {"alcohol_g"}),
        ("after drinking coffee", {"caffeine"}),
        ("slept really badly", {"sleep_quality"}),
        ("slept 4 hours", {"sleep_min"}),
        ("didn't sleep well", {"sleep_quality"}),
        ("couldn't sleep", {"sleep_min"}),
        ("have not slept enough", {"sleep_min"}),
        ("lack of sleep", {"sleep_min"}),
        ("2 hours of gaming", {"screen_h"}),
        ("30 min run", {"exercise_min"}),
        ("no coffee", set()),
        ("without stress", set()),
        ("because of the curry", {"curry"}),
        ("after curry", set()),
        ("coffee break", set()),
        ("stress and bad sleep", {"stress", "sleep_quality"}),
    ],
)
def test_what_is_mentioned_and_not_denied_is_suspected(text, codes):
    assert set(read(f"calf, {text}").suspected) == codes


def test_an_amount_belongs_to_the_thing_and_not_to_the_twitch():
    said = read("calf after 2 hours of gaming")
    assert (said.duration_s, said.note) == (None, "after 2 hours of gaming")
    assert read("calf, 3 coffees").note == "3 coffees"
    assert read("calf, 3 energy drinks").note == "3 energy drinks"
    assert read("calf 30s coffee").duration_s == 30
    assert "slept only 4 hours" in read("calf, slept only 4 hours").note


def test_signs_that_are_denied_stay_in_the_note():
    assert read("calf cramp, tingly, sore").accompanied == ("cramp", "tingling", "pain")
    said = read("calf, no pain or cramps")
    assert (said.accompanied, said.note) == ((), "no pain or cramps")


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("no twitches today", "none_today", None),
        ("nothing yesterday", "none_today", None),
        ("nothing special, left calf", "episode", None),
        ("nothing", "none_today", None),
        ("no twitching in left calf today", "tally", "none"),
        ("no twitches this morning", None, None),
        ("left calf all day", "tally", "many"),
        ("left calf a lot today", "tally", "many"),
        ("a lot of coffee today, left calf", "episode", None),
        ("left calf a few times today", "tally", "some"),
        ("left calf 12 times today", "tally", 12),
        ("left calf x 5 today", "tally", 5),
        ("left calf a couple of times today", "tally", 2),
        ("left calf twice today", "tally", 2),
        ("left calf 3 times a day today", "episode", None),
        ("left calf 3 times", "episode", None),
        ("left calf, standing all day", "episode", None),
        ("all day left calf", "tally", "many"),
        ("left calf, all day", "tally", "many"),
        ("left calf on and off for an hour", "episode", None),
    ],
)
def test_one_bout_a_whole_day_or_none(text, kind, amount):
    said = read(text)
    assert (said.kind, said.amount) == (kind, amount)


def test_no_twitch_for_a_part_of_a_day_makes_no_entry():
    assert read("no twitches this morning").obstacle == "part_of_a_day"


@pytest.mark.parametrize("told", ["strength 1.5", "intensity was 2.5", "strength 7.5/10"])
def test_a_strength_between_two_numbers_stays_in_the_note_with_its_word(told):
    said = read(f"calf 9pm 1.5 hours {told}")
    assert (said.intensity, said.duration_s) == (None, 5400)
    assert said.note.replace(" ", "") == told.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "suspected", "note"),
    [
        ("calf left, 6.5k steps", (), "6.5k steps"),
        ("left calf 8,000 steps", (), "8,000 steps"),
        ("left calf after 20000 steps", ("steps",), "20000 steps"),
        ("left calf, too many steps", ("steps",), None),
        ("left calf, stress 8/10", ("stress",), None),
    ],
)
def test_a_count_of_steps_is_told_and_suspects_nothing(text, suspected, note):
    said = read(text)
    assert said.suspected == suspected
    if note is not None:
        assert note in said.note
