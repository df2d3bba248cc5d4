"""Another window saves between the comparing and the writing of this one: both are heard.

The other save comes at each moment at which the form that is being stored begins to write, so also
at the last one, after the page has compared and before anything of it stands.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test import Client

from myolog.journal.entries import DayExposure, Episode, TaskCheck
from myolog.journal.records import ProgrammeEvent, TriageAnswers
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_zone
from myolog.store.services.programme_start import start_programme
from myolog.store.services.versions import open_versions
from myolog.web.moment import today_for
from tests.factories import episode, fact
from tests.filling import fields_of, filled
from tests.programme_days import make_ready

pytestmark = [pytest.mark.store, pytest.mark.django_db]
Window = dict[str, list[str]]
SIX = "/check/six/"
BEGUN: Window = {
    "since_day": ["2026-01-09"], "first-site": ["forearm"], "first-side": ["right"],
}  # fmt: skip
WASTING: Window = {"tick": ["wasting"], "choice": ["wasting|wasting|yes"]}


@pytest.fixture
def told_little(person: Person) -> Person:
    """Give a person in St John's who has told one thing about themselves."""
    set_zone(person=person, zone="America/St_Johns", by="test")
    log_entry(person=person, entry=fact("lithium", "no", day=today_for(person)), by="t")
    return person


def begin_the_steps(person: Person) -> None:
    make_ready(person, datetime.now(UTC), n_days=18)
    start_programme(person=person, day=today_for(person) - timedelta(days=2), by="t")


