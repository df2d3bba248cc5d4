"""A check that is opened again shows what was told, and sent as it stands it tells the same."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client

from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.store.selectors import Person, journal_of, latest_assessment
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.triage.answers import INPUTS, NOT_SURE, Answer
from myolog.triage.check import SCREENS
from myolog.triage.conversation import Conversation
from myolog.triage.reply import Reply
from myolog.triage.screens import Screen
from myolog.triage.urgency import Urgency
from myolog.web.forms.check import ScreenForm
from myolog.web.moment import now_for, today_for
from tests import factories as make

ADDRESSES = {
    screen.code: "/emergency/check/" if screen.urgent else f"/check/{screen.code}/"
    for screen in SCREENS
}
FALLS = {"six": {"tick": "coordination"}}


def fields_shown(page: bytes) -> dict[str, list[str]]:
    """Return what a browser sends of a screen that nobody touched."""
    sent: dict[str, list[str]] = {}
    for one in BeautifulSoup(page, "html.parser").select('#f input, input[form="f"]'):
        chosen = one.get("type") not in ("checkbox", "radio") or one.has_attr("checked")
        if chosen and one.get("name") != "csrfmiddlewaretoken":
            sent.setdefault(str(one["name"]), []).append(str(one.get("value", "")))
    return sent


def shown(client: Client, code: str) -> dict[str, list[str]]:
    return fields_shown(
        client.get("/check/?new" if code == "emergency" else ADDRESSES[code]).content
    )


def answer(client: Client, told: Mapping[str, Mapping[str, Any]]) -> None:
    """Go through a new check: what is told on a screen stands beside nothing that it showed."""
    for code, address in ADDRESSES.items():
        kept = {n: v for n, v in shown(client, code).items() if n.startswith("known_result")}
        assert client.post(address, {**kept, **told.get(code, {})}).status_code == 302, code


def walk_through(client: Client, touch: Mapping[str, Mapping[str, Any]]) -> None:
    """Open the newest check again, and send each screen as it stands but for what is touched."""
    client.post("/check/correct/")
    for code, address in ADDRESSES.items():
        sent = shown(client, code)
        for name, value in touch.get(code, {}).items():
            sent[name] = value
        assert client.post(address, sent).status_code == 302, code


def newest(person: Person) -> TriageAnswers:
    return journal_of(person).of(TriageAnswers)[-1]


def level(person: Person) -> Urgency | None:
    found = latest_assessment(person, now=now_for(person))
    assert found is not None
    return found.assessment.urgency


STORY = {"age_years_typed": "78", "run_days": "21", "site_scope": "multi_site", "trend": "stable"}
EXPLAINED = {"explained_unchanged|explained_unchanged": ["coordination"]}


@pytest.mark.django_db
def test_taking_back_what_a_doctor_explained_takes_nothing_else_back(
    client: Client, person: Person
) -> None:
    """Falls were once lost with it, and the result fell from 48 hours to two or three weeks."""
    told = {
        "story": STORY,
        "six": {"tick": "coordination"},
        "life": {"tick": "explained_unchanged", **EXPLAINED},
    }
    answer(client, told)
    assert (newest(person).answers["coordination"], level(person)) == ("persistent", Urgency.SOON)
    walk_through(client, {"life": {"tick": []}})
    now = newest(person).answers
    assert (now["coordination"], now["explained_unchanged"]) == ("persistent", ())
    assert level(person) == Urgency.URGENT


@pytest.mark.django_db
def test_an_answer_below_the_journal_comes_back_with_its_reason(
    client: Client, person: Person
) -> None:
    """It once stood as what the journal suggests, and the result rose."""
    today, why = today_for(person), "As in March. The nerve doctor knows."
    for back, grade in ((40, "fine"), (30, "cannot"), (0, "cannot")):
        look = make.tasks(day=today - timedelta(days=back), answers={"keys": grade})
        log_entry(person=person, entry=look, by="t")
    weak = {"tick": "weakness", "choice:weakness": "weakness|weakness|functional"}
    answer(client, {"story": STORY, "six": {**weak, "reason:weakness": why}})
    before = newest(person)
    assert (before.answers["weakness"], before.reasons) == ("functional", {"weakness": why})
    walk_through(client, {})
    assert (newest(person).answers, newest(person).reasons) == (before.answers, before.reasons)


SEEDS = range(80)


def some_replies(chance: Random) -> dict[str, Reply]:
    """Return what somebody might do on each screen: every line, part and doubt comes up."""
    return {screen.code: some_reply(screen, chance) for screen in SCREENS}


def some_reply(screen: Screen, chance: Random) -> Reply:
    if screen.questions:
        typed: dict[str, Answer] = {"age_years": chance.randint(1, 90), "run_days": 21}
        listed = {n: chance.choice(INPUTS[n].answers) for n in screen.questions if n not in typed}
        return Reply(values=typed | listed | chance.choice(({}, {"trend": NOT_SURE})))
    ticks = [line for line in screen.lines if line.code != "sudden" and chance.random() < 0.2]
    doubted = [line for line in ticks if chance.random() < 0.25 and not line.own_doubt]
    parts: dict[str, dict[str, Answer]] = {}
    for line in ticks:
        here: dict[str, Answer] = {}
        for name, value in chance.sample(line.choices, len(line.choices)):
            if chance.random() < 0.5 and line not in doubted:
                here[name] = some_value(name, value, chance)
        for name, value in line.claims if line in doubted else ():
            if chance.random() < 0.5:
                here[name] = f"not_sure:{value}" if isinstance(value, str) else NOT_SURE
        parts[line.code] = here
    codes = [line.code for line in ticks]
    return Reply(ticks=codes, unsure=[one.code for one in doubted], parts=parts, asked=codes)


def some_value(name: str, value: str | bool | None, chance: Random) -> Answer:
    if value is not None:
        return value
    if name == "age_years":
        return chance.randint(1, 15)
    names = INPUTS[name].values
    return tuple(one for one in names if chance.random() < 0.5) or names[:1]


def as_shown(screen: Screen, told: Conversation) -> Reply:
    """Return the reply of somebody who sends a screen as the page shows it."""
    form = ScreenForm(screen, known=told.known(screen))
    sent = QueryDict(mutable=True)
    for line in screen.lines:
        add = {"tick": [line.code] if form.is_ticked(line) else []}
        chosen = [
            f"{line.code}|{name}|{value}"
            for name, value in line.choices
            if value is not None and form.is_chosen(line, name, value)
        ]
        unsure = [f"{line.code}|unsure"] if form.is_shown_unsure(line) else []
        add["choice"] = chosen + unsure
        add["doubt"] = [
            f"{line.code}|{name}|{value}"
            for name, value in line.claims
            if form.is_doubted(line, name, value)
        ]
        for name in (name for name, value in line.choices if value is None):
            field = f"{line.code}|{name}"
            is_list = INPUTS[name].kind == "inputs"
            add[field] = list(form.listed(line, name)) if is_list else [form.typed(field)]
        for name, values in add.items():
            sent.setlist(name, [*sent.getlist(name), *values])
    for name in screen.questions:
        sent[name] = form.shown(name)
    reply = ScreenForm(screen, sent).reply()
    return Reply(
        ticks=reply.ticks,
        unsure=reply.unsure,
        parts=reply.parts,
        values=reply.values,
        asked=reply.ticks,
    )


def went_through(told: Conversation, replies: Mapping[str, Reply] | None) -> Conversation:
    """Return the check after each screen, up to where it calls for help; None sends what it shows.

    A line of the first screen that fits nobody of that age is not there to be ticked.
    """
    screen: Screen | None = told.screens[0]
    while screen is not None:
        reply = as_shown(screen, told) if replies is None else only_of(screen, replies[screen.code])
        outcome = told.reply(screen, reply)
        told, screen = outcome.conversation, outcome.next
        if outcome.needs_care_today:
            break
    return told


def only_of(screen: Screen, reply: Reply) -> Reply:
    """Return a reply without the lines and parts that the screen does not have for this person."""
    lines = {line.code: line for line in screen.lines if line.code in reply.ticks}
    return Reply(
        ticks=list(lines),
        unsure=[code for code in reply.unsure if code in lines],
        parts={
            code: {n: v for n, v in reply.parts[code].items() if n in line.inputs}
            for code, line in lines.items()
        },
        values=reply.values,
        asked=list(lines),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_check_sent_as_it_stands_tells_what_was_told(seed: int) -> None:
    today = datetime(2026, 3, 9, tzinfo=UTC).date()
    begun = Conversation(journal=Journal((), make.ZONE), today=today)
    first = went_through(begun, some_replies(Random(seed)))
    opened = Conversation(journal=Journal((), make.ZONE), today=today, answers=first.answers)
    assert dict(went_through(opened, None).answers) == dict(first.answers)


@pytest.mark.django_db
def test_a_new_check_says_what_was_told_before_and_ticks_nothing(
    client: Client, person: Person
) -> None:
    """It asked anew without a word, and what was not ticked again seemed gone."""
    told = {"coordination": "persistent", "wasting": "no"}
    day = today_for(person) - timedelta(days=2)
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    record_answers(person=person, answers=told, by="t", now=at)
    falls = "I am newly clumsy, unsteady, or I fall"
    page = BeautifulSoup(client.get("/check/?new").content, "html.parser")
    said = " ".join(page.get_text(" ").split())
    assert "This check asks anew. Tick again what still holds." in said
    assert falls in said
    assert not page.select("input[name=tick][checked]")
    client.post("/emergency/check/", {})
    six = BeautifulSoup(client.get("/check/six/").content, "html.parser")
    marked = [
        str(box.parent) for box in six.select("input[name=tick]") if "Told on" in str(box.parent)
    ]
    assert len(marked) == 1
    assert 'value="coordination"' in marked[0]
    client.post("/check/six/", {})
    assert "asks anew" not in client.get("/check/six/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "is_said"), [(1, True), (28, True), (29, False)])
def test_what_was_told_more_than_four_weeks_ago_is_not_brought_up(
    days: int, is_said: bool, client: Client, person: Person
) -> None:
    day = today_for(person) - timedelta(days=days)
    at = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(person.zone))
    record_answers(person=person, answers={"coordination": "persistent"}, by="t", now=at)
    assert ("asks anew" in client.get("/check/?new").content.decode()) == is_said
