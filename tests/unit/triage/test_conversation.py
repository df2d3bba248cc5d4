"""The check as one value: what a reply answers, where it ends, and what needs a reason."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from myolog.errors import InvalidAnswer
from myolog.journal.doubt import is_unsure, ticked_line
from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.triage.answers import NOT_SURE
from myolog.triage.assessment import assess
from myolog.triage.check import EMERGENCY, GROUPS, SCREENS, SIX, STORY
from myolog.triage.conversation import Conversation, missing_screen
from myolog.triage.reply import Reply, read_reply
from myolog.triage.screens import is_doubted, is_ticked
from tests import factories as make

TODAY = date(2026, 3, 9)
BODY, HEALTH, LIFE = GROUPS
NOTHING = Reply()


def begun(*entries: Entry, **told: Any) -> Conversation:
    return Conversation(journal=Journal(entries, make.ZONE), today=TODAY, **told)


def failing_grip() -> tuple[Entry, ...]:
    return tuple(
        make.tasks(day=TODAY - timedelta(days=ago), answers={"grip": answer})
        for ago, answer in ((9, "fine"), (1, "cannot"))
    )


def answers_of(screen: Any, reply: Reply) -> Mapping[str, object]:
    return read_reply(screen, reply)[0]


def test_another_persons_age_is_not_taken_and_a_break_goes_on_at_a_later_screen() -> None:
    known = (make.fact(day=TODAY, value=74), make.tally(day=TODAY))
    told = begun(*known)
    assert told.stopped_at is None, "the first screen is where every check begins"
    after = told.reply(SCREENS[0], NOTHING).conversation
    assert after.stopped_at is not None
    assert after.stopped_at.code == "story"
    asked = missing_screen(("age_years",))
    refused = told.reply(asked, Reply(values={"age_years": 6}))
    assert refused.problems == {"age_years": "other_age"}
    assert "age_years" not in refused.conversation.answers
    taken = told.reply(asked, Reply(values={"age_years": 75}))
    assert (taken.problems, taken.conversation.answers["age_years"]) == ({}, 75)


def test_six_screens_follow_each_other_and_the_last_has_none_after_it() -> None:
    told, order = begun(), []
    screen = SCREENS[0]
    while screen is not None:
        order.append(screen.code)
        reply = Reply(values={"trend": "stable"}) if screen.questions else NOTHING
        outcome = told.reply(screen, reply)
        assert (outcome.problems, outcome.reasons_needed, outcome.needs_care_today) == (
            {},
            (),
            False,
        )
        told, screen = outcome.conversation, outcome.next
    assert order == ["emergency", "story", "six", "body", "health", "life"]
    assert told.answers["stroke_signs"] is False
    assert told.answers["trend"] == "stable"
    assert told.answers["family_nm"] is False
    assert told.next_open is None


def test_what_is_not_asked_on_a_screen_is_not_denied() -> None:
    answers = begun().reply(EMERGENCY, NOTHING).conversation.answers
    assert "weakness" not in answers
    assert "kidney" not in answers
    assert answers["withdrawal"] is False


def test_the_first_screen_that_is_open_is_the_one_to_go_on_with() -> None:
    told = begun()
    assert told.next_open == EMERGENCY
    told = told.reply(EMERGENCY, NOTHING).conversation
    assert told.next_open == STORY
    told = told.reply(STORY, Reply(values={"run_days": 7})).conversation
    assert told.next_open == SIX


@pytest.mark.parametrize(
    ("ticks", "parts", "ends"),
    [
        (["sudden"], {}, True),
        (["fast"], {"fast": {"weakness": "rapid"}}, True),
        (["dark_thoughts"], {"dark_thoughts": {"mood": "suicidal"}}, True),
        (["urine_or_kidney"], {"urine_or_kidney": {"kidney": "chronic_disease"}}, False),
        (["spasm"], {"spasm": {"neck_surgery_recent": True}}, False),
    ],
)
def test_what_cannot_wait_ends_the_check_and_the_rest_is_noted(
    ticks: list[str], parts: dict[str, Any], ends: bool
) -> None:
    outcome = begun().reply(EMERGENCY, Reply(ticks=ticks, parts=parts))
    assert (outcome.needs_care_today, outcome.noted) == (ends, not ends)


@pytest.mark.parametrize(
    ("fact", "line", "parts"),
    [
        ("lithium", "medicine", {"lithium_tox_symptoms": True}),
        ("pregnant", "fit", {"rhythmic_jerking": True}),
    ],
)
def test_a_fact_about_the_person_counts_before_the_next_screen(
    fact: str, line: str, parts: dict[str, Any]
) -> None:
    """What the person told long ago makes one tick pressing, in every shell alike."""
    told = begun(make.fact(fact, "yes", day=TODAY))
    found = assess(told.journal, parts, today=TODAY).urgency
    assert found is not None
    outcome = told.reply(EMERGENCY, Reply(ticks=[line], parts={line: parts}))
    assert outcome.needs_care_today == (found.name in {"SAME_DAY", "EMERGENCY"})


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "heart_or_fluid",
            {
                "heart": "ticked:heart_or_fluid:chest_pain_or_faint",
                "fluid_loss": "ticked:heart_or_fluid:severe",
            },
        ),
        ("face", {"eye_face": "ticked:face:droop_or_double_vision"}),
        (
            "child",
            {
                "weakness": "ticked:child:functional",
                "child_gait_or_movement": "ticked:child",
            },
        ),
        ("sudden", {"stroke_signs": True}),
        ("pregnancy", {"preeclampsia_signs": True, "pregnant": True}),
    ],
)
def test_a_bare_tick_on_the_first_screen_says_enough(
    line: str, expected: dict[str, object]
) -> None:
    answers, problems = read_reply(EMERGENCY, Reply(ticks=[line], asked=[line]))
    assert "choose_part" not in problems.values()
    assert answers.items() >= expected.items()


@pytest.mark.parametrize(
    ("line", "named", "expected"),
    [
        ("face", {}, {"eye_face": "not_sure_up_to:droop_or_double_vision"}),
        (
            "breath_or_swallow",
            {"breathing": "not_sure:lying_flat_or_rest"},
            {"breathing": "not_sure:lying_flat_or_rest"},
        ),
        ("pregnancy", {}, {"pregnant": NOT_SURE, "preeclampsia_signs": NOT_SURE}),
        (
            "pregnancy",
            {"preeclampsia_signs": NOT_SURE},
            {"pregnant": True, "preeclampsia_signs": NOT_SURE},
        ),
        ("sudden", {}, {"stroke_signs": NOT_SURE}),
        (
            "sudden",
            {"weakness": "not_sure:sudden"},
            {"stroke_signs": NOT_SURE, "weakness": "not_sure:sudden"},
        ),
        (
            "cancer",
            {},
            {
                "cancer_history": NOT_SURE,
                "weakness": "not_sure:functional",
                "sensory": "not_sure:persistent",
                "coordination": "not_sure:persistent",
            },
        ),
        (
            "cancer",
            {"weakness": "not_sure:functional"},
            {"cancer_history": True, "weakness": "not_sure:functional"},
        ),
        (
            "medicine",
            {"lithium": True, "lithium_tox_symptoms": NOT_SURE},
            {"lithium": True, "lithium_tox_symptoms": NOT_SURE},
        ),
    ],
)
def test_doubt_on_the_first_screen_is_about_the_parts_that_were_named(
    line: str, named: dict[str, Any], expected: dict[str, object]
) -> None:
    """Without a named part, every part of the line is in doubt."""
    reply = Reply(ticks=[line], unsure=[line], parts={line: named})
    told = answers_of(EMERGENCY, reply)
    asked = {name: value for name, value in told.items() if name in EMERGENCY.line(line).inputs}
    denied = {name for name in asked if asked[name] is False}
    assert {name: value for name, value in asked.items() if name not in denied} == expected


def test_a_doubt_is_shown_again_as_the_doubt_it_was() -> None:
    parts = {"breath_or_swallow": {"breathing": "not_sure:lying_flat_or_rest"}}
    reply = Reply(ticks=["breath_or_swallow"], unsure=["breath_or_swallow"], parts=parts)
    told = begun().reply(EMERGENCY, reply).conversation.known(EMERGENCY)
    line = EMERGENCY.line("breath_or_swallow")
    assert is_ticked(line, told)
    assert is_doubted(line, told, "breathing", "lying_flat_or_rest")
    assert not is_doubted(line, told, "breathing", "severe")
    assert not is_ticked(EMERGENCY.line("fast"), told)
    later = begun().reply(SIX, Reply(ticks=["weakness"], unsure=["weakness"])).conversation
    assert is_ticked(SIX.line("weakness"), later.answers)
    assert not is_ticked(EMERGENCY.line("fast"), later.answers)
    assert later.reply(SIX, NOTHING).conversation.answers["weakness"] == "none"
    rapid = begun(answers={"weakness": "not_sure:rapid"})
    assert "weakness" not in rapid.reply(EMERGENCY, NOTHING).conversation.answers


def test_a_part_that_does_not_say_enough_is_asked_again_but_never_holds_up_help() -> None:
    only_speech = Reply(ticks=["fast"], parts={"fast": {"speech_swallow": "mild_new"}})
    answers, problems = read_reply(EMERGENCY, only_speech)
    assert problems == {"fast": "choose_part"}
    assert answers["weakness"] == "ticked:fast:rapid"
    child = Reply(ticks=["sudden", "child"])
    outcome = begun().reply(EMERGENCY, child)
    assert outcome.problems == {"child": "give_age"}
    assert outcome.needs_care_today


WAITS = {"fit", "heart_or_fluid", "urine_or_kidney", "spasm", "medicine", "face"}


@pytest.mark.parametrize("line", [one for one in EMERGENCY.lines if one.code != "child"])
def test_which_part_fits_is_asked_once_more_where_one_of_them_can_wait(line: Any) -> None:
    """Who ticks a line for kidney disease said nothing of dark urine, nor "not sure"."""
    outcome = begun().reply(EMERGENCY, Reply(ticks=[line.code]))
    asked = {line.code: "choose_part"} if line.code in WAITS else {}
    assert (outcome.problems, outcome.needs_care_today) == (asked, line.code not in WAITS)
    again = begun().reply(EMERGENCY, Reply(ticks=[line.code], asked=[line.code]))
    assert (again.problems, again.needs_care_today) == ({}, True)
    beside = begun().reply(EMERGENCY, Reply(ticks=[line.code, "dark_thoughts"]))
    assert beside.needs_care_today


def test_a_child_is_told_by_its_age() -> None:
    parts = {"child": {"coordination": "persistent", "age_years": 8}}
    answers, problems = read_reply(EMERGENCY, Reply(ticks=["child"], parts=parts))
    assert problems == {}
    assert (answers["coordination"], answers["age_years"]) == ("persistent", 8)


def test_the_gravest_of_several_lines_stands() -> None:
    parts = {"fast": {"weakness": "rapid"}, "urine_or_kidney": {"weakness": "felt_only"}}
    reply = Reply(ticks=["fast", "urine_or_kidney"], parts=parts)
    assert answers_of(EMERGENCY, reply)["weakness"] == "rapid"


def test_later_screens_ask_for_the_part_and_keep_a_doubt_as_a_doubt() -> None:
    assert read_reply(SIX, Reply(ticks=["coordination"]))[1] == {}
    answers, problems = read_reply(SIX, Reply(ticks=["weakness"]))
    assert problems == {"weakness": "choose_part"}
    assert answers["weakness"] == "ticked:weakness"
    assert answers_of(SIX, Reply(ticks=["weakness"], unsure=["weakness"]))["weakness"] == NOT_SURE
    assert answers_of(SIX, Reply(ticks=["family_nm"], unsure=["family_nm"]))["family_nm"] == (
        NOT_SURE
    )
    lithium = Reply(
        ticks=["lithium"], unsure=["lithium"], parts={"lithium": {"lithium_tox_symptoms": True}}
    )
    assert answers_of(HEALTH, lithium)["lithium"] == NOT_SURE
    tox = Reply(ticks=["lithium"], parts={"lithium": {"lithium_tox_symptoms": NOT_SURE}})
    assert answers_of(HEALTH, tox)["lithium"] is True
    assert HEALTH.line("lithium").doubted == ("lithium_tox_symptoms",)


def test_a_screen_told_again_takes_its_signs_back_and_keeps_those_of_others() -> None:
    parts = {"urine_or_kidney": {"kidney": "chronic_disease"}}
    told = begun().reply(EMERGENCY, Reply(ticks=["urine_or_kidney"], parts=parts)).conversation
    told = told.reply(
        SIX, Reply(ticks=["wasting"], parts={"wasting": {"wasting": "yes"}})
    ).conversation
    told = told.reply(STORY, Reply(values={"run_days": 90})).conversation
    told = told.reply(SIX, NOTHING).conversation
    assert told.answers["wasting"] == "no"
    assert told.answers["kidney"] == "chronic_disease"
    told = told.reply(STORY, Reply(values={"trend": "stable"})).conversation
    assert "run_days" not in told.answers


def test_who_stops_in_the_middle_of_a_screen_has_denied_nothing_on_it() -> None:
    reply = Reply(ticks=["wasting"], parts={"wasting": {"wasting": "unsure"}})
    assert begun().reply(SIX, reply, stops=True).conversation.answers == {"wasting": "unsure"}
    assert begun().reply(SIX, NOTHING, stops=True).conversation.answers == {}
    told = begun(answers={"wasting": "yes", "trend": "worsening", "run_days": 20})
    assert told.reply(SIX, NOTHING, stops=True).conversation.answers["wasting"] == "yes"
    values = Reply(values={"trend": "stable"})
    stopped = told.reply(STORY, values, stops=True).conversation.answers
    assert stopped == {"wasting": "yes", "trend": "stable", "run_days": 20}


def test_what_a_screen_had_filled_in_and_nobody_touched_is_not_told_anew() -> None:
    at = datetime.combine(TODAY - timedelta(days=3), time(9), tzinfo=UTC)
    before = make.answers({"age_years": 44, "trend": "stable", "run_days": 45}, at=at)
    filled_in = {"age_years": 44, "trend": "stable", "run_days": 48}
    told = begun(before)
    assert told.reply(STORY, Reply(values=filled_in), stops=True).conversation.answers == {}
    assert told.reply(STORY, Reply(values=filled_in)).conversation.answers == filled_in
    worse = Reply(values=filled_in | {"trend": "worsening"})
    assert told.reply(STORY, worse, stops=True).conversation.answers == {"trend": "worsening"}


def test_below_the_journal_an_answer_needs_a_reason() -> None:
    told = begun(*failing_grip())
    assert told.suggested["weakness"] == "functional"
    outcome = told.reply(SIX, NOTHING)
    assert outcome.reasons_needed == ("weakness",)
    assert "weakness" not in outcome.conversation.excused().answers
    why = {"weakness": "It was a sprain."}
    excused = outcome.conversation.because(why).excused()
    assert (excused.answers["weakness"], excused.reasons) == ("none", why)
    assert told.reply(SIX, NOTHING, reasons=why).reasons_needed == ()
    doubt = told.reply(SIX, Reply(ticks=["weakness"], unsure=["weakness"]))
    assert doubt.reasons_needed == ()


def test_a_reason_without_its_answer_is_left_out() -> None:
    told = begun(reasons={"weakness": "It was a sprain."}, answers={"trend": "stable"})
    assert told.excused().reasons == {}


def test_on_the_first_screen_a_milder_answer_holds_up_nothing() -> None:
    parts = {"cancer": {"weakness": "felt_only"}} | {"fit": {"seizure_or_confusion": True}}
    told = begun(*failing_grip())
    with pytest.raises(InvalidAnswer):
        told.reply(EMERGENCY, Reply(ticks=["cancer"], parts={"cancer": {"heart": "palpitations"}}))
    outcome = told.reply(
        EMERGENCY,
        Reply(
            ticks=["fit", "urine_or_kidney"],
            parts=parts | {"urine_or_kidney": {"weakness": "felt_only", "kidney": "none"}},
        ),
    )
    assert outcome.needs_care_today
    assert outcome.reasons_needed == ()
    assert "weakness" not in outcome.conversation.answers


def test_what_is_known_is_shown_on_every_screen_but_the_first() -> None:
    told = begun(
        *failing_grip(),
        make.fact("age_years", 41, day=TODAY),
        make.fact("lithium", "yes", day=TODAY),
    )
    assert told.known(EMERGENCY) == {}
    assert told.known(SIX)["weakness"] == "functional"
    assert told.known(STORY)["age_years"] == 41
    assert is_ticked(HEALTH.line("lithium"), told.profile)
    assert not is_ticked(HEALTH.line("pregnant"), told.profile)


def test_an_age_told_in_an_earlier_check_is_known() -> None:
    at = make.AT - timedelta(days=3)
    assert begun(make.answers({"age_years": 52}, at=at)).known(STORY)["age_years"] == 52


def test_no_question_shows_less_than_was_told_in_an_earlier_check() -> None:
    """The journal knows one place; the person has told of several."""
    at = make.AT - timedelta(days=1)
    earlier = make.answers({"site_scope": "multi_site", "trend": NOT_SURE, "run_days": 2}, at=at)
    noted = [
        make.episode(started_at=make.AT - timedelta(days=ago), site="thumb", side="right")
        for ago in range(5)
    ]
    told = begun(earlier, *noted)
    assert told.suggested["site_scope"] == "single"
    known = told.known(STORY)
    assert (known["site_scope"], known["run_days"]) == ("multi_site", 5)
    assert "trend" not in known
    mine = told.reply(STORY, Reply(values={"site_scope": "single"})).conversation
    assert mine.known(STORY)["site_scope"] == "single"


@pytest.mark.parametrize(
    ("known", "ticked"),
    [
        ({}, False),
        ({"age_years": 8}, False),
        ({"age_years": 8, "coordination": "persistent"}, True),
        ({"age_years": 30, "coordination": "persistent"}, False),
        ({"age_years": NOT_SURE, "coordination": "persistent"}, False),
    ],
)
def test_the_line_about_a_child_is_ticked_for_children_only(
    known: dict[str, Any], ticked: bool
) -> None:
    assert is_ticked(EMERGENCY.line("child"), known) is ticked


def test_a_list_ticks_its_line() -> None:
    line = LIFE.line("explained_unchanged")
    assert is_ticked(line, {"explained_unchanged": ("weakness",)})
    assert not is_ticked(line, {"explained_unchanged": ()})


def test_what_was_left_open_is_one_more_screen() -> None:
    told = begun().reply(EMERGENCY, NOTHING).conversation
    found = assess(told.journal, told.answers, today=TODAY)
    screen = missing_screen(found.missing)
    assert "tongue_twitch" in screen.questions
    assert "stroke_signs" not in screen.questions
    assert "explained_unchanged" not in screen.questions
    outcome = begun().reply(screen, Reply(values={"tongue_twitch": False}))
    assert outcome.next is None
    assert outcome.conversation.answers == {"tongue_twitch": False}


def test_a_part_of_another_screen_is_refused() -> None:
    with pytest.raises(InvalidAnswer, match="does not ask"):
        read_reply(STORY, Reply(values={"wasting": "yes"}))


@pytest.mark.parametrize(
    ("code", "doubted"),
    [
        ("fit", {"seizure_or_confusion", "rhythmic_jerking"}),
        ("medicine", {"withdrawal", "serotonergic_change", "lithium"}),
        ("child", {"child_gait_or_movement", "weakness", "coordination"}),
        ("sensory", {"sensory"}),
        ("eye_face", {"eye_face"}),
        ("cancer_history", {"cancer_history"}),
    ],
)
def test_a_doubt_about_a_line_is_none_about_what_was_added_to_it(code, doubted):
    """A tick without its part, and "I am not sure" about the line as a whole."""
    screen = next(one for one in SCREENS if any(line.code == code for line in one.lines))
    unsure, _ = read_reply(screen, Reply(ticks=[code], unsure=[code]))
    assert {name for name, value in unsure.items() if is_unsure(value)} == doubted
    if screen.urgent:
        bare, _ = read_reply(screen, Reply(ticks=[code]))
        assert {name for name, value in bare.items() if ticked_line(value) == code} == doubted


def test_a_doubt_about_a_muscle_that_shrinks_is_an_answer_of_its_own() -> None:
    assert answers_of(SIX, Reply(ticks=["wasting"], unsure=["wasting"]))["wasting"] == "unsure"


def test_a_doubt_about_an_added_part_counts_when_it_is_named():
    parts = {"medicine": {"lithium_mix": NOT_SURE}}
    reply = Reply(ticks=["medicine"], unsure=["medicine"], parts=parts)
    outcome = begun().reply(EMERGENCY, reply)
    assert outcome.needs_care_today
    doubted = {n for n, v in outcome.conversation.answers.items() if is_unsure(v)}
    assert doubted == {"lithium_mix"}


def test_days_that_grew_since_the_page_filled_them_in_need_no_reason() -> None:
    """The app's own 37 days had become 40, and the person was asked why they lowered them."""
    began = date(2026, 10, 25)
    days = [make.tally(day=began + timedelta(days=n)) for n in range(0, 40, 2)]
    journal = Journal((*days, make.tally(day=date(2026, 12, 3))), make.ZONE)
    talk = Conversation(journal=journal, today=date(2026, 12, 3), answers={"run_days": 37})
    assert talk.suggested["run_days"] == 40
    assert talk.known(STORY)["run_days"] == 40
    lower = replace(talk, reasons={"run_days": "it paused"})
    assert lower.known(STORY)["run_days"] == 37
    longer = replace(talk, answers={"run_days": 50})
    assert longer.known(STORY)["run_days"] == 50


