"""What makes a journal value impossible: limits shared by every kind of entry.

The limits keep out slips of the finger and broken files, not rare lives: days from 1900 to 2200,
notes of at most 10,000 characters, episodes of at most one day. Nothing here reads the clock;
`model.refuse_future` takes it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, cast
from zoneinfo import ZoneInfo

from myolog.errors import InvalidEntry, InvalidEpisode
from myolog.journal.plain import plain_day

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2200, 12, 31)
NOTE_LIMIT: Final = 10_000
WORDS_LIMIT: Final = 200
LIST_LIMIT: Final = 30
ID_LIMIT: Final = 64
ONE_DAY_S: Final = 86_400
SERVINGS_LIMIT: Final = 60
STRONGEST: Final = 10
LOOK_LIMIT_S: Final = 3600
ASKED_LIMIT: Final = 1_000
"""How many letters a question for the doctor, or the reason for an answer, may have."""

SEED_LIMIT: Final = 2**63 - 1
PLAN_LIMIT: Final = 400
"""How many days an experiment may have."""

_A_DAY: Final = timedelta(days=1)

_UNKEEPABLE: Final = re.compile("[\x00\ud800-\udfff]")
"""Characters that no database or no UTF-8 file takes; all of them are unprintable."""


def check_day(day: object, name: str = "The date") -> None:
    """Refuse anything but a date from 1900 to 2200.

    Raises
    ------
    InvalidEntry
        `day` is no date, or lies outside those years.
    """
    if not isinstance(day, date) or isinstance(day, datetime):
        raise InvalidEntry(
            "{name} must be written as year-month-day, like 2026-03-09.",
            name=name,
            code="invalid_date",
            key="named_date_form",
        )
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidEntry(
            "{name} {day} is too far away. Use a date from 1900 to today.",
            name=name,
            day=day.isoformat(),
            code="invalid_date",
            key="named_date_too_far",
        )


def check_passed(day: date, *, today: date) -> None:
    """Refuse a day to come, and one outside the years that can be noted.

    Raises
    ------
    InvalidEntry
        The day has not come yet, or is too far away.
    """
    if day > today:
        raise day_ahead(day)
    check_day(day)


def day_ahead(day: date) -> InvalidEntry:
    """Return the refusal of a day to come."""
    return InvalidEntry(
        "{day} is in the future. Give a day up to today.",
        day=day.isoformat(),
        code="in_the_future",
        key="day_ahead",
    )


def the_day(given: object, name: str = "The date") -> date:
    """Return what was given for a date, also by a table; see `check_day` for what is refused."""
    day = plain_day(given)
    check_day(day, name)
    return cast("date", day)


@lru_cache(maxsize=256)
def zone_of(name: str) -> ZoneInfo:
    """Return the IANA time zone called `name`, such as "Europe/Berlin".

    Raises
    ------
    InvalidEntry
        No time zone has this name.
    """
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as unknown:  # ZoneInfoNotFoundError is a KeyError
        raise unknown_zone(name) from unknown


def unknown_zone(name: str) -> InvalidEntry:
    """Return the refusal of a name that no time zone has."""
    return InvalidEntry(
        '"{name}" is not a time zone. Use a name such as Europe/Berlin or UTC.',
        name=name[:60],
        code="invalid_zone",
        key="not_a_zone",
    )


def local_day(moment: object, zone: object, day: date) -> tuple[datetime, date]:
    """Return the instant in UTC and the person's calendar date on which it fell.

    Parameters
    ----------
    moment
        Aware datetime.
    zone
        IANA name of the zone the person was in.
    day
        The date kept with the entry; `date.min` asks for it to be worked out.

    Raises
    ------
    InvalidEntry
        The instant has no offset, lies outside 1900 to 2200, or is more than a day away from `day`.
    """
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise InvalidEntry(
            "The time must carry its offset, like 2026-03-09T14:20:00+01:00.",
            code="invalid_time",
            key="time_without_offset",
        )
    if not isinstance(zone, str):
        raise InvalidEntry(
            "The time zone must be a name such as Europe/Berlin.",
            code="invalid_zone",
            key="zone_not_a_name",
        )
    try:
        instant = moment.astimezone(UTC)
        place = zone_of(zone)
        is_told = day != date.min and MINYEAR < instant.year < MAXYEAR
        worked_out = day if is_told else instant.astimezone(place).date()
    except OverflowError as overflow:
        raise InvalidEntry(
            "The time is too far away. Use a date from 1900 to today.",
            code="invalid_time",
            key="time_too_far",
        ) from overflow
    kept = worked_out if day == date.min else day
    check_day(kept)
    if abs(kept - instant.date()) > _A_DAY:
        raise InvalidEntry(
            "The date {kept} does not fit the time {instant}. Correct one of them.",
            kept=kept.isoformat(),
            instant=instant.isoformat(),
            code="invalid_time",
            key="date_and_time_differ",
        )
    return instant, kept


def check_text(
    value: object, name: str, limit: int = WORDS_LIMIT, *, required: bool = False
) -> None:
    """Refuse text that is missing, too long or cannot be stored and shown.

    Raises
    ------
    InvalidEntry
        One sentence naming the field and the limit.
    """
    if not isinstance(value, str):
        raise InvalidEntry("{name} must be text.", name=name, code="invalid_text", key="not_text")
    if required and not value.strip():
        raise InvalidEntry(
            "{name} is empty. Write a few words.", name=name, code="invalid_text", key="text_empty"
        )
    if len(value) > limit:
        raise InvalidEntry(
            "{name} has {value:,} characters. Shorten it to {limit:,} or fewer.",
            name=name,
            value=len(value),
            limit=limit,
            code="text_too_long",
        )
    if not value.isprintable() and _UNKEEPABLE.search(value):
        raise InvalidEntry(
            "{name} holds a character that cannot be stored. Type it again.",
            name=name,
            code="invalid_text",
            key="character_cannot_be_stored",
        )


def check_choice(value: object, choices: Sequence[str], name: str) -> None:
    """Refuse a value outside `choices`."""
    if not isinstance(value, str) or value not in choices:
        raise InvalidEntry(
            "{name} must be one of: {codes}.",
            name=name,
            codes=tuple(filter(None, choices)),
            code="invalid_choice",
            key="not_a_choice",
        )


def check_whole(value: object, low: int, high: int, name: str) -> None:
    """Refuse anything but a whole number from `low` to `high`."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise InvalidEntry(
            "{name} must be a whole number from {low:,} to {high:,}.",
            name=name,
            low=low,
            high=high,
            code="invalid_number",
            key="whole_number_limits",
        )


