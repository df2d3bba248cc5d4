"""Told apart: what was asked and denied, what was answered yes, and what was never asked.

Decides from an assessment what each question of the check is worth to a doctor, and on which day
the person answered it. An answer that only the journal suggests is never a denial, and a question
without an answer is never a "no". Source: the guide, sections 3b and 8.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.doubt import is_open, is_unsure, ticked_line
from myolog.journal.entries import ProfileFact
from myolog.journal.facts import profile_fact
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.journal.subject import CHILD_BELOW
from myolog.report.sections import (
    Answered,
    Asked,
    Course,
    Fact,
    Lowered,
    NotToldAgain,
)
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, is_below, is_too_young
from myolog.triage.derive import SPAN_DAYS, doubts_of_story, medicine_since, trend, trend_estimate
from myolog.triage.noted_places import DeniedButNoted, NotedPlace, places_noted
from myolog.triage.result import Assessment
from myolog.triage.unsure import counts_as_yes
from myolog.triage.urgency import Urgency

__all__ = ["TWO_WEEKS", "Asking", "history_fact", "sort_answers"]

TWO_WEEKS: Final = 14
"""Days up to which the length of the twitching is no sign of its own (guide 3c, C1)."""


_ELSEWHERE: Final = frozenset(
    {"age_years", "measures_tried", "explained_unchanged", "assessed_normal", "programme_result"}
)
"""Said in the opening sentence, beside a sign or with the tests, never in a list of denials."""

_FOLLOW_UPS: Final[Mapping[str, tuple[str, ...]]] = FrozenDict(
    {
        "lithium_tox_symptoms": ("lithium",),
        "cholinergic_symptoms": ("cholinergic_exposure",),
        "autonomic_agitation": ("serotonergic_change", "withdrawal"),
        "preeclampsia_signs": ("pregnant",),
        "changed_since_assessment": ("assessed_normal",),
        "lithium_mix": ("lithium",),
        "eyes_shut": ("eye_face",),
        "hearing_face": ("eye_face",),
        "radiotherapy": ("cancer_history",),
        "cramps": ("cramps",),
        "legs_urge": ("legs_urge",),
    }
)
"""Questions that mean something only after a yes to another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What was asked, what was made of it, and the day of the page.

    Attributes
    ----------
    assessment : tells what holds
    given : question to the last answer and its day
    profile : the latest facts that still hold
    lapsed : facts that were denied so long ago that they have to be asked anew
    reasons : question to the person's words for answering below the journal
    medicine : when the medicine was begun that the journal shows, see `medicine_since`
    told_before : question to what a check of the 28 days before the last answer told, and its day
    shown : what the journal or the story tells of the course, which of them, and to which day
    noted : question to the places of the journal that it asks about, about the day of the answer
    today : the day of an answer that the journal does not hold
    """

    assessment: Assessment
    given: Mapping[str, tuple[object, date]]
    profile: Mapping[str, ProfileFact]
    lapsed: Mapping[str, ProfileFact]
    reasons: Mapping[str, str]
    medicine: str | None
    told_before: Mapping[str, tuple[Answer, date]]
    shown: tuple[str, str, date] | None
    noted: Mapping[str, tuple[NotedPlace, ...]]
    today: date

    @classmethod
    def about(cls, journal: Journal, assessment: Assessment, *, today: date) -> Asking:
        """Gather what was asked from a journal that ends with `today`."""
        held = [code for code in journal.profile if profile_fact(journal, code, today) is not None]
        given = {
            name: (answer, told.day)
            for told in journal.of(TriageAnswers)
            for name, answer in told.answers.items()
        }
        return cls(
            assessment=assessment,
            given=given,
            profile={code: journal.profile[code] for code in held},
            lapsed={code: one for code, one in journal.profile.items() if code not in held},
            reasons=journal.last_answers[1],
            medicine=found[0] if (found := medicine_since(journal, today)) else None,
            told_before=_told_before(journal),
            shown=_shown(journal, today),
            noted={
                name: places_noted(
                    journal, name, asked=given.get(name, ("", today))[1], today=today
                )
                for name in assessment.inputs
            },
            today=today,
        )

    def answered_on(self, name: str) -> date | None:
        """Return the day on which the person gave the answer that holds.

        None when only the journal shows it.
        """
        value = self.assessment.inputs[name]
        answer, day = self.given.get(name, (None, None))
        has_grown = name == "run_days" and name not in self.assessment.derived
        if day is not None and (answer == value or has_grown):
            return day
        fact = self.profile.get(name)
        if fact is not None and _same(fact.value, value):
            return fact.day
        return None if name in self.assessment.derived else self.today


def _told_before(journal: Journal) -> dict[str, tuple[Answer, date]]:
    """Return what was told of a sign up to four weeks before the day of its last answer."""
    checks = journal.of(TriageAnswers)
    last = {name: check.day for check in checks for name in check.answers}
    found: dict[str, tuple[Answer, date]] = {}
    for check in checks:
        for name, value in check.answers.items():
            fresh = timedelta(0) < last[name] - check.day <= timedelta(days=SPAN_DAYS)
            if fresh and name in INPUTS and _is_sign(name, value):
                found[name] = (value, check.day)
    return found


def _is_sign(name: str, value: Answer) -> bool:
    """Say whether an answer tells a sign or a fact, or leaves one open."""
    return INPUTS[name].kind in ("ordered", "bool") and (
        is_open(value) or value not in (INPUTS[name].default, INPUTS[name].answers[0])
    )


def _same(fact: object, value: Answer) -> bool:
    return fact == value or {"no": False, "yes": True}.get(str(fact)) is value


def sort_answers(asking: Asking) -> Asked:
    """Sort every question of the check by what is known about it."""
    inputs = asking.assessment.inputs
    known = [
        Answered(name=name, value=value, day=asking.answered_on(name))
        for name, value in inputs.items()
    ]
    shown = [one for one in known if one.name not in _ELSEWHERE]
    unsure = [one for one in shown if is_unsure(one.value)]
    firm = [one for one in shown if not is_unsure(one.value)]
    pressing = _pressing_doubts(asking.assessment)
    positive = [one for one in firm if _is_positive(one)]
    left = [name for name in INPUTS if name not in inputs and _is_listed(name, inputs)]
    calm = [one for one in firm if one not in positive and _is_listed(one.name, inputs)]
    again = asking.told_before
    return Asked(
        positive=tuple(sorted(positive, key=lambda one: _place(one.name, asking.assessment))),
        unsure_as_yes=tuple(one for one in unsure if one.name in pressing),
        denied=tuple(
            one
            for one in calm
            if one.day is not None and one.name not in again and not asking.noted[one.name]
        ),
        not_again=tuple(
            NotToldAgain(name=one.name, value=again[one.name][0], told=again[one.name][1], day=day)
            for one in calm
            if one.name in again and (day := one.day) is not None
        ),
        denied_but_noted=tuple(
            DeniedButNoted(name=one.name, day=one.day, places=asking.noted[one.name])
            for one in calm
            if one.day is not None and asking.noted[one.name]
        ),
        by_journal=tuple(one for one in calm if one.day is None),
        not_sure=tuple(one for one in unsure if one.name not in pressing),
        lapsed=tuple(
            Answered(name=name, value=False, day=asking.given[name][1])
            for name in left
            if name in asking.given
        ),
        not_asked=tuple(name for name in left if name not in asking.given),
        lowered=(lowered := _lowered(asking)),
        added=_added(asking, {one.name for one in lowered}),
        explained=_names(inputs.get("explained_unchanged")),
        course=_course(asking),
        measures=_word(inputs.get("measures_tried")),
        medicine=asking.medicine,
        n_asked=sum(one.day is not None for one in known),
    )


def _shown(journal: Journal, today: date) -> tuple[str, str, date] | None:
    found, story = trend(journal, today), journal.story
    if found is None and story is not None and "trend" in doubts_of_story(journal, today):
        return NOT_SURE, "story", story.day
    if found is None:
        return None
    if trend_estimate(journal, today) is None and story is not None:
        return found, "story", story.day
    return found, "journal", max(journal.observed_days, default=today)


def _course(asking: Asking) -> Course | None:
    """Return the course as it was answered, else as the story or the journal has it."""
    told, shown = _word(asking.assessment.inputs.get("trend")), asking.shown
    if told is None:
        return _told_elsewhere(shown) if shown is not None and shown[0] == NOT_SURE else None
    day = asking.answered_on("trend")
    if day is None and shown is not None:
        return _told_elsewhere((told, *shown[1:]))
    counted = shown if shown is not None and shown[1] == "journal" and shown[0] != told else None
    if counted is not None and is_below("trend", asking.assessment.inputs["trend"], counted[0]):
        counted = None
    return Course(
        trend=told,
        source="answer",
        day=day or asking.today,
        counted=counted[0] if counted else None,
        counted_to=counted[2] if counted else None,
    )


def _told_elsewhere(shown: tuple[str, str, date]) -> Course:
    trend, source, day = shown
    return Course(trend=trend, source=source, day=day, counted=None, counted_to=None)


def _pressing_doubts(assessment: Assessment) -> frozenset[str]:
    """Return the questions whose doubt counted as yes."""
    told = (reason for reason in assessment.reasons if reason.urgency >= Urgency.SAME_DAY)
    return counts_as_yes() | {name for reason in told for name, _ in reason.unsure}


def _names(value: Answer | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _word(value: Answer | None) -> str | None:
    if is_unsure(value):
        return NOT_SURE
    return value if isinstance(value, str) else None


def _is_positive(one: Answered) -> bool:
    if one.name == "run_days":
        return isinstance(one.value, int) and one.value > TWO_WEEKS
    if one.name == "trend":
        return one.value == "worsening"
    question = INPUTS[one.name]
    lowest = question.answers[0] if question.answers else question.default
    return one.value != lowest


def _is_listed(name: str, inputs: Mapping[str, Answer]) -> bool:
    """Tell whether a calm or missing answer belongs on the page's lists.

    Facts of the past have their own section; a follow-up to a "no" and a question for children
    say nothing about anyone else; the length of the twitching stands in the opening.
    """
    if name in _ELSEWHERE or "profile" in INPUTS[name].origin:
        return False
    if name == "run_days" and name in inputs:
        return False
    age = inputs.get("age_years")
    if is_too_young(name, age):
        return False
    if name in {"child_gait_or_movement", "tics"}:
        return not isinstance(age, int) or age < CHILD_BELOW
    parents = _FOLLOW_UPS.get(name)
    return parents is None or any(
        parent in inputs and inputs[parent] not in (False, "none") for parent in parents
    )


def _place(name: str, assessment: Assessment) -> tuple[int, int]:
    """Order by the first rule that reads the answer, then by the guide."""
    rank = next(
        (rank for rank, reason in enumerate(assessment.reasons) if name in reason.inputs),
        len(assessment.reasons),
    )
    return rank, tuple(INPUTS).index(name)


def _lowered(asking: Asking) -> tuple[Lowered, ...]:
    found = []
    for name, suggested in asking.assessment.derived.items():
        value = asking.assessment.inputs.get(name, NOT_SURE)
        if is_below(name, value, suggested):
            found.append(
                Lowered(
                    name=name, suggested=suggested, value=value, reason=asking.reasons.get(name, "")
                )
            )
    return tuple(found)


def _added(asking: Asking, lowered: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return what was written beside answers that are not below the journal."""
    told = asking.reasons
    return tuple((name, told[name]) for name in INPUTS if name in told and name not in lowered)


def history_fact(code: str, asking: Asking) -> Fact:
    """Return what is known about one fact of the past: yes, no, not sure, lapsed or not asked."""
    told = asking.profile.get(code)
    if code in asking.assessment.inputs:
        value: object = asking.assessment.inputs[code]
        day = asking.answered_on(code)
    elif told is not None:
        value, day = told.value, told.day
    elif code in asking.lapsed:
        return Fact(code=code, value="lapsed", day=asking.lapsed[code].day)
    elif code in asking.given:
        return Fact(code=code, value="lapsed", day=asking.given[code][1])
    else:
        return Fact(code=code, value="not_asked", day=None)
    if is_unsure(value):
        return Fact(code=code, value=NOT_SURE, day=day)
    if value in (False, "no", "none") and code in asking.told_before:
        return Fact(code=code, value="not_again", day=asking.told_before[code][1])
    if ticked_line(value):
        return Fact(code=code, value="not_asked", day=None)
    return Fact(code=code, value="no" if value in (False, "no", "none") else "yes", day=day)
