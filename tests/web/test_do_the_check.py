"""The check: what cannot wait first, at most twelve taps for nothing to report, nothing lost."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.store.selectors import LatestResult, Person, journal_of, latest_assessment
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.triage.answers import INPUTS, NOT_SURE
from myolog.triage.check import EMERGENCY, GROUPS, SCREENS, SIX, line_urgency
from myolog.triage.screens import Line, answers_from
from myolog.triage.urgency import Urgency
from myolog.web.moment import today_for
from tests import factories as make

pytestmark = pytest.mark.django_db

STORY = {
    "age_years_typed": "35",
    "run_days": "7",
    "site_scope": "single",
    "trend": "stable",
    "measures_tried": "no",
}


def latest(person: Person) -> LatestResult:
    found = latest_assessment(person, now=datetime.now(UTC))
    assert found is not None
    return found


def nothing_to_report(client: Client) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/story/", STORY)
    for screen in (SIX, *GROUPS):
        client.post(f"/check/{screen.code}/", {})


def test_nothing_to_report_is_complete_in_twelve_taps(
    client: Client, person: Person, django_assert_max_num_queries
) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/story/", STORY)
    for screen in (SIX, *GROUPS[:-1]):
        client.post(f"/check/{screen.code}/", {})
    # Eight ask for places in the order and for what the journal in memory does not hold yet;
    # PostgreSQL locks the person before each place in the order.
    with django_assert_max_num_queries(36):
        answer = client.post(f"/check/{GROUPS[-1].code}/", {})
    assert answer.headers["location"] == "/result/"
    result = latest(person).assessment
    assert (result.urgency, result.complete) == (Urgency.SELF_CARE, True)
    start_and_none, story_answers_and_next, nones = 2, len(STORY) + 1, 1 + len(GROUPS)
    assert start_and_none + story_answers_and_next + nones <= 12


def test_no_line_of_the_first_screen_stands_behind_a_fold(client: Client) -> None:
    """Only what explains a line does, and a tick opens it."""
    page = BeautifulSoup(client.get("/check/").content, "html.parser")
    ticks = page.find_all("input", attrs={"name": "tick"})
    assert [one["value"] for one in ticks] == [line.code for line in EMERGENCY.lines]
    assert not [one["value"] for one in ticks if one.find_parent("details")]
    (fold,) = page.select("form details.explain")
    assert not fold.find_all("input")
    said = page.select_one("li:has(input[value=urine_or_kidney])")
    assert said is not None
    assert [one.get_text() for one in said.select("label:first-child .thing")] == [
        "Dark urine with muscle pain or weakness",
        "Or kidney disease",
    ]
    assert "Urine like cola" in said.select_one(".explained").get_text()


def test_none_of_these_stands_after_the_last_line(client: Client) -> None:
    text = client.get("/check/").content.decode()
    last = text.rindex('name="tick"')
    assert text.index("None of these") > last
    assert text.index("Show me what to do") > last


@pytest.mark.parametrize("line", EMERGENCY.lines, ids=lambda line: line.code)
def test_every_line_of_the_first_screen_leads_to_help_at_once(
    line: Line, client: Client, person: Person
) -> None:
    """A tick alone is enough; where a part can wait, which one it is was asked once (`asked`)."""
    form = {"tick": line.code, f"{line.code}|age_years": "8", "asked": line.code}
    answer = client.post("/emergency/check/", form, follow=True)
    assert latest(person).assessment.urgency >= Urgency.SAME_DAY
    text = answer.content.decode()
    assert 'data-level="EMERGENCY"' in text or 'data-level="SAME_DAY"' in text


@pytest.mark.parametrize("line", EMERGENCY.lines, ids=lambda line: line.code)
def test_every_part_of_a_line_leads_where_the_rules_say(
    line: Line, client: Client, person: Person
) -> None:
    choices = [f"{line.code}|{name}|{value}" for name, value in line.choices if value is not None]
    form = {"tick": line.code, "choice": choices, f"{line.code}|age_years": "8"}
    client.post("/emergency/check/", form)
    assert latest(person).assessment.urgency == line_urgency(line)


def test_help_is_not_held_up_by_another_line_left_half_done(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {"tick": ["sudden", "child"]})
    assert latest(person).assessment.urgency == Urgency.EMERGENCY


def test_a_child_without_an_age_is_asked_for_it(client: Client, person: Person) -> None:
    form = {"tick": "child", "choice": "child|coordination|persistent"}
    answer = client.post("/emergency/check/", form)
    assert answer.status_code == 400
    assert "Give the age of the child." in answer.content.decode()


def test_what_the_page_stores_is_what_the_rules_make_of_it(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/story/", STORY)
    form = {"tick": "sensory", "choice:sensory": "sensory|sensory|fleeting_tingling"}
    client.post("/check/six/", form)
    draft = journal_of(person).of(TriageAnswers)[-1]
    expected = answers_from(SIX, ticks=["sensory"], choices={"sensory": "fleeting_tingling"})
    assert {name: draft.answers[name] for name in expected} == expected


def test_a_line_ticked_without_its_part_is_asked_again(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {})
    answer = client.post("/check/six/", {"tick": "wasting"})
    assert answer.status_code == 400
    assert "Choose the answer that fits best." in answer.content.decode()


def test_not_sure_is_kept_as_not_sure(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/six/", {"tick": "family_nm", "choice": "family_nm|unsure"})
    assert journal_of(person).of(TriageAnswers)[-1].answers["family_nm"] == NOT_SURE


def test_a_doubt_about_a_line_of_the_later_screens_is_asked_of_which_part(
    client: Client, person: Person
) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/story/", STORY)
    form = {"tick": "weakness", "choice:weakness": "weakness|unsure"}
    asked = client.post("/check/six/", form)
    page = asked.content.decode()
    assert asked.status_code == 400
    assert "Choose the part you are not sure about." in page
    assert 'name="asked" value="weakness"' in page
    client.post("/check/six/", {**form, "asked": "weakness"})
    assert journal_of(person).of(TriageAnswers)[-1].answers["weakness"] == NOT_SURE
    client.post("/check/six/", {**form, "doubt": "weakness|weakness|felt_only"})
    told = journal_of(person).of(TriageAnswers)[-1].answers
    assert told["weakness"] == "not_sure:felt_only"


def test_a_doubt_about_what_was_left_open_is_asked_of_which_part(
    client: Client, person: Person
) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/story/", {**STORY, "stop": "1"})
    asked = client.post("/check/missing/", {"weakness": "not_sure"})
    page = asked.content.decode()
    assert asked.status_code == 400
    assert 'name="weakness" value="not_sure:felt_only"' in page
    assert 'name="asked" value="weakness"' in page
    client.post("/check/missing/", {"weakness": "not_sure:felt_only", "asked": "weakness"})
    found = latest(person).assessment
    assert found.inputs["weakness"] == "not_sure:felt_only"
    client.post("/check/missing/", {"weakness": "nonsense"})
    assert latest(person).assessment.inputs["weakness"] == "not_sure:felt_only"


def test_a_part_in_doubt_is_told_as_a_doubt_and_ranks_no_higher_than_its_yes(
    client: Client, person: Person
) -> None:
    unsure = "breath_or_swallow|unsure"
    part = "breath_or_swallow|breathing|lying_flat_or_rest"
    form = {"tick": "breath_or_swallow", "choice": unsure, "doubt": part}
    answer = client.post("/emergency/check/", form, follow=True)
    found = latest(person).assessment
    assert (found.urgency, found.inputs["breathing"]) == (
        Urgency.SAME_DAY,
        "not_sure:lying_flat_or_rest",
    )
    said = " ".join(answer.content.decode().split())
    assert "You were not sure whether you are short of breath at rest or when you lie flat." in said
    assert "It is hard for you to breathe" not in said


def test_a_part_in_doubt_without_the_doubt_is_none(client: Client, person: Person) -> None:
    """Ticks inside a part of the page that is closed again do not count."""
    client.post("/emergency/check/", {})
    form = {
        "tick": "speech_swallow",
        "choice:speech_swallow": "speech_swallow|speech_swallow|mild_new",
        "doubt": "speech_swallow|speech_swallow|choking",
    }
    client.post("/check/six/", form)
    assert journal_of(person).of(TriageAnswers)[-1].answers["speech_swallow"] == "mild_new"


def test_going_back_shows_which_part_was_in_doubt(client: Client) -> None:
    client.post("/emergency/check/", {})
    form = {
        "tick": "weakness",
        "choice:weakness": "weakness|unsure",
        "doubt": "weakness|weakness|functional",
    }
    client.post("/check/six/", form)
    page = " ".join(client.get("/check/six/").content.decode().split())
    assert 'name="doubt" value="weakness|weakness|functional" checked' in page
    assert 'value="weakness|unsure" checked' in page
    assert 'name="doubt" value="weakness|weakness|progressive" checked' not in page


def test_going_back_takes_a_tick_back(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {})
    part = "weakness|weakness|progressive"
    client.post("/check/six/", {"tick": "weakness", "choice:weakness": part})
    assert "checked" in client.get("/check/six/").content.decode()
    client.post("/check/six/", {})
    drafts = journal_of(person).of(TriageAnswers)
    assert [one.answers["weakness"] for one in drafts] == ["none"]


def test_stopping_keeps_the_answers_and_says_what_they_mean(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {})
    form = {"tick": "weakness", "choice:weakness": "weakness|weakness|progressive", "stop": "1"}
    answer = client.post("/check/six/", form, follow=True)
    result = latest(person).assessment
    assert (result.urgency, result.complete) == (Urgency.URGENT, False)
    assert "/check/missing/" in answer.content.decode()


def test_stopping_with_nothing_told_is_not_a_good_result(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {})
    text = client.post("/check/six/", {"stop": "1"}, follow=True).content.decode()
    assert 'data-level="INCOMPLETE"' in text
    assert latest(person).assessment.urgency is None


def test_a_milder_answer_beside_an_emergency_holds_up_nothing(
    client: Client, person: Person
) -> None:
    today = today_for(person)
    for back, answer in ((30, "fine"), (16, "harder"), (0, "cannot")):
        entry = make.tasks(day=today - timedelta(days=back), answers={"lift": answer})
        log_entry(person=person, entry=entry, by="test")
    parts = ["fit|seizure_or_confusion|True", "cancer|weakness|functional"]
    form = {"tick": ["fit", "cancer"], "choice": parts}
    said = client.post("/emergency/check/", form, follow=True)
    assert said.status_code == 200
    result = latest(person).assessment
    assert (result.urgency, result.inputs["weakness"]) == (Urgency.EMERGENCY, "progressive")


def test_stopping_dates_no_answer_anew(client: Client, person: Person) -> None:
    old = datetime.now(UTC) - timedelta(days=60)
    denied = {name: one.default for name, one in INPUTS.items() if not one.mitigating}
    del denied["programme_result"]
    record_answers(person=person, answers=denied, by="test", now=old)
    client.post("/emergency/check/", {})
    client.post("/check/six/", {"stop": "1"})
    newest = journal_of(person).of(TriageAnswers)[-1].answers
    assert "stroke_signs" in newest
    assert "tongue_twitch" not in newest
    assert latest(person).assessment.urgency is None


def test_where_nothing_is_missing_the_result_is_shown(client: Client, person: Person) -> None:
    nothing_to_report(client)
    assert client.get("/check/missing/").headers["Location"] == "/result/"


def test_only_what_is_missing_is_asked(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/six/", {"stop": "1"})
    missing = latest(person).assessment.missing
    text = client.get("/check/missing/").content.decode()
    assert all(f'id="q-{name}"' in text for name in missing)
    assert 'id="q-stroke_signs"' not in text


def test_closing_the_page_loses_nothing(client: Client) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/story/", STORY)
    text = client.get("/check/").content.decode()
    assert 'href="/check/six/"' in text


def test_the_same_day_shows_the_result_and_never_blocks_help(client: Client) -> None:
    nothing_to_report(client)
    text = client.get("/check/").content.decode()
    assert "You checked today" in text
    assert 'href="/emergency/"' in text
    again = client.get("/check/?new=1").content.decode()
    assert 'value="sudden"' in again


def test_a_later_answer_below_the_journal_needs_a_reason(client: Client, person: Person) -> None:
    day = today_for(person)
    for ago, answer in ((9, "fine"), (1, "cannot")):
        entry = make.tasks(day=day - timedelta(days=ago), answers={"grip": answer})
        log_entry(person=person, entry=entry, by="test")
    client.post("/emergency/check/", {})
    assert "Your journal suggests" in client.get("/check/six/").content.decode()
    answer = client.post("/check/six/", {})
    assert answer.status_code == 400
    assert 'aria-describedby="reason-weakness-err"' in answer.content.decode()
    given = {"reason:weakness": "It was a sprain."}
    assert client.post("/check/six/", given).status_code == 302
    draft = journal_of(person).of(TriageAnswers)[-1]
    assert (draft.answers["weakness"], dict(draft.reasons)) == (
        "none",
        {"weakness": "It was a sprain."},
    )


def test_a_finished_check_is_one_entry(client: Client, person: Person) -> None:
    nothing_to_report(client)
    assert isinstance(journal_of(person), Journal)
    assert len(journal_of(person).of(TriageAnswers)) == 1


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/check/story/", {"age_years_typed": "430"}),
        ("/check/story/", {"run_days_typed": "-1"}),
        ("/check/story/", {"trend": "sideways"}),
    ],
)
def test_bad_input_is_one_sentence(address: str, form: dict[str, str], client: Client) -> None:
    client.post("/emergency/check/", {})
    answer = client.post(address, form)
    assert answer.status_code == 400
    assert "Please check:" in answer.content.decode()


def test_an_unknown_line_changes_nothing(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {"tick": "dragon"})
    assert all(not one.answers.get("stroke_signs") for one in journal_of(person).of(TriageAnswers))


def test_a_later_screen_needs_the_first_one(client: Client) -> None:
    for screen in SCREENS[1:]:
        assert client.get(f"/check/{screen.code}/").headers["location"] == "/check/"


def test_a_stranger_who_ticks_is_shown_help(stranger: Client) -> None:
    stranger.handler.enforce_csrf_checks = False
    answer = stranger.post("/emergency/check/", {"tick": "sudden"})
    assert answer.headers["location"] == "/emergency/"


def test_a_tick_that_can_wait_is_noted_and_the_questions_go_on(client: Client) -> None:
    form = {"tick": "urine_or_kidney", "choice": "urine_or_kidney|kidney|chronic_disease"}
    answer = client.post("/emergency/check/", form, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/check/story/")
    assert "Noted." in answer.content.decode()


def test_a_long_story_can_be_told_in_the_middle(client: Client) -> None:
    client.post("/emergency/check/", {})
    assert 'href="/story/?then=check"' in client.get("/check/story/").content.decode()
    story = {"since": "half_year", "first-site": "calf", "first-side": "left", "then": "check"}
    story["ongoing"] = "yes"
    text = client.post("/story/", story, follow=True).content.decode()
    assert "Your journal suggests" in text
    assert "183 days" in text


@pytest.mark.parametrize(
    ("typed", "days"), [("two months", 61), ("3 weeks", 21), ("60 days", 60), ("90", 90)]
)
def test_a_length_of_time_is_read_in_the_words_people_use(
    typed: str, days: int, client: Client, person: Person
) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/story/", STORY | {"run_days": "", "run_days_typed": typed})
    assert journal_of(person).of(TriageAnswers)[-1].answers["run_days"] == days


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ({"run_days": "400", "run_days_typed": "62", "run_days_was": "62"}, 400),
        ({"run_days": "not_sure", "run_days_typed": "62", "run_days_was": "62"}, NOT_SURE),
        ({"run_days": "7", "run_days_typed": "10", "run_days_was": "62"}, 10),
        ({"run_days": "", "run_days_typed": "62", "run_days_was": "62"}, 62),
        ({"run_days": "7", "run_days_typed": "10"}, 10),
    ],
)
def test_a_choice_wins_over_a_number_that_the_page_filled_in(
    told: dict[str, str], meant: object, client: Client, person: Person
) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/story/", STORY | told)
    assert journal_of(person).of(TriageAnswers)[-1].answers["run_days"] == meant


def test_the_page_says_which_number_it_has_filled_in(client: Client, person: Person) -> None:
    client.post("/emergency/check/", {})
    client.post("/check/story/", STORY | {"run_days": "", "run_days_typed": "62"})
    text = client.get("/check/story/").content.decode()
    assert 'name="run_days_was" value="62"' in text
    wrong = STORY | {"run_days": "7", "run_days_typed": "10", "age_years_typed": "x"}
    again = client.post("/check/story/", wrong).content.decode()
    shown = re.search(r'name="run_days_typed"[^>]* value="10"', again)
    assert shown, "what was typed is shown again"
    assert "run_days_was" not in again, "the page did not fill it in"


def test_a_line_of_several_things_asks_once_which_one_it_is(client: Client, person: Person) -> None:
    sent = client.post("/emergency/check/", {"tick": "urine_or_kidney"})
    page = sent.content.decode()
    assert sent.status_code == 400
    assert "Choose which part fits best" in page
    assert 'name="asked" value="urine_or_kidney"' in page
    assert journal_of(person).of(TriageAnswers) == ()
    told = {"tick": "urine_or_kidney", "choice": "urine_or_kidney|kidney|chronic_disease"}
    assert client.post("/emergency/check/", told).status_code == 302
    kept = journal_of(person).of(TriageAnswers)[-1].answers
    assert (kept["kidney"], kept["dark_urine_muscle"]) == ("chronic_disease", False)
    still = client.post("/emergency/check/", {"tick": "medicine", "asked": "medicine"})
    assert still.headers["Location"] == "/result/"
