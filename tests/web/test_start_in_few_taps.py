"""The steps begin in a few taps; what is known is shown, and a line that was not ticked is open."""

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from django.test import Client

from myolog.journal.entries import ProfileFact
from myolog.journal.periods import latest_period
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.web.moment import today_for
from tests.factories import fact
from tests.programme_days import answer_calmly

pytestmark = [pytest.mark.store, pytest.mark.django_db]

QUESTIONS = "/programme/questions/"


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", unescape(answer.content.decode()))


def told(person: Person) -> dict[str, object]:
    return {one.code: one.value for one in journal_of(person).of(ProfileFact)}


def last_lines(page: str) -> list[str]:
    return re.findall(r'name="rest" value="([^"]+)"', page)


def test_from_today_to_the_first_day_takes_at_most_ten_taps(client: Client, person: Person) -> None:
    answer_calmly(person, datetime.now(UTC))
    assert 'href="/programme/"' in text(client.get("/"))
    taps = 1
    begin = text(client.get("/programme/"))
    (primary,) = re.findall(r'class="btn primary full" href="([^"]+)"', begin)
    assert primary == QUESTIONS
    taps += 1
    asked = text(client.get(primary))
    assert "<select" not in asked
    assert 'name="age_years"' not in asked, "the check has asked it"
    lines = last_lines(asked)
    taps += len(lines) + 1
    start = client.post(primary, {"rest": lines})
    assert start.headers["Location"] == "/programme/start/"
    choice = text(client.get("/programme/start/"))
    steps = re.findall(r'name="step" value="([^"]+)" checked', choice)
    sent: dict[str, object] = {"step": steps, "target": "100"}
    if 'name="anyway"' in choice:
        sent["anyway"] = "1"
        taps += 1
    taps += 1
    assert client.post("/programme/start/", sent).status_code == 302
    assert latest_period(journal_of(person), today_for(person)) is not None
    assert taps <= 10
    facts = told(person)
    assert facts["clozapine"] == "no"
    assert "cancer_history" not in facts, "the steps did not ask for it"


def test_what_is_known_is_shown_and_not_asked(client: Client, person: Person) -> None:
    answer_calmly(person, datetime.now(UTC))
    page = text(client.get(QUESTIONS))
    known = page.partition("Known already")[2].partition("</section>")[0]
    assert "Age: " in known
    assert 'href="/settings/about/">Change' in known
    asked = set(re.findall(r'name="has" value="([^"]+)"', page))
    assert "lithium" not in asked
    assert "clozapine" in asked


def test_a_tick_says_yes_or_not_sure_and_the_last_line_denies_the_others_alone(
    client: Client, person: Person
) -> None:
    log_entry(person=person, entry=fact(day=today_for(person)), by="t")
    page = text(client.get(QUESTIONS))
    medicines, illnesses, pregnancy = last_lines(page)
    assert pregnancy == "pregnant breastfeeding"
    assert "kidney" in illnesses.split()
    assert "diabetes" not in illnesses.split()
    sent = {
        "has": ["warfarin", "kidney", "pregnant", "theophylline"],
        "how_warfarin": "not_sure",
        "how_kidney": "chronic_disease",
        "how_theophylline": "forged",
        "rest": [medicines],
    }
    client.post(QUESTIONS, sent)
    facts = told(person)
    assert facts["warfarin"] == "not_sure"
    assert facts["kidney"] == "chronic_disease"
    assert facts["pregnant"] == "yes"
    assert facts["theophylline"] == "yes"
    assert facts["clozapine"] == "no"
    for open_still in ("heart_disease", "low_sodium", "breastfeeding"):
        assert open_still not in facts, "silence is no answer"
    assert last_lines(text(client.get(QUESTIONS)))[-1] == "breastfeeding"


def test_the_last_line_denies_nothing_that_its_page_did_not_show(
    client: Client, person: Person
) -> None:
    log_entry(person=person, entry=fact(day=today_for(person)), by="t")
    client.post(QUESTIONS, {"rest": ["warfarin", "age_years nonsense " + "x" * 9_000]})
    facts = told(person)
    assert facts.pop("age_years") == 42
    assert facts == {"warfarin": "no"}


def test_about_you_lists_what_is_open_and_keeps_what_was_told(
    client: Client, person: Person
) -> None:
    day = today_for(person)
    log_entry(person=person, entry=fact("lithium", "yes", day=day), by="t")
    page = text(client.get("/settings/about/"))
    assert 'name="lithium"' in page.partition("Known already")[2]
    assert "lithium" not in " ".join(last_lines(page)).split()
    client.post("/settings/about/", {"lithium": "yes", "rest": last_lines(page)})
    facts = told(person)
    assert facts["lithium"] == "yes"
    assert facts["diabetes"] == "no"
    assert facts["kidney"] == "none"
    assert last_lines(text(client.get("/settings/about/"))) == []


def test_a_refused_form_keeps_the_ticks(client: Client, person: Person) -> None:
    page = text(client.get("/settings/about/"))
    answer = client.post(
        "/settings/about/",
        {"age_years": "old", "has": ["diabetes"], "how_diabetes": "not_sure",
         "rest": [last_lines(page)[0]]},
    )  # fmt: skip
    assert answer.status_code == 400
    again = text(answer)
    assert 'name="has" value="diabetes" checked' in again
    assert 'value="not_sure" id="diabetes-not_sure" checked' in again
    assert f'value="{last_lines(page)[0]}" checked' in again
    assert told(person) == {}


def test_what_the_check_told_stands_in_about_you_and_is_not_asked_again(
    client: Client, person: Person
) -> None:
    record_answers(person=person, answers={"age_years": 34, "lithium": True}, by="t")
    page = text(client.get("/settings/about/"))
    asked, _, known = page.partition("Known already")
    assert "Age: 34 years (from the check, " in known
    assert "Takes lithium: Yes (from the check, " in known
    assert 'name="age_years"' not in asked
    assert 'value="lithium"' not in asked
    assert "<details" in known.partition("Age: 34 years")[0][-120:], "folded until it is changed"
    before = len(journal_of(person).entries)
    client.post("/settings/about/", {"age_years": "34", "lithium": "yes"})
    assert len(journal_of(person).entries) == before, "what is known is not told a second time"
    client.post("/settings/about/", {"age_years": "34", "lithium": "no"})
    assert journal_of(person).profile["lithium"].value == "no"
