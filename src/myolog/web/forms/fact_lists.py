"""Facts as lists to tick, each with one last line that says that the others do not hold.

A line that is not ticked stays untold until that last line is ticked; it names the lines it stood
under, so that it never denies what its page did not show.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.http import QueryDict

from myolog.content.names import choice_name
from myolog.vocabulary.profile import PROFILE

LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "medicines": ("lithium", "clozapine", "theophylline", "potassium_medicine", "warfarin"),
    "illnesses": (
        "heart_disease", "kidney", "liver_disease", "low_sodium", "diabetes", "thyroid_disease",
        "b12_deficiency", "headache_disorder", "eating_disorder", "cancer_history",
        "neck_surgery_recent",
    ),
    "pregnancy": ("pregnant", "breastfeeding"),
}  # fmt: skip
"""Facts of each list, in the order of the page."""

LISTED: Final = frozenset(code for codes in LISTS.values() for code in codes)
DENIALS: Final = ("no", "none")
LONGEST: Final = 2_000


def told_in(posted: QueryDict | None) -> QueryDict | None:
    """Return what was posted with each tick, and each last line, as the facts they tell."""
    if posted is None:
        return None
    told = posted.copy()
    for code in LISTED.intersection(posted.getlist("has")):
        how = posted.get(f"how_{code}", "")
        told[code] = how if how in _holding(code) else _holding(code)[0]
    for code in LISTED & _denied(posted):
        told[code] = told.get(code) or _denial(code)
    return told


def _denied(posted: QueryDict) -> frozenset[str]:
    """Return the facts that a ticked last line stood under."""
    return frozenset(" ".join(posted.getlist("rest"))[:LONGEST].split())


def _holding(code: str) -> tuple[str, ...]:
    return tuple(one for one in PROFILE[code].choices if one not in DENIALS)


def _denial(code: str) -> str:
    return next(one for one in PROFILE[code].choices if one in DENIALS)


def in_lists(
    rows: Iterable[Mapping[str, Any]], *, known: Iterable[str], posted: QueryDict | None
) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Return rows of a form as lists to tick, and those that are asked by themselves.

    Parameters
    ----------
    known
        Facts that were told already; they are changed by themselves.
    posted
        What was sent, where the form is shown again; a "no" without its last line stands alone.
    """
    told, denied = frozenset(known), _denied(posted or QueryDict())
    open_rows = {row["field"].code: row for row in rows if row["field"].code not in told}
    lists = []
    for name, codes in LISTS.items():
        shown = [code for code in codes if code in open_rows]
        is_denied = denied.issuperset(shown)
        if not is_denied:
            shown = [code for code in shown if open_rows[code]["value"] not in DENIALS]
        lines = [_line(open_rows.pop(code)) for code in shown]
        if lines:
            under = " ".join(shown)
            lists.append({"name": name, "lines": lines, "under": under, "denied": is_denied})
    return {
        "lists": lists,
        "fields": list(open_rows.values()),
        "told": [row for row in rows if row["field"].code in told],
    }


def _line(row: Mapping[str, Any]) -> dict[str, Any]:
    code = row["field"].code
    hows = tuple((one, choice_name(one)) for one in _holding(code))
    holds = row["value"] in _holding(code)
    return {**row, "hows": hows, "how": row["value"] if holds else hows[0][0], "holds": holds}
