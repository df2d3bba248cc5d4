"""The check as one value: what was told so far, what is asked next, and when it ends.

Decides when the answers call for help before anything else is asked, what is asked next, and which
answers need a reason because the journal says more; what a reply answers is read in ``reply``.
Page, terminal and whatever comes later only carry replies here and show what comes back.
Source: the guide, sections 3b to 3d.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from myolog.journal.doubt import is_open
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.journal.subject import Subject, ages_differ, holds_something, subject_of
from myolog.triage.aftermath import not_seen_since
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, is_below
from myolog.triage.assessment import assess
from myolog.triage.check import SCREENS
from myolog.triage.derive import (
    SPAN_DAYS,
    doubts_of_story,
    journal_suggests,
    measures_begun,
    said_alike,
)
from myolog.triage.fitting import fitted, settled_by_sex
from myolog.triage.follow_up import FollowUp, follow_up
from myolog.triage.history import Told
from myolog.triage.profile import profile_answers
from myolog.triage.reply import Problem, Reply, is_untold, read_reply, signs_in, without_signs_of
from myolog.triage.screens import Screen, combine, is_ticked
from myolog.triage.standing import days_gone_on, standing_answers, still_known
from myolog.triage.urgency import Urgency
from myolog.triage.visited import examined_since

__all__ = [
    "Conversation",
    "Outcome",
    "missing_screen",
]

_WORKED_OUT: Final = (
    "suggested",
    "profile",
    "told_before",
    "_subject_told",
    "_before",
    "_age_before",
)
_OF_THE_AGE: Final = ("subject", "screens")
"""What is worked out once, and what once for each age that is told."""

_HELP_COMES_FIRST: Final = "help comes first"
"""The reason that stands for every answer while it is asked only whether help is needed now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The check after a reply: what is still missing, and what comes next.

    Attributes
    ----------
    conversation : the conversation with the reply in it
    problems : line to what it lacks; the screen is shown again, unless help comes first
    reasons_needed : questions answered below what the journal suggests, without a reason
    needs_care_today : whether the answers call for care within a day; nothing more is asked
    noted : whether something on the first screen was ticked that can wait for the other questions
    next : the screen to go on with; None at the end
    """

    conversation: Conversation
    problems: Mapping[str, Problem]
    reasons_needed: tuple[str, ...]
    needs_care_today: bool
    noted: bool
    next: Screen | None


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """One check of one person, from the first screen to the last.

    Parameters
    ----------
    journal
        What is noted; it suggests answers.
    today
        The person's calendar date.
    answers, reasons
        What was told so far, as `myolog.triage.assessment.assess` takes them.
    results
        Results before this check, the oldest first; the newest is enough.
    unfinished
        Id of the entry that keeps its answers meanwhile; what they say was not said before.
    """

    journal: Journal
    today: date
    results: Sequence[Told] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    unfinished: str | None = None

    @property
    def asks_whether_seen(self) -> Told | None:
        """The result of which it is asked first whether somebody has seen the person since."""
        return not_seen_since(self.results, self.journal, today=self.today)

    @property
    def became(self) -> FollowUp:
        """What became of the newest result."""
        return follow_up(self.journal, self.results, today=self.today)

    @cached_property
    def suggested(self) -> Mapping[str, Answer]:
        """What the journal suggests, by question; an answer below it needs a reason."""
        return journal_suggests(self.journal, self.today)

    @cached_property
    def profile(self) -> Mapping[str, Answer]:
        """What was told about the person before and still holds, by question."""
        return profile_answers(self.journal, self.today)

    @cached_property
    def told_before(self) -> Mapping[str, Answer]:
        """What earlier checks told and nothing has overtaken, by question."""
        return standing_answers(self.journal, today=self.today)[0]

    @cached_property
    def _subject_told(self) -> Subject:
        return subject_of(self.journal, self.today)

    @cached_property
    def _before(self) -> Journal:
        """The journal without what this check has kept so far."""
        if self.unfinished is None:
            return self.journal
        kept = (one for one in self.journal.entries if one.id != self.unfinished)
        return replace(self.journal, entries=tuple(kept))

    @cached_property
    def _age_before(self) -> int | None:
        """The age that the journal told before this check; None where it holds nothing yet."""
        before = self._before
        return subject_of(before, self.today).age_years if holds_something(before) else None

    @cached_property
    def subject(self) -> Subject:
        """About whom it asks, with the age that this check was told."""
        age, told = self.answers.get("age_years"), self._subject_told
        return replace(told, age_years=age) if isinstance(age, int) else told

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        """The whole check as it fits the person, in order."""
        return tuple(fitted(screen, self.subject) for screen in SCREENS)

    def known(self, screen: Screen) -> Mapping[str, Answer]:
        """Return what a screen shows as answered already.

        Nothing on the first one, and no suggestion in other words than the person's. A question
        never shows less than was told in an earlier check, or going on would take it back unseen.
        """
        if screen.urgent:
            return self.answers
        known = {**doubts_of_story(self.journal, self.today), **self.profile}
        known |= said_alike(self.suggested, self.journal)
        if examined_since(self.journal, self.today):
            known["assessed_normal"] = True
        if measures_begun(self.journal, self.today):
            known.setdefault("measures_tried", "unknown")
        for name in screen.questions:
            told = self.told_before.get(name, NOT_SURE)
            if not is_open(told) and name not in self.profile:
                if name == "run_days" and isinstance(told, int):
                    told = days_gone_on(self._before, told, today=self.today)
                known[name] = max(told, known.get(name, told), key=INPUTS[name].rank)
        return {**known, **self.answers, **self._days_grown(screen)}

    def told_lately(self, screen: Screen) -> Mapping[str, date]:
        """Return the lines that a check of the last 28 days told, and the day of the newest one.

        None where the screen was answered in this check, which shows its own ticks then.
        """
        if self.is_answered(screen):
            return {}
        return {
            line.code: check.day
            for check in self._before.until(self.today).of(TriageAnswers)
            if 0 < (self.today - check.day).days <= SPAN_DAYS
            for line in screen.lines
            if is_ticked(line, still_known(check.answers))
        }

    def _days_grown(self, screen: Screen) -> dict[str, Answer]:
        """Return the days that have grown in the journal since they were filled in here.

        Nobody lowered them, so that nobody has to say why.
        """
        return {
            name: self.suggested[name]
            for name in screen.questions
            if INPUTS[name].kind == "int" and name in self.suggested and name in self.answers
            if name in self._unexcused(self.answers)
        }

    def is_answered(self, screen: Screen) -> bool:
        """Say whether the screen has been answered."""
        if screen.questions:
            return any(name in self.answers for name in screen.questions)
        return all(name in self.answers for line in screen.lines for name in line.denies)

    @property
    def next_open(self) -> Screen | None:
        """The first screen that has not been answered; None when all have."""
        return next((one for one in self.screens if not self.is_answered(one)), None)

    @property
    def stopped_at(self) -> Screen | None:
        """The screen to go on with after a break; None where that is the first one."""
        found = self.next_open
        return None if found is None or found.urgent else found

    def reply(
        self,
        screen: Screen,
        given: Reply,
        *,
        reasons: Mapping[str, str] | None = None,
        stops: bool = False,
    ) -> Outcome:
        """Take what was done on a screen.

        What the screen had told before is told anew, so that a tick can be taken back. Where a
        tick calls for help first the check ends there, and what was not ticked was not denied.

        Parameters
        ----------
        reasons
            Question to the person's words for answering below what the journal suggests.
        stops
            Whether the person stops in the middle of the screen: a line that is not ticked was not
            denied then, and takes nothing back; and what the screen had filled in, and the person
            left as it was, was not asked: it keeps the day on which it was given.

        Raises
        ------
        InvalidAnswer
            A part does not belong to the screen.
        """
        found, problems = read_reply(screen, given)
        whole = next((one for one in SCREENS if one.code == screen.code), screen)
        found = {**settled_by_sex(whole, self.subject), **found}
        age = found.get("age_years")
        if isinstance(age, int) and ages_differ(self._age_before, age):
            problems[_where_age_is_asked(screen)] = "other_age"
            del found["age_years"]
        before, taken_off = without_signs_of(self.answers, screen), {}
        if stops:
            found = self._touched(screen, signs_in(whole, found))
            anew = found.keys() & set(screen.questions)
            before = {name: value for name, value in self.answers.items() if name not in anew}
        else:
            gone = self.answers.keys() - before.keys()
            found |= self._taken_off(screen, gone - found.keys())
            taken_off = {name: found[name] for name in gone if name in found}
        told = self._with(combine(before, found), {**self.reasons, **(reasons or {})})
        if screen.urgent:
            told = told.excused()
        pressing = screen.urgent and self._presses_now(screen, given, problems, told)
        if pressing and given.ticks:
            signs = signs_in(whole, found) | taken_off
            told = self._with(combine(before, signs), told.reasons).excused()
        codes = [one.code for one in SCREENS]
        following = told.screens[codes.index(screen.code) + 1 :] if screen.code in codes else ()
        return Outcome(
            conversation=told,
            problems=problems,
            reasons_needed=() if screen.urgent else told._unexcused(found),
            needs_care_today=pressing,
            noted=screen.urgent and bool(given.ticks) and not pressing,
            next=following[0] if following else None,
        )

    def _taken_off(self, screen: Screen, gone: Collection[str]) -> dict[str, Answer]:
        """Answer the questions whose sign was taken off and that an earlier check still answers.

        Else that check would go on telling the sign. What the journal says of it stands.
        """
        if not gone:
            return {}
        earlier = standing_answers(self._before, today=self.today)[0]
        return {
            name: self.suggested.get(name, INPUTS[name].default)
            for name in gone
            if name in earlier and name not in screen.questions and INPUTS[name].kind != "int"
        }

    def _presses_now(
        self, screen: Screen, given: Reply, problems: Mapping[str, Problem], told: Conversation
    ) -> bool:
        """Say whether help comes first, parts that are still asked for left aside."""
        if not told.needs_care_today or not any(is_untold(screen, given, one) for one in problems):
            return told.needs_care_today
        ticks = [one for one in given.ticks if not is_untold(screen, given, one)]
        found, _ = read_reply(screen, replace(given, ticks=ticks))
        before = without_signs_of(self.answers, screen)
        return self._with(combine(before, found), told.reasons).excused().needs_care_today

    def _touched(self, screen: Screen, found: Mapping[str, Answer]) -> dict[str, Answer]:
        """Return the answers without those that the screen showed before anybody gave them."""
        shown = self.known(screen)
        return {
            name: value
            for name, value in found.items()
            if name in self.answers or shown.get(name) != value
        }

    def joined_with(self, others: Mapping[str, Answer]) -> Conversation:
        """Return it with what another window answered meanwhile: of each the graver stands."""
        return self._with(combine(self.answers, others), self.reasons).excused()

    def says_more_than(self, others: Mapping[str, Answer]) -> bool:
        """Say whether it answers anything, beside what explains a sign, otherwise than others."""
        return any(
            others.get(name) != value
            for name, value in self.answers.items()
            if not INPUTS[name].mitigating
        )

    @property
    def needs_care_today(self) -> bool:
        """Whether the answers call for care within a day; a missing reason never holds up help."""
        every = dict.fromkeys(self.answers, _HELP_COMES_FIRST)
        found = assess(self.journal, self.answers, today=self.today, reasons=every)
        return found.urgency is not None and found.urgency >= Urgency.SAME_DAY

    def because(self, reasons: Mapping[str, str]) -> Conversation:
        """Return it with reasons for answers below what the journal suggests."""
        return self._with(self.answers, {**self.reasons, **reasons})

    def excused(self) -> Conversation:
        """Return it without the answers below the journal that have no reason.

        The journal's graver answer stands for them, and no missing reason holds anything up.
        """
        left = self._unexcused(self.answers)
        answers = {name: value for name, value in self.answers.items() if name not in left}
        reasons = {name: text for name, text in self.reasons.items() if name in answers}
        return self._with(answers, reasons)

    def _with(self, answers: Mapping[str, Answer], reasons: Mapping[str, str]) -> Conversation:
        """Return it with other answers; what is worked out already is not worked out again."""
        made = replace(self, answers=answers, reasons=reasons)
        same_age = answers.get("age_years") == self.answers.get("age_years")
        kept = (*_WORKED_OUT, *(_OF_THE_AGE if same_age else ()))
        vars(made).update({name: vars(self)[name] for name in kept if name in vars(self)})
        return made

    def _unexcused(self, answers: Mapping[str, Answer]) -> tuple[str, ...]:
        return tuple(
            name
            for name, value in answers.items()
            if name in self.suggested
            and is_below(name, value, self.suggested[name])
            and name not in self.reasons
        )


def _where_age_is_asked(screen: Screen) -> str:
    """Return the question or the line of a screen that asks for the age."""
    lines = (one.code for one in screen.lines if "age_years" in one.inputs)
    return next(lines, "age_years")


def missing_screen(missing: Collection[str]) -> Screen:
    """Return a screen that asks, one by one, what was left open in a result."""
    asked = tuple(name for name in missing if INPUTS[name].kind != "inputs")
    return Screen(code="missing", questions=asked)
