"""A sign ticked by mistake: the answers come back ticked, and what is unticked stands no more."""

from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from myolog.journal.records import TriageAnswers
from myolog.store.models import AssessmentRow
from myolog.store.selectors import Person, journal_of, latest_assessment, told_results
from myolog.store.services.care import record_answers
from myolog.triage.aftermath import still_counts
from myolog.triage.urgency import Urgency
from myolog.web.moment import now_for, today_for

pytestmark = pytest.mark.django_db

FAST = {"tick": ["fast"], "choice": ["fast|weakness|rapid"]}
BREATH = {"tick": ["breath_or_swallow"], "choice": ["breath_or_swallow|breathing|severe"]}


def level_and_rules(person: Person) -> tuple[Urgency | None, set[str]]:
    found = latest_assessment(person, now=now_for(person))
    assert found is not None
    return found.assessment.urgency, {reason.code for reason in found.assessment.reasons}


def ticked(client: Client) -> set[str]:
    page = BeautifulSoup(client.get("/check/").content, "html.parser")
    return {str(box["value"]) for box in page.select("input[name=tick][checked]")}


def hidden(client: Client) -> dict[str, str]:
    page = BeautifulSoup(client.get("/check/").content, "html.parser")
    return {str(one["name"]): str(one["value"]) for one in page.select("#f input[type=hidden]")}


def test_the_answers_come_back_and_an_unticked_alarm_does_not_pile_up(
    client: Client, person: Person
) -> None:
    client.post("/emergency/check/", BREATH)
    assert level_and_rules(person)[0] == Urgency.EMERGENCY
    assert "put it right" in client.get("/result/").content.decode()
    assert client.post("/check/correct/").headers["location"] == "/check/"
    assert ticked(client) == {"breath_or_swallow"}
    client.post("/emergency/check/", hidden(client) | FAST)
    level, rules = level_and_rules(person)
    assert (level, "E-BREATH" in rules) == (Urgency.SAME_DAY, False)
    assert "S-RAPIDWEAK" in rules
    (left,) = journal_of(person).of(TriageAnswers)
    assert "breathing" not in left.answers


def test_the_result_stays_until_the_answers_are_put_right(client: Client, person: Person) -> None:
    client.post("/emergency/check/", BREATH)
    client.post("/check/correct/")
    assert level_and_rules(person)[0] == Urgency.EMERGENCY
    assert "Get emergency help now" in client.get("/result/").content.decode()
    assert "Get emergency help now" in client.get("/").content.decode()


def test_a_tick_taken_back_on_the_way_does_not_stand_beside_a_graver_one(
    client: Client, person: Person
) -> None:
    """The draft of the first try once counted together with the second."""
    first = hidden(client) | {
        "tick": ["heart_or_fluid"],
        "choice": ["heart_or_fluid|fluid_loss|mild"],
    }
    client.post("/emergency/check/", first)
    assert ticked(client) == {"heart_or_fluid"}
    client.post("/emergency/check/", hidden(client) | FAST)
    found = latest_assessment(person, now=now_for(person))
    assert found is not None
    assert found.assessment.inputs.get("weakness") == "rapid"
    assert "fluid_loss" not in found.assessment.inputs


def test_nothing_is_opened_where_there_is_no_result(client: Client, person: Person) -> None:
    assert client.post("/check/correct/").headers["location"] == "/check/"
    assert journal_of(person).of(TriageAnswers) == ()


@pytest.mark.parametrize("typed", ["58 Jahre", "58 years", "58"])
def test_an_age_may_be_typed_with_its_word(typed: str, client: Client, person: Person) -> None:
    client.post("/settings/about/", {"age_years": typed})
    assert journal_of(person).profile["age_years"].value == 58


def test_one_free_line_goes_to_the_doctor_and_answers_nothing(
    client: Client, person: Person
) -> None:
    record_answers(person=person, answers={"run_days": 20}, by="t")
    before = level_and_rules(person)
    assert "/report/details/#remark" in client.get("/result/").content.decode()
    told = "I take <b>lithium</b> & cannot breathe"
    client.post("/report/details/", {"kind": "remark", "text": told, "key": str(uuid4())})
    assert level_and_rules(person) == before
    page = client.get("/report/text/").content.decode()
    assert f"The doctor should also know: “{told}”" in " ".join(page.split())
    assert "&lt;b&gt;lithium&lt;/b&gt;" in client.get("/report/details/").content.decode()


def test_a_mistake_that_was_put_right_sets_no_day_for_the_visit(person: Person) -> None:
    """Severe breathlessness ticked by mistake would ask for a visit today; 40 days do within 28."""
    record_answers(person=person, answers={"breathing": "severe"}, by="t")
    assert told_results(person)[-1].due == today_for(person)
    mistaken = latest_assessment(person, now=now_for(person))
    assert mistaken is not None
    right = {"age_years": 45, "breathing": "none", "run_days": 40}
    record_answers(person=person, answers=right, by="t", instead_of=mistaken.answers_id)
    assert [one.urgency for one in told_results(person)] == [Urgency.EMERGENCY, Urgency.ROUTINE]
    assert told_results(person)[-1].due == today_for(person) + timedelta(days=28)


def test_a_mistake_put_right_is_spoken_of_on_its_day_only_and_an_unseen_rise_never(
    client: Client, person: Person
) -> None:
    """A wrong tick of 2 March stood on results until 18 March."""
    now, right = now_for(person), {"age_years": 45, "breathing": "none", "run_days": 40}
    record_answers(person=person, answers={"breathing": "severe"}, by="t", now=now)
    mistaken = latest_assessment(person, now=now)
    assert mistaken is not None
    record_answers(person=person, answers=right, by="t", instead_of=mistaken.answers_id, now=now)
    results = told_results(person)
    assert still_counts(results, journal_of(person), today=results[-1].day) is not None
    record_answers(person=person, answers=right, by="t", now=now + timedelta(days=2))
    results = told_results(person)
    assert len(results) == 3
    assert still_counts(results, journal_of(person), today=results[-1].day) is None


def test_a_rise_that_nobody_saw_is_not_told_as_said_before(client: Client, person: Person) -> None:
    """A draft that was being put right rose for a moment; "48 hours" was never shown."""
    record_answers(person=person, answers={"breathing": "severe"}, by="t")
    mistaken = latest_assessment(person, now=now_for(person))
    assert mistaken is not None
    right = {"age_years": 45, "breathing": "none", "run_days": 40}
    record_answers(person=person, answers=right, by="t", instead_of=mistaken.answers_id)
    rows = AssessmentRow.objects.filter(person=person, answers_id=mistaken.answers_id)
    for seen, told in ((None, 1), (now_for(person), 2)):
        rows.update(raised_at=now_for(person), seen_at=seen)
        assert len(told_results(person)) == told
