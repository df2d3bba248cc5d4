"""Invented people for the page for the doctor: everything a journal can hold, by seed."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from myolog.journal.entries import ACCOMPANIED, AMOUNTS, Entry
from myolog.journal.model import Journal
from myolog.journal.records import PRECISIONS, TRENDS, StorySite
from myolog.journal.simulate import simulate
from myolog.report.build import build_report
from myolog.report.sections import Report
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess
from myolog.triage.result import Assessment
from myolog.triage.standing import standing_answers
from myolog.vocabulary.profile import PROFILE
from myolog.vocabulary.sites import SITES
from myolog.vocabulary.tasks import ANSWERS, EXPLAINED, SINCE, TASKS
from myolog.vocabulary.visits import OUTCOMES
from tests import factories as make

ZONE = "Europe/Berlin"
SWAPPED = {"left": "right", "right": "left"}


def rich_journal(seed: int) -> tuple[Journal, date]:
    """Return a journal and the day on which its page is made."""
    chance = Random(seed)
    start = date(2025, 6, 1) + timedelta(days=chance.randrange(300))
    days = chance.choice((3, 12, 40, 100, 170, 400))
    simulated = simulate(
        seed=seed, days=days, start=start, missing=chance.choice((0.05, 0.3, 0.7))
    ).journal
    today = start + timedelta(days=days - 1 + chance.choice((0, 0, 1, 20, 80)))
    journal = Journal(simulated.entries, ZONE)
    added = [*_person(chance, start), *_noted(chance, start, days), *_told(chance, start, today)]
    latest = {(entry.kind, entry.slot or number): entry for number, entry in enumerate(added)}
    return journal.with_entries(latest.values()), today


def _some(chance: Random, most: int) -> range:
    return range(chance.choice((0, 1, 2, most)))


def _day(chance: Random, start: date, days: int) -> date:
    return start + timedelta(days=chance.randrange(days))


def _moment(chance: Random, day: date) -> datetime:
    wall = datetime.combine(day, time(chance.randrange(24), chance.randrange(60)))
    return wall.replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


def _place(chance: Random) -> dict[str, Any]:
    site = chance.choice(list(SITES.values()))
    sides = (None,) if site.sides == "M" else (None, "left", "right", "both")
    return {"site": site.code, "side": chance.choice(sides)}


_LISTS = {"exposures": ("caffeine stress", "sleep_min"), "times": ("", "09:00 20:30"),
          "ring": ("off", "18:00 sun"), "span": ("off", "2026-12-20/2027-01-03")}  # fmt: skip


def _person(chance: Random, start: date) -> list[Entry]:
    found: list[Entry] = []
    for code, field in PROFILE.items():
        if chance.random() < 0.4 or code in ("occupation", "country", "weight_kg"):
            continue
        whole = field.kind == "whole"
        choices = field.choices or _LISTS.get(field.kind, ())
        value = chance.randint(1, int(field.high)) if whole else chance.choice(choices)
        found.append(make.fact(code, value, day=start))
    if chance.random() < 0.7:
        found.append(make.fact("occupation", "gardener", day=start))
    for month in _some(chance, 3):
        kilos = round(chance.uniform(40, 120), chance.choice((0, 1)))
        found.append(make.fact("weight_kg", kilos, day=start + timedelta(days=month)))
    return found


def _noted(chance: Random, start: date, days: int) -> list[Entry]:
    found: list[Entry] = []
    for _ in range(chance.choice((0, 5, 60))):
        amount = {"amount": chance.choice(AMOUNTS)}
        how = amount if chance.random() < 0.6 else {"count": chance.randrange(4)}
        found.append(make.tally(day=_day(chance, start, days), **_place(chance), **how))
    found += [_bout(chance, _day(chance, start, days)) for _ in _some(chance, 12)]
    tasks = [task for task in TASKS if chance.random() < 0.8] or ["grip"]
    for week in range(0, days, 7):
        if chance.random() < 0.7:
            odds = (0.9, 0.05, 0.03, 0.02)
            told = {task: chance.choices(ANSWERS, odds)[0] for task in tasks}
            found.append(make.tasks(day=start + timedelta(days=week), answers=told, **_asked(told)))
    for code, high in (("caffeine", 600), ("alcohol_g", 60), ("nicotine", 20)):
        if chance.random() < 0.5:
            for lived in range(0, days, chance.choice((1, 2, 9))):
                source = chance.choice(("self", "Apple Health"))
                day, value = start + timedelta(days=lived), float(chance.randrange(high))
                found.append(make.exposure(day=day, code=code, value=value, source=source))
    return found


def _asked(told: dict[str, str]) -> dict[str, dict[str, str]]:
    """Answer what is asked of hard tasks, by letters of the answers, so that no seed is spent."""
    hard = [task for task, answer in told.items() if answer != "fine"]
    return {
        "since": {task: SINCE[(len(task) + len(told)) % 4] for task in hard if len(told) % 3},
        "explained": {task: EXPLAINED[(len(task) + len(hard)) % 3] for task in hard[1:]},
    }


def _bout(chance: Random, day: date) -> Entry:
    signs = tuple(sign for sign in ACCOMPANIED if chance.random() < 0.4)
    moment = _moment(chance, day)
    return make.episode(started_at=moment, zone=ZONE, accompanied=signs, **_place(chance))


def _told(chance: Random, start: date, today: date) -> list[Entry]:
    found: list[Entry] = []
    span = (today - start).days + 1
    if chance.random() < 0.7:
        onset = min(today, start - timedelta(days=chance.choice((-25, 0, 5, 90, 900))))
        later = tuple(
            StorySite(
                since=_day(chance, onset, (today - onset).days + 1),
                since_precision=chance.choice(PRECISIONS),
                **_place(chance),
            )
            for _ in _some(chance, 6)
        )
        first = _place(chance)
        found.append(
            make.story(
                day=today,
                onset_day=onset,
                onset_precision=chance.choice(PRECISIONS),
                first_site=first["site"],
                first_side=first["side"],
                sites=later,
                ongoing=chance.random() < 0.8,
                trend=chance.choice((None, *TRENDS)),
                changed=chance.choice(("", "A new job.")),
            )
        )
    for which in _some(chance, 9):
        day = start + timedelta(days=chance.randrange(-1200, span))
        name = f"Medicine {'ABCDEFGHI'[which]}"
        found.append(make.medicine(day=day, name=name, dose=chance.choice(("", "one tablet"))))
        for action in ("change", "stop", "start"):
            if chance.random() < 0.3:
                day = min(day + timedelta(days=chance.randrange(40)), today)
                found.append(make.medicine(day=day, name=name.upper(), action=action))
    for _ in _some(chance, 8):
        what = chance.choice(("examination", "EMG", "bloods", "hearing test"))
        result = chance.choice(OUTCOMES)
        found.append(make.examination(day=_day(chance, start, span), what=what, result=result))
    found += [make.question("Why?", day=today, fear=n % 2 == 1) for n in _some(chance, 6)]
    if chance.random() < 0.3:
        found.append(make.question("I also dive at weekends.", day=today, remark=True))
    found += _answers(chance, start, span)
    return found


def _answers(chance: Random, start: date, span: int) -> list[Entry]:
    found: list[Entry] = []
    calm = chance.random() < 0.5
    for _ in _some(chance, 6):
        given: dict[str, Any] = {}
        for name, asked in INPUTS.items():
            if chance.random() < 0.3 or asked.origin == ("journal",) or name == "age_years":
                continue
            if asked.kind == "ordered":
                given[name] = asked.values[0] if calm else chance.choice(asked.values)
            elif asked.kind == "bool":
                given[name] = chance.random() < (0.02 if calm else 0.3)
            elif asked.kind == "inputs":
                given[name] = tuple(x for x in asked.values if chance.random() < 0.1)
            if chance.random() < 0.05:
                given[name] = "not_sure"
        moment = _moment(chance, _day(chance, start, span))
        found.append(make.answers(given, at=moment, zone=ZONE))
    return found


def swapped(journal: Journal) -> Journal:
    """Return the journal of a person whose left is right."""
    entries = []
    for entry in journal.entries:
        side = getattr(entry, "side", None)
        if side in SWAPPED:
            entry = replace(entry, side=SWAPPED[side])  # type: ignore[call-arg]
        if entry.kind == "story":
            places = tuple(
                replace(place, side=SWAPPED.get(place.side, place.side)) for place in entry.sites
            )
            first = SWAPPED.get(entry.first_side, entry.first_side)
            entry = replace(entry, first_side=first, sites=places)
        entries.append(entry)
    return Journal(tuple(entries), journal.zone)


def assessed(journal: Journal, today: date) -> Assessment:
    """Return what the silent re-run of the check says."""
    answers, reasons = standing_answers(journal, today=today)
    return assess(journal, answers, today=today, reasons=reasons)


def reported(journal: Journal, today: date) -> Report:
    """Return the report of a journal and its own assessment."""
    return build_report(journal, assessed(journal, today), today=today)
