"""The entry of a thing of one's own in words."""

from myolog.wording.day_lines import lines_of
from myolog.wording.entries import one_line
from tests import factories as make


def test_an_entry_says_what_became_of_the_thing() -> None:
    assert one_line(make.own_thing(archived=True)) == "Own thing no longer asked about: Pot of tea"
    assert one_line(make.own_thing()) == "Own thing to track: Pot of tea (amount)"
    pain = make.own_thing(code="own:rating:pain", name="Pain\n\u202eful", unit="x")
    assert one_line(pain) == "Own thing to track: Pain ful (0 to 10)"
    nameless = make.own_thing(code="own:yes_no:pain", name="\u202e")
    assert one_line(nameless) == "Own thing to track: own:yes_no:pain (yes or no)"


def test_things_of_one_day_share_a_line() -> None:
    things = [
        make.own_thing(code=f"own:yes_no:{name}", name=name, unit="") for name in ("tea", "pizza")
    ]
    gone = [make.own_thing(code=f"own:yes_no:{n}", name=n, archived=True) for n in ("gum", "beer")]
    told = lines_of([*things, *gone], home="UTC")
    assert [line.text for line in told] == [
        "Own thing to track: tea, pizza",
        "Own thing no longer asked about: gum, beer",
    ]
    assert [line.text for line in lines_of(things[:1], home="UTC")] == [
        "Own thing to track: tea (yes or no)"
    ]
