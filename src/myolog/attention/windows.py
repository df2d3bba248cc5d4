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
    clock = now.replace(tzinfo=None)
    done = [
        look.at.astimezone(zone_of(look.zone)).replace(tzinfo=None)
        for look in journal.of(CheckWindow)
    ]
    for at in window_times(journal):
        for day in (now.date(), now.date() - timedelta(days=1)):  # one at 23:30 goes on till 0:30
            set_for = datetime.combine(day, at)
            if timedelta() <= clock - set_for < OFFERED_FOR:
                return not any(set_for <= one <= clock for one in done)
    return False
