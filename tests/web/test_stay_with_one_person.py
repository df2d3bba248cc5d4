"""A journal stays about one person: another one is asked about, and begins elsewhere."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from myolog.content.about import speaking_about
from myolog.content.search import search
from myolog.errors import AnotherPerson
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.journal.subject import Subject
from myolog.store.selectors import Person, journal_of, latest_assessment
from myolog.store.services.care import record_answers
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_language
from myolog.web.moment import now_for
from tests import factories as make

pytestmark = pytest.mark.django_db

CHILD = {"answered_by": "parent", "age_years": "6"}


@pytest.fixture
def father(person: Person) -> Person:
    """Return a journal about a man of 74, kept by somebody else, with a result."""
    facts = [make.fact("answered_by", "carer"), make.fact("age_years", 74), make.episode()]
    log_entries(person=person, entries=facts, by="test")
    record_answers(person=person, answers={"kidney": "chronic_disease"}, by="test")
    return person


def told(person: Person) -> dict[str, object]:
    return {one.code: one.value for one in journal_of(person).of(ProfileFact)}


def words(answer: object) -> str:
    page = BeautifulSoup(answer.content, "html.parser")  # type: ignore[attr-defined]
    assert page.main is not None
    return " ".join(page.main.get_text(" ").split())


def test_a_child_in_the_journal_of_a_man_is_asked_about_and_begins_elsewhere(
    client: Client, father: Person
) -> None:
    before = journal_of(father).entries
    asked = client.post("/check/about/", CHILD)
    assert asked.status_code == 400
    said = words(asked)
    assert "Is it the same person as before?" in said
    assert "So far: Someone I care for, 74." in said
    assert "Yes, the same person" in said
    other = client.post("/check/about/", CHILD | {"same": "no"})
    assert "Another person needs a journal of their own" in words(other)
    assert "myolog --data NAME serve" in words(other)
    assert journal_of(father).entries == before
    result = latest_assessment(father, now=now_for(father))
    assert result is not None
    assert [one.code for one in result.assessment.reasons][:1] == ["U-KIDNEY"]
    set_language(person=father, language="de", by="test")
    assert "Ist es dieselbe Person wie bisher?" in words(client.post("/check/about/", CHILD))
    german = words(client.post("/check/about/", CHILD | {"same": "no"}))
    assert "Eine andere Person braucht ein eigenes Tagebuch" in german
    assert told(father) == {"answered_by": "carer", "age_years": 74}


def test_the_same_person_answers_themselves_and_keeps_everything(
    client: Client, father: Person
) -> None:
    own = {"answered_by": "self", "age_years": "74"}
    assert client.post("/check/about/", own).status_code == 400
    assert client.post("/check/about/", own | {"same": "yes"}).status_code == 302
    assert told(father) == {"answered_by": "self", "age_years": 74}
    assert len(journal_of(father).episodes) == 1
    birthday = client.post("/check/about/", {"answered_by": "self", "age_years": "75"})
    assert birthday.status_code == 302
    assert told(father)["age_years"] == 75


def test_no_program_and_no_file_changes_whom_it_is_about(program: Client, father: Person) -> None:
    before = journal_of(father).entries
    child = '{"answers": {"age_years": 6, "wasting": "no"}}'
    said = program.post("/api/v1/assessment", child, content_type="application/json")
    assert (said.status_code, said.json()["code"]) == (409, "another_person")
    facts = (make.fact("answered_by", "parent"), make.fact("age_years", 6))
    for entries in (facts, facts[1:], (make.answers({"age_years": 6}),)):
        with pytest.raises(AnotherPerson):
            import_journal(person=father, journal=Journal(entries=entries), by="test")
        with pytest.raises(AnotherPerson):
            log_entries(person=father, entries=entries, by="test")
    assert journal_of(father).entries == before


def test_an_age_of_another_person_is_not_taken_in_the_check(client: Client, father: Person) -> None:
    client.post("/emergency/check/", {})
    assert client.get("/check/emergency/").headers["location"] == "/check/"
    story = {"age_years_typed": "6", "run_days": "3", "site_scope": "single", "trend": "stable"}
    said = client.post("/check/story/", story)
    assert said.status_code == 400
    assert "This journal is about a person of another age" in words(said)
    kept = [one.answers.get("age_years") for one in journal_of(father).of(TriageAnswers)]
    assert set(kept) == {None}
    again = client.post("/check/story/", story | {"age_years_typed": "74"})
    assert again.status_code == 302


def test_search_speaks_of_the_person_of_the_journal_and_states_nothing(client: Client) -> None:
    with speaking_about(Subject(answered_by="parent", age_years=6)):
        assert "your child" in " ".join(one.title for one in search("kidney")).casefold()
    found = [one.title for one in search("kidney") if one.kind == "rule"]
    assert found
    assert all(one.startswith("The check asks about this: ") for one in found)
    assert "child" not in " ".join(found)


def test_a_medicine_without_a_choice_is_asked_for_in_words(client: Client, person: Person) -> None:
    sent = {"kind": "medicine", "name": "Tramadol", "action": ""}
    said = client.post("/report/details/", sent).content.decode()
    assert "Choose what happened with the medicine: begun, changed, stopped" in said
    set_language(person=person, language="de", by="test")
    german = client.post("/report/details/", sent).content.decode()
    assert "Wählen Sie, was mit dem Medikament war" in german
    assert "taken" not in german.partition("Wählen Sie, was mit")[2][:120]
