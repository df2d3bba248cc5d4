"""The check as screens: all that is grave comes first; silence denies only what was asked."""

from datetime import date
from itertools import product

import pytest

from myolog.errors import InvalidAnswer
from myolog.journal.doubt import names_part, part_in_doubt
from myolog.journal.model import Journal
from myolog.triage import assess, decide
from myolog.triage.answers import INPUTS, NOT_SURE
from myolog.triage.check import EMERGENCY, GROUPS, SCREENS, SIX, STORY, line_urgency
from myolog.triage.rules import RULES
from myolog.triage.screens import answers_from, combine
from myolog.triage.urgency import Urgency

TODAY = date(2026, 3, 31)
GRAVE = [rule for rule in RULES if rule.urgency >= Urgency.SAME_DAY]
LINES = [(screen, line) for screen in SCREENS for line in screen.lines]
BY_LINE = pytest.mark.parametrize(
    ("screen", "line"), LINES, ids=[f"{screen.code}-{line.code}" for screen, line in LINES]
)
STORY_OF_NOTHING = {
    "age_years": 35,
    "run_days": 3,
    "site_scope": "single",
    "trend": "stable",
    "measures_tried": "no",
}


def gives(screen, atom):
    """Whether some tick and choice on the screen meets the comparison."""
    values = [line.sets[atom.input] for line in screen.lines if atom.input in line.sets]
    values += [v for line in screen.lines for v in line.offered(atom.input)]
    if None in values and INPUTS[atom.input].kind == "int":
        return True
    return any(value is not None and atom.holds({atom.input: value}) for value in values)


# ---- the emergency screen
@pytest.mark.parametrize("rule", GRAVE, ids=lambda rule: rule.code)
def test_every_way_to_care_within_a_day_is_on_the_first_screen(rule):
    for way in rule.when.ways():
        for atom in way:
            assert gives(EMERGENCY, atom), f"{atom} of {rule.code}"


def test_the_first_screen_has_twelve_to_fifteen_lines():
    assert 12 <= len(EMERGENCY.lines) <= 15


LEADS_TO = {
    "sudden": "EMERGENCY",
    "breath_or_swallow": "EMERGENCY",
    "fast": "EMERGENCY",
    "fit": "EMERGENCY",
    "heart_or_fluid": "EMERGENCY",
    "back_or_injury": "EMERGENCY",
    "urine_or_kidney": "EMERGENCY",
    "spasm": "EMERGENCY",
    "poison": "EMERGENCY",
    "medicine": "EMERGENCY",
    "face": "SAME_DAY",
    "pregnancy": "EMERGENCY",
    "child": "SAME_DAY",
    "cancer": "SAME_DAY",
    "dark_thoughts": "EMERGENCY",
}


@pytest.mark.parametrize("line", EMERGENCY.lines, ids=lambda line: line.code)
def test_every_line_of_the_first_screen_can_lead_to_care_within_a_day(line):
    assert line_urgency(line).name == LEADS_TO[line.code]


def test_lines_of_later_screens_can_be_calm():
    assert line_urgency(SIX.line("family_nm")) == Urgency.ROUTINE


@pytest.mark.parametrize(
    ("ticks", "choices", "urgency"),
    [
        (["sudden"], {}, "EMERGENCY"),
        (["fast"], {"weakness": "rapid"}, "SAME_DAY"),
        (["fast"], {"weakness": "rapid", "sensory": "rapid_ascending"}, "EMERGENCY"),
        (["fast"], {"sensory": "rapid_ascending", "speech_swallow": "mild_new"}, "EMERGENCY"),
        (["fast", "cancer"], {"weakness": "rapid"}, "EMERGENCY"),
        (["heart_or_fluid"], {"heart": "palpitations", "fluid_loss": "mild"}, "SAME_DAY"),
        (["medicine"], {"serotonergic_change": True, "autonomic_agitation": "mild"}, "SAME_DAY"),
        (["medicine"], {"withdrawal": True, "autonomic_agitation": "severe"}, "EMERGENCY"),
        (["medicine"], {"lithium": True, "lithium_tox_symptoms": True}, "SAME_DAY"),
        (["face"], {"eye_face": "other_face_or_forced_closure", "tick_or_rash": True}, "SAME_DAY"),
        (["urine_or_kidney"], {"kidney": "chronic_disease", "weakness": "felt_only"}, "SAME_DAY"),
        (["spasm"], {"neck_surgery_recent": True, "sensory": "fleeting_tingling"}, "SAME_DAY"),
        (["child"], {"child_gait_or_movement": True, "age_years": 7}, "SAME_DAY"),
        (["cancer"], {"sensory": "persistent"}, "SAME_DAY"),
        (["pregnancy"], {}, "EMERGENCY"),
        (["dark_thoughts"], {"mood": "passive_thoughts"}, "SAME_DAY"),
    ],
)
def test_ticks_of_the_first_screen(ticks, choices, urgency):
    assert decide(answers_from(EMERGENCY, ticks=ticks, choices=choices)).urgency.name == urgency


