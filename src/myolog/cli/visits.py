"""The command `visit`: what happened after a result, and its dates for a calendar.

Decides nothing of its own: `triage/follow_up.py` says what became of a result.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from myolog.cli.output import force, into, output_at
from myolog.cli.terminal import (
    BY,
    Session,
    asks,
    check_wanted_of,
    examples,
    now_in,
    say,
    today_in,
)
from myolog.vocabulary.visits import OUTCOMES, ROLES, TESTS, TO_RESULT, VISIT

if TYPE_CHECKING:
    from myolog.journal.entries import Entry
    from myolog.journal.records import Examination
    from myolog.journal.visits import Visit
    from myolog.store.selectors import Person
    from myolog.triage.follow_up import FollowUp

__all__ = ["visit"]

_DATES = ("due", "booked", "later", "done")


@click.group(
    "visit",
    invoke_without_command=True,
    short_help="Tell what happened after a result.",
    epilog=examples(
        "myolog visit",
        "myolog visit booked 2026-03-27 --by family_doctor",
        "myolog visit seen today --by neurologist --test examination --said normal",
        "myolog visit seen 2026-03-27 --said explained --sign weakness --next 2026-09-01",
        'myolog visit later "in 2 weeks"',
        "myolog visit change booked --on 2026-04-02",
        "myolog visit missed",
        "myolog visit calendar due -o visit.ics",
    ),
)
@click.pass_context
def visit(ctx: click.Context) -> None:
    """Show what became of your newest result, or tell what happened since."""
    if ctx.invoked_subcommand is not None:
        return
    person = ctx.obj.open()
    from myolog.content.catalogue import load
    from myolog.store.services.follow_up import follow_up_of
    from myolog.wording.visits import overdue_in_words, state_in_words

    found = follow_up_of(person=person, now=now_in(person.zone))
    if found.urgency is None:
        say(load().text("visit.page.no_result"))
        _ask_whether_it_took_place(found)
        return
    for more in (state_in_words(found, asked_below=True), overdue_in_words(found)):
        if more:
            say(more)
    if found.undecided is not None and found.undecided.what == VISIT:
        say(load().text("visit.since.that_day_with", id=str(found.undecided.id)), indent=2)
    _ask_whether_it_took_place(found)
    if wanted := check_wanted_of(person):
        say(wanted)


def _ask_whether_it_took_place(found: FollowUp) -> None:
    """Ask whether a booked visit took place, each answer with its command on a line of its own."""
    from myolog.content.catalogue import load
    from myolog.wording.visits import took_place_in_words

    if found.untold is None:
        return
    words = load()
    said = {"day": found.untold.on.isoformat(), "id": str(found.untold.id)}
    say(took_place_in_words(found))
    for answer in ("yes", "moved", "no"):
        say(f"{words.text(f'visit.took.{answer}')}:", indent=2)
        say(words.fill(f"visit.took.{answer}_with", said), indent=4)


_by = click.option(
    "--by", default="", metavar="WHO", help=f"A role, no name: {', '.join(ROLES)} or other words."
)


@visit.command(
    "booked",
    short_help="A visit is booked.",
    epilog=examples("myolog visit booked 2026-03-27 --by family_doctor"),
)
@click.argument("on", metavar="DAY")
@_by
@click.pass_obj
def booked(session: Session, on: str, by: str) -> None:
    """Note that a visit is booked for a day to come."""
    _store_coming(session, "booked", on, by=by)


@visit.command(
    "later",
    short_help="Not yet: remind me.",
    epilog=examples('myolog visit later "in 2 weeks"'),
)
@click.argument("on", metavar="DAY")
@click.pass_obj
def later(session: Session, on: str) -> None:
    """Note that you want to be reminded on a day to come."""
    _store_coming(session, "later", on)


_to_result = click.option(
    "--to-result",
    type=click.Choice(TO_RESULT),
    help="On the day of a result: whether the visit was before or after it.",
)


@visit.command(
    "seen",
    short_help="You have been seen.",
    epilog=examples(
        "myolog visit seen today --by neurologist --test examination --said normal",
        "myolog visit seen 2026-03-27 --said explained --sign weakness --next 2026-09-01",
    ),
)
@click.argument("on", metavar="DAY")
@_by
@click.option("--test", "tests", multiple=True, type=click.Choice(TESTS), help="What was done.")
@click.option("--said", default="unknown", type=click.Choice(OUTCOMES), help="What was said.")
@click.option(
    "--sign",
    "signs",
    multiple=True,
    metavar="SIGN",
    help="With --said explained: what exactly was explained and has not changed, like weakness.",
)
@click.option("--next", "review", metavar="DAY", help="The next visit, if there is one.")
@_to_result
@click.option("--words", default="", metavar="TEXT", help="In your own words.")
@click.pass_obj
def seen(
    session: Session,
    on: str,
    by: str,
    tests: tuple[str, ...],
    said: str,
    signs: tuple[str, ...],
    review: str | None,
    to_result: str | None,
    words: str,
) -> None:
    """Note that a doctor has seen you, what was done, and what was said.

    Of a visit on the day of a result it is asked whether it was before or after that result.
    """
    from myolog.cli.when import read_coming_day
    from myolog.journal.records import Examination

    person = session.open()
    today = today_in(person)
    day = _day_seen(on, today)
    _check_signs(signs)
    entry = Examination(
        day=day,
        what=VISIT,
        by=by,
        result=said,
        text=words,
        tests=tests,
        signs=signs if said == "explained" else (),
        review=None if review is None else read_coming_day(review, today=today),
    )
    _store(person, replace(entry, to_result=_told_to_result(person, entry, to_result)))


def _told_to_result(
    person: Person, entry: Examination, said: str | None, *, noted: str | None = None
) -> str:
    """Return whether a visit was before or after the result of its day, asked where it is open.

    "" where its day has no result, and where nobody can answer.
    """
    from myolog.cli.asking import choose
    from myolog.content.catalogue import load
    from myolog.content.dates import spoken_whole
    from myolog.store.selectors import told_results
    from myolog.triage.due import asks_whether_after

    if not asks_whether_after(told_results(person), entry.day, visit=noted):
        return ""
    if said is not None or entry.to_result or not asks():
        return said or entry.to_result
    words = load()
    labels = {one: words.text(f"visit.page.to_result_{one}") for one in TO_RESULT}
    question = words.text("visit.page.to_result_asked", date=spoken_whole(entry.day))
    return choose(question, labels) or ""


@visit.command(
    "missed",
    short_help="A booked visit did not take place.",
    epilog=examples("myolog visit missed"),
)
@click.pass_obj
def missed(session: Session) -> None:
    """Note that the booked visit whose day has passed did not take place.

    With myolog undo it is again as it was.
    """
    person = session.open()
    from myolog.content.catalogue import load
    from myolog.errors import NotFound
    from myolog.store.services.corrections import correct_entry
    from myolog.store.services.follow_up import follow_up_of

    booked = follow_up_of(person=person, now=now_in(person.zone)).untold
    if booked is None:
        raise NotFound(load().text("visit.took.none"))
    entry = replace(booked, id=None, event="missed")
    _say_stored(person, correct_entry(person=person, id=str(booked.id), entry=entry, by=BY))


def _day_seen(on: str, today: date) -> date:
    """Return the day of a visit that has taken place."""
    from myolog.cli.when import read_day
    from myolog.content.catalogue import load
    from myolog.errors import InvalidEntry

    try:
        return read_day(on, today=today)
    except InvalidEntry as wrong:
        if wrong.key != "day_ahead":
            raise
        raise InvalidEntry(load().template("visit.page.in_future")) from None


def _check_signs(signs: tuple[str, ...]) -> None:
    from myolog.journal.checks import check_choice
    from myolog.triage.answers import INPUTS
    from myolog.triage.follow_up import explainable

    for sign in signs:
        check_choice(sign, explainable(INPUTS), "What was explained")


@visit.command(
    "change",
    short_help="Change a visit that you told.",
    epilog=examples(
        "myolog visit change booked --on 2026-04-02",
        "myolog visit change seen --said normal --next 2026-09-01",
        "myolog visit change later --on tomorrow",
    ),
)
@click.argument("which", metavar="WHICH")
@click.option("--on", metavar="DAY", help="The day of the visit, or of the reminder.")
@click.option("--by", metavar="WHO", help=f"A role, no name: {', '.join(ROLES)} or other words.")
@click.option("--test", "tests", multiple=True, type=click.Choice(TESTS), help="What was done.")
@click.option("--said", type=click.Choice(OUTCOMES), help="What was said.")
@click.option("--sign", "signs", multiple=True, metavar="SIGN", help="What was explained.")
@click.option("--next", "review", metavar="DAY", help="The next visit, if there is one.")
@_to_result
@click.option("--words", "text", metavar="TEXT", help="In your own words.")
@click.pass_obj
def change(session: Session, /, which: str, **told: str | tuple[str, ...] | None) -> None:
    """Change the last visit that is booked, seen or later, or one by its ID; the rest stays.

    With myolog undo it is again as it was.
    """
    person = session.open()
    from myolog.store.services.corrections import correct_entry

    entry = _visit_meant(person, which)
    changed = _changed(entry, {name: value for name, value in told.items() if value}, person)
    _say_stored(person, correct_entry(person=person, id=str(entry.id), entry=changed, by=BY))


def _visit_meant(person: Person, which: str) -> Visit | Examination:
    """Return the last visit of a kind, or the one with an ID."""
    from myolog.content.catalogue import load
    from myolog.errors import NotFound
    from myolog.journal.records import Examination
    from myolog.journal.visits import Visit
    from myolog.store.selectors import journal_of

    journal = journal_of(person)
    seen = [one for one in journal.of(Examination) if one.what == VISIT]
    told = (one for one in journal.of(Visit) if one.event != "missed")
    visits: tuple[Visit | Examination, ...] = (*seen, *told)
    for one in reversed(visits):
        if which == one.id or which == ("seen" if isinstance(one, Examination) else one.event):
            return one
    raise NotFound(load().text("visit.page.none_such", which=which))


def _changed(
    entry: Visit | Examination, told: dict[str, str | tuple[str, ...]], person: Person
) -> Visit | Examination:
    """Return a visit with what was told anew, and nothing else changed."""
    from myolog.cli.when import read_coming_day
    from myolog.content.catalogue import load
    from myolog.errors import InvalidEntry
    from myolog.journal.visits import Visit

    if not told:
        raise InvalidEntry(load().template("visit.page.change_what"))
    if isinstance(entry, Visit) and set(told) - {"on", "by"}:
        raise InvalidEntry(load().template("visit.page.only_booked"))
    today, values = today_in(person), dict[str, Any](told)
    if isinstance(entry, Visit):
        values |= {"on": read_coming_day(values["on"], today=today)} if "on" in told else {}
        return replace(entry, id=None, **values)
    _check_signs(values.get("signs", ()))
    if "on" in told:
        values["day"] = _day_seen(values.pop("on"), today)
    if "review" in told:
        values["review"] = read_coming_day(values["review"], today=today)
    if "said" in told:
        values["result"] = values.pop("said")
        values |= {} if values["result"] == "explained" else {"signs": ()}
    said = values.pop("to_result", None)
    changed = replace(entry, id=None, **values)
    if changed.day != entry.day:
        changed = replace(changed, to_result="")
    to_result = _told_to_result(person, changed, said, noted=entry.id)
    return replace(changed, to_result=to_result)


def _store_coming(session: Session, event: str, on: str, *, by: str = "") -> None:
    """Store what is to come on a day."""
    from myolog.cli.when import read_coming_day
    from myolog.journal.visits import Visit

    person = session.open()
    today = today_in(person)
    day = read_coming_day(on, today=today)
    _store(person, Visit(day=today, event=event, on=day, by=by))


def _store(person: Person, entry: Visit | Examination) -> None:
    """Store what was told, and say what follows from it."""
    from myolog.store.services.journal import log_entry

    _say_stored(person, log_entry(person=person, entry=entry, by=BY))


def _say_stored(person: Person, entry: Entry) -> None:
    from myolog.cli.terminal import speak_up
    from myolog.journal.records import Examination
    from myolog.journal.visits import Visit
    from myolog.store.services.follow_up import follow_up_of
    from myolog.wording.visits import told_in_words

    if not isinstance(entry, Visit | Examination):
        return
    found = follow_up_of(person=person, now=now_in(person.zone))
    for sentence in told_in_words(entry, found):
        say(sentence)
    speak_up(person, asked=entry.kind != Visit.kind)


@visit.command(
    "calendar",
    short_help="Write a date for your calendar.",
    epilog=examples("myolog visit calendar due -o visit.ics"),
)
@click.argument("which", type=click.Choice(_DATES))
@into
@force
@click.pass_obj
def calendar(session: Session, which: str, output: str, force: bool) -> None:
    """Write the last day to be seen, the booked day or the reminder; it says nothing of health.

    Once you have been seen, done takes the last day out of your calendar again.
    """
    out = output_at(output, session, force=force)
    person = session.open()
    from myolog.store.services.follow_up import calendar_day

    out.write(calendar_day(person=person, of=which, now=now_in(person.zone)))
