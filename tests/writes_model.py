"""Random writes of one journal beside a model of it that was written by hand.

The model knows what a person would say: what is noted, of which days "none" was said, and that
"none" does not hold beside a twitch. It keeps every earlier state: undo is the state before.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from myolog.errors import UserError
from myolog.journal.codec import encode
from myolog.journal.entries import DayTally, Entry, Episode, NoneToday
from myolog.journal.file import lines, read_lines
from myolog.journal.model import Journal
from myolog.journal.own import OwnThing
from myolog.store.models import Person
from myolog.store.selectors import journal_of
from myolog.store.services.corrections import correct_entry
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import (
    Seen,
    delete_entry,
    log_entries,
    log_entry,
    restore_entry,
    store_episode,
)
from myolog.store.services.own import change_own
from myolog.store.services.undoing import undo_last
from myolog.store.services.versions import open_versions, settle
from tests.factories import episode, exposure, none_today, own_thing, tally, window

ZONE: Final = "Pacific/Auckland"
DAYS: Final = tuple(date(2026, 3, 5) + timedelta(days=n) for n in range(3))
TODAY: Final = date(2026, 3, 12)
TEA: Final = "own:amount:pot-of-tea:3f9a"
days = st.sampled_from(DAYS)
amounts = st.sampled_from(["none", "some", "many"])

Thing = tuple[Any, ...]
"""What one entry says, in the model's words; the first part is its kind."""


@dataclass(frozen=True)
class State:
    """The journal as a person would tell it.

    Attributes
    ----------
    things : label to what is noted
    said : days of which "none" was said
    deleted : label to what was deleted and can come back
    asked : what another device says otherwise: day, amount
    """

    things: dict[int, Thing] = field(default_factory=dict)
    said: frozenset[date] = frozenset()
    deleted: dict[int, Thing] = field(default_factory=dict)
    asked: tuple[tuple[date, str], ...] = ()

    @property
    def twitched(self) -> set[date]:
        """Days with a twitch."""
        return {thing[1] for thing in self.things.values() if is_twitch(thing)}

    @property
    def visible(self) -> list[Thing]:
        """What the journal shows."""
        held = (("none", day) for day in self.said - self.twitched)
        return sorted([*self.things.values(), *held], key=repr)

    def tally_of(self, day: date) -> int | None:
        """Return the label of the day's tally."""
        found = (n for n, thing in self.things.items() if thing[:2] == ("tally", day))
        return next(found, None)


def without_none(things: dict[int, Thing], day: date) -> dict[int, Thing]:
    """Return what is left when a twitch comes to the place of which "none" was said that day."""
    return {n: thing for n, thing in things.items() if thing != ("tally", day, "none")}


def is_twitch(thing: Thing) -> bool:
    kind, _, value = thing
    return kind == "episode" or (kind == "window" and value > 0) or value in ("some", "many")


def told(entry: Entry) -> Thing:
    """Return what an entry says, in the model's words."""
    if isinstance(entry, NoneToday):
        return ("none", entry.day)
    if isinstance(entry, Episode):
        return ("episode", entry.day, entry.note)
    if isinstance(entry, OwnThing):
        return (entry.kind, entry.day, (entry.name, entry.archived))
    row = encode(entry)
    if row.get("code") == TEA:
        return ("own_value", entry.day, row["value"])
    return (entry.kind, entry.day, row.get("amount", row.get("count", row.get("value"))))


def somebody(now: datetime) -> Person:
    """Return a person with an empty journal."""
    return Person.objects.create(zone=ZONE, created_at=now)


