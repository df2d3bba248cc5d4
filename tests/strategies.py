# ruff: noqa: DTZ001  wall-clock times, to which a zone is added below
"""Hypothesis strategies: any valid entry of any kind, and whole journals of them.

They reach for what breaks files: odd Unicode, time zones on the night the clock changes,
leap days, values at their limits, fields left out.
"""

import re
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from myolog.errors import UserError
from myolog.exporters.entry_shapes import Shape, shape_of
from myolog.journal import checks, entries, records
from myolog.journal.codec import decode
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.model import Journal
from myolog.triage.answers import INPUTS
from myolog.vocabulary.choices import DURATIONS, SAID
from myolog.vocabulary.drinks import DRINKS
from myolog.vocabulary.exposures import EXPOSURES, exposure
from myolog.vocabulary.own import CODE_PATTERN, OWN_KINDS
from myolog.vocabulary.profile import PROFILE
from myolog.vocabulary.reminding import WEEKDAYS
from myolog.vocabulary.sites import SITES

ZONES = (
    "Europe/Berlin",
    "Europe/Dublin",
    "Africa/Casablanca",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Antarctica/Troll",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
    "UTC",
)
"""Zones with clocks that jump by 30, 60 or 120 minutes, odd offsets, and both ends of the day."""

_ODD = (
    "\u2028",
    "\u0085",
    "\r\n",
    "\u202e\u05d0\u05d1",
    "e\u0301",
    "\u00e9",
    "\U0001f9b5\U0001f3fd",
    "\ufeff",
    "\ufffd",
    "\x7f",
    "\x1f",
    '"}\n{"end": 0}',
    "\\u0000",
    "=1+1",
    "<b>",
    '#read("/etc/passwd")',
    "\u4e2d\u6587",
    "\ufb01",
)
_letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
_short = st.one_of(st.text(_letters, max_size=12), st.sampled_from(_ODD))
_word = st.one_of(
    st.text(_letters, min_size=1, max_size=12).filter(str.strip),
    st.sampled_from([odd for odd in _ODD if odd.strip()]),
)
_note = st.one_of(st.just(""), _short, st.just("x" * checks.NOTE_LIMIT))
_zones = st.sampled_from(ZONES)
_nights = st.sampled_from(
    (
        datetime(2026, 3, 29, 2, 30),
        datetime(2026, 10, 25, 2, 30),
        datetime(2026, 3, 8, 2, 30),
        datetime(2026, 11, 1, 1, 30),
        datetime(2011, 12, 30, 12, 0),
        datetime(2024, 2, 29, 23, 59, 59, 999_999),
        datetime(2025, 12, 31, 23, 59, 59),
        datetime(1901, 1, 2),
    )
)
_wall = st.one_of(_nights, st.datetimes(datetime(1901, 1, 2), datetime(2199, 12, 30)))
_leap_days = st.sampled_from([date(2024, 2, 29), date(2000, 2, 29), date(1904, 2, 29)])
days = st.one_of(
    st.dates(date(2025, 12, 1), date(2026, 3, 31)),
    _leap_days,
    st.dates(checks.FIRST_DAY, checks.LAST_DAY),
)


_ids = st.one_of(st.none(), _word.map(lambda text: text[:64]))


def _sided() -> st.SearchStrategy[tuple[str, str | None]]:
    pairs = [
        (code, side)
        for code, site in SITES.items()
        for side in ((None,) if site.sides == "M" else (None, "left", "right", "both"))
    ]
    return st.sampled_from(pairs)


_places = _sided()


def _optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


def _moment(wall: datetime, zone: str, fold: int) -> dict[str, Any]:
    return {"zone": zone, "moment": wall.replace(tzinfo=ZoneInfo(zone), fold=fold)}


_moments = st.builds(_moment, _wall, _zones, st.sampled_from((0, 1)))