@pytest.mark.parametrize(
    ("told", "stays"),
    [
        ({"coordination": "persistent"}, {"coordination": "persistent"}),
        ({"weakness": "functional"}, {"weakness": "functional"}),
        ({"cancer_history": True}, {"cancer_history": True}),
        ({"cancer_history": True, "weakness": "functional"}, {}),
        ({"neck_surgery_recent": True}, {}),
    ],
)
def test_the_first_screen_takes_back_only_what_it_shows_ticked(
    told: dict[str, Any], stays: dict[str, Any]
) -> None:
    """Falls told on a later screen were once lost where the first one was sent again.

    Of the first screen's lines cancer is one with weakness, and an operation of the neck is one
    alone; both are taken back here by sending it without a tick.
    """
    opened = begun(answers=told)
    answers = opened.reply(EMERGENCY, NOTHING).conversation.answers
    kept = {name: value for name, value in answers.items() if name in told and value == told[name]}
    assert kept == stays


@pytest.mark.parametrize(
    ("entries", "days"),
    [
        ((), 37),
        ((make.story(day=date(2026, 2, 21), onset_day=date(2026, 2, 1)),), 37),
        ((make.story(day=date(2026, 3, 9), onset_day=date(2026, 1, 9)),), 60),
        (tuple(make.none_today(day=date(2026, 3, day)) for day in (5, 6, 7, 8)), 37),
        (
            (
                make.tally(day=date(2026, 2, 23)),
                *(make.none_today(day=date(2026, 3, day)) for day in (5, 6, 7, 8)),
            ),
            23,
        ),
    ],
    ids=["silence", "the story goes on", "the story says more", "no twitch noted", "it stopped"],
)
def test_a_length_told_before_has_grown_by_the_days_since(
    entries: tuple[Entry, ...], days: int
) -> None:
    """It once stood still at the days of the first check, and "over four weeks" stayed a no."""
    before = make.answers({"run_days": 23}, at=datetime(2026, 2, 23, 12, tzinfo=UTC))
    assert begun(*entries, before).known(STORY)["run_days"] == days


def test_a_programme_that_was_begun_speaks_against_nothing_tried() -> None:
    """A "not yet" of the story was once suggested beside steps that had begun."""
    said = make.story(measures="no", day=TODAY - timedelta(days=16))
    steps = make.programme(event="started", day=TODAY - timedelta(days=14))
    assert begun(said).known(STORY)["measures_tried"] == "no"
    assert begun(said, steps).known(STORY)["measures_tried"] == "unknown"
    assert "measures_tried" not in begun(said, steps).suggested
    old = make.programme(event="started", day=TODAY - timedelta(days=28))
    assert begun(said, old).known(STORY)["measures_tried"] == "no"
