"""Which numbers for help a page shows: those of the country that was told, or that is likely.

Decides what is believed of a browser: a region among its languages, where it fits the time zone.
"""

from django.http import HttpRequest

from myolog.content.languages import regions_in
from myolog.store.computer import computer_country, computer_zone, country_likely
from myolog.store.selectors import Person
from myolog.store.services.people import is_country_open
from myolog.store.services.zones import is_unchosen
from myolog.wording.help_numbers import HelpNumbers, help_in


def help_for(request: HttpRequest) -> HelpNumbers:
    """Return the numbers for whoever asks."""
    person: Person | None = getattr(request, "person", None)
    if person is not None and not is_country_open(person):
        return help_in(person.country, person.zone)
    zone = computer_zone() if person is None or is_unchosen(person) else person.zone
    country = computer_country(zone) if person is None else ""
    regions = regions_in(request.headers.get("Accept-Language", ""))
    return help_in(country or country_likely(zone, regions), zone or "")
