"""German: what its words stand for, word order of its own, and words that are English by chance."""

import tomllib
from datetime import UTC, datetime
from importlib.resources import files

import pytest

from myolog.content.languages import LANGUAGES as SPOKEN
from myolog.phrases.reading import read_line
from myolog.phrases.spelling import corrected
from myolog.phrases.tongues import LANGUAGES
from myolog.phrases.translation import words_of

NOW = datetime(2026, 3, 11, 13, 20, tzinfo=UTC)


def read(text):
    return read_line(text, now=NOW, zone="Europe/Berlin", language="de")


def test_every_language_that_myolog_speaks_is_read():
    assert set(LANGUAGES) == set(SPOKEN)


def test_every_german_name_of_a_place_is_read():
    told = files("myolog.content").joinpath("de/language.toml").read_text("utf-8")
    names = tomllib.loads(told)["name"]
    for table in (names["site"], names["site_also"]):
        for code, listed in table.items():
            for name in listed.replace(" oder ", ", ").split(", "):
                if (code, name) not in {("diaphragm", "innen"), ("knee", "über dem Knie")}:
                    assert read(name).site == code, name


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("um halb drei", "11 02:30"), ("Viertel nach 7", "11 07:15"), ("gegen 22 Uhr", "10 22:00"),
        ("heute Nacht", "11 03:00"), ("vorgestern Abend", "09 20:00"),
        ("dreiviertel 9", "11 08:45"), ("Viertel neun", "11 08:15"),
        ("fünf vor halb neun", "11 08:25"),
        ("fuenf nach halb zehn", "11 09:35"), ("7 Uhr 30", "11 07:30"),
        ("ein Uhr nachts", "11 01:00"),
        ("vor einundzwanzig Minuten", "11 13:59"), ("vor anderthalb Stunden", "11 12:50"),
        ("vor ein, zwei Stunden", "11 12:50"), ("vor einer Viertelstunde", "11 14:05"),
        ("in der Nacht von Montag auf Dienstag", "09 22:00"), ("gestern früh", "10 09:00"),
        ("am 5.3. um 9 Uhr", "05 09:00"), ("am vierten März um elf Uhr", "04 11:00"),
        ("Fr abend", "06 20:00"), ("seit 3 h", "11 11:20"), ("eben", "11 14:20"),
        ("Samstagabend", "07 20:00"),
    ],
)  # fmt: skip
def test_german_times(text, when):
    said = read(f"{text}, linke Wade")
    assert f"{said.day:%d} {said.clock:%H:%M}" == when
    assert (said.site, said.side) == ("calf", "left")


@pytest.mark.parametrize("text", ["seit gestern", "seit zwei Tagen", "neulich", "letzte Woche"])
def test_what_is_too_rough_for_a_day_stays_in_the_note(text):
    said = read(f"linke Wade {text}")
    assert (said.day, said.note) == (None, text)


@pytest.mark.parametrize("text", ["Gut", "Not", "Bad", "Rock", "Sole Mio", "Lap", "man", "Wrist"])
def test_a_word_that_english_has_by_chance_is_a_word_of_the_note(text):
    said = read(f"linke Wade {text}")
    assert (said.site, said.kind, said.intensity) == ("calf", "episode", None)
    assert said.note == text


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("linke Wade heute nicht", "tally", "none"),
        ("linke Wade zuckte heute nicht", "tally", "none"),
        ("linke Wade hat heute gar nicht gezuckt", "tally", "none"),
        ("linke Wade heute nicht ein einziges Mal", "tally", "none"),
        ("linke Wade heute nicht nur einmal", "episode", None),
        ("linke Wade heute zehnmal", "tally", 10),
        ("linke Wade heute hundertzwanzig Mal", "tally", 120),
        ("linke Wade heute hunderte Male", "tally", "many"),
        ("linke Wade hört heute nicht auf zu zucken", "tally", "many"),
        ("heute kein Zucken außer in der linken Wade", "episode", None),
        ("linke Wade zuckt nicht mehr", None, None),
        ("linke Wade seit zwei Tagen nicht mehr", None, None),
        ("linke Wade weder gestern noch heute", "tally", "none"),
        ("linke Wade nicht heute, sondern gestern", "episode", None),
        ("heute kein Wadenzucken links", "tally", "none"),
        ("heute kein Augenzucken, aber die linke Wade zuckt", "episode", None),
        ("die rechte Wade zuckt heute nicht, sondern die linke", "episode", None),
    ],
)
def test_german_denials_and_counts(text, kind, amount):
    said = read(text)
    assert (said.kind, said.amount, said.site, said.side) == (kind, amount, "calf", "left")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("rechts, nicht links", "right"),
        ("weder links noch rechts", None),
        ("mal rechts, mal links", None),
        ("links oder rechts", None),
        ("links und rechts", "both"),
        ("rechts am Morgen", "right"),
    ],
)
def test_german_sides(text, side):
    assert read(f"{text}, Wade").side == side


@pytest.mark.parametrize(
    ("text", "suspected"),
    [
        ("Kaffee hatte ich heute nicht", ()),
        ("Koffein weggelassen", ()),
        ("koffeinfreier Kaffee", ()),
        ("drei Tassen Kaffee", ("caffeine",)),
        ("wegen der Klimaanlage", ("klimaanlage",)),
    ],
)
def test_german_suspects(text, suspected):
    said = read(f"linke Wade, {text}")
    assert (said.suspected, said.kind) == (suspected, "episode")


def test_a_word_that_was_parted_stands_whole_in_the_note():
    assert read("kein Augenzucken, aber linke Wade, 5 s").note == "kein Augenzucken"


def test_weakness_is_news_and_no_strength():
    assert read("linke Wade schwach").note == "schwach"
    assert read("linke Wade, schwaches Zucken").intensity == 3
    assert read("linke Wade, taub und schwach").note == "taub und schwach"


def test_a_word_of_two_is_read_where_each_stands():
    assert [(one.word, one.start, one.end) for one in words_of("Füßezucken", "de")] == [
        ("foot", 0, 4),
        ("twitching", 4, 10),
    ]
    assert read("Wadenkrampf links").words("site") == "Waden"


def test_a_slip_of_a_german_finger_is_corrected_and_a_german_word_left_alone():
    assert read("Oberschenkl links").doubts("site") == ("spelling",)
    assert corrected("gruppe", "de") == "gruppe"
    assert corrected("zucker", "de") == "zucker"
    assert read("gestren Zucker, linke Wade").note == "Zucker"


@pytest.mark.parametrize(
    "text", ["", "\N{SLIGHTLY SMILING FACE}", "שלום", "Wade, Fuß, Knie", "25 Uhr"]
)
def test_german_lines_of_nothing_make_no_entry(text):
    assert read(text).obstacle is not None
