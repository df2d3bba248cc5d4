"""Walking through episodes page by page while entries are deleted, noted and corrected.

A model kept beside the store says what must come: each episode that stood at the first page and
still stands when its turn has come exactly once, with what it says now; none that was deleted
before its page; none twice.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from myolog.journal.entries import Episode
from myolog.store.models import EntryRow
from myolog.store.paging import episodes_page
from myolog.store.selectors import Person
from myolog.store.services.corrections import correct_entry
from myolog.store.services.journal import delete_entry, restore_entry, store_episode
from tests.factories import episode

pytestmark = pytest.mark.store

BEGUN = datetime(2026, 3, 1, tzinfo=UTC)

steps = st.lists(
    st.tuples(
        st.sampled_from(("page", "note", "delete", "move", "reword", "undo")),
        st.integers(0, 30),
        st.integers(0, 9),
    ),
    max_size=14,
)


def named(name: str, minute: int) -> Episode:
    return episode(started_at=BEGUN + timedelta(minutes=minute), note=name)


class Walk:
    """One reader, and others who write; an episode is told by the name in its note."""

    def __init__(self, person: Person, now: datetime) -> None:
        self.person, self.now = person, now
        self.ids: dict[str, str] = {}
        self.minutes: dict[str, int] = {}
        self.deleted: list[tuple[str, str, int]] = []
        self.seen: list[str] = []
        self.cursor: str | None = None
        self.over = False

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def note(self, name: str, minute: int) -> None:
        stored = store_episode(
            person=self.person, episode=named(name, minute), by="t", now=self.tick()
        )
        self.ids[name], self.minutes[name] = str(stored.episode.id), minute

    def change(self, name: str, minute: int) -> None:
        changed = correct_entry(
            person=self.person,
            id=self.ids[name],
            entry=replace(named(name, minute), intensity=5),
            by="t",
            now=self.tick(),
        )
        self.ids[name], self.minutes[name] = str(changed.id), minute

    def delete(self, name: str) -> None:
        delete_entry(person=self.person, id=self.ids[name], by="t", now=self.tick())
        self.deleted.append((name, self.ids.pop(name), self.minutes.pop(name)))

    def undo(self) -> None:
        if self.deleted:
            name, id, minute = self.deleted.pop()
            restore_entry(person=self.person, id=id, by="t", now=self.tick())
            self.ids[name], self.minutes[name] = id, minute

    def page(self, limit: int) -> None:
        if self.over:
            return
        found = episodes_page(self.person, limit=limit, cursor=self.cursor, now=self.tick())
        for one in found.episodes:
            name = one.note
            assert self.ids[name] == one.id, "what is shown is what holds now"
            assert one.started_at == BEGUN + timedelta(minutes=self.minutes[name])
            self.seen.append(name)
        self.cursor = found.next_cursor
        self.over = self.cursor is None


@given(
    first=st.lists(st.integers(0, 6), max_size=8),
    limit=st.integers(1, 3),
    steps=steps,
)
@example(
    first=[3, 2, 1], limit=2, steps=[("page", 0, 0), ("delete", 1, 0), ("page", 0, 0)]
)  # the entry that the next page hung on
@example(first=[1, 1, 1], limit=1, steps=[("page", 0, 0), ("reword", 1, 0), ("page", 0, 0)])
@example(first=[9, 1], limit=1, steps=[("page", 0, 0), ("move", 0, 0), ("page", 0, 0)])
@example(first=[9, 5, 1], limit=1, steps=[("page", 0, 0), ("move", 2, 9), ("page", 0, 0)])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_lost_and_nothing_comes_twice(
    person: Person, now: datetime, first: list[int], limit: int, steps: list[tuple[str, int, int]]
) -> None:
    EntryRow.objects.all().delete()
    walk = Walk(person, now)
    for number, minute in enumerate(first):
        walk.note(f"first {number}", minute)
    stood = set(walk.ids)
    walk.page(limit)
    gone: set[str] = set()
    for number, (act, which, minute) in enumerate(steps):
        names = sorted(walk.ids)
        if act == "page":
            walk.page(limit)
        elif act == "note":
            walk.note(f"later {number}", minute)
        elif act == "undo":
            walk.undo()
        elif names:
            name = names[which % len(names)]
            if act == "delete":
                walk.delete(name)
                gone.add(name)
            else:
                walk.change(name, minute if act == "move" else walk.minutes[name])
    while not walk.over:
        walk.page(limit)
    assert len(walk.seen) == len(set(walk.seen)), "twice"
    assert stood - gone <= set(walk.seen), "lost"


def test_what_is_noted_meanwhile_below_the_place_comes_too(person: Person, now: datetime) -> None:
    walk = Walk(person, now)
    for minute in (8, 6, 2):
        walk.note(f"at {minute}", minute)
    walk.page(2)
    walk.note("new at 4", 4)
    walk.note("new at 9", 9)
    walk.page(2)
    assert (walk.seen, walk.over) == (["at 8", "at 6", "new at 4", "at 2"], True)


def test_a_clock_set_back_hides_nothing(person: Person, now: datetime) -> None:
    """What was noted under a clock that was a year ahead belongs to the walk as well."""
    for minute in (1, 2, 3):
        ahead = now + timedelta(days=365)
        store_episode(person=person, episode=named(str(minute), minute), by="t", now=ahead)
    first = episodes_page(person, limit=2, now=now)
    second = episodes_page(person, limit=2, now=now, cursor=first.next_cursor)
    assert [one.note for one in first.episodes + second.episodes] == ["3", "2", "1"]
    assert second.next_cursor is None


def test_a_page_of_what_was_deleted_is_filled_up(person: Person, now: datetime) -> None:
    walk = Walk(person, now)
    for minute in range(9, 0, -1):
        walk.note(str(minute), minute)
    walk.page(1)
    for minute in range(8, 2, -1):
        walk.delete(str(minute))
    walk.page(2)
    assert walk.seen == ["9", "2", "1"]