@pytest.mark.parametrize("line", EMERGENCY.lines, ids=lambda line: line.code)
def test_not_sure_on_the_first_screen_is_a_doubt_up_to_the_gravest_part(line):
    """It counts as that part and is never written down as if the part had been told."""
    for name in line.needs:
        answers = answers_from(EMERGENCY, ticks=[line.code], choices={name: NOT_SURE})
        if INPUTS[name].kind == "ordered":
            offered = line.offered(name)
            assert part_in_doubt(answers[name]) == max(offered, key=INPUTS[name].rank)
            assert names_part(answers[name]) == (len(offered) == 1)
        else:
            assert answers[name] == NOT_SURE


def test_none_of_these_denies_only_what_the_first_screen_asks_in_its_own_right():
    assert answers_from(EMERGENCY) == dict.fromkeys(
        [
            "stroke_signs",
            "seizure_or_confusion",
            "rhythmic_jerking",
            "spine_trauma",
            "dark_urine_muscle",
            "lockjaw",
            "overdose",
            "cholinergic_exposure",
            "withdrawal",
            "preeclampsia_signs",
            "lithium_mix",
            "statin_antibiotic",
            "child_gait_or_movement",
        ],
        False,
    )


# ---- the whole check
def nothing_to_report():
    taps, parts = 0, []
    for screen in SCREENS:
        parts.append(answers_from(screen, choices=STORY_OF_NOTHING if screen is STORY else {}))
        taps += len(screen.questions) + 1
    return taps, combine(*parts)


def test_nothing_to_report_takes_at_most_twelve_taps():
    taps, _ = nothing_to_report()
    assert taps <= 12
    assert len(STORY.questions) + 1 <= 6
    assert len(GROUPS) <= 3


def test_nothing_to_report_answers_everything():
    _, answers = nothing_to_report()
    assessment = assess(Journal(), answers, today=TODAY)
    assert (assessment.urgency.name, assessment.missing) == ("SELF_CARE", ())


def test_every_question_that_is_asked_stands_on_a_screen():
    on_screens = {n for screen in SCREENS for n in screen.questions}
    on_screens |= {name for _, line in LINES for name in line.inputs}
    asked = {name for name, question in INPUTS.items() if "asked" in question.origin}
    assert on_screens == asked


def test_codes_of_screens_and_lines_are_unique():
    screens = [screen.code for screen in SCREENS]
    lines = [line.code for _, line in LINES]
    assert len(set(screens)) == len(screens)
    assert len(set(lines)) == len(lines)


@BY_LINE
def test_line_offers_only_answers_that_exist(screen, line):
    for name, value in (*line.choices, *line.sets.items(), *line.denies.items()):
        if value is not None:
            INPUTS[name].read(value)
    assert set(line.needs) <= set(line.inputs)
    assert set(line.denies) <= set(line.inputs)
    assert line.sets or line.needs


@BY_LINE
def test_what_silence_denies_is_the_least_concerning_answer(screen, line):
    for name, value in line.denies.items():
        assert INPUTS[name].rank(value) == 0


@BY_LINE
def test_every_choice_of_a_line_reaches_the_answers(screen, line):
    for name, value in line.choices:
        if value is None:
            continue
        others = {n: line.offered(n)[0] for n in line.needs[:1] if n != name}
        answers = answers_from(screen, ticks=[line.code], choices=others | {name: value})
        assert answers[name] == value


