"""Template tags: sentences, names, dates and drawn marks, escaped like everything else."""

import re
from datetime import date
from urllib.parse import urlencode

from django.template import Context, Library
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from myolog.content.catalogue import load
from myolog.content.dates import (
    day_and_month,
    day_number,
    month_name,
    spoken,
    weekday,
    weekday_and_day,
    weekday_short,
    whole_date,
)
from myolog.content.grammar import counted
from myolog.content.languages import capital
from myolog.content.measures import measures_in_force, to_measured
from myolog.content.names import (
    amount,
    drink_name,
    exposure_name,
    exposure_unit,
    fact_name,
    site_name,
    task_name,
    unit_name,
)
from myolog.content.own import own_measure
from myolog.journal.own import OwnThing
from myolog.web.way_back import search_carried
from myolog.wording.help_numbers import HelpNumbers
from myolog.wording.kinds import Line
from myolog.wording.whose import whom_you_means

register = Library()

for _said in (
    site_name, exposure_name, amount, to_measured, unit_name, drink_name, task_name, fact_name,
    spoken, day_and_month, weekday_and_day, weekday, weekday_short, month_name, day_number,
    whole_date, exposure_unit,
):  # fmt: skip
    register.filter(_said.__name__, _said)

register.filter("upper_first", capital)

ICONS = {
    "next": ("M9 5l7 7-7 7",),
    "back": ("M15 5l-7 7 7 7",),
    "close": ("M6 6l12 12M18 6L6 18",),
    "settings": (
        "M4 7h9M19 7h1M4 17h1M11 17h9",
        "M18.6 7a2.6 2.6 0 1 1-5.2 0a2.6 2.6 0 0 1 5.2 0z",
        "M10.6 17a2.6 2.6 0 1 1-5.2 0a2.6 2.6 0 0 1 5.2 0z",
    ),
    "today": (
        "M6 5.5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2z",
        "M4 10.5h16M8.5 3v4M15.5 3v4",
        "M8 13.5h4v3.6H8z",
    ),
    "journal": ("M6 3.5h11a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H6zM6 3.5v17M10 8.5h5.5M10 12.5h5.5",),
    "patterns": ("M4 20h16M7.5 20v-6M12 20V5M16.5 20v-10",),
    "steps": ("M3.5 20v-4.5h5v-5h5V6h7",),
    "learn": (
        "M12 6.5C10 5 7 4.5 3.5 4.8v13.4c3.5-.3 6.5.2 8.5 1.7 2-1.5 5-2 8.5-1.7V4.8"
        "C17 4.5 14 5 12 6.5zM12 6.5v13.4",
    ),
    "calendar": (
        "M6 5.5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2z",
        "M4 10.5h16M8.5 3v4M15.5 3v4",
    ),
    "phone": (
        "M6.5 3.5h3l1.5 4.5-2 1.5c1 2.3 3 4.3 5.5 5.5l1.5-2 4.5 1.5v3c0 1.5-1.2 2.5-2.5 2.5"
        "C10.5 20.5 4 14 4 6c0-1.3 1-2.5 2.5-2.5z",
    ),
}
"""Line drawings in a 24 by 24 box, by name."""


@register.simple_tag
def say(key: str, **values: object) -> str:
    """Return the sentence under `key`, filled with `values`."""
    return load().text(key, **values)


@register.simple_tag
def own_words(part: str, code: str) -> str:
    """Return what a measure or a role of a thing of one's own is called."""
    return load().text(f"own.{part}.{code}")


@register.simple_tag
def measured(thing: OwnThing) -> str:
    """Return how a thing of one's own is told, with its unit."""
    return own_measure(thing)


register.simple_tag(whom_you_means)


@register.simple_tag
def say_calling(key: str, numbers: HelpNumbers) -> SafeString:
    """Return the sentence under `key` with the number for help, which can be tapped."""
    return to_tap(load().text(key, number=numbers.said), numbers)


@register.filter
def to_tap(text: str, numbers: HelpNumbers) -> SafeString:
    """Return a sentence in which each number for help is a link that calls it."""
    every = "|".join(re.escape(number) for number in numbers.every)
    parts = re.split(rf"(?<![\d#])({every})(?!\d)", conditional_escape(text))
    return mark_safe(  # noqa: S308 - escaped above; a number is one of ours
        "".join(
            format_html('<a href="tel:{}">{}</a>', part.replace(" ", ""), part) if nth % 2 else part
            for nth, part in enumerate(parts)
        )
    )


@register.simple_tag
def say_count(key: str, count: int) -> str:
    """Say a number of things in the form that the number takes."""
    return counted(key, count)


@register.simple_tag
def lines(key: str, **values: object) -> tuple[str, ...]:
    """Return the list of sentences under `key`."""
    return load().items(key, **values)


@register.simple_tag(takes_context=True)
def day_address(context: Context, day: date, listed: object = "", back: str = "") -> str:
    """Return the address of a day: the list of what it tells, or its form.

    Both carry along the search from which this page was opened.
    """
    search = search_carried(context["request"])
    told = {"find": search} if search else {}
    if listed:
        query = urlencode({"back": "find", **told}) if told else ""
        return reverse("journal_day", args=(day,)) + (f"?{query}" if query else "")
    return f"{reverse('day')}?{urlencode({'date': str(day), 'back': back, **told})}"


@register.simple_tag
def form_address(line: Line, day: date, back: str) -> str:
    """Return the address of what changes a line of a day."""
    if line.form == "entry":
        return f"{reverse('entry', args=(line.id,))}?back={back}"
    if line.form == "visit":
        return f"{reverse('visit', args=(line.id,))}?date={day}&back={back}"
    return f"{reverse(line.form)}?date={day}&back={back}"


@register.simple_tag(takes_context=True)
def search_field(context: Context) -> SafeString | str:
    """Return a hidden field that carries the search from which a form was opened, if any."""
    search = search_carried(context["request"])
    return format_html('<input type="hidden" name="find" value="{}">', search) if search else ""


@register.simple_tag
def measures() -> SafeString:
    """Return a hidden field that tells in which measures a form was shown."""
    return format_html('<input type="hidden" name="measures" value="{}">', measures_in_force())


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return a drawing; it is hidden from screen readers, so a word must stand beside it."""
    paths = format_html_join("", '<path d="{}"/>', ((path,) for path in ICONS[name]))
    return format_html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', paths)


@register.inclusion_tag("parts/row.html")
def row(
    page: str, key: str, *args: str, hint: str = "", value: str = "", kept: str = ""
) -> dict[str, str]:
    """Show a row of a list that leads to a page; `key` and `hint` name its sentences.

    Parameters
    ----------
    value
        What stands at its right edge.
    kept
        The page without which a device that has no connection leaves the row out.
    """
    words = load()
    return {
        "to": reverse(page, args=args),
        "says": words.text(key),
        "hint": words.text(hint) if hint else "",
        "value": value,
        "kept": reverse(kept) if kept else "",
    }


@register.simple_tag
def invalid(problem: object, field: str) -> SafeString | str:
    """Return the attributes of a field that something is wrong with; ``FIELD-err`` says what."""
    tells = ' aria-invalid="true" aria-describedby="{}-err"'
    return format_html(tells, field) if problem else ""


@register.simple_tag
def strong_in(text: str, strong: str) -> SafeString | str:
    """Return `text` with the first mention of `strong` in bold type."""
    before, found, after = text.partition(strong) if strong else (text, "", "")
    return format_html("{}<b>{}</b>{}", before, found, after) if found else text
