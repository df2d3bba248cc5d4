"""Every public value comes back the same from a pickle and from a copy.

So it can be sent to another process, kept in a cache and put in a set.
"""

import pickle
from copy import copy, deepcopy
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from myolog.attention.checking import measure_checking
from myolog.errors import Unclear
from myolog.journal.example import forearm_journal
from myolog.patterns.report import find_patterns
from myolog.phrases.reading import read_line
from myolog.programme.plan import plan_on
from myolog.programme.readiness import readiness
from myolog.programme.verdict import judge
from myolog.report.wording import say
from myolog.triage.conversation import Conversation
from myolog.triggers.discover import find_triggers
from tests import strategies
from tests.report_journals import assessed, reported, rich_journal

BORN_OF = settings(max_examples=8)
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)


def same(value, *, hashed=True):
    """Prove that copies are equal, hash alike and are of the same type."""
    for other in (pickle.loads(pickle.dumps(value)), deepcopy(value), copy(value)):
        assert type(other) is type(value)
        assert other == value
        assert not hashed or hash(other) == hash(value)


@given(strategies.any_entry)
def test_an_entry_of_any_kind(entry):
    same(entry)
    same((entry, entry))


@BORN_OF
@given(strategies.journals)
def test_a_journal_and_what_was_asked_of_it_before(journal):
    before = len(pickle.dumps(journal))
    assert journal.observed_days >= journal.twitch_days
    same(journal)
    assert len(pickle.dumps(journal)) == before
    assert deepcopy(journal).exposures_told == journal.exposures_told


@BORN_OF
@given(st.integers(0, 10_000))
def test_what_is_made_of_a_journal(seed):
    journal, today = rich_journal(seed)
    assessment, report = assessed(journal, today), reported(journal, today)
    patterns, meter = find_patterns(journal, today=today), measure_checking(journal, today=today)
    for value in (assessment, *assessment.reasons, report, say(report), patterns, meter):
        same(value)
    same(Conversation(journal=journal, today=today), hashed=False)
    same(readiness(journal, today, today=today, urgent=False), hashed=False)
    same(plan_on(journal, today, today=today, urgent=False), hashed=False)


def test_findings_with_and_without_a_number():
    journal = forearm_journal()
    early = journal.entries[30].day
    for day in (early, journal.entries[-1].day):
        same(find_triggers(journal, today=day))
    untested = find_triggers(journal, today=early).findings[0]
    assert repr(untested.rate_ratio) == "nan"


def test_a_verdict_of_the_programme():
    same(judge([4.0] * 60, start_index=28))


def test_what_one_line_says():
    same(read_line("left calf for 2 minutes after coffee", now=NOON, zone="Europe/Berlin"))


def test_an_error_with_what_it_quotes():
    wrong = Unclear("{first} or {second}?", first="3.5", second="3500")
    for other in (pickle.loads(pickle.dumps(wrong)), deepcopy(wrong)):
        assert (type(other), other.message, other.code, other.readings) == (
            Unclear, "3.5 or 3500?", "unclear", ("3.5", "3500"),
        )  # fmt: skip
