"""The person's own names: in force where a shell says so, and never two the same."""

from collections.abc import Mapping

import pytest

from myolog.content.languages import speaking
from myolog.content.names import exposure_name, exposure_question, exposure_unit, exposure_value
from myolog.content.own import naming, own_meant, refuse_taken, shifts_tracked, things_in_force
from myolog.content.problems import problem_in_words
from myolog.content.typed import exposure_typed
from myolog.errors import InvalidEntry
from myolog.journal.own import AT_ONCE, OwnThing
from myolog.vocabulary.exposures import exposure, validate
from tests import factories as make

TEA, PAIN, PIZZA = "own:amount:tea:1", "own:rating:pain:2", "own:yes_no:pizza:3"
THINGS: Mapping[str, OwnThing] = {
    TEA: make.own_thing(code=TEA, name="Green tea", unit="mg;DROP", role="do"),
    PAIN: make.own_thing(code=PAIN, name="Back pain"),
    PIZZA: make.own_thing(code=PIZZA, name="Pizza", archived=True),
}


def test_a_value_is_told_in_the_persons_words() -> None:
    with naming(lambda: THINGS):
        assert exposure_value(TEA, 2.5) == "2.5 mg;DROP"
        assert exposure_value(PAIN, 4) == "4 of 10"
        assert exposure_value(PIZZA, 0) == "no"
        assert exposure_question(TEA) == "Green tea?"
        assert exposure_unit(TEA) == "mg;DROP"
        assert exposure_unit("caffeine") == "mg"
        assert exposure_question("stress").endswith("?")


def test_without_its_definition_a_value_is_told_by_the_words_of_its_code() -> None:
    assert (exposure_name(TEA), exposure_value(TEA, 2)) == ("tea", "2")


def test_the_names_are_asked_for_once_and_only_where_one_is_needed() -> None:
    asked = []

    def things() -> Mapping[str, OwnThing]:
        asked.append(1)
        return THINGS

    with naming(things):
        assert exposure_name("caffeine") == "caffeine"
        assert not asked
        assert exposure_name(TEA) == "Green tea"
        assert exposure_name(PAIN) == "Back pain"
    assert len(asked) == 1
    assert not things_in_force()


def test_a_thing_is_meant_by_its_name_or_its_code() -> None:
    with naming(lambda: THINGS):
        assert own_meant(" green  TEA") == TEA
        assert own_meant(PAIN) == PAIN
        assert own_meant("tea") is None


def test_an_amount_may_be_typed_with_its_unit() -> None:
    with naming(lambda: THINGS):
        assert exposure_typed("2 mg;drop", exposure(TEA)) == 2
        assert exposure_typed(" 2.5 ", exposure(TEA)) == 2.5


def test_a_refusal_names_the_thing_as_the_person_does() -> None:
    with naming(lambda: THINGS), pytest.raises(InvalidEntry) as refused:
        validate(PAIN, 11)
    with naming(lambda: THINGS):
        assert problem_in_words(refused.value) == "Back pain must be between 0 and 10, not 11."
        with speaking("de"):
            assert problem_in_words(refused.value).startswith("Back pain: der Wert muss")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("GREEN-tea", "own_name_tracked"),
        ("Grëen  tea", "own_name_tracked"),
        ("pizza", "own_name_archived"),
        ("Caffeine", "own_name_on_list"),
        ("koffein", "own_name_on_list"),
    ],
)
def test_a_name_is_given_once(name: str, key: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        refuse_taken(make.own_thing(code="own:amount:new", name=name), THINGS)
    assert refused.value.key == key


def test_a_thing_may_keep_or_change_the_spelling_of_its_own_name() -> None:
    refuse_taken(make.own_thing(code=TEA, name="green TEA"), THINGS)


def test_only_so_many_are_tracked_at_once() -> None:
    many = {
        f"own:yes_no:n{n}": make.own_thing(code=f"own:yes_no:n{n}", name=f"n{n}")
        for n in range(AT_ONCE)
    }
    new = make.own_thing(code="own:yes_no:new", name="new")
    with pytest.raises(InvalidEntry, match="archive one first"):
        refuse_taken(new, many)
    refuse_taken(make.own_thing(code="own:yes_no:new", name="new", archived=True), many)


def test_a_shift_is_told_by_its_first_name_in_every_language_and_by_how_it_is_told() -> None:
    given = {
        "own:yes_no:early-shift:3f9a": {},
        "own:yes_no:spatschicht": {"name": "Abends"},
        "own:yes_no:night-shift:1": {"archived": True},
        "own:amount:night-shift:2": {},
        "own:yes_no:night-shift-snack:3": {},
    }
    things = {code: make.own_thing(code=code, **over) for code, over in given.items()}
    assert shifts_tracked(things) == ("own:yes_no:early-shift:3f9a", "own:yes_no:spatschicht")
