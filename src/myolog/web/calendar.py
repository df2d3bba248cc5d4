"""The small calendar of a result: from today to the last day, in one drawing.

Time is shown as time: the days there are, today dashed, the last day filled. Monday is the first
day of the week. A level without a deadline has no shaded span, only the day to look again.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from myolog.content.dates import weekday

WIDTH, HEIGHT = 38, 32
BOX = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class _Square:
    day: date
    x: int
    y: int


def calendar_svg(
    today: date, last: date, *, label: str, span: bool, booked: date | None = None
) -> SafeString:
    """Draw the weeks from `today` to `last`.

    Parameters
    ----------
    label
        What a screen reader says instead of the drawing.
    span
        Whether the days between are the time there is, and so are shaded.
    booked
        The day of a visit, which gets a ring.
    """
    monday = today - timedelta(days=today.weekday())
    n_weeks = (last - monday).days // 7 + 1
    squares = [
        _Square(
            day=monday + timedelta(days=7 * week + column),
            x=2 + column * WIDTH,
            y=26 + week * HEIGHT,
        )
        for week in range(n_weeks)
        for column in range(7)
    ]
    heads = format_html_join(
        "",
        '<text class="cal-h" x="{}" y="14">{}</text>',
        (
            (19 + column * WIDTH, weekday(square.day)[0])
            for column, square in enumerate(squares[:7])
        ),
    )
    return format_html(
        '<svg class="cal" viewBox="0 0 266 {}" role="img" aria-label="{}">{}{}{}{}</svg>',
        26 + n_weeks * HEIGHT,
        label,
        heads,
        _span(squares, today, last) if span else "",
        format_html_join("", "{}", ((_drawn(square, today, last),) for square in squares)),
        format_html_join(
            "",
            '<circle class="cal-booked" cx="{}" cy="{}" r="15"/>',
            ((square.x + 17, square.y + 14) for square in squares if square.day == booked),
        ),
    )


def _span(squares: list[_Square], today: date, last: date) -> SafeString:
    weeks = [squares[start : start + 7] for start in range(0, len(squares), 7)]
    inside = [[square for square in week if today <= square.day <= last] for week in weeks]
    return format_html_join(
        "",
        '<rect class="cal-span" x="{}" y="{}" width="{}" height="28" rx="6"/>',
        ((week[0].x, week[0].y, week[-1].x - week[0].x + BOX) for week in inside if week),
    )


def _drawn(square: _Square, today: date, last: date) -> SafeString:
    name = "cal-d" if today <= square.day <= last else "cal-out"
    ground: SafeString | str = ""
    if square.day == last:
        name = "cal-d cal-on"
        ground = format_html(
            '<rect class="cal-end" x="{}" y="{}" width="34" height="28" rx="6"/>',
            square.x,
            square.y,
        )
    elif square.day == today:
        ground = format_html(
            '<rect class="cal-today" x="{}" y="{}" width="32" height="26" rx="5"/>',
            square.x + 1,
            square.y + 1,
        )
    return format_html(
        '{}<text class="{}" x="{}" y="{}">{}</text>',
        ground,
        name,
        square.x + 17,
        square.y + 19,
        square.day.day,
    )
