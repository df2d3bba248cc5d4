"""Say who the check is for: then it asks, answers and prints about that person."""

import json
import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from myolog.content.articles import articles
from myolog.journal.entries import ProfileFact
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import record_answers
from myolog.store.services.people import set_country, set_language
from myolog.store.services.whose import tell_whose
from myolog.web.moment import today_for
from tests import factories as make

pytestmark = pytest.mark.django_db


def read(client: Client, address: str) -> str:
    page = BeautifulSoup(client.get(address, follow=True).content, "html.parser")
    assert page.main is not None
    return " ".join(page.main.get_text(" ").split())


def told(person: Person) -> dict[str, object]:
    facts = journal_of(person).of(ProfileFact)
    return {one.code: one.value for one in facts}


def choose(client: Client, who: str, age: str = "", **more: str) -> str:
    answer = client.post("/check/about/", {"answered_by": who, "age_years": age} | more)
    assert answer.status_code == 302, answer.content
    return str(answer.headers["location"])


def test_the_calm_path_of_me_costs_no_tap_and_stores_nothing(
    client: Client, person: Person
) -> None:
    shown = read(client, "/check/")
    assert "About you Not about you?" in shown
    assert "First: is one of these true?" in shown
    assert "I suddenly stopped daily alcohol" in shown
    assert told(person) == {}


def test_a_parent_is_asked_about_the_child_from_the_first_screen_on(
    client: Client, person: Person
) -> None:
    set_country(person=person, country="IE", by="test")  # else it may be asked, in words of "me"
    assert choose(client, "parent", "9", then="check") == "/check/"
    assert told(person) == {"answered_by": "parent", "age_years": 9}
    shown = read(client, "/check/")
    assert "About your child, 9 Not about your child?" in shown
    assert "First: is one of these true of your child?" in shown
    assert "hard to wake" in shown
    assert "walks in a new way" in shown
    for absent in ("alcohol", "pregnan", "Give the age", " I suddenly", "My "):
        assert absent.casefold() not in shown.casefold().replace("my child", ""), absent


def test_a_young_age_is_not_unusual_for_a_child_and_is_for_who_writes(
    client: Client, person: Person
) -> None:
    choose(client, "parent", "2")
    assert told(person)["age_years"] == 2
    client.post("/settings/about/", {"age_years": "3"})
    assert told(person)["age_years"] == 3
    choose(client, "self", "40")
    answer = client.post("/settings/about/", {"age_years": "4"})
    assert "4 is unusual" in answer.content.decode()


def test_an_age_that_cannot_be_is_said_beside_it_and_nothing_is_stored(
    client: Client, person: Person
) -> None:
    answer = client.post("/check/about/", {"answered_by": "parent", "age_years": "900"})
    assert answer.status_code == 400
    assert "Age: give a number from 0 to 120" in answer.content.decode()
    assert told(person) == {}


def test_who_is_none_of_the_three_is_refused(client: Client, person: Person) -> None:
    assert client.post("/check/about/", {"answered_by": "aunt"}).status_code == 400
    assert told(person) == {}


@pytest.mark.parametrize(
    ("who", "age", "language", "reason", "told_as"),
    [
        (
            "parent", 9, "en",
            "You were not sure whether your child is numb or tingles.",
            "MUSCLE TWITCHING: SUMMARY BY A PARENT",
        ),
        (
            "carer", 81, "en",
            "You were not sure whether the person is numb or tingles.",
            "MUSCLE TWITCHING: SUMMARY BY A CARER",
        ),
        (
            "parent", 9, "de",
            "Sie waren nicht sicher, ob Ihr Kind Taubheit oder Kribbeln hat.",
            "MUSKELZUCKEN: ZUSAMMENFASSUNG DURCH EINEN ELTERNTEIL",
        ),
        (
            "carer", 81, "de",
            "Sie waren nicht sicher, ob die Person Taubheit oder Kribbeln hat.",
            "MUSKELZUCKEN: ZUSAMMENFASSUNG DURCH EINE BETREUUNGSPERSON",
        ),
        ("self", 40, "en", "You were not sure whether you are numb or tingle.", "BY THE PATIENT"),
    ],
)  # fmt: skip
def test_a_doubt_stays_one_and_the_report_says_who_answered(
    client: Client, person: Person, who: str, age: int, language: str, reason: str, told_as: str
) -> None:
    choose(client, who, str(age))
    set_language(person=person, language=language, by="test")
    answers = {"run_days": 3, "sensory": "not_sure", "site_scope": "single", "trend": "stable"}
    record_answers(person=person, answers=answers, by="test")
    assert reason in read(client, "/result/")
    assert told_as in read(client, "/report/")