def check_servings(value: object) -> None:
    """Refuse anything but a number of servings from 0 to `SERVINGS_LIMIT`."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not 0 <= value <= SERVINGS_LIMIT:  # type: ignore[operator]
        raise InvalidEntry(
            "The servings of a drink must be a number from 0 to {high:,}.",
            high=SERVINGS_LIMIT,
            code="invalid_number",
            key="servings_limits",
        )


def check_yes_no(value: object, name: str) -> None:
    """Refuse anything but true or false."""
    if not isinstance(value, bool):
        raise InvalidEntry(
            "{name} must be true or false.",
            name=name,
            code="invalid_choice",
            key="not_true_or_false",
        )


def check_list(values: object, kind: type, name: str) -> None:
    """Refuse anything but a tuple of at most `LIST_LIMIT` values of one type."""
    if (
        not isinstance(values, tuple)
        or len(values) > LIST_LIMIT
        or not all(isinstance(value, kind) for value in values)
    ):
        raise InvalidEntry(
            "{name} must be a list of at most {limit}. Keep those that matter most.",
            name=name,
            limit=LIST_LIMIT,
            code="invalid_list",
            key="list_too_long",
        )


def check_words(values: object, name: str) -> None:
    """Refuse a list that is too long or holds something other than short texts."""
    if not isinstance(values, tuple) or len(values) > LIST_LIMIT:
        raise InvalidEntry(
            "{name} must be a list of at most {limit} short texts.",
            name=name,
            limit=LIST_LIMIT,
            code="invalid_list",
            key="not_a_list",
        )
    for value in values:
        check_text(value, name, required=True)


def check_said(said: object, words: Mapping[str, int], value: object, name: str) -> None:
    """Refuse a word that is none of `words`, or that stands for another number."""
    check_choice(said, tuple(words), name)
    if words[str(said)] != value:
        raise InvalidEntry(
            "“{said}” stands for {number}. Give that number with it, or leave the word out.",
            said=said,
            number=words[str(said)],
            code="invalid_choice",
            key="word_and_number_differ",
        )


def check_duration(duration_s: object) -> None:
    """Refuse what is no length of a bout in seconds."""
    whole = isinstance(duration_s, int) and not isinstance(duration_s, bool)
    if not whole or not 1 <= duration_s <= ONE_DAY_S:  # type: ignore[operator]
        raise InvalidEpisode(
            "How long it lasted must be from 1 second to 24 hours. For longer, log each day.",
            code="invalid_duration",
            key="duration_limits",
        )