class Writes(RuleBasedStateMachine):
    """Every way to write the days of a journal."""

    @initialize()
    def begin(self) -> None:
        self.now = datetime(2026, 3, 12, tzinfo=UTC)
        self.person = somebody(self.now)
        self.state = State()
        self.before: list[State] = []
        self.ids: dict[int, str] = {}
        self.labels = count()

    # ---- the two sides
    def act(self, write: Callable[[], Any]) -> Any:
        self.now += timedelta(minutes=1)
        return write()

    def refused(self, write: Callable[[], Any]) -> None:
        try:
            self.act(write)
        except UserError:
            return
        raise AssertionError("what cannot be was written")

    def becomes(self, state: State) -> None:
        if state != self.state:
            self.before.append(self.state)
        self.state = state

    def note(self, thing: Thing, id: str | None, *, instead_of: int | None = None) -> None:
        if instead_of is not None and self.state.things[instead_of] == thing:
            return
        things = {n: one for n, one in self.state.things.items() if n != instead_of}
        if thing[0] == "episode":
            things = without_none(things, thing[1])
        label = next(self.labels)
        self.ids[label] = str(id)
        self.becomes(replace(self.state, things=things | {label: thing}))

    def log(self, entry: Entry) -> None:
        stored = self.act(lambda: log_entry(person=self.person, entry=entry, by="t", now=self.now))
        self.note(told(entry), stored.id, instead_of=self.slot_of(entry))

    def slot_of(self, entry: Entry) -> int | None:
        if entry.slot is None:
            return None
        named = told(entry)[:2]
        return next((n for n, one in self.state.things.items() if one[:2] == named), None)

    def bout(self, day: date) -> Episode:
        note = str(next(self.labels))
        return episode(
            started_at=datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC),
            zone=ZONE,
            note=note,
        )

    # ---- writes
    @rule(day=days)
    def twitch(self, day: date) -> None:
        entry = self.bout(day)
        stored = self.act(
            lambda: store_episode(person=self.person, episode=entry, by="t", now=self.now)
        )
        self.note(("episode", day, entry.note), stored.episode.id)

    @rule(day=days, amount=amounts)
    def whole_day(self, day: date, amount: str) -> None:
        entry = tally(day=day, amount=amount)
        if self.contradicts(entry):
            write = lambda: log_entry(person=self.person, entry=entry, by="t", now=self.now)  # noqa: E731
            self.refused(write)
        else:
            self.log(entry)

    def contradicts(self, entry: DayTally) -> bool:
        """Say whether "none" is new and comes to a place with a twitch."""
        there = self.state.things.values()
        bouts = any(thing[:2] == ("episode", entry.day) for thing in there)
        return entry.amount == "none" and bouts and told(entry) not in there

    @rule(day=days, value=st.integers(0, 3))
    def value(self, day: date, value: int) -> None:
        self.log(exposure(day=day, value=float(value)))

    @rule(day=days)
    def own(self, day: date) -> None:
        self.log(own_thing(day=day, code=TEA))

    @rule(day=days, value=st.integers(0, 3))
    def own_value(self, day: date, value: int) -> None:
        self.log(exposure(day=day, code=TEA, value=float(value)))

    @rule(archived=st.booleans())
    def archive_or_bring_back(self, archived: bool) -> None:
        self.change(archived=archived)

    @rule(name=st.sampled_from(["Pot of tea", "Matcha"]))
    def rename(self, name: str) -> None:
        self.change(name=name)

    def change(self, **wished: Any) -> None:
        """Change the thing as it was told last; without one there is nothing to change."""
        write = lambda: change_own(  # noqa: E731
            person=self.person, code=TEA, by="t", now=self.now, **wished
        )
        said = [thing[1:] for thing in self.state.things.values() if thing[0] == "own_thing"]
        if not said:
            self.refused(write)
            return
        stored = self.act(write)
        _, (name, archived) = max(said)
        after = (wished.get("name", name), wished.get("archived", archived))
        if after != (name, archived):
            new = ("own_thing", TODAY, after)
            self.note(new, stored.id, instead_of=self.slot_of(stored))

    @rule(day=days, seen=st.integers(0, 1))
    def look(self, day: date, seen: int) -> None:
        at = datetime(day.year, day.month, day.day, 0, 40, tzinfo=UTC)
        self.log(window(at=at, zone=ZONE, count=seen))

    @rule(day=days)
    def none(self, day: date) -> None:
        entry = none_today(day=day)
        write = lambda: log_entry(person=self.person, entry=entry, by="t", now=self.now)  # noqa: E731
        if day in self.state.twitched:
            self.refused(write)
        else:
            self.act(write)
            self.becomes(replace(self.state, said=self.state.said | {day}))

    @precondition(lambda self: any(t[0] == "episode" for t in self.state.things.values()))
    @rule(data=st.data(), day=days)
    def move(self, data: st.DataObject, day: date) -> None:
        found = [n for n, thing in self.state.things.items() if thing[0] == "episode"]
        old = data.draw(st.sampled_from(found))
        entry = self.bout(day)
        new = self.act(
            lambda: correct_entry(
                person=self.person, id=self.ids[old], entry=entry, by="t", now=self.now
            )
        )
        self.note(("episode", day, entry.note), new.id, instead_of=old)

    @precondition(lambda self: self.state.visible)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        shown = sorted(journal_of(self.person).entries, key=lambda one: repr(told(one)))
        entry = data.draw(st.sampled_from(shown))
        self.act(lambda: delete_entry(person=self.person, id=str(entry.id), by="t", now=self.now))
        if isinstance(entry, NoneToday):
            label = next(self.labels)
            self.ids[label] = str(entry.id)
            gone = self.state.deleted | {label: ("none", entry.day)}
            self.becomes(replace(self.state, said=self.state.said - {entry.day}, deleted=gone))
            return
        label = next(n for n in self.state.things if self.ids[n] == entry.id)
        left = {n: thing for n, thing in self.state.things.items() if n != label}
        gone = self.state.deleted | {label: self.state.things[label]}
        self.becomes(replace(self.state, things=left, deleted=gone))

    @precondition(lambda self: self.state.deleted)
    @rule(data=st.data())
    def bring_back(self, data: st.DataObject) -> None:
        label = data.draw(st.sampled_from(sorted(self.state.deleted)))
        thing = self.state.deleted[label]
        write = lambda: restore_entry(  # noqa: E731
            person=self.person, id=self.ids[label], by="t", now=self.now
        )
        gone = {n: one for n, one in self.state.deleted.items() if n != label}
        if thing[0] == "none":
            if thing[1] in self.state.twitched | self.state.said:
                self.refused(write)
                return
            self.act(write)
            self.becomes(replace(self.state, said=self.state.said | {thing[1]}, deleted=gone))
        elif thing[0] in ("tally", "exposure", "own_thing", "own_value") and any(
            one[:2] == thing[:2] for one in self.state.things.values()
        ):
            self.refused(write)
        else:
            if thing[2] == "none" and any(
                one[:2] == ("episode", thing[1]) for one in self.state.things.values()
            ):
                self.refused(write)
                return
            self.act(write)
            things = self.state.things
            if thing[0] == "episode":
                things = without_none(things, thing[1])
            things = things | {label: thing}
            self.becomes(replace(self.state, things=things, deleted=gone))

    @precondition(lambda self: self.before)
    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        for _ in range(min(times, len(self.before))):
            self.act(lambda: undo_last(person=self.person, by="t", now=self.now))
            self.state = self.before.pop()
            self.shows_what_was_said()

    @rule(day=days, amount=amounts)
    def device_that_saw_nothing(self, day: date, amount: str) -> None:
        entry = tally(day=day, amount=amount)
        label = self.state.tally_of(day)
        seen = Seen(at=datetime(2026, 3, 1, tzinfo=UTC))
        write = lambda: log_entries(  # noqa: E731
            person=self.person, entries=[entry], by="t", seen=seen, now=self.now
        )
        if label is None and self.contradicts(entry):
            self.refused(write)
            return
        (stored,) = self.act(write)
        if label is None:
            self.note(told(entry), stored.id)
        elif self.state.things[label] != told(entry):
            self.becomes(replace(self.state, asked=(*self.state.asked, (day, amount))))

    @precondition(lambda self: open_versions(self.person))
    @rule(take=st.booleans())
    def choose(self, take: bool) -> None:
        question = open_versions(self.person)[0]
        (other,) = question.other
        assert isinstance(other, DayTally)
        write = lambda: settle(  # noqa: E731
            person=self.person, id=question.id, take=take, by="t", now=self.now
        )
        if take and self.contradicts(other):
            self.refused(write)
            return
        self.act(write)
        asked = list(self.state.asked)
        asked.remove((question.day, str(other.amount)))
        things, label = dict(self.state.things), self.state.tally_of(question.day)
        if take:
            if label is not None:
                del things[label]
            new = next(self.labels)
            held = next(one for one in journal_of(self.person).tallies if one.day == question.day)
            self.ids[new] = str(held.id)
            things[new] = told(other)
        self.becomes(replace(self.state, things=things, asked=tuple(asked)))

    @rule(day=days, none=days, amount=amounts)
    def take_in_a_file(self, day: date, none: date, amount: str) -> None:
        bout = self.bout(day)
        file: list[Entry] = [bout, none_today(day=none)]
        file += [tally(day=day, amount=amount)]
        self.act(
            lambda: import_journal(
                person=self.person, journal=Journal(tuple(file), ZONE), by="t", now=self.now
            )
        )
        twitched = self.state.twitched | {day}
        things = self.state.things | {next(self.labels): ("episode", day, bout.note)}
        if self.state.tally_of(day) is None:
            things[next(self.labels)] = ("tally", day, amount)
        said = self.state.said if none in twitched else self.state.said | {none}
        self.state = replace(self.state, things=things, said=said)
        self.before = []
        for label in things:
            if label not in self.ids:
                self.ids[label] = next(
                    str(one.id)
                    for one in journal_of(self.person).entries
                    if told(one) == things[label]
                )

    # ---- what always holds
    @invariant()
    def shows_what_was_said(self) -> None:
        if hasattr(self, "state"):
            shown = sorted(map(told, journal_of(self.person).entries), key=repr)
            assert shown == self.state.visible

    def teardown(self) -> None:
        """Read the whole export into an empty journal: everything is there, nothing differs."""
        if not hasattr(self, "person"):
            return
        mine = journal_of(self.person)
        other = somebody(self.now)
        found = import_journal(person=other, journal=read_lines(lines(mine)), by="t", now=self.now)
        assert (found.added, found.differing) == (len(mine.entries), 0)
        there = [encode(replace(one, id=None)) for one in journal_of(other).entries]
        assert sorted(there, key=repr) == sorted(
            (encode(replace(one, id=None)) for one in mine.entries), key=repr
        )
