"""The journal: every entry of one person, frozen, in order of time.

This is the narrow waist of Myolog: files, the store, imports and the simulator make a `Journal`,
and every analysis is a pure function of one. A day on which nothing was noted is missing, never
zero (guide 3d).
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar

from myolog.errors import InvalidEntry, NotAJournal
from myolog.journal.checks import check_whole, day_ahead, zone_of
from myolog.journal.entries import (
    DayExposure,
    DayTally,
    Entry,
    Episode,
    NoneToday,
    ProfileFact,
    tells_twitch,
)
from myolog.journal.instants import LATEST_END, has_come
from myolog.journal.provenance import rival_of
from myolog.journal.records import Story, TriageAnswers
from myolog.vocabulary.sites import groups_of

E = TypeVar("E", bound=Entry)

_BEGINNING = datetime.min.replace(tzinfo=UTC)
_FEW = 100
"""Entries that are put in their places one by one; more are sorted with the rest."""


def _place_in_time(entry: Entry) -> tuple[date, datetime, str, str, str]:
    return (entry.day, entry.moment or _BEGINNING, entry.kind, entry.slot or "", entry.id or "")


def _entries_in(given: object) -> tuple[Entry, ...]:
    """Return entries as a tuple; refuse by name what holds something else."""
    entries = tuple(given) if isinstance(given, Iterable) else (given,)
    for one in entries:
        if not isinstance(one, Entry):
            named = one if isinstance(given, list | tuple) else given
            raise NotAJournal(
                "A journal is made of entries such as Episode, not of {name}.",
                name=type(named).__name__,
                key="entries_needed",
            )
    return entries


@dataclass(frozen=True)
class Journal:
    """All entries of one person.

    It never changes, so what is asked of it is worked out once and kept.

    Parameters
    ----------
    entries
        Any order; they are sorted by day, time and kind.
    zone
        The person's home time zone, an IANA name.
    day_ends_hour
        The hour after midnight at which the person's day ends, 0 to 6.

    Raises
    ------
    InvalidEntry
        Zone or hour are none, two entries of one kind claim the same slot (two tallies of one place
        on one day, say), or two entries have the same id.
    """

    entries: tuple[Entry, ...] = ()
    zone: str = "UTC"
    day_ends_hour: int = 0

    def __post_init__(self) -> None:
        zone_of(self.zone)
        check_whole(self.day_ends_hour, 0, LATEST_END, "The hour at which a day ends")
        given = _entries_in(self.entries)
        object.__setattr__(self, "entries", tuple(sorted(given, key=_place_in_time)))
        slots: set[tuple[str, str]] = set()
        ids: set[str] = set()
        for entry in self.entries:
            slot = entry.slot
            if slot is not None:
                key = (entry.kind, slot)
                if key in slots:
                    raise InvalidEntry(
                        "The journal holds {kind} for {slot} twice. Keep one of them.",
                        kind=entry.kind,
                        slot=slot,
                        code="twice_in_journal",
                        key="slot_twice",
                    )
                slots.add(key)
            if entry.id is not None:
                if entry.id in ids:
                    raise InvalidEntry(
                        "Two entries have the id {id}. Give each its own.",
                        id=entry.id,
                        code="twice_in_journal",
                        key="id_twice",
                    )
                ids.add(entry.id)

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Return the entries of one kind, oldest first; answers in the order they were given."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[type[Entry], tuple[Any, ...]]:
        found: defaultdict[type[Entry], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[type(entry)].append(entry)
        by_kind: dict[type[Entry], tuple[Any, ...]] = {
            kind: tuple(entries) for kind, entries in found.items()
        }
        by_kind[TriageAnswers] = in_order_given(by_kind.get(TriageAnswers, ()))
        return by_kind

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """Single bouts, oldest first."""
        return self.of(Episode)

    @property
    def tallies(self) -> tuple[DayTally, ...]:
        """Day tallies, oldest first."""
        return self.of(DayTally)

    @property
    def story(self) -> Story | None:
        """The story so far as last told, or None."""
        told = self.of(Story)
        return told[-1] if told else None

    @property
    def profile(self) -> Mapping[str, ProfileFact]:
        """The latest fact for each profile code."""
        return {fact.code: fact for fact in self.of(ProfileFact)}

    @property
    def last_answers(self) -> tuple[Mapping[str, object], Mapping[str, str]]:
        """What the person last answered to each question of the check, and the reasons given.

        An answer stands until the same question is answered again; its reason goes with it.
        """
        answers: dict[str, object] = {}
        reasons: dict[str, str] = {}
        for given in self.of(TriageAnswers):
            answers |= given.answers
            for name in given.answers:
                reasons.pop(name, None)
            reasons |= given.reasons
        return answers, reasons

    @cached_property
    def sightings(self) -> tuple[Episode | DayTally, ...]:
        """Every entry that says a place twitched, oldest first."""
        return tuple(
            entry
            for entry in self.entries
            if isinstance(entry, Episode) or (isinstance(entry, DayTally) and entry.twitched)
        )

    @cached_property
    def twitch_days(self) -> frozenset[date]:
        """Days on which a twitch was noticed, by an episode, a tally or a check window."""
        return frozenset(entry.day for entry in self.entries if tells_twitch(entry))

    @cached_property
    def observed_days(self) -> frozenset[date]:
        """Days on which the person looked back: a twitch, a tally (even of none) or a none."""
        told = {entry.day for entry in (*self.tallies, *self.of(NoneToday))}
        return self.twitch_days | told

    @cached_property
    def told_days(self) -> frozenset[date]:
        """Days that tell of every place: with a twitch, a tally (even of none) or a none.

        A fixed look alone tells of no place. Every count of days noted goes by these.
        """
        told = (*self.episodes, *self.tallies, *self.of(NoneToday))
        return frozenset(entry.day for entry in told)

    @cached_property
    def place_days(self) -> Mapping[tuple[str, str | None], frozenset[date]]:
        """Days on which each place, a site and a side, twitched."""
        days: defaultdict[tuple[str, str | None], set[date]] = defaultdict(set)
        for entry in self.sightings:
            days[entry.site, entry.side].add(entry.day)
        return {place: frozenset(found) for place, found in days.items()}

    @cached_property
    def group_days(self) -> Mapping[str, frozenset[date]]:
        """Twitch days of each muscle group of guide 3d."""
        days: defaultdict[str, set[date]] = defaultdict(set)
        for (site, side), found in self.place_days.items():
            for group in groups_of(site, side):
                days[group] |= found
        return {group: frozenset(found) for group, found in days.items()}

    @cached_property
    def exposure_values(self) -> Mapping[date, Mapping[str, float]]:
        """The value of each exposure by day, as `exposures_told` has it."""
        return {
            day: {code: entry.value for code, entry in told.items()}
            for day, told in self.exposures_told.items()
        }

    @cached_property
    def exposures_told(self) -> Mapping[date, Mapping[str, DayExposure]]:
        """Each exposure by day and code; the surer provenance counts."""
        told: defaultdict[date, dict[str, DayExposure]] = defaultdict(dict)
        for entry in self.of(DayExposure):
            if entry.counts_over(told[entry.day].get(entry.code)):
                told[entry.day][entry.code] = entry
        return dict(told)

    def until(self, day: date) -> "Journal":
        """Return the journal as it stood at the end of `day`."""
        if not self.entries or self.entries[-1].day <= day:
            return self
        known = self._cuts.get(day)
        if known is None:
            known = self._with(self.between(date.min, day))
            self._cuts.clear()
            self._cuts[day] = known
        return known

    def between(self, first: date, last: date) -> tuple[Entry, ...]:
        """Return the entries of some days, oldest first; both days count."""
        start = bisect_left(self.entries, first, key=lambda entry: entry.day)
        end = bisect_right(self.entries, last, lo=start, key=lambda entry: entry.day)
        return self.entries[start:end]

    def part(self, first: date, last: date) -> "Journal":
        """Return the journal of some days alone; both days count."""
        return self._with(self.between(first, last))

    def exchanged(self, *, gone: Iterable[str], new: Iterable[Entry]) -> "Journal":
        """Return the journal without some entries and with others, as a store knows them.

        Quicker than building a journal anew, because what stays is not looked at again: the caller
        answers for it that no two entries have one id or claim one slot.

        Parameters
        ----------
        gone
            Ids of entries that hold no longer.
        """
        left, coming = frozenset(gone), sorted(new, key=_place_in_time)
        entries = list(self.entries)
        if left:
            entries = [entry for entry in entries if entry.id not in left]
        if not entries:
            entries = coming
        elif len(coming) > _FEW:
            entries = sorted((*entries, *coming), key=_place_in_time)
        else:
            for one in coming:
                entries.insert(bisect_right(entries, _place_in_time(one), key=_place_in_time), one)
        return self._with(tuple(entries))

    def _with(self, entries: tuple[Entry, ...]) -> "Journal":
        """Return a journal that differs in its entries only; they are in order already."""
        made = object.__new__(Journal)
        vars(made).update(self.__getstate__(), entries=entries)
        return made

    def __getstate__(self) -> dict[str, object]:
        """Return the fields alone: what was worked out is worked out again where it is needed."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @cached_property
    def _cuts(self) -> dict[date, "Journal"]:
        """The journal up to the day that was asked for last."""
        return {}

    def with_entries(self, added: Iterable[Entry]) -> "Journal":
        """Return the journal with entries added; one that claims a filled slot replaces it."""
        new = tuple(added)
        claimed = {(entry.kind, entry.slot) for entry in new if entry.slot is not None}
        claimed |= {
            (entry.kind, other)
            for entry in new
            if isinstance(entry, DayExposure) and (other := rival_of(entry.slot)) is not None
        }
        kept = tuple(entry for entry in self.entries if (entry.kind, entry.slot) not in claimed)
        return replace(self, entries=kept + new)


