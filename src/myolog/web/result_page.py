"""The newest result on a page: its words, and whether it still holds."""

from dataclasses import dataclass, fields, replace
from datetime import date

from django.utils.safestring import SafeString

from myolog.content.catalogue import load
from myolog.content.dates import spoken, spoken_short
from myolog.store.selectors import LatestResult
from myolog.triage.due import SAID_FROM
from myolog.triage.follow_up import FollowUp
from myolog.triage.result import Assessment
from myolog.triage.urgency import Urgency
from myolog.web.calendar import calendar_svg
from myolog.wording.help_numbers import HelpNumbers
from myolog.wording.result import Head, head_of, last_day
from myolog.wording.visits import done_in_words, with_visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Head):
    """The head of a result, and whether it still holds.

    Attributes
    ----------
    kicker : that it is the last check or has risen since, and when
    lapsed : whether it is expired and may stand behind the offer to check again
    check_again : that it counts no more, and how soon to check again
    ahead : whether it is dated in the future; what is pressing is shown all the same
    saved : whether the disk took it
    done : whether what it asks for has been done
    """

    kicker: str
    expired: bool
    lapsed: bool
    check_again: str
    ahead: bool
    saved: bool
    done: bool


def summarised(
    latest: LatestResult, *, numbers: HelpNumbers, today: date, due: date | None, found: FollowUp
) -> Summary:
    """Return the head of the newest result; `due` is its last day to be seen.

    Parameters
    ----------
    found
        What became of it: what has been done is not asked for again.
    """
    said = latest.counts_from
    head = head_of(latest.assessment, answered=said, numbers=numbers, due=due, today=today)
    done = done_in_words(found, latest.assessment, said=said)
    if done is None:
        head = with_visit(head, found)
    else:
        head = replace(head, title=done.title, action=done.action, deadline="", specialist="")
        head = replace(head, day="", passed="")
    return Summary(
        **{one.name: getattr(head, one.name) for one in fields(head)},
        kicker=_kicker(latest, today),
        expired=latest.expired,
        lapsed=latest.expired and not (latest.ahead and latest.pressing),
        check_again=load().text(f"page.today.{_how_soon(latest, found)}"),
        ahead=latest.ahead,
        saved=latest.saved,
        done=done is not None,
    )


def _kicker(latest: LatestResult, today: date) -> str:
    if not latest.has_risen:
        day = latest.answered_day
        dated = load().text("app.today") if day == today else spoken_short(day, today=today)
        return load().text("page.today.last_check", date=dated)
    if latest.counts_from == today:
        return load().text("page.today.last_rise_today")
    dated = spoken_short(latest.counts_from, today=today)
    return load().text("page.today.last_rise", date=dated)


def _how_soon(latest: LatestResult, found: FollowUp) -> str:
    """Return which sentence asks to check again: today where nobody saw to what presses.

    Nothing that asked for a visit within weeks, or still waits for one, is left to when it suits.
    """
    if latest.pressing and found.state != "seen":
        return "expired_today"
    urgency = latest.assessment.urgency
    soon = found.waits or (urgency is not None and urgency >= SAID_FROM)
    return "expired_soon" if soon else "expired"


def drawn_calendar(
    assessment: Assessment, answered: date, due: date | None, found: FollowUp, *, today: date
) -> SafeString | None:
    """Draw the days there are, and the booked one; None where a calendar would say nothing."""
    last = last_day(assessment, answered, due=due)
    if last is None or last < answered or last < today:
        return None
    if assessment.keep_review or assessment.urgency == Urgency.SAME_DAY:
        return None
    booked = found.coming if found.state == "booked" else None
    said = {"first": spoken(answered), "last": spoken(last)}
    if booked is None or not answered <= booked <= last:
        booked, label = None, load().text("result.calendar", **said)
    else:
        label = load().text("result.calendar_booked", **said, date=spoken(booked))
    span = assessment.urgency != Urgency.SELF_CARE
    return calendar_svg(answered, last, label=label, span=span, booked=booked)
