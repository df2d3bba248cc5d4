"""The journal is searched by what a person remembers of an entry, however it was typed."""

from datetime import UTC, date, datetime

import pytest

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.journal.records import Question, Story
from myolog.wording.lookup import Wanted, excerpt, found_in, offers, parts_in_words
from myolog.wording.places import Place
from tests.factories import episode, exposure, fact, none_today, tally

MARCH = date(2026, 3, 1)


def noon(day: int) -> datetime:
    return datetime(2026, 3, day, 11, tzinfo=UTC)


JOURNAL = Journal(
    (
        episode(id="feet", note="kalte Füße nach dem Café", started_at=noon(1)),
        episode(
            id="walk", site="thigh", side="right", note="after a warm walk", started_at=noon(2),
            suspected=("caffeine", "Föhn"), accompanied=("cramp",),
        ),
        tally(id="both", day=date(2026, 3, 3), site="calf", side="both", amount="some"),
        exposure(id="coffee", day=date(2026, 3, 4), code="caffeine", value=120),
        none_today(id="none", day=date(2026, 3, 5)),
        episode(id="cup", site="thumb", side=None, note="☕", started_at=noon(5)),
        Question(id="ask", day=date(2026, 3, 6), text="Is the Wade a worry?"),
        Story(
            id="story", day=date(2026, 3, 7), onset_day=MARCH, first_site="eyelid",
            first_side="right",
        ),
        fact(id="age", day=date(2026, 3, 8)),
    )
)  # fmt: skip


def ids(**wanted: object) -> list[str | None]:
    return [entry.id for entry in found_in(JOURNAL, Wanted(**wanted))]  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["Fuesse", "FÜSSE", "füße", "fusse", "Fu\u0308ße", "KALTE cafe"])
def test_case_accents_and_both_ways_to_type_an_umlaut_do_not_matter(words: str) -> None:
    assert ids(words=words) == ["feet"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("walk", ["walk"]),
        ("arm", []),
        ("wal", ["walk"]),
        ("alk", []),
        ("orry", ["ask"]),
        ("coffee", ["coffee", "walk"]),
        ("foehn", ["walk"]),
        ("cramp", ["walk"]),
        ("left", ["feet"]),
        ("worry", ["ask"]),
        ("some calf", ["both"]),
        ("eyelid", ["story"]),
        ("walk zzz", []),
        ("<script>alert(1)</script>", []),
        (".*", []),
        ("☕", ["cup"]),
    ],
)
def test_every_word_has_to_be_told_of_an_entry(words: str, found: list[str]) -> None:
    """A short word begins another one, a longer one stands anywhere in it; signs are no words."""
    assert ids(words=words) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"place": Place("calf")}, ["both", "feet"]),
        ({"place": Place("calf", "left")}, ["both", "feet"]),
        ({"place": Place("calf", "right")}, ["both"]),
        ({"place": Place("eyelid", "right")}, ["story"]),
        ({"sign": "cramp"}, ["walk"]),
        ({"cause": "caffeine"}, ["walk"]),
        ({"cause": "föhn"}, ["walk"]),
        ({"kind": "exposure"}, ["coffee"]),
        ({"first": date(2026, 3, 6)}, ["story", "ask"]),
        ({"last": date(2026, 3, 1)}, ["feet"]),
        ({"first": date(2026, 3, 3), "last": date(2026, 3, 2)}, ["both", "walk"]),
        ({"words": "cafe", "place": Place("calf")}, ["feet"]),
        ({"words": "cafe", "place": Place("thigh")}, []),
        ({}, ["story", "ask", "cup", "none", "coffee", "both", "walk", "feet"]),
    ],
)
def test_each_part_of_a_search_narrows_it(wanted: dict[str, object], found: list[str]) -> None:
    assert ids(**wanted) == found


def test_an_amount_is_found_by_its_word_in_german() -> None:
    with speaking("de"):
        assert ids(words="einige") == ["both"]
        assert ids(words="viele") == []


def test_german_words_find_german_names() -> None:
    with speaking("de"):
        assert ids(words="Wade") == ["ask", "both", "feet"]
        assert ids(words="Oberschenkel krampf") == ["walk"]


def test_where_nothing_fits_each_part_less_is_offered_those_first_that_find_something() -> None:
    wanted = Wanted(words="cafe", place=Place("thigh"), last=date(2026, 3, 2))
    assert [(one.part, one.says, one.n_found) for one in offers(JOURNAL, wanted)] == [
        ("place", "thigh", 1),
        ("words", "“cafe”", 1),
        ("period", "up to 2 March 2026", 0),
    ]
    without = offers(JOURNAL, Wanted(sign="pain", cause="caffeine"))
    assert [(one.part, one.n_found) for one in without] == [("sign", 1), ("cause", 0)]


def test_a_search_is_said_in_words() -> None:
    whole = Wanted(
        words=" walk ", place=Place("calf", "left"), sign="cramp", cause="caffeine",
        kind="episode", first=MARCH, last=date(2026, 3, 9),
    )  # fmt: skip
    assert dict(parts_in_words(whole)) == {
        "words": "“walk”",
        "place": "left calf",
        "sign": "with cramp",
        "cause": "suspected: caffeine",
        "kind": "single twitches",
        "period": "1 March 2026 to 9 March 2026",
    }
    assert parts_in_words(Wanted(first=MARCH))["period"] == "from 1 March 2026"
    with speaking("de"):
        assert dict(parts_in_words(Wanted(words="Lauf", last=MARCH))) == {
            "words": "„Lauf“",
            "period": "bis 1. März 2026",
        }


def test_of_a_long_note_the_part_is_shown_in_which_the_word_stands() -> None:
    long = "before " * 60 + "espresso " + "behind " * 60
    shown = excerpt(long, "espresso")
    assert "espresso" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= 302
    assert excerpt("short", "x") == "short"
    assert excerpt(long, "").startswith("before before")
    assert excerpt("before " * 60 + "espresso", "espresso").endswith("espresso")


def test_a_drink_is_found_by_its_name() -> None:
    drunk = exposure(day=MARCH, code="caffeine", value=450, servings={"filter_coffee": 5})
    for language, typed in (("en", "filter coffee"), ("de", "Kaffee")):
        with speaking(language):
            assert found_in(Journal((drunk,)), Wanted(words=typed)) == (drunk,)