def in_order_given(answers: tuple[TriageAnswers, ...]) -> tuple[TriageAnswers, ...]:
    """Return answers to the check in the order they were given, whatever a wrong clock said.

    Each stands at its time, or just before the first that is known to have come after it.

    Parameters
    ----------
    answers
        In order of their times.
    """
    if not any(one.after for one in answers):
        return answers
    place = {one.id: nth for nth, one in enumerate(answers) if one.id is not None}
    given: dict[int, TriageAnswers] = {}
    opened: set[int] = set()
    waiting = list(reversed(range(len(answers))))
    while waiting:
        nth = waiting[-1]
        known = () if nth in opened else answers[nth].after
        opened.add(nth)
        before = {place[id] for id in known if id in place} - opened
        if before:
            waiting += sorted(before, reverse=True)
        else:
            given.setdefault(waiting.pop(), answers[nth])
    return tuple(given.values())


def the_journal(given: object) -> Journal:
    """Return what was given for a journal; refuse by name what is none.

    Raises
    ------
    NotAJournal
        It is something else, such as a table.
    """
    if isinstance(given, Journal):
        return given
    raise NotAJournal(
        "A Journal is needed here, not {name}. Make one of entries, or read one with read_journal.",
        name=type(given).__name__,
        key="journal_needed",
    )


def refuse_future(entry: Entry, *, now: datetime) -> None:
    """Refuse an entry that has not happened yet.

    A clock that is five minutes fast is forgiven, and so is a date that has begun somewhere on
    Earth (14 hours ahead of UTC).

    Parameters
    ----------
    now
        Aware datetime.

    Raises
    ------
    InvalidEntry
        The entry lies in the future. Plans of an experiment may.
    """
    if not lies_ahead(entry, now=now):
        return
    if entry.moment is not None and not has_come(entry.moment, now):
        raise InvalidEntry(
            "That time is in the future. Give a time up to now.",
            code="in_the_future",
            key="time_ahead",
        )
    raise day_ahead(entry.day)


def lies_ahead(entry: Entry, *, now: datetime) -> bool:
    """Say whether an entry is dated in the future, as `refuse_future` has it."""
    if entry.kind == "experiment_plan":
        return False
    if entry.moment is not None and not has_come(entry.moment, now):
        return True
    return entry.day > (now.astimezone(UTC) + timedelta(hours=14)).date()
