"""What the fields of a visit show and offer, where it is told and where it is changed."""

from datetime import date
from typing import Any, Final

from myolog.content.catalogue import load
from myolog.content.typed import day_typed
from myolog.errors import InvalidEntry
from myolog.journal.records import Examination
from myolog.store.selectors import LatestResult
from myolog.triage.answers import INPUTS, NOT_SURE
from myolog.triage.follow_up import explainable
from myolog.vocabulary.visits import ROLES, TESTS, TO_RESULT
from myolog.web.forms.visit import IN_DAYS, ON_A_DAY, OTHER, VisitForm
from myolog.wording.kinds import sign_name

SAID: Final = ("normal", "explained", "abnormal", "pending")


def choices(latest: LatestResult | None, form: VisitForm, *, today: date) -> dict[str, Any]:
    """Return what the fields of a visit show and offer, with the signs that it explained before."""
    words = load()
    known = {} if latest is None else latest.assessment.inputs
    present = [
        name for name, value in known.items() if value not in (NOT_SURE, INPUTS[name].default)
    ]
    told = form.told.signs if isinstance(form.told, Examination) else ()
    roles = (*((one, words.text(f"visit.by.{one}")) for one in ROLES),)
    return {
        "chosen": {name: form.holds(name) for name in form.fields if name != "key"},
        "roles": (*roles, (OTHER, words.text("visit.page.other_role"))),
        "tests": tuple((one, words.text(f"visit.page.done_{one}")) for one in TESTS),
        "said": tuple((one, words.text(f"visit.said.{one}")) for one in SAID),
        "to_result": _to_result(form, today),
        "signs": tuple((one, sign_name(one)) for one in explainable((*present, *told))),
        "when": tuple((one, words.text(f"visit.page.{one}")) for one in (*IN_DAYS, ON_A_DAY)),
        "lock_screen": words.text("reminder.later"),
    }


def _to_result(form: VisitForm, today: date) -> tuple[tuple[str, str], ...]:
    """Return the choices of before or after the result; none where its day has no result.

    Without a day it is asked of today.
    """
    try:
        day = day_typed(form.holds("seen_on"))
    except InvalidEntry:
        day = today
    if not (form.holds("to_result") or form.asks_whether_after(day)):
        return ()
    return tuple((one, load().text(f"visit.page.to_result_{one}")) for one in TO_RESULT)
