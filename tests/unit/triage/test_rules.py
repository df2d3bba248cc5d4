"""The table as a table: complete, named, sourced, and each rule with a page."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from myolog.triage.answers import INPUTS
from myolog.triage.conditions import (
    AllOf,
    AnyOf,
    AtLeastN,
    Atom,
    at_least,
    below,
    is_true,
    names_any,
)
from myolog.triage.rule import SOURCES
from myolog.triage.rules import RULES, RULES_BY_CODE, RULES_VERSION
from myolog.triage.urgency import Urgency
from tests.rule_pages import PAGES, codes_in_order

SPELT_OUT = [
    rule for rule in RULES if not rule.when.counts and "explained_unchanged" not in rule.inputs
]
"""Rules whose condition can be read off the answers as they were given."""


def test_every_rule_has_a_whole_page_and_every_page_its_rule():
    assert set(PAGES) == set(RULES_BY_CODE)
    assert len(RULES_BY_CODE) == len(RULES)


def test_every_rule_of_the_guide_in_its_order_and_then_what_decision_20_added():
    assert [rule.code for rule in RULES] == codes_in_order()


def test_soft_rules_are_those_whose_page_says_so():
    soft = {code for code, page in PAGES.items() if getattr(page, "SOFT", False)}
    assert {rule.code for rule in RULES if rule.soft} == soft
    assert len(soft) >= 14


def test_letter_and_level_agree():
    level = {"E": 5, "S": 4, "U": 3, "O": 2, "R": 1}
    assert all(rule.urgency == level[rule.code[0]] for rule in RULES)


def test_nothing_that_needs_care_within_a_day_is_soft():
    assert not any(rule.soft for rule in RULES if rule.urgency >= Urgency.SAME_DAY)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_names_whom_to_see_and_where_it_comes_from(rule):
    assert rule.who
    assert rule.workup or rule.code == "R-EXPLAINED"
    assert set(rule.sources) <= set(SOURCES)
    assert rule.since <= RULES_VERSION
    assert rule.folded_by is None or rule.folded_by in RULES_BY_CODE
    assert rule.inputs
    assert set(rule.inputs) <= set(INPUTS)


def test_every_source_key_is_used():
    assert {key for rule in RULES for key in rule.sources} == set(SOURCES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_shows_its_rule_firing_and_staying_silent(rule):
    page = PAGES[rule.code]
    assert Path(page.__file__).stem == f"test_{rule.code.lower().replace('-', '_')}"
    assert {case["fires"] for case in page.CASES} == {True, False}


def _answered(case):
    return {name: question.default for name, question in INPUTS.items()} | case["answers"]


@pytest.mark.parametrize("rule", SPELT_OUT, ids=lambda rule: rule.code)
def test_every_way_to_fire_stands_on_its_page(rule):
    firing = [_answered(case) for case in PAGES[rule.code].CASES if case["fires"]]
    for way in rule.when.ways():
        assert any(all(atom.holds(values) for atom in way) for values in firing), way


def _spoilt(condition):
    """Give the condition with each comparison shifted a step down, up, always and never true."""
    if isinstance(condition, Atom):
        ladder = INPUTS[condition.input].answers or range(121)
        place = ladder.index(condition.value)
        near = [ladder[i] for i in (place - 1, place + 1) if 0 <= i < len(ladder)]
        yield from (replace(condition, value=value) for value in near)
        yield from (AllOf(parts=()), AnyOf(parts=()))
        return
    for place, part in enumerate(condition.parts):
        for wrong in _spoilt(part):
            parts = (*condition.parts[:place], wrong, *condition.parts[place + 1 :])
            yield replace(condition, parts=parts)
    if isinstance(condition, AllOf):
        yield AnyOf(parts=condition.parts)
    else:
        yield AllOf(parts=condition.parts)


def _differs(condition, wrong):
    """Whether the two can be told apart at all: `>= functional` or `>= sudden` is the former."""
    names = condition.inputs
    ladders = [INPUTS[name].answers or range(121) for name in names]
    defaults = {name: question.default for name, question in INPUTS.items()}
    return any(
        condition.holds(values) != wrong.holds(values)
        for chosen in product(*ladders)
        for values in [defaults | dict(zip(names, chosen, strict=True))]
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("rule", SPELT_OUT, ids=lambda rule: rule.code)
def test_page_notices_every_shifted_comparison(rule):
    cases = [(_answered(case), case["fires"]) for case in PAGES[rule.code].CASES]
    missed = [
        str(wrong)
        for wrong in _spoilt(rule.when)
        if _differs(rule.when, wrong)
        and all(wrong.holds(values) == fires for values, fires in cases)
    ]
    assert missed == []


def test_only_an_ignored_question_is_read_by_no_rule():
    read = {name for rule in RULES for name in rule.inputs}
    assert set(INPUTS) - read == {"recent_infection"}


def test_a_condition_reads_as_text():
    both = at_least("weakness", "rapid") & (is_true("lithium") | below("age_years", 16))
    assert str(both) == "weakness >= rapid and (lithium or age_years < 16)"
    assert str((is_true("lithium") & is_true("overdose")) | is_true("lockjaw")) == (
        "(lithium and overdose) or lockjaw"
    )
    assert str(names_any("explained_unchanged")) == (
        "explained_unchanged names an answer that it may cover"
    )
    assert str(RULES_BY_CODE["U-COMBO-3"].when) == "at least 3 of the 6 checklist items"


def test_a_condition_says_why_it_holds():
    values = {name: question.default for name, question in INPUTS.items()}
    rule = RULES_BY_CODE["U-COMBO-HARD"]
    assert rule.when.because(values) == ()
    raised = values | {"weakness": "functional", "family_nm": True}
    assert rule.when.because(raised) == ("weakness", "family_nm")


def test_counting_gives_every_choice_as_a_way():
    three = (is_true("lithium"), is_true("overdose"), is_true("lockjaw"))
    two = AtLeastN(number=2, parts=three, noun="things")
    assert len(two.ways()) == 3
    assert two.counts
    assert (two & is_true("lithium")).counts
    assert (two | is_true("lithium")).counts
    assert not is_true("lithium").counts


def test_a_condition_on_an_unknown_answer_cannot_be_written():
    with pytest.raises(KeyError):
        is_true("no_such_question")
    with pytest.raises(Exception, match="is not an answer"):
        at_least("weakness", "feeble")
