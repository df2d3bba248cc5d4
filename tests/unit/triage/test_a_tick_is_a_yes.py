"""A line ticked without its part is a yes to the line; what was jumped past was not denied."""

from datetime import UTC, date, datetime

import pytest

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.report.build import build_report
from myolog.report.text import as_text
from myolog.triage.assessment import assess, decide
from myolog.triage.check import EMERGENCY, SCREENS, SIX
from myolog.triage.conversation import Conversation
from myolog.triage.reply import Reply, read_reply
from myolog.triage.screens import combine, is_doubted, is_ticked
from myolog.wording.checklist import checklist_of
from myolog.wording.result import help_only, reasons_in_words
from tests import factories as make

TODAY = date(2026, 3, 12)
BARE = Reply(ticks=["dark_thoughts"])
LINE = "I wish I would not wake up, or think about ending my life"
GERMAN = "Ich wünsche mir, nicht mehr aufzuwachen, oder denke daran, mein Leben zu beenden"


def begun() -> Conversation:
    return Conversation(journal=Journal((), make.ZONE), today=TODAY)


def test_the_line_about_not_waking_ticked_alone_is_told_as_ticked_in_both_languages() -> None:
    outcome = begun().reply(EMERGENCY, BARE)
    assert outcome.needs_care_today
    assert outcome.conversation.answers == {"mood": "ticked:dark_thoughts:suicidal"}
    found = assess(Journal(), outcome.conversation.answers, today=TODAY)
    assert found.urgency == decide({"mood": "suicidal"}).urgency
    why, _ = help_only(found)
    assert why.reason == f"You ticked: “{LINE}”. Which part of it fits is open."
    assert why.detail == "This counts in full here, because waiting could do harm."
    with speaking("de"):
        why, _ = help_only(found)
        assert why.reason == (
            f"Sie haben angekreuzt: „{GERMAN}“. Welcher Teil davon zutrifft, ist offen."
        )


def page(answers: dict, language: str) -> str:
    told = make.answers(answers, at=datetime(2026, 3, 12, 9, 20, tzinfo=UTC))
    journal = Journal((told,), make.ZONE)
    found = assess(journal, answers, today=TODAY)
    with speaking(language):
        return " ".join(as_text(build_report(journal, found, today=TODAY)).split())


def test_the_page_for_the_doctor_quotes_the_line_and_denies_nothing_that_was_jumped_past() -> None:
    answers = dict(begun().reply(EMERGENCY, BARE).conversation.answers)
    english, german = page(answers, "en"), page(answers, "de")
    assert f"icked “{LINE}”, part not told" in english
    assert "not sure" not in english.replace("NOT ANSWERED, OR NOT SURE", "").lower()
    assert f"ngekreuzt: „{GERMAN}“, Teil offen" in german
    assert "Person unsicher" not in german
    denied = english.partition("ASKED AND DENIED")[2].partition("NOT ANSWERED")[0]
    assert "seizure" not in denied
    assert "overdose" not in denied


def test_none_of_these_still_denies_every_line() -> None:
    answers = begun().reply(EMERGENCY, Reply()).conversation.answers
    assert (answers["overdose"], answers["seizure_or_confusion"]) == (False, False)


def test_i_am_not_sure_is_still_told_as_a_doubt() -> None:
    given = Reply(ticks=["dark_thoughts"], unsure=["dark_thoughts"], asked=["dark_thoughts"])
    found = assess(Journal(), read_reply(EMERGENCY, given)[0], today=TODAY)
    assert found.inputs["mood"] == "not_sure_up_to:suicidal"
    assert reasons_in_words(found.reasons, {})[0].reason == (
        "You were not sure whether worry or low mood weighs on you."
    )


def test_one_line_is_told_once_and_what_was_told_beside_it_stands_before_it() -> None:
    told, _ = read_reply(EMERGENCY, Reply(ticks=["fast"]))
    shown = [one for one in assess(Journal(), told, today=TODAY).reasons if not one.folded]
    said = [one.reason for one in reasons_in_words(shown, {})]
    assert len(said) == len(set(said))
    found = assess(
        Journal(), {"lithium": True, "lithium_tox_symptoms": "ticked:medicine"}, today=TODAY
    )
    assert reasons_in_words(found.reasons, {})[0].reason.startswith(
        "You said that you take lithium. You ticked: “"
    )


def test_a_bare_tick_is_shown_again_as_a_tick_of_its_own_line_without_a_doubt() -> None:
    answers, _ = read_reply(EMERGENCY, Reply(ticks=["fast"]))
    assert is_ticked(EMERGENCY.line("fast"), answers)
    assert not is_ticked(EMERGENCY.line("child"), answers)
    assert not is_doubted(EMERGENCY.line("fast"), answers, "weakness", "rapid")
    weak, _ = read_reply(SIX, Reply(ticks=["weakness"]))
    found = assess(Journal(), weak, today=TODAY)
    words = {one.word for one in checklist_of(found)}
    assert "Ticked, part open" in words


@pytest.mark.parametrize("screen", SCREENS, ids=lambda one: one.code)
def test_a_bare_tick_never_leads_to_less_than_the_doubt_about_the_same_line(screen) -> None:
    for line in screen.lines:
        doubted = {name: screen.doubt(line, name) for name in line.doubted}
        ticked = {name: screen.tick(line, name) for name in line.doubted}
        assert decide_open(ticked) == decide_open(doubted), line.code


def decide_open(answers: dict) -> object:
    return max((one.urgency for one in assess(Journal(), answers, today=TODAY).reasons), default=0)


def test_a_tick_stands_beside_a_doubt_about_as_much() -> None:
    assert combine({"lithium": "not_sure"}, {"lithium": "ticked:medicine"}) == {
        "lithium": "ticked:medicine"
    }
    tick = {"weakness": "ticked:fast:rapid"}
    assert combine({"weakness": "not_sure:rapid"}, tick) == tick
