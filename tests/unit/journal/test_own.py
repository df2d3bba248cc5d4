"""What a thing of one's own is called, and when it is asked about."""

from datetime import date
from typing import Any

import pytest

from myolog.errors import InvalidEntry
from myolog.journal.model import Journal
from myolog.journal.own import alike, called, own_things, tidied
from myolog.journal.tracking import DEFAULT, tracked
from tests import factories as make

TEA, PAIN = "own:amount:tea:1", "own:rating:pain:2"


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ({"code": "caffeine"}, "invalid_own_code"),
        ({"code": None}, "invalid_own_code"),
        ({"name": " "}, "invalid_text"),
        ({"name": "x" * 61}, "text_too_long"),
        ({"unit": "x" * 21}, "text_too_long"),
        ({"role": "both"}, "invalid_choice"),
        ({"archived": 1}, "invalid_choice"),
    ],
)
def test_what_cannot_be_is_refused(over: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        make.own_thing(**over)
    assert refused.value.code == code


def test_a_name_stands_on_one_line_without_hidden_marks() -> None:
    assert tidied(" a\r\n\tb\u202ec\u2066\ufeff ") == "a bc"
    assert alike("Crème-Brûlée") == alike(" creme  brulee")


def test_the_latest_word_on_a_thing_holds() -> None:
    journal = Journal(
        (
            make.own_thing(code=TEA, name="tea"),
            make.own_thing(code=PAIN, name="pain"),
            make.own_thing(code=TEA, name="matcha", archived=True, day=date(2026, 3, 10)),
        )
    )
    things = own_things(journal)
    assert {code: one.name for code, one in things.items()} == {TEA: "matcha", PAIN: "pain"}
    assert tracked(journal) == (*DEFAULT, PAIN)


def test_two_things_of_one_name_are_told_apart() -> None:
    other = "own:amount:tea:3"
    things = {
        TEA: make.own_thing(code=TEA, name="Tea"),
        other: make.own_thing(code=other, name="tea"),
        PAIN: make.own_thing(code=PAIN, name="\u202e"),
    }
    assert called(things) == {TEA: "Tea", other: "tea (2)", PAIN: "pain"}
