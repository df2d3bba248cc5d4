"""What changed from one result to the next, in words."""

from datetime import date

from myolog.triage.assessment import decide
from myolog.triage.history import Past, Told
from myolog.wording.help_numbers import help_in
from myolog.wording.history import history_in_words

DAY = date(2026, 3, 11)


def test_an_age_that_was_told_is_no_new_sign() -> None:
    child = decide({"age_years": 9, "run_days": 3})
    past = Past(
        told=Told(day=DAY, assessment=child, has_risen=False),
        is_first=False,
        gained=child.reasons,
        gone=(),
        acts=(),
    )
    assert [one.inputs for one in child.reasons] == [("age_years",)]
    (shown,) = history_in_words((past,), numbers=help_in("AT"), home="Europe/Vienna")
    assert shown.changes[-1] == "New: the age was told, and it is under 16."
