"""Which clock a form means: the zones it offers, and the one that was chosen.

A form names its zone in a field of its own, so that what was typed is read in the zone that the
page showed: when it is sent later, sent again after a refusal, or sent from another device. The
home zone is chosen until the person says otherwise; the device's is offered by a script.
"""

from typing import Any

from django.http import HttpRequest

from myolog.journal.checks import zone_of
from myolog.web.middleware.identity import OwnRequest


def zone_of_form(request: OwnRequest) -> str:
    """Return the zone a form was filled in; that of home for a form that names none.

    Raises
    ------
    InvalidEntry
        No time zone has the name it gives.
    """
    zone = request.POST.get("zone", "") or request.person.zone
    zone_of(zone)
    return zone


def clock_shown(request: OwnRequest, chosen: object = None) -> dict[str, Any]:
    """Return what a form shows of its clock: the zone, those to choose from, and the day's end.

    Parameters
    ----------
    chosen
        The zone of what is shown; None for home.
    """
    home, zone = request.person.zone, str(chosen or request.person.zone)
    return {
        "zone": zone,
        "zones": tuple(dict.fromkeys((home, zone))),
        "day_ends_hour": request.person.day_ends_hour,
    }


def posted_zone(request: HttpRequest) -> str:
    """Return the zone a refused form named, as it was."""
    return request.POST.get("zone", "")[:64]