def test_history_tells_an_age_as_no_new_sign(client: Client, person: Person) -> None:
    day = today_for(person) - timedelta(days=1)
    calm = {"run_days": 3, "site_scope": "single", "trend": "stable", "measures_tried": "no"}
    record_answers(person=person, answers=calm, by="test")
    facts = [make.fact("age_years", 9, day=day), make.fact("answered_by", "parent", day=day)]
    tell_whose(person=person, facts=facts, same_person=True, by="test")
    record_answers(person=person, answers=calm, by="test")
    shown = read(client, "/result/history/")
    assert "The results for your child so far" in shown
    assert "New: the age was told, and it is under 16." in shown
    assert "New: Your child is under 16." not in shown


def test_settings_show_it_and_lead_to_it(client: Client, person: Person) -> None:
    assert "Who is it for? Me" in read(client, "/settings/")
    assert choose(client, "carer", "81") == "/settings/"
    assert "Who is it for? Someone I care for" in read(client, "/settings/")
    choose(client, "self")
    assert "About you" in read(client, "/check/")
    assert told(person)["answered_by"] == "self"


def test_it_goes_with_the_journal_to_a_file_and_to_programs(client: Client, person: Person) -> None:
    choose(client, "carer", "81")
    file = client.get("/settings/take/jsonl/").content.decode().splitlines()
    kept = [one for one in map(json.loads, file) if one.get("code") == "answered_by"]
    assert [one["value"] for one in kept] == ["carer"]
    day = client.get(f"/api/v1/days/{today_for(person)}").json()
    assert {"kind": "profile", "code": "answered_by", "value": "carer"}.items() <= next(
        one for one in day["entries"] if one.get("code") == "answered_by"
    ).items()


SPEAKS_OF_YOU = re.compile(
    r"\b(Ihre?[mnrs]? (Körper|Geschichte|linke|rechte|Gesicht)|haben Sie ge)"
)


@pytest.mark.parametrize("path", ["/", "/story/", "/day/", "/log/"])
def test_pages_on_the_way_speak_of_the_child(client: Client, person: Person, path: str) -> None:
    choose(client, "parent", "6")
    set_language(person=person, language="de", by="test")
    page = read(client, path)
    assert not SPEAKS_OF_YOU.findall(page)
    assert path in ("/", "/log/") or re.search("Ihr(es|em)? Kind", page)


def test_a_page_that_speaks_to_the_person_says_once_whom_it_means(
    client: Client, person: Person
) -> None:
    says = "On this page, “you” is your child."
    assert says not in client.get("/learn/worry/").content.decode()
    choose(client, "parent", "6")
    for path in ("/learn/worry/", "/programme/practice/"):
        assert client.get(path, follow=True).content.decode().count(says) == 1, path
    steps = client.get("/programme/", follow=True).content.decode()
    assert says not in steps, "there the sentences speak of the child by themselves"


def test_a_child_is_told_at_once_that_the_steps_are_for_adults(client: Client) -> None:
    choose(client, "parent", "6")
    shown = read(client, "/programme/")
    assert "The steps are made for adults." in shown
    assert "some questions" not in shown


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "On this page, “you” is the person."),
        ("de", "„Sie“ meint auf dieser Seite die Person."),
    ],
)
def test_every_article_says_whom_it_speaks_to_and_patterns_speak_of_the_person(
    person: Person, client: Client, language: str, says: str
) -> None:
    set_language(person=person, language=language, by="test")
    day = today_for(person)
    carer = make.fact("answered_by", "carer", day=day)
    tell_whose(person=person, facts=[carer], same_person=True, by="test")
    for one in articles():
        assert says in client.get(f"/learn/{one.slug}/").content.decode(), one.slug
    assert says not in client.get("/patterns/").content.decode()
    tell_whose(
        person=person,
        facts=[make.fact("answered_by", "self", day=day)],
        same_person=True,
        by="test",
    )
    assert says not in client.get("/learn/worry/").content.decode()
