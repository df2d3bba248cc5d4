"""A person who is ready to begin the programme, in the store."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from myolog.journal.entries import Entry
from myolog.programme.guards import FACTS
from myolog.store.selectors import Person, today_in
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entries
from myolog.triage.answers import INPUTS
from tests.factories import exposure, fact, tally

FROM_JOURNAL = tuple(name for name, question in INPUTS.items() if "journal" in question.origin)
REASONS = dict.fromkeys(FROM_JOURNAL, "I know better")
CALM = {name: question.default for name, question in INPUTS.items() if name != "run_days"} | {
    "run_days": 3,
    "age_years": 42,
}


def told(day: date, **over: str | int) -> list[Entry]:
    """Give the facts of a grown person who said no to everything."""
    facts = dict.fromkeys(FACTS, "no") | {"kidney": "none", "age_years": 42, "sex": "man"} | over
    return [fact(code, value, day=day) for code, value in facts.items()]


def days_before(day: date, n_days: int, *, caffeine: float | None = 600) -> list[Entry]:
    """Give a look back on each of the days before `day`, with its caffeine."""
    found: list[Entry] = []
    for back in range(1, n_days + 1):
        found.append(tally(day=day - timedelta(days=back)))
        if caffeine is not None:
            found.append(exposure(day=day - timedelta(days=back), value=caffeine))
    return found


def make_ready(person: Person, now: datetime, *, n_days: int = 14, **over: str | int) -> None:
    """Store everything a start needs: facts, two weeks of notes, a calm result."""
    today = today_in(person, now)
    log_entries(
        person=person, entries=[*told(today, **over), *days_before(today, n_days)], by="t", now=now
    )
    answer_calmly(person, now, silent_on=over)


def answer_calmly(person: Person, now: datetime, *, silent_on: Collection[str] = ()) -> None:
    """Store a check in which nothing is found, and nothing denied that was told otherwise."""
    answers = {name: value for name, value in CALM.items() if name not in silent_on}
    record_answers(person=person, answers=answers, reasons=REASONS, by="t", now=now)
