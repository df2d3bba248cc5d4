"""Every way to write a day, in 400 random lives of 60 writes each."""

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.writes_model import Writes


@pytest.mark.django_db
def test_any_writes_in_any_order_leave_what_a_person_would_say() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Writes, settings=settings(max_examples=400, stateful_step_count=60, derandomize=False)
    )
