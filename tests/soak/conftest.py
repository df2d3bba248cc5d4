"""What takes long runs only when asked for: `make soak` sets MYOLOG_SOAK."""

import os

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the soak tests out of every other run."""
    if os.environ.get("MYOLOG_SOAK"):
        return
    for item in items:
        if "/soak/" in item.nodeid or item.nodeid.startswith("tests/soak"):
            item.add_marker(pytest.mark.skip(reason="takes long: make soak"))
