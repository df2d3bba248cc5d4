"""What became of a result, in words: where it stands, and what was just told."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from myolog.content.catalogue import load
from myolog.content.dates import spoken, spoken_whole
from myolog.content.names import role_name, your_place
from myolog.journal.records import Examination
from myolog.journal.visits import Visit, is_visit
from myolog.triage.examined import Looked
from myolog.triage.follow_up import FollowUp
from myolog.triage.result import Assessment
from myolog.triage.urgency import Urgency, can_wait
from myolog.wording.kinds import sign_name, signs_in_words
from myolog.wording.result import Head, level_of

__all__ = [
    "Done",
    "done_in_words",
    "needed_in_words",
    "overdue_in_words",
    "state_in_words",
    "told_in_words",
    "took_place_in_words",
    "with_visit",
]


def state_in_words(
    found: FollowUp, *, below_result: bool = False, asked_below: bool = False
) -> str:
    """Say where it stands with the newest result.

    Parameters
    ----------
    below_result
        Whether the result itself stands above it: then its last day is not said again.
    asked_below
        Whether it is asked below if a visit took place: then that visit is not asked about twice.
    """
    state, since = _state(found, below_result=below_result), _since_the_visit(found)
    if asked_below and found.state == "passed" and found.untold == found.booked:
        state = ""
    return f"{since} {state}".strip()


def _state(found: FollowUp, *, below_result: bool) -> str:
    words, day = load(), found.due
    if found.state == "open" and below_result:
        return "" if _since_the_visit(found) else words.text("visit.page.state_undated")
    if found.state == "open" and found.is_late and day is not None:
        return _late(found, day)
    if found.state in ("booked", "passed"):
        day = found.coming
    elif found.state == "seen":
        day = None if found.seen is None else found.seen.day
    if found.state == "booked" and found.is_today and day is not None:
        return words.text("visit.page.state_today", date=spoken_whole(day))
    said = words.fill(f"visit.page.state_{found.state}", {"date": spoken_whole(day) if day else ""})
    if found.state in ("seen", "none") and found.coming is not None:
        key = "visit.page.state_next" if _is_wished(found) else "visit.page.state_booked"
        return f"{said} {words.text(key, date=spoken_whole(found.coming))}"
    if found.state == "booked" and day is not None and found.due is not None and day > found.due:
        return f"{said} {_too_late(day, found.due)}"
    return said


def _since_the_visit(found: FollowUp) -> str:
    """Say of the last visit why it does not cover the newest result; "" where it does, or none is.

    What is new is named. Who was seen at all is never told that no visit is noted.
    """
    look, words = found.look, load()
    if found.state not in ("open", "booked", "passed"):
        return ""
    if found.undecided is not None:
        return words.text("visit.since.that_day", date=spoken_whole(found.undecided.day))
    if look is None or not look.why:
        seen = None if found.state != "open" or found.seen is None else found.seen.day
        return words.text("visit.since.before", date=spoken_whole(seen)) if seen else ""
    day = spoken_whole(look.visit.day)
    if look.why == "missed" and look.missed is not None:
        return words.text("visit.since.missed", date=day, next=spoken_whole(look.missed))
    said = words.text(f"visit.since.{look.why}", date=day)
    named = "; ".join(_new_in_words(look))
    return f"{said} {words.text('visit.since.named', signs=named)}" if named else said


def _new_in_words(look: Looked) -> Iterable[str]:
    yield from map(sign_name, look.signs)
    yield from (your_place(*place) for place in look.places)
    if look.beside:
        yield signs_in_words(look.beside)


def needed_in_words(found: FollowUp) -> str:
    """Say that the visit is needed although its result counts no more; "" where none is open."""
    if found.state not in ("open", "passed"):
        return ""
    return f"{load().text('visit.page.needed')} {state_in_words(found)}"


def took_place_in_words(found: FollowUp) -> str:
    """Ask whether the booked visit took place whose day has passed; "" where none waits."""
    if found.untold is None:
        return ""
    return load().text("visit.took.question", date=spoken_whole(found.untold.on))


def _late(found: FollowUp, last: date) -> str:
    words = load()
    said = words.text("visit.page.state_late", date=spoken_whole(last))
    call = "not_too_late" if can_wait(found.urgency) else "help_today"
    return f"{said} {words.text(f'visit.page.{call}')}"


def _is_wished(found: FollowUp) -> bool:
    """Say whether the next visit is one that was only spoken of at the last one."""
    is_of_review = found.seen is not None and found.seen.review == found.coming
    return is_of_review and not (found.booked and found.booked.by)


def _too_late(day: date, last: date) -> str:
    said = {"date": spoken_whole(day), "last": spoken_whole(last)}
    return load().text("visit.page.too_late", **said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What stands in place of a result's request where it has been done."""

    title: str
    action: str


