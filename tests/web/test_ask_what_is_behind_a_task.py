"""A task that is harder asks at once since when and whether it is explained, and it counts."""

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.test import Client

from myolog.content.catalogue import load
from myolog.journal.entries import TaskCheck
from myolog.store.selectors import Person, journal_of
from myolog.store.services.people import set_language
from myolog.vocabulary.tasks import TASKS
from myolog.web.moment import today_for

pytestmark = pytest.mark.django_db

ENOUGH = {"en": "That is enough", "de": "Das genügt"}
ASKED = {"en": "Until you say so, it counts as new.", "de": "Bis Sie das sagen, zählt es als neu."}
CHECK_NEXT = {"en": "Please do the check next.", "de": "Machen Sie bitte als Nächstes den Check."}
KNOWN = {"since:jar": "years", "explained:jar": "yes"}


def told(client: Client, said: dict[str, str]) -> str:
    return unescape(client.post("/day/tasks/", said, follow=True).content.decode())


def test_both_questions_stand_under_every_task(client: Client) -> None:
    page = client.get("/day/tasks/").content.decode()
    for task in TASKS:
        for part, answers in (
            ("since", ("weeks", "months", "years", "not_sure")),
            ("explained", ("yes", "no", "not_sure")),
        ):
            for answer in answers:
                assert f'id="{part}-{task}-{answer}"' in page


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_left_open_is_asked_once_more_and_never_said_to_be_enough(
    client: Client, person: Person, language: str
) -> None:
    set_language(person=person, language=language, by="test")
    first = told(client, {"swallow": "cannot"})
    assert ASKED[language] in first
    assert 'name="since:swallow"' in first
    again = told(client, {"swallow": "cannot", "was:": "", "was:swallow": "cannot"})
    assert CHECK_NEXT[language] in again
    for page in (first, again, unescape(client.get("/").content.decode())):
        assert ENOUGH[language] not in page


def test_the_day_saved_after_a_failed_task_does_not_say_enough_either(
    client: Client, person: Person
) -> None:
    told(client, {"jar": "cannot", "since:jar": "weeks", "explained:jar": "no"})
    day = client.post("/day/", {"value:water_ml": "2000"}, follow=True).content.decode()
    assert CHECK_NEXT["en"] in day
    assert ENOUGH["en"] not in day
    yesterday = today_for(person) - timedelta(days=1)
    sent = {"date": f"{yesterday:%Y-%m-%d}", "value:water_ml": "1500"}
    assert CHECK_NEXT["en"] in client.post("/day/", sent, follow=True).content.decode()
    client.post("/day/none/", follow=True)
    assert "Please do the check next" in client.get("/").content.decode()


def test_what_is_long_explained_raises_nothing_and_stands_in_the_journal(
    client: Client, person: Person
) -> None:
    said = told(client, {"jar": "cannot", **KNOWN})
    assert load().text("page.today.task_known") in said
    assert ENOUGH["en"] not in said
    (look,) = journal_of(person).of(TaskCheck)
    assert (dict(look.since), dict(look.explained)) == ({"jar": "years"}, {"jar": "yes"})
    assert "(I cannot; for more than a year; explained by a doctor, unchanged)" in unescape(
        client.get("/journal/").content.decode()
    )


def test_a_task_that_nobody_is_sure_of_is_kept_as_not_sure_and_is_never_enough(
    client: Client, person: Person
) -> None:
    page = client.get("/day/tasks/").content.decode()
    assert page.count('value="not_sure"') == 3 * len(TASKS)
    every = dict.fromkeys(TASKS, "fine") | {"stairs": "not_sure"}
    said = told(client, {**every, "since:stairs": "years"})
    assert load().text("page.today.task_unsure") in said
    assert ENOUGH["en"] not in said
    (look,) = journal_of(person).of(TaskCheck)
    assert (look.answers["stairs"], dict(look.since)) == ("not_sure", {})
    assert "not sure: climb stairs" in client.get("/journal/").content.decode()


