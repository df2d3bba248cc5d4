"""What the page of the steps shows: today's lines, the picture of the way down, counts and dates.

Decides how a day of the programme is laid out; what it asks comes from `myolog.programme`.
"""

from collections.abc import Sequence
from typing import Any, Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from myolog.content.catalogue import load
from myolog.programme.plan import DayPlan
from myolog.programme.progress import Progress
from myolog.wording.programme import counts_of, day_lines, looks_in_words, swap_of

MOST_BARS: Final = 7
BAR, GAP, FLOOR, TALLEST = 40.3, 46.2, 106, 78


def shown(plan: DayPlan, progress: Progress) -> dict[str, Any]:
    """Return what the page of a running programme shows."""
    lines = day_lines(plan)
    return {
        "plan": plan,
        "lines": lines.first,
        "others": lines.others,
        "guarded": lines.guarded,
        "way": way_down(plan),
        "swap": swap_of(plan),
        "counts": counts_of(progress),
        "looks": looks_in_words(plan),
    }


def way_down(plan: DayPlan) -> SafeString | str:
    """Draw the days of the way down around today; nothing when it is over or there is none."""
    n_days = len(plan.ceilings)
    if not n_days or not plan.way_begins <= plan.number <= n_days:
        return ""
    begin = max(plan.way_begins - 1, min(plan.number - 4, n_days - MOST_BARS))
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
