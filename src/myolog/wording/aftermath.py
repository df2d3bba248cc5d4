"""What an emergency or same-day result means for the next check, in words."""

from collections.abc import Sequence
from datetime import date

from myolog.attention.agenda import asks_for_check
from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole
from myolog.journal.model import Journal
from myolog.triage.aftermath import Aftermath, not_seen_since, visit_since
from myolog.triage.follow_up import FollowUp
from myolog.triage.history import Told
from myolog.triage.urgency import Urgency
from myolog.wording.help_numbers import HelpNumbers
from myolog.wording.visits import state_in_words

__all__ = [
    "asks_for_check_now",
    "check_wanted",
    "seen_first",
    "still_in_words",
    "unseen_advice",
]


def asks_for_check_now(results: Sequence[Told], journal: Journal, *, today: date) -> bool:
    """Say whether a task that got harder asks for the check now.

    Where a result of today asks for care that day, and nobody has seen the person, that comes
    first: the look counts in it already.
    """
    unseen = not_seen_since(results, journal, today=today)
    return asks_for_check(journal, today) and (unseen is None or unseen.day != today)


def check_wanted(results: Sequence[Told], journal: Journal, *, today: date) -> str:
    """Say why the check is asked for, until it is done or the reason has gone; "" for no reason."""
    words = load()
    if asks_for_check_now(results, journal, today=today):
        return words.text("page.today.wanted_task")
    visit = visit_since(results, journal, today=today)
    if visit is None:
        return ""
    return words.text("page.today.wanted_visit", date=spoken_whole(visit.day))


def seen_first(told: Told) -> str:
    """Ask whether somebody has seen the person since a result."""
    kind = "seen" if told.assessment.urgency == Urgency.EMERGENCY else "seen_that_day"
    kind = "talked" if told.assessment.help_only else kind
    return load().text(f"aftermath.{kind}", date=spoken_whole(told.day))


def unseen_advice(told: Told, numbers: HelpNumbers, found: FollowUp | None = None) -> str:
    """Say what comes first for a person whom nobody has seen since: what the result asked for.

    Parameters
    ----------
    found
        What became of the result; a booked visit is said.
    """
    words = load()
    if told.assessment.help_only:
        return words.text("aftermath.not_talked", number=numbers.said)
    if told.assessment.urgency == Urgency.EMERGENCY:
        return words.text("aftermath.not_seen", number=numbers.said)
    if found is not None and found.state == "booked":
        return f"{state_in_words(found)} {words.text('aftermath.not_seen_booked')}"
    closed = words.text("aftermath.closed", number=numbers.on_call) if numbers.on_call else ""
    parts = (words.text("aftermath.not_seen_that_day"), closed, words.text("aftermath.go_on"))
    return " ".join(filter(None, parts))


def still_in_words(found: Aftermath | None, numbers: HelpNumbers) -> str:
    """Say why a calm result may still not be enough; nothing where none of today came before.

    What was put right is never said to have been seen to.
    """
    if found is None:
        return ""
    if found.told.assessment.help_only:
        return load().text("aftermath.still_talk", date=spoken_whole(found.told.day))
    kind = "still_seen" if found.seen else "still_unseen"
    if found.told.withdrawn:
        kind = "still_corrected"
    if found.told.urgency == Urgency.EMERGENCY:
        kind += "_emergency"
    said = {"date": spoken_whole(found.told.day), "number": numbers.said}
    return load().fill(f"aftermath.{kind}", said)
