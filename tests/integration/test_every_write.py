"""Every way to write a day keeps what holds of a day; undo is the state before."""

import re
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from myolog.store.services import entries
from tests.writes_model import Writes

pytestmark = pytest.mark.store


def test_any_writes_in_any_order_leave_what_a_person_would_say(db: None) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Writes, settings=settings(max_examples=20, stateful_step_count=25, phases=[Phase.generate])
    )


def test_rows_come_and_go_in_one_place_only() -> None:
    """A restored backup clears the journal first; every other write goes through `exchange`."""
    services = Path(entries.__file__).parent
    changes = re.compile(r"update\([^)]*retired_at|bulk_create\((?!\n?\s*AuditEvent)")
    found = {file.name for file in services.glob("*.py") if changes.search(file.read_text("utf-8"))}
    assert found == {"entries.py", "restoring.py"}