def test_a_task_that_is_as_always_again_keeps_nothing_of_it(client: Client, person: Person) -> None:
    told(client, {"jar": "cannot", **KNOWN})
    shown = {"was:": "", "was:jar": "cannot", "was:since:jar": "years", "was:explained:jar": "yes"}
    told(client, {"jar": "fine", **KNOWN, **shown})
    (look,) = journal_of(person).of(TaskCheck)
    assert (dict(look.answers), dict(look.since), dict(look.explained)) == ({"jar": "fine"}, {}, {})


def test_a_device_without_a_connection_brings_the_answers_along(
    client: Client, person: Person
) -> None:
    at = datetime.now(UTC).isoformat()
    headers = {"X-Outbox-Kept": at, "X-Outbox-Sent": at, "X-Outbox-Zone": "UTC"}
    answer = client.post("/day/tasks/", {"jar": "cannot", **KNOWN}, headers=headers)
    assert answer.status_code == 200
    (look,) = journal_of(person).of(TaskCheck)
    assert dict(look.explained) == {"jar": "yes"}
    answer = client.post("/day/tasks/", {"jar": "cannot", "keys": "cannot"}, headers=headers)
    assert CHECK_NEXT["en"] in answer.json()["sentence"]


def test_a_choice_that_is_none_is_refused(client: Client, person: Person) -> None:
    assert client.post("/day/tasks/", {"jar": "cannot", "since:jar": "ever"}).status_code == 400
    assert journal_of(person).of(TaskCheck) == ()


@pytest.mark.parametrize(
    ("said", "suggests", "ticked"),
    [
        (
            {"jar": "harder", "since:jar": "not_sure", "explained:jar": "not_sure"},
            "In your weekly look this was not as always: <b>open a jar or a bottle (a bit harder; "
            "not sure since when; not sure whether explained)</b>",
            (),
        ),
        (
            {"jar": "cannot", "since:jar": "months", "explained:jar": "no"},
            "Your journal suggests: <b>Something has become much harder, or no longer works: open "
            "a jar or a bottle (I cannot; for up to a year; not explained by a doctor)</b>",
            ("weakness",),
        ),
        (
            {"jar": "cannot", "since:jar": "weeks", "explained:jar": "no"},
            "In your weekly look this was not as always: <b>open a jar or a bottle (I cannot; "
            "for up to 4 weeks; not explained by a doctor)</b>",
            (),
        ),
        (
            {"swallow": "cannot", "since:swallow": "years", "explained:swallow": "no"},
            "In your weekly look this was not as always: <b>chew and swallow (I cannot; for more "
            "than a year; not explained by a doctor)</b>",
            ("weakness",),
        ),
    ],
    ids=["harder", "fails", "fails-since-weeks", "swallowing-fails"],
)
def test_the_check_is_told_what_the_look_said_and_ticks_nothing_else(
    client: Client, said: dict[str, str], suggests: str, ticked: tuple[str, ...]
) -> None:
    """An answer in other words than the person's is suggested, never filled in."""
    told(client, said)
    client.post("/emergency/check/", {})
    page = " ".join(unescape(client.get("/check/six/").content.decode()).split())
    assert suggests in page
    for line in ("weakness", "speech_swallow"):
        assert (f'name="tick" value="{line}" checked' in page) is (line in ticked), line


def test_the_page_for_the_doctor_tells_a_harder_task_as_it_was_told(client: Client) -> None:
    told(client, {"jar": "harder", "since:jar": "weeks", "explained:jar": "not_sure"})
    told(client, {"swallow": "harder", "since:swallow": "not_sure", "explained:swallow": "no"})
    report = " ".join(client.get("/report/text/").content.decode().split())
    assert "Daily task a bit harder, but possible: opening a jar" in report
    assert "Weakness or stiffness" not in report
    assert "loss" not in report
    assert "dysphagia" not in report
    assert "for up to 4 weeks; unsure whether explained" in report
    assert "unsure since when; not explained by a doctor" in report
