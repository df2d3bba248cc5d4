"""What each guard does to each part of the five steps."""

from datetime import timedelta

import pytest

from myolog.journal.model import Journal
from myolog.programme.foods import CALCIUM, MAGNESIUM, POTASSIUM, named_foods
from myolog.programme.guards import FACTS, GUARDS, Effect, facts_of, guarded_parts, open_facts
from myolog.programme.readiness import readiness
from myolog.programme.steps import PARTS
from tests.factories import DAY, answers, fact

TITLE = "Guards and steps"

FREE = dict.fromkeys(FACTS, "no") | {"kidney": "none", "age_years": 42, "urgent": "no"}
"""A grown person who said no to everything."""

HEADER = ("caffeine", "drinks", "potassium", "magnesium", "calcium", "sleep", "quiet", "note")
ALL = (Effect.WAIT,) * 8
ASK, ADD, WORDS, LIMIT, NONE = Effect.ASK, Effect.ADD, Effect.WORDS, Effect.LIMIT, None

CASES = (
    # says, facts, guard, and what holds for each part in the order of HEADER
    ("none", {}, "GUARD-MED", (ADD, NONE, NONE, NONE, NONE, NONE, NONE, NONE)),
    ("lithium", {"lithium": "yes"}, "GUARD-LITHIUM", (ASK, *[NONE] * 7)),
    ("clozapine", {"clozapine": "yes"}, "GUARD-CLOZAPINE", (ASK, *[NONE] * 7)),
    ("theophylline", {"theophylline": "yes"}, "GUARD-CLOZAPINE", (ASK, *[NONE] * 7)),
    ("headaches", {"headache_disorder": "yes"}, "GUARD-HEADACHE", (ASK, *[NONE] * 7)),
    ("heart", {"heart_disease": "yes"}, "GUARD-FLUID", (ADD, ASK, *[NONE] * 6)),
    ("liver", {"liver_disease": "yes"}, "GUARD-FLUID", (ADD, ASK, *[NONE] * 6)),
    ("low sodium", {"low_sodium": "yes"}, "GUARD-FLUID", (ADD, ASK, *[NONE] * 6)),
    (
        "kidney, drinks",
        {"kidney": "chronic_disease"},
        "GUARD-FLUID",
        (ADD, ASK, ASK, ASK, *[NONE] * 4),
    ),
    (
        "kidney, potassium",
        {"kidney": "chronic_disease"},
        "GUARD-K",
        (ADD, ASK, ASK, ASK, *[NONE] * 4),
    ),
    (
        "kidney, magnesium",
        {"kidney": "missed_dialysis"},
        "GUARD-MG",
        (ADD, ASK, ASK, ASK, *[NONE] * 4),
    ),
    (
        "potassium medicine",
        {"potassium_medicine": "yes"},
        "GUARD-K",
        (ADD, NONE, ASK, *[NONE] * 5),
    ),
    (
        "warfarin",
        {"warfarin": "yes"},
        "GUARD-WARFARIN",
        (ADD, NONE, WORDS, WORDS, WORDS, *[NONE] * 3),
    ),
    (
        "pregnant",
        {"pregnant": "yes"},
        "GUARD-PREG",
        (LIMIT, NONE, NONE, WORDS, NONE, WORDS, NONE, NONE),
    ),
    (
        "breastfeeding",
        {"breastfeeding": "yes"},
        "GUARD-PREG",
        (LIMIT, NONE, NONE, WORDS, NONE, WORDS, NONE, NONE),
    ),
    ("15 years", {"age_years": 15}, "GUARD-CHILD", ALL),
    (
        "16 years",
        {"age_years": 16, "weight_kg": 50},
        "GUARD-AGE",
        (LIMIT, NONE, NONE, NONE, NONE, WORDS, NONE, NONE),
    ),
    (
        "17 years",
        {"age_years": 17},
        "GUARD-AGE",
        (LIMIT, NONE, NONE, NONE, NONE, WORDS, NONE, NONE),
    ),
    ("eating", {"eating_disorder": "yes"}, "GUARD-EATING", (ASK,) * 5 + (NONE,) * 3),
    ("a pressing result", {"urgent": "yes"}, "GUARD-URGENT", ALL),
)
"""The truth table; "none" means that no guard but GUARD-MED holds."""


def effects(facts):
    return tuple(one.effect for one in guarded_parts(FREE | facts).values())


def test_the_table_has_every_part_and_every_guard():
    assert HEADER == PARTS
    assert {case[2] for case in CASES} == {guard.code for guard in GUARDS}


@pytest.mark.parametrize(("says", "facts", "guard", "row"), CASES)
def test_truth_table(says, facts, guard, row):
    assert effects(facts) == row
    guarded = guarded_parts(FREE | facts)
    assert any(guard in part.guards for part in guarded.values())


