"""Which month, and which day of it, an address names."""

from datetime import date

from django import forms

from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import day_named


class MonthForm(forms.Form):
    """A month as year and month, or a day of it."""

    month = forms.CharField(required=False)
    day = forms.CharField(required=False)


def month_asked(request: OwnRequest, *, today: date) -> tuple[date, date | None]:
    """Return a day of the month that is asked for, and the day that was chosen, if one was.

    Raises
    ------
    InvalidEntry
        It is no date, lies before 1900, or in the future.
    """
    form = MonthForm(request.GET)
    named, chosen = form["month"].value(), form["day"].value()
    if chosen:
        day = day_named(chosen, today=today)
        return day, day
    return day_named(f"{named}-01" if named else "", today=today), None