@contextmanager
def meanwhile(act: Callable[[], object], *, nth: int) -> Iterator[Callable[[], bool]]:
    """Do something just before the nth write begins; the value says whether it was reached."""
    seen, is_acting = 0, False

    def watch(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        nonlocal seen, is_acting
        if sql.startswith(("SAVEPOINT", "BEGIN")) and not is_acting:
            seen += 1
            if seen == nth:
                is_acting = True
                act()
                is_acting = False
        return execute(sql, *given)

    with connection.execute_wrapper(watch):
        yield lambda: seen >= nth


def at_each_moment(
    send: Callable[[], Any], act: Callable[[], object], judge: Callable[[Any], None]
) -> None:
    """Let the other save come at each moment in turn, over the same journal."""
    for nth in count(1):
        with transaction.atomic():
            with meanwhile(act, nth=nth) as reached:
                answer = send()
            if reached():
                judge(answer)
            transaction.set_rollback(True)
        if not reached():
            assert nth > 1, "nothing was written"
            return


def window(client: Client, address: str, form: str = "f") -> Window:
    return filled(fields_of(client.get(address).content.decode(), form=form), ("save", "1"))


def other(opened: Window) -> Window:
    """Return the same page in another window: each has a name of its own for what it writes."""
    return opened | {"key": [str(uuid4())]}


def told(code: str) -> object:
    return journal_of(the_person()).profile[code].value


def event(name: str, step: str) -> object:
    found = [one for one in journal_of(the_person()).of(ProgrammeEvent) if one.event == name]
    return next(one.value for one in found if one.step == step)


def stress() -> object:
    noted = journal_of(the_person()).of(DayExposure)
    return [one.value for one in noted if one.code == "stress"]


def look() -> object:
    return dict(journal_of(the_person()).of(TaskCheck)[-1].answers)


def changed_then() -> object:
    story = journal_of(the_person()).story
    return story and story.changed


@pytest.mark.parametrize(
    ("address", "form", "theirs", "mine", "now", "stands"),
    [
        ("/settings/about/", "f", {"lithium": ["yes"]}, {"lithium": ["not_sure"]},
         lambda: told("lithium"), "yes"),
        ("/programme/goals/", "f", {"caffeine": ["250"]}, {"caffeine": ["300"]},
         lambda: event("goal", "STEP-1"), "250"),
        ("/programme/reminders/", "f", {"STEP-3": ["21:00"]}, {"STEP-3": ["22:00"]},
         lambda: event("reminder", "STEP-3"), "21:00"),
        ("/settings/time/", "f", {"zone": ["Asia/Tokyo"]}, {"zone": ["Europe/Vienna"]},
         lambda: the_person().zone, "Asia/Tokyo"),
        ("/settings/noting/", "ways", {"way": ["sampled"]}, {"way": ["pause"]},
         lambda: told("noting"), "sampled"),
        ("/day/tasks/", "f", {"stairs": ["cannot"]}, {"stairs": ["fine"]},
         look, {"stairs": "cannot"}),
        ("/day/", "f", {"stress": ["a_lot"]}, {"stress": ["calm"]},
         stress, [8]),
        ("/story/", "f", BEGUN | {"changed": ["theirs"]}, BEGUN | {"changed": ["mine"]},
         changed_then, "theirs"),
    ],
)  # fmt: skip
def test_what_was_saved_meanwhile_is_not_replaced_without_a_word(
    client: Client,
    told_little: Person,
    address: str,
    form: str,
    theirs: Window,
    mine: Window,
    now: Callable[[], object],
    stands: object,
) -> None:
    if "programme" in address:
        begin_the_steps(told_little)
    opened = window(client, address, form)

    def judge(answer: Any) -> None:
        assert answer.status_code == 409
        assert now() == stands
        again = filled(fields_of(answer.content.decode(), form=form))
        assert {name: again[name] for name in mine} == mine, "the words are kept"

    at_each_moment(
        lambda: client.post(address, opened | mine),
        lambda: client.post(address, other(opened) | theirs),
        judge,
    )


def only() -> Episode:
    (twitch,) = journal_of(the_person()).of(Episode)
    return twitch


def test_a_twitch_that_two_windows_change(client: Client, told_little: Person) -> None:
    noted = log_entry(person=told_little, entry=episode(note="as it was"), by="t")
    address = f"/journal/{noted.id}/"
    opened = window(client, address)

    def judge(answer: Any) -> None:
        assert answer.status_code == 409
        assert (only().note, only().intensity) == ("theirs", 7)
        again = filled(fields_of(answer.content.decode()))
        assert (again["note"], again["intensity"]) == (["mine"], ["7"])

    theirs = other(opened) | {"note": ["theirs"], "intensity": ["7"]}
    at_each_moment(
        lambda: client.post(address, opened | {"note": ["mine"]}),
        lambda: client.post(address, theirs),
        judge,
    )

    def joined(answer: Any) -> None:
        assert answer.status_code == 302
        assert (only().note, only().intensity) == ("as it was", 7)
        assert only().duration_said == "hours"

    at_each_moment(
        lambda: client.post(address, opened | {"duration": ["hours"]}),
        lambda: client.post(address, other(opened) | {"intensity": ["7"]}),
        joined,
    )


def at_the_six_points(client: Client) -> Window:
    client.post("/emergency/check/", window(client, "/check/"))
    story = {"age_years_typed": ["35"], "run_days": ["7"], "site_scope": ["single"]}
    client.post("/check/story/", window(client, "/check/story/") | story)
    return window(client, SIX)


def test_a_sign_told_in_the_check(client: Client, told_little: Person) -> None:
    opened = at_the_six_points(client)

    def judge(answer: Any) -> None:
        assert answer.status_code == 409
        (draft,) = journal_of(told_little).of(TriageAnswers)
        assert draft.answers["wasting"] == "yes"

    at_each_moment(
        lambda: client.post(SIX, opened), lambda: client.post(SIX, other(opened) | WASTING), judge
    )


def test_a_screen_of_the_check_sent_twice_at_once_fails_nothing(
    client: Client, told_little: Person
) -> None:
    opened = at_the_six_points(client)

    def once(answer: Any) -> None:
        assert answer.status_code == 302
        assert len(journal_of(told_little).of(TriageAnswers)) == 1

    for button in ({}, {"stop": ["1"]}):
        send = partial(client.post, SIX, opened | button)
        at_each_moment(send, send, once)


def test_what_a_device_kept_is_set_beside_what_comes_just_before_it(
    client: Client, told_little: Person
) -> None:
    kept = datetime.now(UTC) - timedelta(minutes=5)
    headers = {
        "X-Outbox-Kept": kept.isoformat(),
        "X-Outbox-Sent": datetime.now(UTC).isoformat(),
        "X-Outbox-Zone": "America/St_Johns",
        "X-Outbox-As-Of": kept.isoformat(),
    }
    opened = window(client, "/day/")

    def judge(answer: Any) -> None:
        assert answer.status_code == 200
        assert stress() == [8]
        (asked,) = open_versions(told_little)
        assert [one.value for one in asked.other if isinstance(one, DayExposure)] == [1]

    at_each_moment(
        lambda: client.post("/day/", opened | {"stress": ["calm"]}, headers=headers),
        lambda: client.post("/day/", other(opened) | {"stress": ["a_lot"]}),
        judge,
    )


def test_a_program_that_never_pauses_keeps_nobody_from_saving(
    client: Client, told_little: Person
) -> None:
    opened = window(client, "/settings/about/")
    with ExitStack() as stack:
        for nth in (1, 2, 3, 4):
            act = partial(log_entry, person=told_little, entry=episode(), by="program")
            stack.enter_context(meanwhile(act, nth=nth))
        answer = client.post("/settings/about/", opened | {"lithium": ["yes"]})
    assert answer.status_code == 302
    assert told("lithium") == "yes"
    assert len(journal_of(told_little).of(Episode)) == 4


def test_of_the_same_note_sent_twice_at_once_one_answers_as_new(
    program: Client, person: Person
) -> None:
    note = '{"kind": "exposure", "day": "2026-03-09", "code": "stress", "value": 4}'
    inner: list[Any] = []

    def send() -> Any:
        headers = {"Idempotency-Key": "once"}
        return program.post("/api/v1/entries", note, "application/json", headers=headers)

    with meanwhile(lambda: inner.append(send()), nth=1) as reached:
        outer = send()
    assert reached()
    assert (inner[0].status_code, outer.status_code) == (201, 200)
    assert inner[0].json() == outer.json()
    assert [(one.code, one.value) for one in journal_of(person).of(DayExposure)] == [("stress", 4)]
