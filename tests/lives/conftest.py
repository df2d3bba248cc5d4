"""Every computer of a life is switched off at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lives.computer import Computer


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Callable[..., Computer]]:
    """Give a function that sets up a computer in a zone."""
    running: list[Computer] = []

    def set_up(**how: Any) -> Computer:
        running.append(Computer(tmp_path, **how))
        return running[-1]

    yield set_up
    for one in running:
        one.sleep()
