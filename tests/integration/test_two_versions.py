"""What two devices say differently of one day: both are kept until the person has chosen."""

from datetime import datetime, timedelta

import pytest

from myolog.errors import NotFound
from myolog.journal.entries import NoneToday, TaskCheck
from myolog.store.models import EntryRow
from myolog.store.selectors import Person, journal_as_of, journal_of
from myolog.store.services.erasing import erase_everything
from myolog.store.services.journal import Seen, log_entries, log_entry
from myolog.store.services.versions import open_versions, settle
from tests.factories import DAY, exposure, none_today, tally, tasks

pytestmark = pytest.mark.store


@pytest.fixture
def asked(person: Person, now: datetime) -> Person:
    """Give a person one of whose devices said "some" after another had said "many"."""
    log_entries(person=person, entries=[tally(amount="many")], by="t", now=now)
    log_entries(
        person=person,
        entries=[tally(amount="some"), exposure(value=90)],
        by="t",
        idempotency_key="late",
        seen=Seen(at=now - timedelta(hours=1)),
        now=now + timedelta(hours=1),
    )
    return person


def amounts(person: Person) -> list[str | None]:
    return [one.amount for one in journal_of(person).tallies]


def test_what_agrees_is_stored_and_what_does_not_is_asked_about(asked: Person) -> None:
    assert amounts(asked) == ["many"]
    assert [one.value for one in journal_of(asked).entries if one.kind == "exposure"] == [90]
    (question,) = open_versions(asked)
    assert question.day == DAY
    assert [one.amount for one in question.noted] == ["many"]
    assert [one.amount for one in question.other] == ["some"]


def test_sent_again_it_is_asked_about_once(asked: Person, now: datetime) -> None:
    for hours in (1, 9):
        log_entries(
            person=asked,
            entries=[tally(amount="some"), exposure(value=90)],
            by="t",
            idempotency_key="late",
            seen=Seen(at=now - timedelta(hours=hours)),
            now=now + timedelta(hours=hours),
        )
    assert len(open_versions(asked)) == 1
    assert EntryRow.objects.filter(person=asked).count() == 3


@pytest.mark.parametrize(("take", "amount"), [(True, "some"), (False, "many")])
def test_the_choice_holds_and_is_made_once(
    take: bool, amount: str, asked: Person, now: datetime
) -> None:
    (question,) = open_versions(asked)
    later = now + timedelta(hours=2)
    assert settle(person=asked, id=question.id, take=take, by="t", now=later) == DAY
    assert amounts(asked) == [amount]
    assert open_versions(asked) == ()
    for id in (question.id, "nonsense"):
        with pytest.raises(NotFound):
            settle(person=asked, id=id, take=True, by="t", now=later)
    assert EntryRow.objects.filter(person=asked).count() == 3 + take, "no version is thrown away"


def test_what_the_person_says_later_anyway_is_asked_no_more(asked: Person, now: datetime) -> None:
    log_entry(person=asked, entry=tally(amount="some"), by="t", now=now + timedelta(hours=3))
    assert open_versions(asked) == ()


def test_a_day_emptied_meanwhile_is_still_asked_about(asked: Person) -> None:
    EntryRow.objects.filter(person=asked, kind="tally", set_aside=False).delete()
    (question,) = open_versions(asked)
    assert question.noted == ()


def test_a_version_set_aside_never_held(asked: Person, now: datetime) -> None:
    for hours in (1, 2):
        then = journal_as_of(asked, now + timedelta(hours=hours))
        assert [one.amount for one in then.tallies] == ["many"]


def test_taking_a_twitch_withdraws_the_days_none(person: Person, now: datetime) -> None:
    log_entries(person=person, entries=[tally(amount="none"), none_today()], by="t", now=now)
    log_entries(
        person=person,
        entries=[tally(amount="some")],
        by="t",
        seen=Seen(at=now - timedelta(hours=1)),
        now=now + timedelta(hours=1),
    )
    assert journal_of(person).of(NoneToday) != ()
    (question,) = open_versions(person)
    settle(person=person, id=question.id, take=True, by="t", now=now + timedelta(hours=2))
    assert journal_of(person).of(NoneToday) == ()
    assert amounts(person) == ["some"]


def test_each_day_is_a_question_of_its_own_the_oldest_first(asked: Person, now: datetime) -> None:
    day = DAY - timedelta(days=1)
    log_entries(person=asked, entries=[tally(day=day, amount="none")], by="t", now=now)
    log_entries(
        person=asked,
        entries=[tally(day=day, amount="many")],
        by="t",
        seen=Seen(at=now - timedelta(hours=1)),
        now=now + timedelta(hours=5),
    )
    assert [one.day for one in open_versions(asked)] == [DAY, day]


def test_of_what_one_device_said_the_last_is_asked_about(asked: Person, now: datetime) -> None:
    log_entries(
        person=asked,
        entries=[tally(amount="none")],
        by="t",
        seen=Seen(at=now - timedelta(hours=1), own=("late",)),
        now=now + timedelta(hours=2),
    )
    (question,) = open_versions(asked)
    assert [one.amount for one in question.other] == ["none"]
    assert amounts(asked) == ["many"]


def test_a_server_clock_set_back_hides_no_other_version(person: Person, now: datetime) -> None:
    log_entries(person=person, entries=[tally(amount="many")], by="t", now=now)
    log_entries(
        person=person,
        entries=[tally(amount="some")],
        by="t",
        seen=Seen(at=now + timedelta(hours=2)),
        now=now + timedelta(hours=1),
    )
    assert amounts(person) == ["many"]
    assert len(open_versions(person)) == 1


@pytest.mark.parametrize(
    ("first", "late", "holds"),
    [
        ("fine", "cannot", "cannot"),
        ("cannot", "fine", "cannot"),
        ("harder", "much_harder", "much_harder"),
    ],
)
def test_of_two_weekly_looks_the_graver_one_holds_until_the_person_has_chosen(
    first: str, late: str, holds: str, person: Person, now: datetime
) -> None:
    def told(answer: str, seen: Seen | None, hours: int) -> None:
        look = tasks(answers={"stairs": answer})
        moment = now + timedelta(hours=hours)
        log_entries(person=person, entries=[look], by="t", seen=seen, now=moment)

    told(first, None, 0)
    told(late, Seen(at=now - timedelta(hours=1)), 1)
    assert [dict(one.answers) for one in journal_of(person).of(TaskCheck)] == [{"stairs": holds}]
    (question,) = open_versions(person)
    other = {first, late} - {holds}
    assert [set(one.answers.values()) for one in question.other] == [other]
    settle(person=person, id=question.id, take=True, by="t", now=now + timedelta(hours=2))
    assert [set(one.answers.values()) for one in journal_of(person).of(TaskCheck)] == [other]
    assert open_versions(person) == ()


def test_erasing_takes_what_was_set_aside_too(asked: Person) -> None:
    erase_everything(person=asked)
    assert open_versions(asked) == ()
    assert not EntryRow.objects.filter(person=asked).exists()
