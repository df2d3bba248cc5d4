"""A doubt is about the part that was meant, and what was taken off is gone."""

from datetime import UTC, date, datetime, timedelta

import pytest

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.triage.assessment import assess, decide
from myolog.triage.check import EMERGENCY, SCREENS, SIX
from myolog.triage.conversation import Conversation, missing_screen
from myolog.triage.history import Told
from myolog.triage.reply import Reply, read_reply
from myolog.triage.unsure import doubt_level
from myolog.triage.urgency import Urgency
from myolog.wording.aftermath import asks_for_check_now
from myolog.wording.checklist import checklist_of
from tests import factories as make

TODAY = date(2026, 3, 12)
BREATH = "breath_or_swallow"


def test_a_doubt_about_swallowing_says_nothing_of_breathing_and_asks_for_no_more_than_a_yes() -> (
    None
):
    begun = Conversation(journal=Journal(), today=TODAY)
    open_ = begun.reply(EMERGENCY, Reply(ticks=[BREATH], unsure=[BREATH]))
    assert open_.problems == {BREATH: "choose_doubt"}
    assert not open_.needs_care_today
    parts = {BREATH: {"speech_swallow": "not_sure:choking"}}
    meant = begun.reply(EMERGENCY, Reply(ticks=[BREATH], unsure=[BREATH], parts=parts))
    answers = meant.conversation.answers
    assert meant.problems == {}
    assert answers["speech_swallow"] == "not_sure:choking"
    assert "breathing" not in answers
    doubted = assess(Journal(), answers, today=TODAY)
    assert doubted.urgency == decide({"speech_swallow": "choking"}).urgency == Urgency.SAME_DAY
    again = begun.reply(EMERGENCY, Reply(ticks=[BREATH], unsure=[BREATH], asked=[BREATH]))
    assert again.problems == {}
    assert again.needs_care_today


LATER = [
    ("weakness", "felt_only", "SELF_CARE"),
    ("sensory", "fleeting_tingling", "ROUTINE"),
    ("speech_swallow", "mild_new", "SOON"),
    ("stiffness", "felt", "SELF_CARE"),
    ("eye_face", "eyelid_twitch", "SELF_CARE"),
    ("fluid_loss", "mild", "SELF_CARE"),
]


@pytest.mark.parametrize(("line", "mild", "level"), LATER)
def test_on_a_later_screen_too_it_is_asked_of_which_part_and_the_mildest_stays_the_mildest(
    line: str, mild: str, level: str
) -> None:
    """Levels as the guide gives them: a doubt is one below what the part leads to, never above."""
    screen = next(one for one in SCREENS if line in {part.code for part in one.lines})
    begun = Conversation(journal=Journal(), today=TODAY)
    open_ = begun.reply(screen, Reply(ticks=[line], unsure=[line]))
    assert open_.problems == {line: "choose_doubt"}
    parts = {line: {line: f"not_sure:{mild}"}}
    meant = begun.reply(screen, Reply(ticks=[line], unsure=[line], parts=parts))
    assert meant.problems == {}
    assert decide({line: mild}).urgency >= doubt_level(line, mild) == Urgency[level]
    cannot_say = begun.reply(screen, Reply(ticks=[line], unsure=[line], asked=[line]))
    assert (cannot_say.problems, cannot_say.conversation.answers[line]) == ({}, "not_sure")


def test_a_line_of_one_part_is_not_asked_of_which_part() -> None:
    begun = Conversation(journal=Journal(), today=TODAY)
    for line in ("family_nm", "coordination"):
        assert begun.reply(SIX, Reply(ticks=[line], unsure=[line])).problems == {}


def test_what_was_left_open_is_asked_of_which_part_as_well_and_no_other_question_is() -> None:
    asked = missing_screen(["weakness", "trend", "weight_loss"])
    begun = Conversation(journal=Journal(), today=TODAY)
    doubts = dict.fromkeys(asked.questions, "not_sure")
    assert begun.reply(asked, Reply(values=doubts)).problems == {"weakness": "choose_doubt"}
    assert begun.reply(asked, Reply(values=doubts, asked=["weakness"])).problems == {}
    meant = begun.reply(asked, Reply(values={**doubts, "weakness": "not_sure:felt_only"}))
    assert (meant.problems, meant.conversation.answers["weakness"]) == ({}, "not_sure:felt_only")


def test_an_answer_without_a_not_sure_of_its_own_offers_none() -> None:
    begun = Conversation(journal=Journal(), today=TODAY)
    assert begun.reply(SIX, Reply(ticks=["wasting"])).problems == {"wasting": "choose_answer"}


@pytest.mark.parametrize(("harder", "left"), [(False, "none"), (True, "mild_new")])
def test_a_sign_taken_off_is_gone_though_an_earlier_check_told_it(harder: bool, left: str) -> None:
    """What the weekly look says stands for it, and is shown as that of the look."""
    at = datetime(2026, 3, 10, 9, tzinfo=UTC)
    told = make.answers({"speech_swallow": "choking"}, at=at)
    now = at + timedelta(days=2)
    draft = make.answers(
        {"speech_swallow": "choking"}, at=now, id="0195a0b0-0000-7000-8000-000000000001"
    )
    look = [make.tasks(day=TODAY, answers={"swallow": "harder"})] if harder else []
    journal = Journal(entries=(told, draft, *look))
    begun = Conversation(
        journal=journal, today=TODAY, answers=dict(draft.answers), unfinished=draft.id
    )
    off = begun.reply(EMERGENCY, Reply()).conversation
    assert off.answers["speech_swallow"] == left
    assert off.known(SIX)["speech_swallow"] == left
    assert not off.needs_care_today
    first = Conversation(journal=Journal(), today=TODAY, answers=dict(draft.answers))
    assert "speech_swallow" not in first.reply(EMERGENCY, Reply()).conversation.answers


