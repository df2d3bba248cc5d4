"""The fields of the goals of the steps, and of what is kept after them; what differs from today."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.dates import spoken
from myolog.content.measures import to_measured
from myolog.content.names import unit_name
from myolog.content.problems import problem_in_words
from myolog.content.typed import whole_amount_typed
from myolog.errors import UserError
from myolog.journal.model import Journal
from myolog.programme.caffeine import TARGET_MG
from myolog.programme.plan import DayPlan, DayStep
from myolog.programme.record import OFF, ON, Record, events_of, record_of, whole
from myolog.programme.steps import STEPS
from myolog.web.forms.over import FormOver
from myolog.web.forms.typed import LONGEST, CodesField, DayField
from myolog.web.refusals import refusal
from myolog.web.shown import boxes, now_says

AGAIN_IN: Final = timedelta(days=90)
"""When to look again after the four weeks, unless the person says otherwise."""

_STEP_OF = {"caffeine": "STEP-1", "target": "STEP-1", "drinks": "STEP-2", "bedtime": "STEP-3"}


def step_of(name: str) -> str:
    """Return the step that a field belongs to."""
    return _STEP_OF.get(name, name.removeprefix("step:"))


class _StepsForm(FormOver):
    """Boxes of steps, each a field ``step:CODE``, and what belongs to them."""

    def add_steps(self, codes: Iterable[str]) -> None:
        """Add a box for each step."""
        for code in codes:
            title = load().text(f"step.{code}.title")
            self.fields[f"step:{code}"] = forms.BooleanField(required=False, label=title)

    def steps(self) -> Iterator[tuple[str, BoundField]]:
        """Return the code and the box of each step."""
        return ((code, self[name]) for code in STEPS if (name := f"step:{code}") in self.fields)


class ListedForm(forms.Form):
    """The steps whose boxes a page shows."""

    listed = CodesField(STEPS)


class GoalsForm(_StepsForm):
    """What each step asks from today on.

    Attributes
    ----------
    goals : what differs from today, by step
    """

    caffeine = forms.CharField(required=False, max_length=LONGEST)
    target = forms.CharField(required=False, max_length=LONGEST)
    drinks = forms.CharField(required=False, max_length=LONGEST)
    bedtime = forms.CharField(required=False, max_length=LONGEST)

    def __init__(self, posted: QueryDict | None, journal: Journal, plan: DayPlan) -> None:
        now = goals_now(plan, record_of(journal, plan.period, plan.day))
        page = ListedForm(posted or QueryDict())
        page.full_clean()
        super().__init__(posted, now, said_of_goal, step_of, step=page.cleaned_data["listed"])
        self.plan = plan
        self.goals: dict[str, str] = {}
        self.add_steps(code for code in STEPS if f"step:{code}" in now)

    def clean(self) -> None:
        """Work out what differs."""
        try:
            self.goals = new_goals(self.data, self.now, self.plan, shows_amount=self.shown.carries)
        except UserError as wrong:
            raise forms.ValidationError(problem_in_words(wrong)) from wrong


class KeepForm(_StepsForm):
    """What is kept after the four weeks, and when to look again."""

    recheck = DayField(required=False)

    def __init__(self, posted: QueryDict | None, now: Mapping[str, str], *, day: date) -> None:
        super().__init__(posted, now, said_of_goal, step=STEPS)
        self.again = day + AGAIN_IN
        self.initial.setdefault("recheck", self.again.isoformat())
        self.add_steps(STEPS)

    def clean_recheck(self) -> date | None:
        """See to it that the day was posted; blank it is the usual one."""
        if "recheck" not in self.shown.data:
            raise forms.ValidationError(refusal("bad_request"))
        told: date | None = self.cleaned_data["recheck"]
        return told

    def kept(self) -> list[str]:
        """Return the codes of the steps that are kept."""
        return [code for code in STEPS if self.data.get(f"step:{code}")]

    def looks_again(self) -> date:
        """Return the day to look again."""
        told: date | None = self.cleaned_data["recheck"]
        return told or self.again


def goals_now(plan: DayPlan, record: Record) -> dict[str, str]:
    """Return each field of the goals, and what it holds as things are."""
    taking = {one.step.code: one for one in plan.steps}
    found = boxes("step", STEPS, taking)
    chosen = whole(record.goals_on(plan.day).get("STEP-1"))
    if plan.target_mg is not None and chosen is not None:
        found["caffeine"] = str(chosen)
    if plan.is_noting:
        found["target"] = str(TARGET_MG if chosen is None else chosen)
    if (drinks := _drinks_shown(taking.get("STEP-2"))) is not None:
        found["drinks"] = drinks
    if plan.bedtime:
        found["bedtime"] = plan.bedtime
    return found


def _drinks_shown(step: DayStep | None) -> str | None:
    if step is None or step.amount is None:
        return None
    return f"{to_measured(step.amount, 'mL'):.0f}"


def new_goals(
    wished: Mapping[str, str], now: Mapping[str, str], plan: DayPlan, *, shows_amount: bool
) -> dict[str, str]:
    """Return the goals that differ from today's: a step left out or taken up, or a new amount.

    Parameters
    ----------
    shows_amount
        Whether the form showed the caffeine to stay at, so that a blank field takes it back.

    Raises
    ------
    Unclear, UserError
        An amount of drinks cannot be read.
    """
    taking = {one.step.code for one in plan.steps}
    ticks = {code: wished.get(f"step:{code}") for code in STEPS if f"step:{code}" in wished}
    found = {code: OFF for code, ticked in ticks.items() if code in taking and not ticked}
    found |= {code: ON for code, ticked in ticks.items() if code not in taking and ticked}
    for name, code in _STEP_OF.items():
        typed = wished.get(name, now.get(name, "")).strip()
        stays = code in taking and bool(ticks.get(code))
        if not stays or typed == now.get(name, ""):
            continue
        if typed:
            found[code] = str(whole_amount_typed(typed, "mL")) if name == "drinks" else typed
        elif name == "caffeine" and shows_amount:
            found[code] = str(plan.target_mg)
    return found


def kept_now(journal: Journal, plan: DayPlan) -> dict[str, str]:
    """Return each field of what is kept after the four weeks, and what it holds as things are."""
    kept = [one.step for one in events_of(journal, plan.period, "kept") if one.step is not None]
    recheck = next((one.value for one in events_of(journal, plan.period, "recheck")), None)
    return boxes("step", STEPS, kept) | ({"recheck": recheck} if recheck else {})


def said_of_goal(name: str, text: str) -> str:
    """Return what a field of the goals, or of what is kept, says by now, in words."""
    words, code = load(), step_of(name)
    if name == "recheck":
        dated = spoken(date.fromisoformat(text)) if text else ""
        return now_says(words.text("page.programme.recheck"), dated)
    title, unit = (
        words.text(f"step.{code}.title"),
        {"caffeine": "mg", "target": "mg", "drinks": "mL"}.get(name),
    )
    if unit is not None:
        return now_says(title, f"{text} {unit_name(unit)}" if text else "")
    if name == "bedtime":
        return now_says(title, text)
    return now_says(title, words.text("answer.yes" if text else "answer.no"))
