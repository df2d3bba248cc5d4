"""What the page of the steps shows: today's lines, the picture of the way down, counts and dates.

Decides how a day of the programme is laid out; what it asks comes from `myolog.programme`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from myolog.content.catalogue import Catalogue, load
from myolog.content.dates import spoken
from myolog.journal.periods import PROGRAMME_DAYS
from myolog.programme.caffeine import swap_on
from myolog.programme.plan import DayPlan, DayStep
from myolog.programme.progress import Progress
from myolog.wording.steps import step_sentences, thing

FIRST_LOOK: Final = 21
MOST_BARS: Final = 7
BAR, GAP, FLOOR, TALLEST = 40.3, 46.2, 106, 78


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing for a day, with a tick.

    Attributes
    ----------
    step, name : code of the step, and its word for a list
    title, detail : what to do, and what helps with it
    says : sentences of guards that stand in its place; empty without any
    done, ticked : done at all, and ticked by the person
    practice : whether the timer belongs to it
    """

    step: str
    name: str
    title: str
    detail: str
    says: tuple[str, ...]
    done: bool
    ticked: bool
    has_target: bool
    practice: bool


def line_of(words: Catalogue, plan: DayPlan, one: DayStep) -> Line:
    """Return the line of one step on the day of `plan`."""
    what = thing(words, one, bedtime=plan.bedtime) if one.has_target else None
    return Line(
        step=one.step.code,
        name=words.text(f"thing.{one.step.code}.short"),
        title="" if what is None else what.title,
        detail="" if what is None else what.detail,
        says=step_sentences(words, one.step, one.parts) if one.is_guarded else (),
        done=one.done,
        ticked=one.ticked,
        has_target=one.has_target,
        practice=one.step.code == "STEP-4",
    )


def gentle_lines(plan: DayPlan | None) -> tuple[Line, ...]:
    """Return the at most three lines that Today shows."""
    if plan is None:
        return ()
    return tuple(line_of(load(), plan, one) for one in plan.gentle)


def shown(plan: DayPlan, progress: Progress) -> dict[str, Any]:
    """Return what the page of a running programme shows."""
    words = load()
    first = [one.step.code for one in plan.gentle]
    lines = {one.step.code: line_of(words, plan, one) for one in plan.steps}
    return {
        "plan": plan,
        "lines": [lines[code] for code in first],
        "others": [line for code, line in lines.items() if code not in first and line.has_target],
        "guarded": [line for line in lines.values() if line.says],
        "way": way_down(plan),
        "swap": _swap(words, plan),
        "counts": counts_of(progress),
        "first_look": spoken(plan.period.date_of(FIRST_LOOK)),
        "last_look": spoken(plan.period.date_of(PROGRAMME_DAYS)),
    }


def counts_of(progress: Progress) -> list[dict[str, Any]]:
    """Return each step with its plain count and the article that tells more."""
    words = load()
    return [
        {
            "name": words.text(f"step.{one.step.code}.title"),
            "done": one.n_done,
            "days": one.n_days,
            "article": one.step.article,
        }
        for one in progress.counts
    ]


def _swap(words: Catalogue, plan: DayPlan) -> str:
    n_days = len(plan.ceilings)
    if not 1 <= plan.number <= n_days:
        return ""
    return words.text(f"swap.{swap_on(plan.number, n_days)}")


def way_down(plan: DayPlan) -> SafeString | str:
    """Draw the days of the way down around today; nothing when it is over or there is none."""
    n_days = len(plan.ceilings)
    if not n_days or not 1 <= plan.number <= n_days:
        return ""
    begin = max(0, min(plan.number - 4, n_days - MOST_BARS))
    bars = list(enumerate(plan.ceilings, start=1))[begin : begin + MOST_BARS]
    words = load()
    names = [
        words.text("programme.way_today", amount=amount)
        if day == plan.number
        else words.text("programme.way_day", number=day, amount=amount)
        for day, amount in bars
    ]
    return _drawn(bars, plan.number, label=f"{words.text('programme.way')}: {', '.join(names)}.")


def _drawn(bars: Sequence[tuple[int, int]], today: int, *, label: str) -> SafeString:
    top = max(amount for _, amount in bars) or 1
    drawn = format_html_join(
        "",
        '<rect class="tp{}" x="{}" y="{}" width="{}" height="{}" rx="4"/>'
        '<text class="tp-v{}" x="{}" y="{}">{}</text><text class="tp-d{}" x="{}" y="124">{}</text>',
        (_bar(place, day, amount, today, top) for place, (day, amount) in enumerate(bars)),
    )
    return format_html(
        '<svg class="taper" viewBox="0 0 {} 130" role="img" aria-label="{}">{}</svg>',
        round(10 + GAP * len(bars) - (GAP - BAR)),
        label,
        drawn,
    )


def _bar(place: int, day: int, amount: int, today: int, top: int) -> tuple[object, ...]:
    now = " now" if day == today else ""
    height = round(8 + (TALLEST - 8) * amount / top, 1)
    left = round(5 + place * GAP, 1)
    middle = round(left + BAR / 2, 1)
    y = round(FLOOR - height, 1)
    name = load().text("programme.today_bar") if now else day
    state = " done" if day < today else now
    return (state, left, y, BAR, height, now, middle, round(y - 6, 1), amount, now, middle, name)
