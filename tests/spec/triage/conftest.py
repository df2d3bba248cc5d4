"""Runs every table of cases twice: straight on the core, and through the journal's file format."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from myolog.journal.codec import decode, encode
from myolog.journal.records import TriageAnswers
from myolog.triage import Assessment, decide


def _straight(answers: Mapping[str, object]) -> Assessment:
    return decide(answers)


def _through_the_file(answers: Mapping[str, object]) -> Assessment:
    given = {n: tuple(v) if isinstance(v, list) else v for n, v in answers.items()}
    entry = TriageAnswers(at=datetime(2026, 3, 1, 9, tzinfo=UTC), zone="UTC", answers=given)
    back = decode(encode(entry))
    assert isinstance(back, TriageAnswers)
    return decide(back.answers)


ENGINES = {"core": _straight, "file": _through_the_file}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each file's `CASES` to its test, one by one, on each engine."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", metafunc.module.CASES, ids=lambda case: case["says"])
    if "engine" in metafunc.fixturenames:
        metafunc.parametrize("engine", ENGINES)


@pytest.fixture
def check_case(engine: str) -> Callable[[str, Mapping[str, object]], None]:
    """Give a function that holds one case against the core."""

    def check(rule: str, case: Mapping[str, object]) -> None:
        assessment = ENGINES[engine](case["answers"])
        fired = {reason.code for reason in assessment.reasons}
        assert (rule in fired) == case["fires"]
        assert assessment.urgency.name == case["urgency"]

    return check
