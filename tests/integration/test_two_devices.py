"""Two devices note one day, in 60 random lives: what nobody replaced knowingly is never lost."""

from datetime import datetime

import pytest
from django.db import connection

from myolog.store.selectors import Person
from myolog.store.services import journal
from tests.factories import DAY
from tests.two_devices import faults_of


@pytest.mark.store
def test_no_version_is_lost_in_random_lives_of_two_devices(person: Person, now: datetime) -> None:
    lives = 60 if connection.vendor == "sqlite" else 20
    assert faults_of(person, day=DAY, begins=now, seeds=range(lives)) == []


def test_the_lives_find_a_store_that_lets_the_last_one_win(
    person: Person, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_unseen", lambda *_: ())
    assert faults_of(person, day=DAY, begins=now, seeds=range(10)) != []


def test_the_lives_find_a_store_that_forgets_what_else_was_said(
    person: Person, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "set_aside", lambda *_, **__: ())
    assert faults_of(person, day=DAY, begins=now, seeds=range(10)) != []