def test_the_list_of_answers_says_what_was_said() -> None:
    found = decide({"wasting": "unsure", "weakness": "felt_only", "site_scope": "single"})
    said = [(one.state, one.word) for one in checklist_of(found)]
    assert said[1] == ("ask", "Perhaps, I cannot tell")
    assert said[2][1].startswith("A muscle feels tired or weak")
    assert [state for state, word in said if word == "No"] == ["no"]
    with speaking("de"):
        german = [one.word for one in checklist_of(found)]
    assert german.count("Nein") == 1


def test_a_task_that_got_harder_asks_for_the_check_or_for_the_result_of_today_never_for_both() -> (
    None
):
    look = make.tasks(day=TODAY, answers={"jar": "cannot"})
    journal = Journal(entries=(look,))
    calm, pressing = decide({"run_days": 3}), decide({"speech_swallow": "choking"})
    assert asks_for_check_now((), journal, today=TODAY)
    for found, asked in ((calm, True), (pressing, False)):
        told = Told(day=TODAY, assessment=found, has_risen=False)
        assert asks_for_check_now((told,), journal, today=TODAY) is asked
    at = datetime(2026, 3, 12, 9, tzinfo=UTC)
    for weakness, asked in (("none", True), ("felt_only", True), ("functional", False)):
        checked = journal.with_entries([make.answers({"weakness": weakness}, at=at)])
        assert asks_for_check_now((), checked, today=TODAY) is asked


def test_a_man_is_not_asked_about_pregnancy_and_nothing_is_left_open_by_it() -> None:
    man = Journal(entries=(make.fact("sex", "man", day=TODAY),))
    for journal, asked in ((Journal(), True), (man, False)):
        begun = Conversation(journal=journal, today=TODAY)
        lines = [line.code for screen in begun.screens for line in screen.lines]
        assert ("pregnancy" in lines, "pregnant" in lines) == (asked, asked)
        told = begun
        for screen in begun.screens:
            told = told.reply(screen, Reply()).conversation
        assert told.answers["preeclampsia_signs"] is False
        assert told.answers["pregnant"] is False


def test_what_a_story_was_not_sure_about_is_asked_and_shown_as_that_while_it_is_fresh() -> None:
    told = make.story(
        day=TODAY, onset_day=TODAY, onset_precision="not_sure", trend="not_sure", ongoing=True
    )
    screens = {one.code: one for one in SCREENS}
    for on, shown in ((TODAY, "not_sure"), (TODAY + timedelta(days=28), None)):
        begun = Conversation(journal=Journal(entries=(told,)), today=on)
        known = begun.known(screens["story"])
        assert [known.get(name) for name in ("run_days", "trend")] == [shown, shown]
        assert not {"run_days", "trend"} & begun.suggested.keys()


def test_a_doubt_about_the_cancer_line_is_no_doubt_about_a_sudden_one() -> None:
    """Both lines ask of weakness and coordination; who doubts one has said nothing of the other."""
    ticked = Reply(ticks=["sudden", "cancer"], unsure=["cancer"], asked=["cancer"])
    answers, problems = read_reply(EMERGENCY, ticked)
    assert problems == {}
    alone, _ = read_reply(EMERGENCY, Reply(ticks=["cancer"], unsure=["cancer"], asked=["cancer"]))
    for name, doubt in {
        "stroke_signs": True,
        "cancer_history": "not_sure",
        "weakness": "not_sure:functional",
        "sensory": "not_sure:persistent",
        "coordination": "not_sure:persistent",
    }.items():
        assert answers[name] == doubt, name
        assert name == "stroke_signs" or alone[name] == doubt, name
    assert "speech_swallow" not in answers


def test_what_is_said_of_a_sudden_line_and_doubted_of_the_cancer_line_stand_as_the_graver() -> None:
    said = Reply(
        ticks=["sudden", "cancer"],
        unsure=["cancer"],
        parts={"sudden": {"weakness": "sudden"}},
        asked=["cancer"],
    )
    answers, _ = read_reply(EMERGENCY, said)
    assert answers["weakness"] == "sudden"
    assert answers["coordination"] == "not_sure:persistent"
    assert assess(Journal(), answers, today=TODAY).urgency == Urgency.EMERGENCY


@pytest.mark.parametrize(
    ("told", "presses"),
    [
        ({"heart": "not_sure:palpitations"}, False),
        ({"heart": "not_sure:chest_pain_or_faint"}, True),
        ({"fluid_loss": "not_sure:mild"}, False),
    ],
)
def test_a_doubt_about_one_part_of_the_heart_line_is_told_at_once_and_about_that_part_alone(
    told, presses
):
    check = Conversation(journal=Journal(()), today=date(2026, 3, 9))
    line = "heart_or_fluid"
    given = Reply(ticks=[line], unsure=[line], parts={line: told})
    outcome = check.reply(EMERGENCY, given)
    assert dict(outcome.problems) == {}
    answered = outcome.conversation.answers
    assert {name: answered[name] for name in ("heart", "fluid_loss") if name in answered} == told
    assert outcome.needs_care_today is presses
