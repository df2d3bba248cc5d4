"""Random lives of two devices that note one day, with and without a connection.

What a device says is a number that nobody else says, so that each can be followed. What is owed to
the person: a number that no one replaced knowingly holds, or is asked about.
"""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import uuid4

from myolog.journal.entries import DayExposure
from myolog.store.selectors import Person, entries_of_day
from myolog.store.services.journal import Seen, log_entries
from myolog.store.services.versions import open_versions, settle


def faults_of(person: Person, *, day: date, begins: datetime, seeds: range) -> list[str]:
    """Return what went wrong in some lives, each on a day of its own, the last on `day`."""
    return [
        f"life {seed}: {fault}"
        for back, seed in enumerate(seeds)
        for fault in Life(
            person, day=day - timedelta(days=back), begins=begins + timedelta(days=back), seed=seed
        ).live(20)
    ]


@dataclass
class Device:
    """A browser: its page, what waits in it, and what it ever said."""

    seen_at: datetime
    saw: float | None = None
    waiting: list[tuple[str, float, Seen, float | None]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    said: set[float] = field(default_factory=set)


class Life:
    """Two devices and one day; `owed` are the numbers that must not get lost."""

    def __init__(self, person: Person, *, day: date, begins: datetime, seed: int) -> None:
        self.person, self.day, self.now = person, day, begins
        self.chance = random.Random(seed)
        self.devices = (Device(seen_at=begins), Device(seen_at=begins))
        self.owed: set[float] = set()
        self.n_said = 0

    def holds(self) -> float | None:
        """Return the number in the journal."""
        noted = entries_of_day(self.person, self.day)
        return next((entry.value for entry in noted if isinstance(entry, DayExposure)), None)

    def asked(self) -> dict[float, str]:
        """Return the numbers that are asked about, and the key of each question."""
        return {
            entry.value: question.id
            for question in open_versions(self.person)
            for entry in question.other
            if question.day == self.day and isinstance(entry, DayExposure)
        }

    def live(self, n_deeds: int) -> list[str]:
        """Let things happen; return what went wrong."""
        for _ in range(n_deeds):
            self.now += timedelta(minutes=1)
            device = self.chance.choice(self.devices)
            deed = self.chance.choice((self.look, self.say, self.say, self.send, self.send))
            deed(device)
            if self.chance.random() < 0.1:
                self.decide()
            if lost := self.lost():
                return [f"{sorted(lost)} lost at {self.now}"]
        while self.asked():
            self.decide()
        return ["more is lost at the end"] if self.lost() else []

    def lost(self) -> set[float]:
        """Return the numbers that neither hold nor are asked about."""
        return self.owed - {self.holds()} - self.asked().keys()

    def look(self, device: Device) -> None:
        """Open the page anew; a device without a connection keeps the one it has."""
        device.seen_at, device.saw = self.now, self.holds()

    def say(self, device: Device) -> None:
        """Save a number of one's own on the page as it is."""
        self.n_said += 1
        key, value = str(uuid4()), float(self.n_said)
        seen = Seen(at=device.seen_at, own=tuple(device.keys))
        device.waiting.append((key, value, seen, device.saw))
        device.keys.append(key)

    def send(self, device: Device) -> None:
        """Send some of what waits, each perhaps twice, because an answer got lost."""
        for _ in range(self.chance.randint(1, 3)):
            if not device.waiting:
                return
            key, value, seen, saw = device.waiting.pop(0)
            self.now += timedelta(seconds=1)
            for _ in range(self.chance.choice((1, 1, 2))):
                entry = DayExposure(day=self.day, code="caffeine", value=value)
                log_entries(person=self.person, entries=[entry], by="test", idempotency_key=key,
                            seen=seen, now=self.now)  # fmt: skip
            self.owed -= device.said | {saw}
            self.owed.add(value)
            device.said.add(value)

    def decide(self) -> None:
        """Let the person answer one question."""
        asked = self.asked()
        if not asked:
            return
        value, id = self.chance.choice(sorted(asked.items()))
        take = self.chance.random() < 0.5
        self.owed.discard(self.holds() if take else value)  # type: ignore[arg-type]
        settle(person=self.person, id=id, take=take, by="test", now=self.now)