def done_in_words(found: FollowUp, assessment: Assessment, *, said: date) -> Done | None:
    """Say that the signs of a result were examined, what comes next, and what asks anew.

    Parameters
    ----------
    said
        The day of the result.
    """
    if found.examined is None:
        return None
    words = load()
    level = words.text(f"urgency.{level_of(assessment)}.title")
    parts = (
        words.text("visit.done.level", first=spoken(said), level=level),
        _next_in_words(found),
        words.text("visit.done.worse"),
    )
    title = words.text("visit.done.title", date=spoken(found.examined.day))
    return Done(title=title, action=" ".join(parts))


def with_visit(head: Head, found: FollowUp) -> Head:
    """Return the head of a result as it reads with what became of the visit it asks for.

    A visit in time stands in place of the request. Once the last day has passed, so does what is
    booked or was told since; help at once stays asked for.
    """
    action = _action(head, found)
    if not action:
        return head
    if head.level == Urgency.EMERGENCY.name:
        return replace(head, action=head.action.replace(head.passed, action), passed=action)
    return replace(head, action=action, passed=action if head.passed else "")


def _action(head: Head, found: FollowUp) -> str:
    words, day, last = load(), found.coming, found.due
    waits = found.urgency is not None and can_wait(found.urgency)
    if found.state == "seen" and head.passed and found.seen is not None and not head.help_only:
        kind = "seen" if waits else "seen_today"
        return words.text(f"visit.booked.{kind}", date=spoken_whole(found.seen.day))
    if day is None or last is None or not waits:
        return ""
    if found.state == "passed":
        return words.text("visit.booked.gone", date=spoken_whole(day))
    if day <= last:
        kind = "today" if found.is_today else "action"
        return words.text(f"visit.booked.{kind}", date=spoken(day))
    said = {"date": spoken_whole(day), "last": spoken_whole(last)}
    return words.text("visit.booked.late", **said) if head.passed else ""


def _next_in_words(found: FollowUp) -> str:
    words, coming = load(), found.coming
    if coming is None or found.booked is None or not found.is_ahead:
        return words.text("visit.done.no_next")
    if not found.booked.by.strip():
        return words.text("visit.done.next_day", date=spoken(coming))
    return words.text("visit.done.next", name=role_name(found.booked.by), date=spoken(coming))


def overdue_in_words(found: FollowUp) -> str:
    """Say kindly that the day to be seen has passed; nothing where it has not."""
    if not found.overdue or found.since is None or found.due is None:
        return ""
    first = spoken_whole(found.since)
    if not can_wait(found.urgency):
        return load().text("visit.page.overdue_today", first=first)
    return load().text("visit.page.overdue", first=first, date=spoken_whole(found.due))


def told_in_words(entry: Visit | Examination, found: FollowUp) -> tuple[str, ...]:
    """Say what was just saved, and what follows from it.

    Parameters
    ----------
    found
        What became of the result, the entry included.
    """
    words = load()
    if isinstance(entry, Visit):
        said = words.text(f"visit.page.saved_{entry.event}", date=spoken_whole(entry.on))
        if entry.event == "missed":
            return tuple(filter(None, (said, needed_in_words(found))))
        if entry.event != "booked" or found.due is None:
            return (said,)
        if found.is_today and entry.on == found.coming:
            return (said,)
        if entry.on > found.due:
            return said, _too_late(entry.on, found.due)
        return said, words.text("visit.page.fits", last=spoken_whole(found.due))
    is_before = found.since is not None and (
        entry.day < found.since or (entry.day == found.since and entry.to_result == "before")
    )
    if is_visit(entry) and found.since is not None and is_before:
        first = spoken_whole(found.since)
        return (words.text("visit.page.before_result", date=spoken_whole(entry.day), first=first),)
    said = words.text("visit.page.saved_seen", date=spoken_whole(entry.day))
    if found.undecided is not None and found.undecided.day == entry.day:
        return said, words.text("visit.page.not_told_whether_after")
    newest = found.state == "seen" and found.seen is not None and found.seen.day == entry.day
    return (said, words.text("visit.page.check_again")) if newest else (said,)