def _episode(
    place: tuple[str, str | None],
    when: dict[str, Any],
    length: tuple[int | None, str],
    **rest: Any,
) -> entries.Episode:
    return entries.Episode(
        site=place[0],
        side=place[1],
        started_at=when["moment"],
        zone=when["zone"],
        duration_s=length[0],
        duration_said=length[1],
        **rest,
    )


episodes = st.builds(
    _episode,
    _places,
    _moments,
    id=_ids,
    length=st.sampled_from([(None, ""), (1, ""), (30, ""), (300, ""), (86_400, "")])
    | st.sampled_from([(seconds, word) for word, seconds in DURATIONS.items()]),
    intensity=_optional(st.integers(0, 10)),
    suspected=st.lists(_word, max_size=2).map(tuple),
    accompanied=st.lists(st.sampled_from(entries.ACCOMPANIED), max_size=2).map(tuple),
    note=_note,
    time_said=st.sampled_from(("", *entries.TIMES_SAID)),
)


def _tally(place: tuple[str, str | None], amount: str | None, count: int, **rest: Any) -> Any:
    how = {"count": count} if amount is None else {"amount": amount}
    return entries.DayTally(site=place[0], side=place[1], **how, **rest)


tallies = st.builds(
    _tally,
    _places,
    _optional(st.sampled_from(entries.AMOUNTS)),
    st.one_of(st.just(0), st.integers(0, entries.COUNT_LIMIT)),
    id=_ids,
    day=days,
)


def _value_of(code: str) -> st.SearchStrategy[entries.DayExposure]:
    what = exposure(code)
    if what.kind == "yes_no":
        values: st.SearchStrategy[float] = st.sampled_from((0.0, 1.0))
    else:
        values = st.one_of(
            st.floats(what.low, what.high), st.sampled_from((what.low, what.high, 100 / 3))
        ).filter(lambda value: what.low <= value <= what.high)
    source = st.one_of(st.just("self"), _word)
    told = values.map(lambda value: (value, ""))
    if code in SAID:
        told |= st.sampled_from([(number, word) for word, number in SAID[code].items()])
    cups = st.dictionaries(
        st.sampled_from(tuple(DRINKS)), st.integers(0, 60) | st.floats(0, 60), max_size=3
    )
    return st.builds(
        _exposure, told, id=_ids, day=days, code=st.just(code), source=source, servings=cups
    )


def _exposure(told: tuple[float, str], **rest: Any) -> entries.DayExposure:
    return entries.DayExposure(value=told[0], said=told[1], **rest)


_OWN_CODES = tuple(f"own:{kind}:late-pizza" for kind in OWN_KINDS)
_BY_CODE = {code: _value_of(code) for code in (*EXPOSURES, *_OWN_CODES)}
exposures = st.sampled_from((*EXPOSURES, *SAID, *_OWN_CODES)).flatmap(_BY_CODE.__getitem__)


def _window(when: dict[str, Any], **rest: Any) -> entries.CheckWindow:
    return entries.CheckWindow(at=when["moment"], zone=when["zone"], **rest)


windows = st.builds(
    _window,
    _moments,
    id=_ids,
    count=st.integers(0, 50),
    seconds=st.sampled_from((1, 60, 120, 3600)),
)


def _fact_of(code: str) -> st.SearchStrategy[entries.ProfileFact]:
    field = PROFILE[code]
    values: st.SearchStrategy[Any] = {
        "choice": st.sampled_from(field.choices or ("",)),
        "text": _word,
        "whole": st.integers(int(field.low), int(field.high)),
        "number": st.floats(field.low, field.high),
        "exposures": st.sets(st.sampled_from(tuple(EXPOSURES))).map(
            lambda codes: " ".join(code for code in EXPOSURES if code in codes)
        ),
        "times": st.sets(st.times(), max_size=3).map(
            lambda times: " ".join(sorted({f"{one:%H:%M}" for one in times}))
        ),
        "ring": st.one_of(
            st.just("off"),
            st.builds(
                lambda at, days: " ".join((f"{at:%H:%M}", *(d for d in WEEKDAYS if d in days))),
                st.times(),
                st.sets(st.sampled_from(WEEKDAYS), min_size=1, max_size=int(field.high) or 1),
            ),
        ),
        "span": st.one_of(
            st.just("off"),
            st.builds(
                lambda first, n: f"{first}/{first + timedelta(days=n)}", days, st.integers(0, 365)
            ),
        ),
    }[field.kind]
    return st.builds(entries.ProfileFact, id=_ids, day=days, code=st.just(code), value=values)


