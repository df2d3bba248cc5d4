"""From a journal and an assessment to the sections of the page for the doctor.

Decides what each section counts, and nothing about words or layout. Everything after `today` is
left out. Source: the guide, section 8; what a neurologist asks first opens the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.checks import the_day
from myolog.journal.doubt import NOT_SURE, ticked_line
from myolog.journal.entries import ACCOMPANIED, MedicineEvent, ProfileFact, TaskCheck
from myolog.journal.middles import middle_told
from myolog.journal.model import Journal, the_journal
from myolog.journal.records import Examination, Question
from myolog.journal.subject import subject_of
from myolog.report.asked import Asking, history_fact, sort_answers
from myolog.report.days import count_days
from myolog.report.medicines import fold_medicines
from myolog.report.own import own_told
from myolog.report.sections import (
    VAGUE_DAYS,
    Accompanied,
    Fact,
    Onset,
    Outcome,
    Person,
    Report,
    Signs,
    Substance,
    Task,
    Tasks,
    Weight,
)
from myolog.triage.answers import INPUTS, Answer, is_too_young
from myolog.triage.assessment import assess_standing
from myolog.triage.due import visits_ahead
from myolog.triage.history import Told
from myolog.triage.joining import joining_of
from myolog.triage.result import Assessment
from myolog.triage.rules import COUNTING_RULES, RULES_BY_CODE
from myolog.triage.run import FRESH_DAYS
from myolog.triage.since import Rise
from myolog.triage.urgency import can_wait
from myolog.triage.visited import A_YEAR, LOOKED
from myolog.vocabulary.tasks import FAILED, TASKS

__all__ = ["HISTORY", "build_report"]

SUBSTANCES: Final = ("caffeine", "alcohol_g", "nicotine", "sleep_min")
"""Exposures that every page shows; without a value they are said not to have been noted."""

HISTORY: Final = (
    "family_nm",
    "thyroid_disease",
    "b12_deficiency",
    "diabetes",
    "kidney",
    "heart_disease",
    "liver_disease",
    "cancer_history",
    "neck_surgery_recent",
    "low_sodium",
    "eating_disorder",
    "headache_disorder",
    "pregnant",
    "breastfeeding",
    "lithium",
    "clozapine",
    "theophylline",
    "potassium_medicine",
    "warfarin",
)
"""Facts of the past, in the order of the page."""

_FORTNIGHT: Final = 14
_ESTABLISHED_DAYS: Final = 2
"""Days with twitching from which a place that only the journal shows counts as joined."""


def build_report(
    journal: Journal,
    assessment: Assessment,
    *,
    today: date,
    result: Told | None = None,
    rise: Rise | None = None,
) -> Report:
    """Gather everything the page for the doctor says.

    Parameters
    ----------
    journal
        Entries after `today` are left out.
    assessment
        What `assess` said about the same journal.
    today
        The date of the page.
    result
        The result that was told last, which the page repeats; None repeats `assessment`.
    rise
        How notes raised that result; None for one of a check.

    Returns
    -------
    report : sections of codes, dates and numbers

    Examples
    --------
    >>> from myolog.journal.example import CHECK_DAYS, forearm_journal
    >>> from myolog.triage.assessment import assess
    >>> today, journal = CHECK_DAYS[2], forearm_journal()
    >>> report = build_report(journal, assess(journal, {}, today=today), today=today)
    >>> report.onset.places.first
    ('forearm', 'right')
    """
    today = the_day(today)
    past = the_journal(journal).until(today)
    days = count_days(past, today=today)
    asking = Asking.about(past, assessment, today=today)
    return Report(
        today=today,
        person=_person(past, assessment, today),
        onset=_onset(past, asking),
        asked=sort_answers(asking),
        tasks=_tasks(past.of(TaskCheck), today),
        days=days,
        signs=_signs(past),
        medicines=fold_medicines(past.of(MedicineEvent)),
        substances=tuple(_substance(past, code, today) for code in SUBSTANCES),
        own=own_told(past),
        tests=past.of(Examination),
        booked=visits_ahead(past, today),
        history=_history(asking),
        fears=tuple(one.text for one in reversed(past.of(Question)) if one.fear),
        questions=tuple(one.text for one in past.of(Question) if not (one.fear or one.remark)),
        remarks=tuple(one.text for one in reversed(past.of(Question)) if one.remark),
        outcome=_outcome(
            asking, assess_standing(past, today=today), past.of(Examination), result, rise
        ),
    )


def _person(journal: Journal, assessment: Assessment, today: date) -> Person:
    told = {code: fact.value for code, fact in journal.profile.items()}
    age = assessment.inputs.get("age_years")
    return Person(
        subject=subject_of(journal, today),
        age_years=age if isinstance(age, int) else None,
        sex=_text(told.get("sex")),
        handedness=_text(told.get("handedness")),
        occupation=_text(told.get("occupation")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _onset(journal: Journal, asking: Asking) -> Onset:
    story, noted = journal.story, min(journal.twitch_days, default=None)
    answered = _answered_onset(asking)
    began = None if answered is None else answered[0]
    places = joining_of(journal, least_days=_ESTABLISHED_DAYS, began=began)
    day, precision, told = noted, "noted", None
    if story is not None:
        day, precision, told = story.onset_day, story.onset_precision, story.day
        if precision == NOT_SURE and noted is not None:
            day = min(day, noted)
    elif answered is not None:
        (day, told), precision = answered, "answered"
    is_earlier = noted is not None and day is not None and _is_before(noted, day, precision)
    return Onset(
        day=day,
        precision=precision,
        noted_before=noted if is_earlier else None,
        n_days=0 if day is None else _n_days(day, asking.assessment, asking.today),
        places=places,
        told=told,
        ongoing=story.ongoing if story is not None else None,
        changed=story.changed if story is not None else "",
    )


def _answered_onset(asking: Asking) -> tuple[date, date] | None:
    """Return since when it twitches by the answer of the check that holds, and its day."""
    days, day = asking.given.get("run_days", (None, None))
    held = asking.assessment.inputs.get("run_days")
    if day is None or not isinstance(days, int) or not isinstance(held, int):
        return None
    if not 0 < days <= held:
        return None
    return day - timedelta(days=days - 1), day


def _n_days(onset: date, assessment: Assessment, today: date) -> int:
    """Count the days since the onset, or those of the run that began then and is present."""
    days, run = (today - onset).days + 1, assessment.inputs.get("run_days")
    return run if isinstance(run, int) and 0 <= days - run <= FRESH_DAYS else days


def _is_before(noted: date, told: date, precision: str) -> bool:
    return noted < told - timedelta(days=VAGUE_DAYS[precision])


def _tasks(looks: tuple[TaskCheck, ...], today: date) -> Tasks:
    if not looks:
        return Tasks(
            first_day=None, last_day=None, n_weeks=0, n_weeks_asked=0, failed=(), harder=(),
            unsure=(), never_asked=tuple(TASKS),
        )  # fmt: skip
    first = looks[0].day
    asked = {task: [look for look in looks if task in look.answers] for task in TASKS}
    failed = [_first_time(task, asked[task], FAILED) for task in TASKS]
    harder = [_first_time(task, asked[task], frozenset({"harder"})) for task in TASKS]
    never_fine = {one.code for one in failed if one is not None}
    in_doubt = {task for task, told in asked.items() if told and told[-1].answers[task] == NOT_SURE}
    return Tasks(
        first_day=first,
        last_day=looks[-1].day,
        n_weeks=(today - first).days // 7 + 1,
        n_weeks_asked=len({(look.day - first).days // 7 for look in looks}),
        failed=tuple(one for one in failed if one is not None),
        harder=tuple(one for one in harder if one is not None and one.code not in never_fine),
        unsure=tuple(task for task in TASKS if task in in_doubt - never_fine),
        never_asked=tuple(task for task in TASKS if not asked[task]),
    )


def _first_time(task: str, looks: list[TaskCheck], answers: frozenset[str]) -> Task | None:
    found = next((look for look in looks if look.answers[task] in answers), None)
    if found is None:
        return None
    return Task(
        code=task,
        since=found.day,
        answer=found.answers[task],
        last_answer=looks[-1].answers[task],
        begun=next((look.since[task] for look in reversed(looks) if task in look.since), ""),
        explained=next(
            (look.explained[task] for look in reversed(looks) if task in look.explained), ""
        ),
    )


def _signs(journal: Journal) -> Signs:
    accompanied = []
    for sign in ACCOMPANIED:
        found = [one for one in journal.episodes if sign in one.accompanied]
        if found:
            places = Counter((one.site, one.side) for one in found)
            accompanied.append(
                Accompanied(
                    sign=sign,
                    n=len(found),
                    first=found[0].day,
                    places=tuple((site, side, n) for (site, side), n in places.most_common()),
                )
            )
    return Signs(
        n_episodes=len(journal.episodes),
        accompanied=tuple(accompanied),
        weight=_weight(journal.of(ProfileFact)),
    )


def _weight(facts: Iterable[ProfileFact]) -> Weight | None:
    told = [fact for fact in facts if fact.code == "weight_kg"]
    if not told:
        return None
    return Weight(
        first_day=told[0].day,
        first_kg=float(told[0].value),
        last_day=told[-1].day,
        last_kg=float(told[-1].value),
        n=len(told),
    )


def _substance(journal: Journal, code: str, today: date) -> Substance:
    values = {
        day: (noted[code].value, noted[code].said)
        for day, noted in journal.exposures_told.items()
        if code in noted
    }
    if not values:
        return Substance(code=code, median=None, n_days=0, early_median=None, recent_median=None)
    first, last = min(values), max(values)
    fortnight = timedelta(days=_FORTNIGHT)
    early = [value for day, value in values.items() if day < first + fortnight]
    recent = [value for day, value in values.items() if day > today - fortnight]
    return Substance(
        code=code,
        median=middle_told(values.values()),
        n_days=len(values),
        early_median=middle_told(early) if last - first >= 2 * fortnight else None,
        recent_median=middle_told(recent) if recent else None,
    )


def _history(asking: Asking) -> tuple[Fact, ...]:
    sex = asking.profile.get("sex")
    is_man = sex is not None and sex.value == "man"
    is_young = is_too_young("pregnant", asking.assessment.inputs.get("age_years"))
    pointless = {"pregnant", "breastfeeding"} if is_man or is_young else set()
    return tuple(history_fact(code, asking) for code in HISTORY if code not in pointless)


def _why(assessment: Assessment) -> tuple[str, ...]:
    codes = [reason.code for reason in assessment.reasons if not reason.folded]
    return tuple(code for code in codes if code not in COUNTING_RULES) or tuple(codes)


def _parts(assessment: Assessment) -> dict[str, tuple[tuple[str, Answer], ...]]:
    """Return what was said of each reason that can rest on one sign or on another."""
    return {
        one.code: tuple(
            (name, assessment.inputs[name])
            for name in one.inputs
            if name in assessment.inputs and INPUTS[name].kind != "int"
        )
        for one in assessment.reasons
        if one.code in RULES_BY_CODE and len(RULES_BY_CODE[one.code].when.ways()) > 1
    }


def _looked(tests: Iterable[Examination], examined: str, today: date) -> Examination | None:
    """Return the last visit at which somebody examined, and which says the same."""
    said = {"yes": "normal", "abnormal": "abnormal"}.get(examined)
    found = [
        one
        for one in tests
        if one.by.strip() and LOOKED in (one.what, *one.tests) and today - one.day <= A_YEAR
    ]
    return found[-1] if found and found[-1].result == said else None


def _examined(assessment: Assessment, tests: Iterable[Examination], today: date) -> str:
    answer = assessment.inputs.get("assessed_normal", "open")
    if answer is True:
        return "yes"
    if answer is not False:
        return str(answer)
    found = [one for one in tests if one.result == "abnormal" and today - one.day <= A_YEAR]
    if any(LOOKED in (one.what, *one.tests) for one in found):
        return "abnormal"
    return "found" if found else "no"


def _is_checked(asking: Asking, unasked: Assessment) -> bool:
    """Say whether the check was done, and not only the profile and the journal told something."""
    return bool(asking.given) or asking.assessment.inputs != unasked.inputs


def _outcome(
    asking: Asking,
    unasked: Assessment,
    tests: Iterable[Examination],
    result: Told | None,
    rise: Rise | None,
) -> Outcome:
    assessment = asking.assessment if result is None else result.assessment
    examined = _examined(asking.assessment, tests, asking.today)
    return Outcome(
        day=None if result is None else result.day,
        due=result.due if result is not None and can_wait(result.urgency) else None,
        raised_by=None if rise is None else rise.by,
        checked=result is not None or _is_checked(asking, unasked),
        urgency=assessment.urgency,
        help_only=assessment.help_only,
        rules=tuple(reason.code for reason in assessment.reasons),
        why=_why(assessment),
        unsure=frozenset(reason.code for reason in assessment.reasons if reason.unsure),
        examined=examined,
        looked=_looked(tests, examined, asking.today),
        parts=FrozenDict(_parts(assessment)),
        ticked=FrozenDict(
            {
                one.code: one.unsure
                for one in assessment.reasons
                if any(ticked_line(value) for _, value in one.unsure)
            }
        ),
        n_missing=len(assessment.missing),
        n_checklist=len(assessment.checklist),
        n_checklist_open=sum(
            answer == "not_asked" for answer in assessment.checklist_answers.values()
        ),
        rules_version=assessment.rules_version,
    )
