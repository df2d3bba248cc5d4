"""Check windows: looks of two minutes at times the person has set, three a day at most.

Decides when such a look is offered. Between two twitches up to 90 seconds may pass, and loose notes
follow attention, so only looks of one length at set times can be compared (guide section 3d, trend:
MILLS, BASH). They are the person's own choice, are offered for an hour and never called for, and
none is offered on a day of rest (section 8, DP-1, DP-10).
"""

from datetime import datetime, time, timedelta
from typing import Final

from myolog.journal.checks import zone_of
from myolog.journal.entries import CheckWindow, ProfileFact
from myolog.journal.model import Journal
from myolog.vocabulary.profile import times_in

SECONDS: Final = 120
"""How long a look is, s."""

OFFERED_FOR: Final = timedelta(hours=1)
"""How long after its time a look is offered."""


def window_times(journal: Journal) -> tuple[time, ...]:
    """Return the set times of the day, in order; none without a choice."""
    chosen = [one for one in journal.of(ProfileFact) if one.code == "window_times"]
    return times_in(str(chosen[-1].value)) if chosen else ()


def window_due(journal: Journal, now: datetime) -> bool:
    """Say whether a look is offered now: its time has come, and it was not done yet.

    Parameters
    ----------
    now
        The time on the person's own clock.
    """
    began = [look.at.astimezone(zone_of(look.zone)) for look in journal.of(CheckWindow)]
    done = [local.time() for local in began if local.date() == now.date()]
    for at in window_times(journal):
        since = now.replace(tzinfo=None) - datetime.combine(now.date(), at)
        if timedelta() <= since < OFFERED_FOR:
            return not any(at <= one for one in done)
    return False
