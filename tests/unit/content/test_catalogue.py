"""Looking words up: strict, so that a misspelt key never reaches a person."""

import pytest

from myolog.content.catalogue import Catalogue, laid_over, load, placeholders

WORDS = Catalogue(
    {
        "greet": {"hello": "Hello {name}, day {day}.", "plain": "Hello.", "ids": ["A-1"]},
        "net": {"lines": ["Call {number}.", "Wait."], "lists": ["now"], "source": "NHS, guide"},
        "level": {"days": 28, "SOON": {"title": "Soon"}, "LATE": {"title": "Late"}},
    }
)


def test_a_sentence_is_filled():
    assert WORDS.text("greet.hello", name="Ada", day=3) == "Hello Ada, day 3."
    assert WORDS.text("greet.plain") == "Hello."
    assert WORDS.template("greet.hello") == "Hello {name}, day {day}."


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("Mo 4.", "Hello Ada, day Mo 4."),
        ("1.5", "Hello Ada, day 1.5."),
        ("3...", "Hello Ada, day 3...."),
    ],
)
def test_a_german_day_ends_a_sentence_by_itself(day, said):
    assert WORDS.text("greet.hello", name="Ada", day=day) == said


@pytest.mark.parametrize("values", [{}, {"name": "Ada"}, {"name": "Ada", "day": 3, "more": 1}])
def test_a_missing_or_an_unused_value_is_refused(values):
    with pytest.raises(TypeError, match="takes"):
        WORDS.text("greet.hello", **values)


def test_fill_takes_what_it_needs_and_refuses_too_little():
    assert WORDS.fill("greet.plain", {"name": "Ada"}) == "Hello."
    assert WORDS.fill("greet.hello", {"name": "Ada", "day": 3, "more": 1}) == "Hello Ada, day 3."
    with pytest.raises(TypeError, match="takes"):
        WORDS.fill("greet.hello", {"day": 3})


@pytest.mark.parametrize("key", ["nothing", "greet.nothing", "greet.plain.deeper", "greet", ""])
def test_an_unknown_key_is_refused(key):
    with pytest.raises(KeyError):
        WORDS.text(key)


def test_what_is_no_sentence_is_not_given_as_one():
    for key in ("level.days", "net.source", "net.lines", "greet.ids"):
        with pytest.raises(KeyError, match="not a sentence"):
            WORDS.text(key)


def test_a_list_is_filled_line_by_line():
    assert WORDS.items("net.lines", number="112") == ("Call 112.", "Wait.")
    with pytest.raises(TypeError, match="takes"):
        WORDS.items("net.lines")
    with pytest.raises(TypeError, match="takes"):
        WORDS.items("net.lines", number="112", more=1)
    for key in ("net.lists", "greet.plain"):
        with pytest.raises(KeyError, match="not a list of sentences"):
            WORDS.items(key)


def test_codes_and_sources():
    assert WORDS.names("net.lists") == ("now",)
    assert WORDS.guide_ids("greet") == ("A-1",)
    assert WORDS.sources("net") == ("NHS", "guide")
    assert WORDS.codes("level") == ("SOON", "LATE")
    assert WORDS.labels("greet") == {"hello": "Hello {name}, day {day}.", "plain": "Hello."}


@pytest.mark.parametrize("method", ["codes", "labels", "names"])
def test_what_is_no_table_or_list_of_codes_is_refused(method):
    with pytest.raises(KeyError):
        getattr(WORDS, method)("greet.plain")


def test_it_tells_whether_a_key_exists():
    assert "greet.plain" in WORDS
    assert "greet.nothing" not in WORDS


def test_every_sentence_comes_once_and_codes_do_not():
    assert list(WORDS.sentences()) == [
        ("greet.hello", "Hello {name}, day {day}."),
        ("greet.plain", "Hello."),
        ("net.lines", "Call {number}."),
        ("net.lines", "Wait."),
        ("level.SOON.title", "Soon"),
        ("level.LATE.title", "Late"),
    ]


def test_placeholders():
    assert placeholders("{a} and {b}, {a}") == {"a", "b"}
    assert placeholders("none") == frozenset()


def test_the_file_is_read_once_and_only_for_languages_that_exist():
    assert load() is load()
    assert load() is load("en")
    with pytest.raises(KeyError, match="no words in"):
        load("xx")


def test_one_language_is_laid_over_the_other_table_by_table():
    below = {"a": {"one": "One", "ids": ["X"], "deep": {"n": 3, "two": "Two"}}, "list": ["x"]}
    above = {"a": {"one": "Eins", "deep": {"two": "Zwei"}}, "list": ["y"], "own": {"name": "Wade"}}
    assert laid_over(below, above) == {
        "a": {"one": "Eins", "ids": ["X"], "deep": {"n": 3, "two": "Zwei"}},
        "list": ["y"],
        "own": {"name": "Wade"},
    }
