"""A test that leaves its environment or its zone behind is the one that fails."""

import os
import time

import pytest

from tests.left_as_found import left_as_found


@pytest.mark.parametrize("name", ["TZ", "MYOLOG_DATA", "LC_ALL", "NEW_ONE"])
def test_what_is_left_in_the_environment_is_named_and_put_right(name: str) -> None:
    before = dict(os.environ)
    with pytest.raises(pytest.fail.Exception, match=name), left_as_found():
        os.environ[name] = "Europe/Berlin"
    assert dict(os.environ) == before


def leave_a_zone_in_force() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()


def test_a_zone_that_stays_in_force_is_found_although_its_name_is_gone() -> None:
    before = time.tzname
    with pytest.raises(pytest.fail.Exception, match="CET"), left_as_found():
        leave_a_zone_in_force()
    assert time.tzname == before


def test_what_is_undone_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    with left_as_found(), monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
