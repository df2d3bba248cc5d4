"""GET /api/v1/triggers: the library's result, the same as the command line's."""

import json

import pytest
from django.test import Client

from myolog.journal.simulate import simulate
from myolog.store.selectors import Person
from myolog.store.services.erasing import erase_everything
from myolog.store.services.imports import import_journal
from myolog.triggers.discover import find_triggers

pytestmark = pytest.mark.django_db
SIMULATED = simulate(seed=3, days=100, trigger="caffeine", rate_ratio=1.8)
ADDRESS = "/api/v1/triggers"


@pytest.fixture
def full(person: Person) -> Person:
    import_journal(person=person, journal=SIMULATED.journal, by="test")
    return person


def test_findings_are_those_of_the_library(program: Client, full: Person) -> None:
    answer = program.get(ADDRESS).json()
    last = SIMULATED.truth.days[-1]
    report = find_triggers(SIMULATED.journal, today=last)
    assert {name: answer[name] for name in report.as_dict()} == json.loads(
        json.dumps(report.as_dict())
    )
    day = SIMULATED.truth.days[60]
    earlier = program.get(ADDRESS, {"date": day.isoformat()}).json()
    assert earlier["digest"] == find_triggers(SIMULATED.journal, today=day).digest


def test_an_empty_journal_is_an_answer_not_an_error(program: Client, person: Person) -> None:
    answer = program.get(ADDRESS)
    assert answer.status_code == 200
    assert answer.json()["findings"] == []


@pytest.mark.parametrize("date", ["soon", "2999-01-01", "2026-02-30", "0001-01-01", "1" * 40])
def test_a_wrong_date_is_one_sentence(program: Client, person: Person, date: str) -> None:
    answer = program.get(ADDRESS, {"date": date})
    assert answer.status_code == 422
    assert answer.json()["message"].endswith(".")


def test_nothing_is_left_after_erasing(program: Client, client: Client, full: Person) -> None:
    assert client.get(ADDRESS).json()["findings"]
    erase_everything(person=full)
    assert client.get(ADDRESS).json()["findings"] == []


def test_a_stranger_sees_nothing(stranger: Client, full: Person) -> None:
    assert stranger.get(ADDRESS).status_code == 401