_FACTS = {code: _fact_of(code) for code in PROFILE}
facts = st.sampled_from(tuple(PROFILE)).flatmap(_FACTS.__getitem__)


def _story(
    day: date, onset: int, first: tuple[str, str | None], later: list[Any], **rest: Any
) -> records.Story:
    began = max(checks.FIRST_DAY, day - timedelta(days=onset))
    span = (day - began).days
    return records.Story(
        day=day,
        onset_day=began,
        first_site=first[0],
        first_side=first[1],
        sites=tuple(
            records.StorySite(
                site=place[0],
                side=place[1],
                since=began + timedelta(days=after % (span + 1)),
                since_precision=records.PRECISIONS[after % len(records.PRECISIONS)],
            )
            for place, after in later
        ),
        **rest,
    )


stories = st.builds(
    _story,
    days,
    st.one_of(st.integers(0, 200), st.integers(0, 20_000)),
    _places,
    st.lists(st.tuples(_places, st.integers(0, 300)), max_size=3),
    id=_ids,
    onset_precision=st.sampled_from(records.PRECISIONS),
    ongoing=st.booleans(),
    trend=_optional(st.sampled_from(records.TRENDS)),
    measures=_optional(st.sampled_from(records.MEASURES)),
    changed=_note,
)


def _answer_to(name: str) -> st.SearchStrategy[tuple[str, Any]]:
    asked = INPUTS[name]
    if asked.kind == "int":
        value: st.SearchStrategy[Any] = st.integers(asked.low, asked.high)
    elif asked.kind == "inputs":
        value = st.lists(st.sampled_from(asked.values), max_size=2, unique=True).map(tuple)
    else:
        value = st.sampled_from(asked.answers)
    return st.tuples(st.just(name), st.one_of(value, st.just("not_sure")))


_BY_INPUT = {name: _answer_to(name) for name in INPUTS}
_answers = st.lists(st.sampled_from(tuple(INPUTS)).flatmap(_BY_INPUT.__getitem__), max_size=5).map(
    dict
)


def _given(when: dict[str, Any], **rest: Any) -> records.TriageAnswers:
    return records.TriageAnswers(at=when["moment"], zone=when["zone"], **rest)


answers = st.builds(
    _given,
    _moments,
    id=_ids,
    answers=_answers,
    reasons=st.dictionaries(st.sampled_from(tuple(INPUTS)), _word, max_size=2),
    after=st.lists(_word, max_size=2).map(tuple),
)
_values = {
    "baseline": st.integers(0, 2_000).map(str),
    "headache": st.integers(0, 10).map(str),
    "recheck": days.map(str),
}
programme_events = st.sampled_from(records.PROGRAMME_EVENTS).flatmap(
    lambda event: st.builds(
        records.ProgrammeEvent,
        id=_ids,
        day=days,
        event=st.just(event),
        step=_optional(_word),
        value=_values.get(event, _optional(_word)),
    )
)
_OWN: dict[str, st.SearchStrategy[Any]] = {
    "episode": episodes,
    "tally": tallies,
    "exposure": exposures,
    "window": windows,
    "profile": facts,
    "story": stories,
    "answers": answers,
    "programme": programme_events,
}
"""The kinds whose fields depend on each other too much to be drawn one by one."""