@pytest.mark.parametrize("screen", [SIX, *GROUPS], ids=lambda screen: screen.code)
def test_a_later_screen_denies_all_that_is_not_ticked(screen):
    answers = answers_from(screen)
    beside = {
        "sensory": ["neck_buzz"],
        "eye_face": ["eyes_shut", "hearing_face"],
        "cramps": ["legs_urge"],
        "cancer_history": ["radiotherapy"],
    }
    expected = [[line.code, *beside.get(line.code, [])] for line in screen.lines]
    assert list(answers) == [name for names in expected for name in names]


# ---- answers from ticks
def test_a_tick_that_says_nothing_alone_needs_a_choice():
    with pytest.raises(InvalidAnswer) as refused:
        answers_from(SIX, ticks=["weakness"])
    assert refused.value.code == "choice_needed"
    with pytest.raises(InvalidAnswer):
        answers_from(EMERGENCY, ticks=["fast"], choices={"speech_swallow": "mild_new"})
    with pytest.raises(InvalidAnswer):
        answers_from(EMERGENCY, ticks=["cancer"])


def test_a_follow_up_adds_to_the_tick():
    (health,) = (screen for screen in GROUPS if screen.code == "health")
    ticked = answers_from(health, ticks=["lithium"], choices={"lithium_tox_symptoms": True})
    assert (ticked["lithium"], ticked["lithium_tox_symptoms"]) == (True, True)
    alone = answers_from(health, ticks=["lithium"])
    assert "lithium_tox_symptoms" not in alone
    assert alone["pregnant"] is False


def test_not_sure_on_a_later_screen_stays_not_sure():
    answers = answers_from(SIX, ticks=["weakness", "family_nm"], choices={"weakness": NOT_SURE})
    assert (answers["weakness"], answers["family_nm"]) == (NOT_SURE, True)


def test_a_list_and_a_number_can_be_chosen():
    (life,) = (screen for screen in GROUPS if screen.code == "life")
    chosen = {"explained_unchanged": ["tongue_twitch"]}
    answers = answers_from(life, ticks=["explained_unchanged"], choices=chosen)
    assert answers["explained_unchanged"] == ("tongue_twitch",)
    assert answers_from(STORY, choices=STORY_OF_NOTHING) == STORY_OF_NOTHING


@pytest.mark.parametrize(
    ("ticks", "choices"),
    [
        (["no_such_line"], {}),
        ([], {"weakness": "rapid"}),
        (["sudden"], {"mood": "suicidal"}),
        (["sudden"], {"weakness": "feeble"}),
        ([], {"no_such_question": True}),
    ],
)
def test_what_is_not_on_the_screen_is_refused(ticks, choices):
    with pytest.raises(InvalidAnswer):
        answers_from(EMERGENCY, ticks=ticks, choices=choices)


# ---- joining screens
def test_the_graver_answer_stands_whatever_the_order():
    for name, question in INPUTS.items():
        for one, other in product(question.answers, repeat=2):
            graver = max(one, other, key=question.rank)
            assert combine({name: one}, {name: other}) == {name: graver}


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ("none", NOT_SURE, NOT_SURE),
        (NOT_SURE, "none", NOT_SURE),
        ("functional", NOT_SURE, "functional"),
        (NOT_SURE, "rapid", "rapid"),
        (NOT_SURE, NOT_SURE, NOT_SURE),
    ],
)
def test_not_sure_gives_way_to_a_sign_and_stands_against_a_no(one, other, stands):
    assert combine({"weakness": one}, {"weakness": other}) == {"weakness": stands}


def test_the_first_screen_is_split_by_meaning_and_keeps_its_order() -> None:
    groups = EMERGENCY.grouped
    assert [code for code, _ in groups] == [
        "sudden",
        "breath",
        "strength",
        "heart",
        "back",
        "taken",
        "face",
        "some",
        "mood",
    ]
    assert tuple(line for _, lines in groups for line in lines) == EMERGENCY.lines
    assert [line.code for line in groups[2][1]] == ["fast", "fit"]
    assert max(len(lines) for _, lines in groups) == 3
    assert SIX.grouped == (("", SIX.lines),)