@pytest.mark.parametrize(("says", "facts", "guard", "row"), CASES[1:])
def test_not_sure_and_never_asked_count_as_if_it_held(says, facts, guard, row):
    yes = guarded_parts(FREE | facts)
    for code in facts:
        if code in ("weight_kg",) or (code == "age_years" and guard == "GUARD-AGE"):
            continue
        for unknown in ("not_sure", None):
            held = guarded_parts(FREE | {code: unknown})
            for part in PARTS:
                assert set(yes[part].guards) <= set(held[part].guards)


def test_a_guard_that_does_not_hold_does_nothing():
    for guard in GUARDS:
        assert guard.holds(FREE) is (guard.code == "GUARD-MED")


def test_the_limits_of_caffeine():
    assert guarded_parts(FREE | {"pregnant": "yes"})["caffeine"].limit_mg == 200
    young = FREE | {"age_years": 17, "weight_kg": 52.5}
    assert guarded_parts(young)["caffeine"].limit_mg == 157
    assert guarded_parts(FREE | {"age_years": 17})["caffeine"].limit_mg is None
    both = guarded_parts(young | {"pregnant": "yes", "weight_kg": 80})
    assert both["caffeine"].limit_mg == 200
    assert both["sleep"].limit_mg is None


def test_the_heaviest_effect_wins_and_all_words_are_said():
    guarded = guarded_parts(FREE | {"lithium": "yes", "pregnant": "not_sure"})["caffeine"]
    assert guarded.effect is Effect.ASK
    assert guarded.guards == ("GUARD-LITHIUM", "GUARD-PREG", "GUARD-MED")


def test_what_was_never_told_is_asked_before_the_first_day():
    assert open_facts(facts_of(Journal(), DAY, urgent=False)) == FACTS
    told = Journal(
        tuple(
            fact(code, 42 if code == "age_years" else "none" if code == "kidney" else "no")
            for code in FACTS
        )
    )
    assert open_facts(facts_of(told, DAY, urgent=False)) == ()
    assert open_facts(FREE | {"age_years": 16}) == ("weight_kg",)
    assert open_facts(FREE | {"age_years": 16, "weight_kg": 60}) == ()


def test_a_no_to_pregnancy_is_asked_again_after_a_while_and_not_of_a_man():
    journal = Journal((fact("pregnant", "no"),))
    late = DAY + timedelta(days=90)
    assert facts_of(journal, late, urgent=False)["pregnant"] is None
    man = journal.with_entries([fact("sex", "man")])
    assert facts_of(man, late, urgent=False)["pregnant"] == "no"


def test_the_check_tells_a_guard_what_it_heard():
    journal = Journal((fact("lithium", "no"), answers({"lithium": True, "kidney": "not_sure"})))
    told = facts_of(journal, DAY, urgent=None)
    assert (told["lithium"], told["kidney"], told["urgent"]) == ("yes", "not_sure", None)
    assert "GUARD-URGENT" in guarded_parts(told)["quiet"].guards


def test_with_warfarin_no_green_leaves_and_with_potassium_trouble_nothing_rich_in_it():
    def names(portions, *guards):
        return {food.code for food in named_foods(portions, guards)}

    greens = {"spinach_cup", "spinach_half_cup", "kale"}
    for portions in (POTASSIUM, MAGNESIUM, CALCIUM):
        assert not names(portions, "GUARD-WARFARIN") & greens
        assert names(portions, "GUARD-MED") == {food.code for food in portions}
    assert not names(MAGNESIUM, "GUARD-K") & {"spinach_half_cup", "black_beans", "soy_milk"}
    assert not names(CALCIUM, "GUARD-K") & {"milk", "yogurt"}


def test_a_start_sixteen_months_later_asks_everything_that_may_have_changed():
    told = tuple(
        fact(code, 42 if code == "age_years" else "none" if code == "kidney" else "no")
        for code in FACTS
    )
    later = DAY + timedelta(days=487)
    ready = readiness(Journal(told), later, today=later, urgent=False)
    assert ready.stopped_by == "questions"
    assert ready.open_facts == FACTS[1:]
    assert "GUARD-LITHIUM" in ready.guarded["caffeine"].guards


def test_an_old_yes_is_asked_anew_and_holds_until_then():
    told = (fact("lithium", "yes"), fact("pregnant", "not_sure"))
    later = DAY + timedelta(days=90)
    ready = readiness(Journal(told), later, today=later, urgent=False)
    assert {"lithium", "pregnant"} <= set(ready.open_facts)
    assert ready.guarded["caffeine"].guards[:1] == ("GUARD-LITHIUM",)
    assert "GUARD-PREG" in ready.guarded["caffeine"].guards
    anew = Journal((*told, fact("lithium", "no", day=later), fact("pregnant", "no", day=later)))
    asked = readiness(anew, later, today=later, urgent=False)
    assert not {"lithium", "pregnant"} & set(asked.open_facts)
    assert asked.facts["lithium"] == "no"