# ---- every other kind, field by field, from what the description says of each
def _text(shape: Shape) -> st.SearchStrategy[Any]:
    if shape.get("format") == "date":
        return days.map(str)
    if shape.get("format") == "date-time":
        return _wall.map(lambda wall: f"{wall.isoformat(timespec='milliseconds')}Z")
    longest = st.just("x" * shape["maxLength"])
    return (_word | _short | longest).filter(lambda text: re.search(shape["pattern"], text))


def _table(shape: Shape) -> st.SearchStrategy[Any]:
    named = {name: _drawn(inside) for name, inside in shape.get("properties", {}).items()}
    if not named:
        return st.dictionaries(_word, _drawn(shape["additionalProperties"]), max_size=2)
    n_at_least = shape.get("minProperties", 0)
    rows = st.dictionaries(
        st.sampled_from(tuple(named)), st.none(), min_size=n_at_least, max_size=4
    )
    return rows.flatmap(lambda keys: st.fixed_dictionaries({key: named[key] for key in keys}))


def _drawn(shape: Shape) -> st.SearchStrategy[Any]:
    """Draw what fits the shape of a field, its limits included."""
    if shape.get("pattern") == CODE_PATTERN:
        return st.from_regex(CODE_PATTERN, fullmatch=True)
    if "anyOf" in shape:
        return st.one_of(*map(_drawn, shape["anyOf"]))
    if "enum" in shape:
        return st.sampled_from(shape["enum"])
    low, high = shape.get("minimum"), shape.get("maximum")
    limits = st.sampled_from([edge for edge in (low, high) if edge is not None] or [0])
    return {
        "null": st.none,
        "boolean": st.booleans,
        "integer": lambda: limits | st.integers(low, high),
        "number": lambda: limits | st.floats(low, high, allow_nan=False, allow_infinity=False),
        "string": lambda: _text(shape),
        "array": lambda: st.lists(
            _drawn(shape["items"]), min_size=shape.get("minItems", 0), max_size=3
        ),
        "object": lambda: _table(shape),
    }[shape["type"]]()


def _taken(row: dict[str, Any]) -> entries.Entry | None:
    """Make the entry, unless its fields do not go together."""
    try:
        return decode(row)
    except UserError:
        return None


def from_fields(kind: type[entries.Entry]) -> st.SearchStrategy[Any]:
    """Draw entries of a kind that names no strategy of its own."""
    shape = shape_of(kind)
    fields = {name: _drawn(one) for name, one in shape["properties"].items() if name != "kind"}
    fields |= {"zone": _zones} if "zone" in fields else {}
    needed = {name: fields.pop(name) for name in shape["required"] if name != "kind"}
    if "day" not in needed:
        del fields["day"]  # that of the instant
    rows = st.fixed_dictionaries({"kind": st.just(kind.kind), **needed}, optional=fields)
    return rows.map(_taken).filter(lambda entry: entry is not None)


BY_KIND = {
    name: _OWN[name] if name in _OWN else from_fields(kind) for name, kind in ALL_KINDS.items()
}
"""A strategy for each kind of entry, by its name in files."""

any_entry = st.sampled_from(tuple(BY_KIND)).flatmap(BY_KIND.__getitem__)


def _without_twins(drawn: list[entries.Entry], zone: str) -> Journal:
    kept: list[entries.Entry] = []
    slots: set[tuple[str, str]] = set()
    ids: set[str] = set()
    for entry in drawn:
        slot = (entry.kind, entry.slot) if entry.slot is not None else None
        if (slot is not None and slot in slots) or (entry.id is not None and entry.id in ids):
            continue
        kept.append(entry)
        if slot is not None:
            slots.add(slot)
        if entry.id is not None:
            ids.add(entry.id)
    return Journal(tuple(kept), zone)


journals = st.builds(_without_twins, st.lists(any_entry, max_size=6), _zones)
"""Whole journals of up to six entries."""
