"""Every kind of thing a person can note, as frozen values that cannot be wrong in form.

One class a kind; `ALL_KINDS` of `kinds.py` lists them by their name in files and the API. A timed
entry keeps three facts: the UTC instant, the IANA zone the person was in, and the local date, so
that a later change of zone rules moves nothing. `slot` names what a later entry of the same kind
replaces; None: entries stand side by side. Source: guide 3d (days, tasks), 6 (programme), 8.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Final, Self

from myolog.errors import InvalidEntry
from myolog.frozen import FrozenDict
from myolog.journal.checks import (
    ID_LIMIT,
    LOOK_LIMIT_S,
    NOTE_LIMIT,
    STRONGEST,
    check_choice,
    check_day,
    check_duration,
    check_said,
    check_servings,
    check_text,
    check_whole,
    check_words,
    check_yes_no,
    local_day,
)
from myolog.journal.plain import filled, make_plain, slots_of
from myolog.journal.provenance import TYPED, Provenance, provenance_of
from myolog.vocabulary.choices import DURATIONS, SAID, TIMES_SAID
from myolog.vocabulary.drinks import DRINKS
from myolog.vocabulary.exposures import validate
from myolog.vocabulary.profile import check_fact
from myolog.vocabulary.sites import check_side
from myolog.vocabulary.tasks import EXPLAINED, GIVEN, SINCE, TASKS

AMOUNTS: Final = ("none", "some", "many")
ACCOMPANIED: Final = ("cramp", "tingling", "pain")
ACTIONS: Final = ("start", "change", "stop", "taken")
COUNT_LIMIT: Final = 100_000
_NO_SERVINGS: Final[Mapping[str, float]] = FrozenDict()  # one for very many values


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry has.

    Attributes
    ----------
    id : key given by the store or the file; None for an entry that was never stored
    day : the person's calendar date
    """

    kind: ClassVar[str]
    id: str | None = None
    day: date = date.min

    def __post_init__(self) -> None:
        make_plain(self)
        self._check()

    @classmethod
    def of_plain(cls, values: Mapping[str, object]) -> Self:
        """Return an entry of plain values by the name of their fields; they are checked as ever."""
        made = filled(cls, values)
        made._check()
        return made

    def _check(self) -> None:
        """Refuse what cannot be true; a kind adds what it knows."""
        if self.id is not None:
            check_text(self.id, "The id", ID_LIMIT, required=True)
        check_day(self.day)

    def named(self, id: str | None, *, day: date | None = None) -> Self:
        """Return the same entry with another id; what was checked once is not looked at again.

        Parameters
        ----------
        day
            Another day, for a kind to which every day is the same.
        """
        made = object.__new__(type(self))
        for put, value in zip(*slots_of(self), strict=True):
            put(made, value)
        object.__setattr__(made, "id", id)
        if day is not None:
            check_day(day)
            object.__setattr__(made, "day", day)
        return made

    @property
    def slot(self) -> str | None:
        """What a later entry of this kind replaces."""
        return None

    @property
    def moment(self) -> datetime | None:
        """The UTC instant, where the kind has one."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode(Entry):
    """One noticed bout of twitching.

    Attributes
    ----------
    site, side : where; side None means that it was not noted
    started_at : aware instant, kept in UTC
    zone : IANA zone the person was in
    duration_s : 1 to 86,400 seconds, or None
    duration_said : the word that `duration_s` stands for, such as "minutes"
    time_said : what was said of the time where no clock was told: "day", or a part of the day
    intensity : 0 (barely felt) to 10 (strongest), or None
    suspected : exposure codes or free words
    accompanied : any of cramp, tingling, pain
    note : free text
    """

    kind: ClassVar[str] = "episode"
    site: str
    side: str | None = None
    started_at: datetime
    zone: str
    duration_s: int | None = None
    intensity: int | None = None
    suspected: tuple[str, ...] = ()
    accompanied: tuple[str, ...] = ()
    note: str = ""
    duration_said: str = ""
    time_said: str = ""

    def _check(self) -> None:
        instant, day = local_day(self.started_at, self.zone, self.day)
        object.__setattr__(self, "started_at", instant)
        object.__setattr__(self, "day", day)
        Entry._check(self)
        check_side(self.site, self.side)
        if self.duration_s is not None:
            check_duration(self.duration_s)
        if self.duration_said != "":
            check_said(self.duration_said, DURATIONS, self.duration_s, "The length in words")
        if self.time_said != "":
            check_choice(self.time_said, TIMES_SAID, "The time in words")
        if self.intensity is not None:
            check_whole(self.intensity, 0, STRONGEST, "The strength")
        check_words(self.suspected, "What you suspect")
        for sign in self.accompanied:
            check_choice(sign, ACCOMPANIED, "What came with it")
        check_text(self.note, "The note", NOTE_LIMIT)

    @property
    def moment(self) -> datetime:
        """When it began."""
        return self.started_at


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTally(Entry):
    """How much one place twitched on one day: a word or a count, never both.

    Attributes
    ----------
    site, side : where; side None means that it was not noted
    amount : none, some or many; None when a count is given
    count : bouts on that day, or None
    """

    kind: ClassVar[str] = "tally"
    site: str
    side: str | None = None
    amount: str | None = None
    count: int | None = None

    def _check(self) -> None:
        Entry._check(self)
        check_side(self.site, self.side)
        if (self.amount is None) == (self.count is None):
            raise InvalidEntry(
                "A day needs either a word (none, some, many) or a count.",
                code="invalid_tally",
                key="word_or_count",
            )
        if self.amount is not None:
            check_choice(self.amount, AMOUNTS, "How much it twitched")
        if self.count is not None:
            check_whole(self.count, 0, COUNT_LIMIT, "The count")

    @property
    def slot(self) -> str:
        """One tally a day and place."""
        return f"{self.day}/{self.site}/{self.side or '-'}"

    @property
    def twitched(self) -> bool:
        """Whether anything was noticed."""
        return self.amount in {"some", "many"} or bool(self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoneToday(Entry):
    """The person looked back on the day and noticed no twitch."""

    kind: ClassVar[str] = "none_today"

    @property
    def slot(self) -> str:
        """One a day."""
        return str(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayExposure(Entry):
    """The value of one exposure on one day.

    Attributes
    ----------
    code : exposure code
    value : number in the exposure's unit; 0 or 1 for yes/no
    source : "self" when typed by the person, "same as yesterday" when taken over on their word,
        "estimated" when guessed, else the import's name
    said : the word that `value` stands for, such as "under_6", when no number was told
    servings : the cups that are part of the value, by code of the drink
    """

    kind: ClassVar[str] = "exposure"
    code: str
    value: float
    source: str = TYPED
    said: str = ""
    servings: Mapping[str, float] = field(default_factory=dict, hash=False)

    def _check(self) -> None:
        Entry._check(self)
        object.__setattr__(self, "value", validate(self.code, self.value))
        check_text(self.source, "The source", required=True)
        if self.said != "":
            check_said(self.said, SAID.get(self.code, {}), self.value, "The value in words")
        for drink, count in self.servings.items():
            check_choice(drink, tuple(DRINKS), "The drink")
            check_servings(count)
        held = FrozenDict(self.servings) if self.servings else _NO_SERVINGS
        object.__setattr__(self, "servings", held)

    @property
    def slot(self) -> str:
        """One value a day, exposure and source."""
        return f"{self.day}/{self.code}/{self.source}"

    @property
    def provenance(self) -> Provenance:
        """How the value came about."""
        return provenance_of(self.source)

    def counts_over(self, other: "DayExposure | None") -> bool:
        """Say whether this value counts where `other` tells the same day and exposure before it."""
        return other is None or self.provenance >= other.provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineEvent(Entry):
    """A medicine or substance started, changed or stopped, or taken all along.

    Attributes
    ----------
    name : what it is called
    action : start, change or stop; taken where it was taken before the day of telling already
    dose : how much, in the person's words
    dated : whether it happened on the entry's day; False where only the day of telling is known
    """

    kind: ClassVar[str] = "medicine"
    name: str
    action: str
    dose: str = ""
    dated: bool = True

    @property
    def begins(self) -> bool:
        """Whether it tells a beginning or a change and the day of it."""
        return self.dated and self.action in ("start", "change")

    def _check(self) -> None:
        Entry._check(self)
        check_text(self.name, "The medicine", required=True)
        check_yes_no(self.dated, "Whether the day is known")
        if self.action == "taken":
            object.__setattr__(self, "dated", False)
        check_choice(self.action, ACTIONS, "What happened with it")
        check_text(self.dose, "The dose")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWindow(Entry):
    """A fixed look at a set time, with the number of twitches seen in it.

    Attributes
    ----------
    at : aware instant, kept in UTC
    zone : IANA zone the person was in
    count : twitches seen
    seconds : how long the look lasted, s
    """

    kind: ClassVar[str] = "window"
    at: datetime
    zone: str
    count: int
    seconds: int = 120

    def _check(self) -> None:
        instant, day = local_day(self.at, self.zone, self.day)
        object.__setattr__(self, "at", instant)
        object.__setattr__(self, "day", day)
        Entry._check(self)
        check_whole(self.count, 0, COUNT_LIMIT, "The count")
        check_whole(self.seconds, 1, LOOK_LIMIT_S, "The length of the look in seconds")

    @property
    def moment(self) -> datetime:
        """When the look began."""
        return self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCheck(Entry):
    """The weekly look at daily tasks: how hard each one was.

    Attributes
    ----------
    answers : task to fine, harder, much_harder, cannot or not_sure
    since : task to weeks (up to four), months (up to a year), years or not_sure
    explained : task to yes, no or not_sure: whether a doctor has looked at exactly this and
        explained it, and it is unchanged since
    """

    kind: ClassVar[str] = "tasks"
    answers: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    explained: Mapping[str, str] = field(default_factory=dict)

    def _check(self) -> None:
        Entry._check(self)
        if not self.answers:
            raise InvalidEntry(
                "The weekly look has no answers. Answer at least one task.", code="no_answers"
            )
        for name, choices in (("answers", GIVEN), ("since", SINCE), ("explained", EXPLAINED)):
            told = getattr(self, name)
            for task, answer in told.items():
                check_choice(task, tuple(TASKS), "The task")
                check_choice(answer, choices, "The answer")
            object.__setattr__(self, name, FrozenDict(told))

    @property
    def slot(self) -> str:
        """One a day."""
        return str(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileFact(Entry):
    """One fact about the person, as told on a day; the latest one holds.

    Attributes
    ----------
    code : which fact
    value : a number, a word of its list or free text
    """

    kind: ClassVar[str] = "profile"
    code: str
    value: str | int | float

    def _check(self) -> None:
        Entry._check(self)
        check_fact(self.code, self.value)
        if isinstance(self.value, str):
            check_text(self.value, "The fact", NOTE_LIMIT)

    @property
    def slot(self) -> str:
        """One a day and fact."""
        return f"{self.day}/{self.code}"


TELLING: Final = (Episode.kind, DayTally.kind, CheckWindow.kind)
"""Kinds that may tell of a twitch."""


def tells_twitch(entry: Entry) -> bool:
    """Say whether the entry tells of a twitch on its day, so that "none today" cannot hold."""
    if isinstance(entry, DayTally):
        return entry.twitched
    return isinstance(entry, Episode) or (isinstance(entry, CheckWindow) and entry.count > 0)
