"""Worry and mood: nine questions to skip or answer, and what the scores suggest (GAD-7, PHQ-2)."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client

from myolog.content.catalogue import load
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_country
from myolog.vocabulary.questionnaires import ANSWERS, QUESTIONNAIRES
from myolog.web.kind_note import COOKIE
from myolog.web.moment import today_for
from tests.factories import episode, exposure, none_today

pytestmark = pytest.mark.django_db

WORDS = load()
METER = WORDS.template("attention.meter.text")
GAD7 = (
    "Feeling nervous, anxious or on edge",
    "Not being able to stop or control worrying",
    "Worrying too much about different things",
    "Trouble relaxing",
    "Being so restless that it is hard to sit still",
    "Becoming easily annoyed or irritable",
    "Feeling afraid as if something awful might happen",
)
PHQ2 = ("Little interest or pleasure in doing things", "Feeling down, depressed, or hopeless")


def answered(gad7: Iterable[int] = (), phq2: Iterable[int] = ()) -> dict[str, str]:
    told = {f"gad7-{n}": ANSWERS[points] for n, points in enumerate(gad7, start=1)}
    return told | {f"phq2-{n}": ANSWERS[points] for n, points in enumerate(phq2, start=1)}


def after(client: Client, **given: Iterable[int]) -> str:
    answer = client.post("/worry/", answered(**given), follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_items_and_answers_are_the_published_ones(client: Client) -> None:
    """Doi 10.1001/archinte.166.10.1092 and 10.1097/01.MLR.0000093487.78664.3C."""
    assert WORDS.items("questionnaire.gad7.items") == GAD7
    assert WORDS.items("questionnaire.phq2.items") == PHQ2
    text = client.get("/worry/").content.decode()
    for item in (*GAD7, *PHQ2, "Over the last 2 weeks, how often have you been bothered"):
        assert item in text
    for answer in ("Not at all", "Several days", "More than half the days", "Nearly every day"):
        assert text.count(f">{answer}<") == 9


def test_every_questionnaire_has_its_words() -> None:
    for code, one in QUESTIONNAIRES.items():
        assert len(WORDS.items(f"questionnaire.{code}.items")) == one.n_items
        for reached in range(len(one.cuts) + 1):
            assert WORDS.text(f"worry.{code}_{reached}.text")
        assert WORDS.sources(f"questionnaire.{code}") == ("PFIZ",)


@pytest.mark.parametrize(
    ("gad7", "code", "pause"),
    [
        ([1] * 7, "gad7_0", False),
        ([2, 2, 2, 1, 1, 1, 1], "gad7_1", True),
        ([3, 3, 3, 3, 3, 0, 0], "gad7_2", True),
    ],
)
def test_worry_is_answered_by_its_score(
    gad7: list[int], code: str, pause: bool, client: Client, person: Person
) -> None:
    text = after(client, gad7=gad7)
    assert WORDS.template(f"worry.{code}.text") in text
    assert (WORDS.template("worry.break") in text) is pause
    assert f": {sum(gad7)} of 21." in text
    day = today_for(person)
    assert journal_of(person).exposure_values[day]["anxiety"] == sum(gad7)


def test_the_break_is_one_tap_and_then_not_offered_again(client: Client, person: Person) -> None:
    after(client, gad7=[2] * 7)
    client.post("/settings/noting/", {"way": "pause", "today": "1"})
    assert journal_of(person).profile["noting"].value == "pause"
    assert WORDS.template("worry.break") not in client.get("/worry/").content.decode()
    assert 'href="/check/"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("country", "number"), [("DE", "tel:08001110111"), ("GB", "tel:116123"), ("", "")]
)
def test_low_mood_brings_the_doctor_and_the_crisis_line_of_the_country(
    country: str, number: str, client: Client, person: Person
) -> None:
    set_country(person=person, country=country, by="test")
    text = after(client, phq2=[1, 2])
    assert WORDS.template("worry.phq2_1.text") in text
    assert WORDS.template("emergency.crisis_text") in text
    assert number in text
    journal = journal_of(person)
    assert journal.profile["low_mood"].value == 3
    assert journal.exposure_values == {}


def test_mood_below_the_cut_off_gives_no_all_clear(client: Client) -> None:
    text = after(client, phq2=[1, 1])
    assert WORDS.template("worry.phq2_0.text") in text
    assert WORDS.template("emergency.crisis_text") not in text
    assert 'href="/emergency/#talk"' in text


@pytest.mark.parametrize(
    "given", [{}, {"gad7": [1] * 6}, {"phq2": [1]}, {"gad7": [1] * 7, "phq2": [1]}]
)
def test_a_part_left_half_open_is_one_sentence_and_stores_nothing(
    given: dict[str, list[int]], client: Client, person: Person
) -> None:
    answer = client.post("/worry/", answered(**given))
    assert answer.status_code == 400
    text = answer.content.decode()
    assert WORDS.template("page.error.not_saved") in text
    assert text.count(" checked") == sum(len(told) for told in given.values())
    assert journal_of(person).entries == ()


def test_an_answer_that_does_not_exist_is_refused(client: Client, person: Person) -> None:
    answer = client.post("/worry/", answered(phq2=[1, 1]) | {"phq2-2": "always"})
    assert answer.status_code == 400
    assert journal_of(person).entries == ()


def test_the_scores_are_old_after_two_weeks(client: Client, person: Person) -> None:
    day = today_for(person) - timedelta(days=14)
    log_entries(person=person, entries=[exposure(code="anxiety", value=20, day=day)], by="t")
    assert WORDS.template("worry.gad7_2.text") not in client.get("/worry/").content.decode()


def test_no_illness_is_named_and_no_judgement_made(client: Client) -> None:
    after(client, gad7=[3] * 7, phq2=[3, 3])
    text = client.get("/worry/").content.decode().partition("<details")[0]
    words = re.sub(r"<[^>]+>", " ", text).lower()
    assert not re.search(r"disorder|depress|diagnos|you have (a|an) |severe|risk|score", words)


# ---- the checking meter
def rising(person: Person) -> None:
    """Note more and more, with more and more worry."""
    today = today_for(person)

    def ago(days: int) -> date:
        return today - timedelta(days=days)

    worry = [exposure(code="anxiety", value=value, day=ago(d)) for value, d in ((4, 20), (12, 1))]
    logs = [
        episode(started_at=datetime.combine(ago(3), time(12, n), UTC), zone="UTC")
        for n in range(20)
    ]
    log_entries(person=person, entries=[none_today(day=ago(40)), *worry, *logs], by="test")


def test_more_noting_with_more_worry_is_said_kindly_on_one_day_a_week(
    client: Client, person: Person
) -> None:
    rising(person)
    text = client.get("/").content.decode()
    assert METER in text
    assert 'href="/learn/worry/"' in text
    assert METER in client.get("/").content.decode(), "said all through the day"
    today = today_for(person)
    for ago, said in ((1, False), (6, False), (7, True)):
        client.cookies[COOKIE] = (today - timedelta(days=ago)).isoformat()
        assert (METER in client.get("/").content.decode()) is said, ago


@pytest.mark.parametrize("kept", ["", "x", "2999-01-01"])
def test_a_broken_memory_of_it_breaks_nothing(kept: str, client: Client, person: Person) -> None:
    rising(person)
    client.cookies[COOKIE] = kept
    assert METER in client.get("/").content.decode()


def test_it_is_not_said_without_a_rise_and_locks_nothing(client: Client, person: Person) -> None:
    log_entries(person=person, entries=[none_today(day=today_for(person))], by="test")
    assert METER not in client.get("/").content.decode()
    rising(person)
    client.get("/")
    assert client.post("/log/", {"place": "calf/left", "save": "1"}).status_code == 302


@pytest.mark.parametrize("sign", [{"stroke_signs": True}, {"speech_swallow": "choking"}])
def test_it_is_never_said_beside_a_result_that_cannot_wait(
    sign: dict[str, object], client: Client, person: Person
) -> None:
    rising(person)
    record_answers(person=person, answers=sign, by="test")
    assert METER not in client.get("/").content.decode()
    assert COOKIE not in client.cookies
