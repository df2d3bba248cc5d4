"""A day of the steps in words: which lines come first, the counts, and the days of looking back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from myolog.content.catalogue import load
from myolog.content.dates import spoken, spoken_whole
from myolog.content.grammar import form_for
from myolog.programme.caffeine import swap_on
from myolog.programme.plan import DayPlan, DayStep
from myolog.programme.progress import Progress
from myolog.programme.reminders import look_dates
from myolog.wording.steps import step_sentences, thing


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One thing for a day, with a tick.

    Attributes
    ----------
    step, command, name : code of the step, its word in a command, and its word for a list
    title, detail : what to do, and what helps with it; empty without a target
    says : sentences of guards that stand in its place; empty without any
    done, ticked : done at all, and ticked by the person
    practice : whether the timer belongs to it
    noting : whether it asks for a note of the day alone, which a tick would not be
    """

    step: str
    command: str
    name: str
    title: str
    detail: str
    says: tuple[str, ...]
    done: bool
    ticked: bool
    has_target: bool
    practice: bool
    noting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLines:
    """What a day of the steps says.

    Attributes
    ----------
    first : the three at most that come first
    others : what else is to be done
    guarded : the steps of which a guard speaks
    """

    first: tuple[StepLine, ...]
    others: tuple[StepLine, ...]
    guarded: tuple[StepLine, ...]


def day_lines(plan: DayPlan) -> DayLines:
    """Return the lines of the day of `plan`."""
    every = [(one, _line(plan, one)) for one in plan.steps]
    return DayLines(
        first=gentle_lines(plan),
        others=tuple(line for one, line in every if one.has_target and one not in plan.gentle),
        guarded=tuple(line for _, line in every if line.says),
    )


def gentle_lines(plan: DayPlan | None) -> tuple[StepLine, ...]:
    """Return the three lines at most that come first."""
    return () if plan is None else tuple(_line(plan, one) for one in plan.gentle)


def _line(plan: DayPlan, one: DayStep) -> StepLine:
    words = load()
    what = thing(words, one, bedtime=plan.bedtime) if one.has_target else None
    return StepLine(
        step=one.step.code,
        command=one.step.name,
        name=words.text(f"thing.{one.step.code}.short"),
        title="" if what is None else what.title,
        detail="" if what is None else what.detail,
        says=step_sentences(words, one.step, one.parts) if one.is_guarded else (),
        done=one.done,
        ticked=one.ticked,
        has_target=one.has_target,
        practice=one.step.code == "STEP-4",
        noting=one.is_noting,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """On how many days a step was done.

    Attributes
    ----------
    command, name : its word in a command, and its title
    done, days : days on which it was done, of those on which it was asked
    told : the same in words
    article : what tells more
    """

    command: str
    name: str
    done: int
    days: int
    told: str
    article: str


def counts_of(progress: Progress) -> Sequence[Count]:
    """Return each step with its plain count."""
    words = load()
    return tuple(
        Count(
            command=one.step.name,
            name=words.text(f"step.{one.step.code}.title"),
            done=one.n_done,
            days=one.n_days,
            told=words.text(
                form_for("page.programme.of_days", one.n_days), done=one.n_done, days=one.n_days
            ),
            article=one.step.article,
        )
        for one in progress.counts
    )


def swap_of(plan: DayPlan) -> str:
    """Say what to drink less of on this day of the way down; nothing outside it."""
    day, n_days = (number + 1 - plan.way_begins for number in (plan.number, len(plan.ceilings)))
    return load().text(f"swap.{swap_on(day, n_days)}") if 1 <= day <= n_days else ""


def looks_in_words(plan: DayPlan) -> str:
    """Say on which days it is looked back, and what can be told then.

    Nothing while it rests, or after a stop.
    """
    dates = tuple(map(spoken, look_dates(plan.period)))
    key = "programme.looks" if plan.can_compare else "programme.looks_alone"
    return load().text(key, first=dates[0], last=dates[1]) if dates else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Why a day asks nothing, and what to do."""

    title: str
    text: str


_WAITS: Final = {
    "doctor": ("programme.waiting", "guard.GUARD-URGENT.text"),
    "questions": ("programme.waiting_questions", "page.programme.open_facts"),
    "age": ("programme.waiting_age", "guard.GUARD-CHILD.text"),
}
"""What the steps wait for: what it is called, and what to do."""


def rest_of(plan: DayPlan) -> Rest | None:
    """Return why the day of `plan` asks nothing; None where it asks something."""
    words = load()
    if plan.state == "running":
        return None
    if plan.waits_for is not None:
        title, text = (words.text(key) for key in _WAITS[plan.waits_for])
        return Rest(title=title, text=text)
    if plan.state == "stopped":
        ended = spoken_whole(plan.period.stopped or plan.day)
        return Rest(title=words.text("programme.stopped", date=ended), text="")
    if plan.state == "paused":
        hint = words.text("programme.paused_hint", number=plan.number + 1)
        if plan.target_mg is not None and any(one.step.code == "STEP-1" for one in plan.steps):
            hint = f"{hint} {words.text('programme.paused_caffeine')}"
        return Rest(title=words.text("programme.paused"), text=hint)
    return Rest(title=words.text("programme.over"), text=words.text("programme.over_hint"))
