"""Environment and zone of a worker are the same after a test as before it."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


def _of_the_computer() -> tuple[dict[str, str], tuple[str, str]]:
    told = {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
    return told, time.tzname


@contextmanager
def left_as_found() -> Iterator[None]:
    """Fail, and put it right, when environment or zone are not afterwards what they were."""
    before, zone = _of_the_computer()
    yield
    after, zone_after = _of_the_computer()
    if (after, zone_after) != (before, zone):
        for name in set(after) - set(before):
            del os.environ[name]
        os.environ.update(before)
        time.tzset()
        changed = sorted(name for name, _ in set(after.items()) ^ set(before.items()))
        pytest.fail(f"left behind: {changed or zone_after}")
