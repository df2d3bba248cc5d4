"""What other checks answered while one was being done."""

from collections.abc import Mapping

from myolog.journal.records import TriageAnswers
from myolog.store.models import Person
from myolog.store.rows import entry_of
from myolog.store.selectors import results_told, uuid_of
from myolog.triage.answers import INPUTS, Answer, checked
from myolog.triage.screens import combine

__all__ = ["told_meanwhile"]


def told_meanwhile(person: Person, *, known: str) -> Mapping[str, Answer]:
    """Return what other checks answered that were finished after a result, the graver of each.

    Parameters
    ----------
    known
        Key of the newest result when this check was shown; "" where there was none.
    """
    rows = results_told(person)
    if known:
        then = rows.filter(id=uuid_of(known)).first()
        rows = rows.none() if then is None else rows.filter(stored_nth__gt=then.stored_nth)
    later = rows.filter(raised_at__isnull=True, answers__retired_at__isnull=True)
    told = later.exclude(answers=None).values_list("answers_id", "answers__payload")
    entries = [entry_of(*one) for one in told]
    return combine(*(_signs_in(one) for one in entries if isinstance(one, TriageAnswers)))


def _signs_in(told: TriageAnswers) -> dict[str, Answer]:
    """Return the answers without those that speak of a sign as explained."""
    signs = {name: value for name, value in told.answers.items() if not INPUTS[name].mitigating}
    return checked(signs, allow_not_sure=True)
