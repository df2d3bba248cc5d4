"""Which answers still stand when the check is run again without asking.

Decides what the silent re-run after new entries rests on: a sign once reported
stays until the person takes it back, a "no" counts together with a later check
for as long as a result holds and is then asked again, days counted then have
grown if it has gone on, an answer that the journal has overtaken gives way to
the journal, and so does a reason that spoke of a milder picture. Of a check that
is dated in the future, because a clock was ahead, the signs stand and nothing else.
Source: the guide, section 3d; DP-9 for the 14 days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from myolog.errors import InvalidAnswer
from myolog.journal.doubt import is_open
from myolog.journal.facts import NO, told_fact
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, checked, is_below
from myolog.triage.checklist import TWO_WEEKS
from myolog.triage.derive import journal_suggests
from myolog.triage.result import holds_on
from myolog.triage.run import find_run
from myolog.triage.visited import examined_since, explained_since

__all__ = ["days_gone_on", "standing_answers", "still_known"]


def standing_answers(
    journal: Journal, *, today: date
) -> tuple[Mapping[str, Answer], Mapping[str, str]]:
    """Return the stored answers and reasons to hand to `assess` on `today`.

    What a visit has told since stands for the two questions it answers (see `visited`).

    Returns
    -------
    answers : question to answer; never below the journal without a reason
    reasons : question to the person's words
        Answers that this version of the questions no longer knows are left out,
        so that they are asked again.
    """
    given, reasons = _stored(journal, today)
    return _with_visits(journal, given, today), reasons


def days_gone_on(journal: Journal, days: int, *, today: date) -> int:
    """Return the days of twitching told last, and those gone since unless it has stopped.

    It is what a new check shows for confirming; no result rests on it before that.

    Parameters
    ----------
    days
        What stands of earlier checks, the least that is returned.
    """
    past = journal.until(today)
    told = [one for one in past.of(TriageAnswers) if "run_days" in one.answers]
    if not told or not days or journal_suggests(past, today).get("run_days") == 0:
        return days
    gone = (today - told[-1].day).days if told[-1].answers["run_days"] == days else 0
    return min(days + gone, INPUTS["run_days"].high)


def _with_visits(journal: Journal, given: dict[str, Answer], today: date) -> dict[str, Answer]:
    examined = examined_since(journal, today)
    if examined is not None and examined != given.get("assessed_normal"):
        given = {**given, "assessed_normal": examined}
        given.pop("changed_since_assessment", None)
    explained = explained_since(journal, today, _known_on)
    if explained:
        before = given.get("explained_unchanged", ())
        listed = {*explained, *(before if isinstance(before, tuple) else ())}
        names = INPUTS["explained_unchanged"].values
        given = {**given, "explained_unchanged": tuple(one for one in names if one in listed)}
    return given


def _known_on(journal: Journal, day: date) -> dict[str, Answer]:
    """Return what was known about each question on a day, visits left aside."""
    return journal_suggests(journal, day) | _stored(journal, day)[0]


def _stored(journal: Journal, today: date) -> tuple[dict[str, Answer], dict[str, str]]:
    """Return the answers told in checks that still stand, and their reasons."""
    past = journal.until(today)
    told = journal.of(TriageAnswers)
    answers, reasons = journal.last_answers
    given = still_known(answers)
    for name in _lapsed(told, given, today) | _told_anew(journal, given, today):
        del given[name]
    days = given.get("run_days", 0)
    if isinstance(days, int) and "run_days" in given and "run_days" not in reasons:
        given |= _grown_days(past, days, _told_on(told, "run_days", today))
    suggested = journal_suggests(past, today)
    for name, suggestion in suggested.items():
        if not is_below(name, given.get(name, NOT_SURE), suggestion):
            continue
        then = _told_on(told, name, today)
        if name not in reasons or _has_grown(past, name, suggestion, then):
            del given[name]
    return given, {name: text for name, text in reasons.items() if name in given}


def _lapsed(
    told: tuple[TriageAnswers, ...], given: Mapping[str, Answer], today: date
) -> frozenset[str]:
    """Return the questions last denied in a check too old to count with the newest one.

    Measured from the newest check, so that a result does not change by lying. Nobody knows how old
    a check is that is dated in the future.
    """
    newest = min(told[-1].day, today) if told else today
    return frozenset(
        name
        for name, value in given.items()
        if _is_calm(name, value) and not holds_on(_day_of(told, name), today=newest)
    )


def _told_anew(journal: Journal, given: Mapping[str, Answer], today: date) -> frozenset[str]:
    """Return the questions denied in a check of which the profile has since told more than a no."""
    return frozenset(
        name
        for name, value in given.items()
        if "profile" in INPUTS[name].origin
        and INPUTS[name].kind != "int"
        and _is_calm(name, value)
        and told_fact(journal, name, today) not in (None, *NO)
    )


def _is_calm(name: str, value: Answer) -> bool:
    """Return whether an answer tells of no sign, or speaks of one as explained."""
    question = INPUTS[name]
    if question.mitigating:
        return True
    if is_open(value) or name == "age_years":
        return False
    if name == "run_days":
        return not TWO_WEEKS.holds({name: value})
    return question.rank(value) <= question.rank(question.default)


def still_known(answers: Mapping[str, object]) -> dict[str, Answer]:
    """Return the answers that this version of the questions still knows."""
    known: dict[str, Answer] = {}
    for name, value in answers.items():
        try:
            known |= checked({name: value}, allow_not_sure=True)
        except InvalidAnswer:
            continue
    return known


def _grown_days(journal: Journal, days: int, told_on: date) -> dict[str, Answer]:
    """Return the days told, counted on where the journal shows that it went on since."""
    if days == 0:
        return {}
    run = find_run(journal, told=(told_on - timedelta(days=days - 1), told_on))
    went_on = run is not None and run.told and run.last > told_on
    if run is None or not went_on:
        return {}
    return {"run_days": min(run.n_days, INPUTS["run_days"].high)}


def _day_of(told: tuple[TriageAnswers, ...], name: str) -> date:
    return next(entry.day for entry in reversed(told) if name in entry.answers)


def _told_on(told: tuple[TriageAnswers, ...], name: str, today: date) -> date:
    return min(_day_of(told, name), today)


def _has_grown(journal: Journal, name: str, suggestion: Answer, then: date) -> bool:
    """Return whether the journal now suggests more than when the reason was given.

    A number of days grows by itself and does not count as more.
    """
    before = journal_suggests(journal, then).get(name)
    if before is None:
        return True
    question = INPUTS[name]
    return question.kind != "int" and question.rank(suggestion) > question.rank(before)
