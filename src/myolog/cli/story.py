"""The command `story`: what happened before the journal began, told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import click

from myolog.cli.terminal import BY, Session, asks, examples, today_in
from myolog.content.catalogue import load
from myolog.journal.records import TRENDS

if TYPE_CHECKING:
    from myolog.cli.telling import Telling
    from myolog.journal.model import Journal
    from myolog.journal.records import Story

__all__ = ["story"]

_STILL: Final = {"yes": True, "no": False}
_ASKED_FACTS: Final = ("age_years", "sex", "handedness", "occupation")


@click.command(
    "story",
    short_help="Tell your story so far.",
    epilog=examples(
        "myolog story",
        'myolog story --since 2025-11 --first "forearm right" --place "shoulder right=2026-01"',
        "myolog story --fact age_years=42 --fact handedness=right",
        'myolog story --exam "2026-02-01 emg normal" --question "Do I need more tests?"',
        "myolog story --show",
    ),
)
@click.option("--since", metavar="WHEN", help="When it began: 2026-01, “6 weeks ago”; ? if unsure.")
@click.option("--first", metavar="PLACE", help="Where it began.")
@click.option("--place", "places", multiple=True, metavar="PLACE=WHEN", help="Where it came later.")
@click.option("--ongoing/--over", default=None, help="Whether it still twitches on most days.")
@click.option(
    "--trend",
    type=click.Choice(["improving", "stable", "worsening", "not_sure"]),
    help="How the last four weeks went.",
)
@click.option(
    "--measures",
    type=click.Choice(["no", "unknown", "yes"]),
    help="Whether rest and new habits were tried.",
)
@click.option("--changed", metavar="TEXT", help="What changed in your life before it began.")
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="A fact about you.")
@click.option(
    "--exam",
    "exams",
    multiple=True,
    metavar="DAY WHAT RESULT",
    help="A test that was done: its day, what it was, and the result.",
)
@click.option("--question", "questions", multiple=True, metavar="TEXT", help="For the doctor.")
@click.option("--fear", metavar="TEXT", help="What you fear most.")
@click.option("--also", metavar="TEXT", help="What else the doctor should know, one line.")
@click.option("--show", is_flag=True, help="Only show what was told.")
@click.pass_context
def story(ctx: click.Context, /, show: bool, **typed: Any) -> None:
    """Tell your story so far: since when, where first, where now, and who has looked at it.

    You tell it once and can correct it at any time.
    """
    from myolog.cli.sure import make_sure
    from myolog.cli.telling import Telling, entries_from

    session: Session = ctx.obj
    person = session.open()
    from myolog.store.selectors import journal_of

    kept = journal_of(person)
    today = today_in(person)
    told = Telling(**typed)
    if show or (told.empty and not asks()):
        _show(kept, today)
        return
    if told.empty:
        told = _ask_story(kept, today)
    given = entries_from(told, before=kept.story, today=today)
    if not given:
        click.echo(load().text("cli.ask.nothing"))
        return
    from myolog.cli.terminal import speak_up
    from myolog.cli.whose import is_same_person
    from myolog.errors import AnotherPerson
    from myolog.journal.entries import ProfileFact
    from myolog.store.services.journal import log_entries
    from myolog.store.services.whose import tell_whose

    make_sure(given)
    try:
        log_entries(person=person, entries=given, by=BY)
    except AnotherPerson:
        if not is_same_person(person):
            raise
        facts = [one for one in given if isinstance(one, ProfileFact)]
        others = [one for one in given if not isinstance(one, ProfileFact)]
        tell_whose(person=person, facts=facts, same_person=True, by=BY)
        if others:
            log_entries(person=person, entries=others, by=BY)
    click.echo(load().text("page.story.saved"))
    speak_up(person)


def _show(journal: Journal, today: date) -> None:
    from myolog.journal.facts import due_facts
    from myolog.journal.records import Examination, Question
    from myolog.wording.entries import one_line

    due = due_facts(journal, today).values()
    story_told = () if journal.story is None else (journal.story,)
    told = (
        *story_told,
        *journal.profile.values(),
        *journal.of(Examination),
        *journal.of(Question),
    )
    for entry in told:
        again = f". {load().text('page.settings.say_again')}" if entry in due else ""
        click.echo(f"{entry.day.isoformat()}  {one_line(entry)}{again}")
    if not told:
        click.echo(f"{load().text('page.story.lead')} Run myolog story in a terminal.")


def _ask_story(journal: Journal, today: date) -> Telling:
    from myolog.cli.asking import ask_many, ask_text
    from myolog.cli.telling import read_exam

    words = load()
    lead = words.text("page.story.lead")
    click.echo(f"{words.text('cli.ask.leaves_open', lead=lead)}\n")
    return replace(
        _ask_course(journal, today),
        exams=ask_many(
            _such_as("page.story.examined", "2026-02-01 emg normal"),
            partial(read_exam, today=today),
        ),
        facts=tuple(_ask_facts(journal, today)),
        fear=ask_text(f"{words.text('page.story.fear')} {words.text('page.story.fear_hint')}"),
        questions=ask_many(words.text("page.story.questions")),
        also=ask_text(words.text("page.report.remark")),
    )


def _such_as(key: str, example: str) -> str:

    words = load()
    return words.text("cli.ask.such_as", question=words.text(key), example=example)


def _ask_course(journal: Journal, today: date) -> Telling:
    from myolog.cli.asking import ask_many, ask_text, choose
    from myolog.cli.places import read_place
    from myolog.cli.telling import Telling, read_later, read_since

    words = load()
    before = journal.story
    noted = f" (noted: {_known(before)})" if before else ""
    since = ask_text(
        f"{words.text('page.story.since')}{noted} {words.text('page.story.since_hint')} "
        f"{words.text('cli.ask.or_not_sure')}",
        partial(read_since, today=today),
    )
    first = ask_text(
        _such_as("page.story.first_site", "calf left"),
        lambda text: read_place([text]),
    )
    if before is None and (since is None or first is None):
        click.echo(words.text("cli.ask.no_beginning"))
        return Telling()
    return Telling(
        since=since,
        first=first,
        places=ask_many(
            _such_as("page.story.now_sites", "shoulder right=2026-01"),
            partial(read_later, today=today),
        ),
        ongoing=_STILL.get(choose(words.text("page.story.ongoing"), _yes_no()) or ""),
        trend=choose(words.text("page.story.trend"), _trends()),
        measures=choose(
            words.text("input.measures_tried.question"), words.labels("input.measures_tried.values")
        ),
        changed=ask_text(
            f"{words.text('page.story.changed')} {words.text('page.story.changed_hint')}"
        ),
    )


def _trends() -> dict[str, str]:
    return {code: load().text(f"page.story.trend_{code}") for code in TRENDS}


def _yes_no() -> dict[str, str]:
    return {code: load().text(f"answer.{code}") for code in _STILL}


def _known(story: Story) -> str:
    from myolog.wording.known_dates import date_as_known

    return date_as_known(story.onset_day, story.onset_precision)


def _ask_facts(journal: Journal, today: date) -> Iterator[str]:
    from myolog.cli.asking import ask_text
    from myolog.vocabulary.profile import PROFILE

    for code in _ASKED_FACTS:
        field = PROFILE[code]
        choices = f" ({', '.join(field.choices)})" if field.choices else ""
        known = journal.profile.get(code)
        noted = f" (noted: {known.value})" if known else ""
        typed = ask_text(f"{field.name}{choices}{noted}", partial(_check_fact, code, today=today))
        if typed is not None:
            yield f"{code}={typed}"


def _check_fact(code: str, typed: str, *, today: date) -> None:
    from myolog.cli.telling import read_fact

    read_fact(f"{code}={typed}", day=today)
