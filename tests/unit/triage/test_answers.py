"""What may be answered to what."""

import pytest

from myolog.errors import InvalidAnswer
from myolog.triage import decide
from myolog.triage.answers import INPUTS, NOT_SURE, checked, input_named


@pytest.mark.parametrize(
    "answers",
    [
        {"weakness": "weak"},
        {"weakness": True},
        {"weakness": 2},
        {"weakness": ["rapid"]},
        {"lithium": 1},
        {"lithium": "true"},
        {"run_days": True},
        {"run_days": 3.0},
        {"run_days": "3"},
        {"run_days": -1},
        {"run_days": 43_831},
        {"age_years": -1},
        {"age_years": 121},
        {"age_years": float("nan")},
        {"explained_unchanged": "wasting"},
        {"explained_unchanged": ["speech_swallow"]},
        {"explained_unchanged": [["wasting"]]},
        {"explained_unchanged": [3]},
        {"explained_unchanged": {"wasting": True}},
        {"weakness": NOT_SURE},
        {"weaknes": "none"},
        {"": True},
        {3: True},
    ],
)
def test_wrong_answer_is_refused_in_one_sentence(answers):
    with pytest.raises(InvalidAnswer) as refused:
        decide(answers)
    assert refused.value.code == "invalid_answer"
    assert refused.value.message.endswith(".")
    assert "\n" not in refused.value.message


def test_message_names_the_choices():
    with pytest.raises(InvalidAnswer, match="Use one of no, unsure, yes, not_sure"):
        decide({"wasting": "a bit"})
    with pytest.raises(InvalidAnswer, match="from 0 to 120"):
        decide({"age_years": 300})
    with pytest.raises(InvalidAnswer, match="Use one of false, true, not_sure"):
        decide({"overdose": "no"})


def test_a_near_name_is_suggested():
    with pytest.raises(InvalidAnswer, match="the nearest is weakness"):
        input_named("weaknes")
    with pytest.raises(InvalidAnswer, match="list of questions"):
        input_named("qqqqqq")


def test_a_long_answer_is_cut_in_the_message():
    with pytest.raises(InvalidAnswer) as refused:
        decide({"mood": "x" * 100_000})
    assert len(refused.value.message) < 200


def test_bounds_are_allowed():
    assert checked({"age_years": 0, "run_days": 43_830}) == {"age_years": 0, "run_days": 43_830}


def test_none_is_not_an_answer():
    assert checked({"weakness": None}) == {}


def test_a_list_is_put_in_order_and_freed_of_doubles():
    given = checked({"explained_unchanged": ["heart", "wasting", "heart"]})
    assert given == {"explained_unchanged": ("wasting", "heart")}


def test_answers_come_back_in_the_order_of_the_guide():
    assert list(checked({"mood": "none", "age_years": 40})) == ["age_years", "mood"]


def test_not_sure_is_kept_where_it_is_allowed():
    assert checked({"age_years": NOT_SURE, "lithium": NOT_SURE}, allow_not_sure=True) == {
        "age_years": NOT_SURE,
        "lithium": NOT_SURE,
    }


def test_rank_follows_the_order():
    weakness = INPUTS["weakness"]
    assert [weakness.rank(value) for value in weakness.values] == list(range(6))
    assert INPUTS["lithium"].rank(True) > INPUTS["lithium"].rank(False)
    assert INPUTS["run_days"].rank(15) > INPUTS["run_days"].rank(14)
    assert INPUTS["explained_unchanged"].rank(("heart",)) == 1
