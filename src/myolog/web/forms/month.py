"""Which month, and which day of it, an address names."""

from datetime import date, timedelta

from django import forms

from myolog.journal.months import last_of_month
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import day_named


class MonthForm(forms.Form):
    """A month as year and month, or a day of it."""

    month = forms.CharField(required=False)
    day = forms.CharField(required=False)


def month_asked(request: OwnRequest, *, today: date) -> tuple[date, date | None]:
    """Return a day of the month that is asked for, and the day that was chosen, if one was.

    A day to come stands for its month; whether that is too far is for the page to say, which knows
    the visits that are booked.

    Raises
    ------
    InvalidEntry
        It is no date, or lies before 1900.
    """
    form = MonthForm(request.GET)
    named, chosen = form["month"].value(), form["day"].value()
    if chosen:
        day = day_named(chosen, today=date.max)
        return day, day if day <= today else None
    return (day_named(f"{named}-01", today=date.max) if named else today), None


class WeeksForm(forms.Form):
    """Weeks of the journal: those before a day, or the last ones of a month."""

    month = forms.CharField(required=False)
    before = forms.CharField(required=False)


def weeks_asked(request: OwnRequest) -> tuple[date | None, date | None]:
    """Return the first of the month that is asked for, and before which day weeks are shown.

    Raises
    ------
    InvalidEntry
        It is no date, or lies before 1900.
    """
    form = WeeksForm(request.GET)
    named, before = form["month"].value(), form["before"].value()
    if named:
        month = day_named(f"{named}-01", today=date.max)
        return month, last_of_month(month) + timedelta(days=1)
    return None, day_named(before, today=date.max) if before else None
