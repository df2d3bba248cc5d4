"""The command `programme`: the five steps, day by day, for four weeks."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from myolog.cli.asking import settled
from myolog.cli.keeping import keep
from myolog.cli.options import as_json, day_told, on_day
from myolog.cli.sure import make_sure
from myolog.cli.terminal import BY, Session, asks, examples, now_in, print_json, say, today_in
from myolog.content.typed import clock_typed, whole_amount_typed, whole_typed
from myolog.errors import NotFound

if TYPE_CHECKING:
    from myolog.journal.entries import ProfileFact
    from myolog.programme.plan import DayPlan
    from myolog.programme.progress import Progress
    from myolog.programme.verdict import Verdict
    from myolog.store.selectors import Person
    from myolog.wording.programme import StepLine

__all__ = ["programme"]

T = TypeVar("T")


@click.group(
    "programme",
    invoke_without_command=True,
    short_help="Five small steps for four weeks.",
    epilog=examples(
        "myolog programme                  what today asks",
        "myolog programme start",
        "myolog programme tick quiet",
        "myolog programme review",
    ),
)
@click.pass_context
def programme(ctx: click.Context) -> None:
    """Five small steps for four weeks: what today asks, and how it went.

    The steps come on top of a visit to the doctor and never replace it.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(today)


@programme.command(
    "today",
    short_help="Show what a day asks.",
    epilog=examples(
        "myolog programme today",
        "myolog programme today --date yesterday",
        "myolog programme today --json",
    ),
)
@on_day
@as_json()
@click.pass_obj
def today(session: Session, on: str | None = None, as_json: bool = False) -> None:
    """Show what a day asks: at most three things first, then the rest."""
    person, now = _opened(session)
    plan = _plan(person, now, day_told(on, person))
    _print(plan, as_json=as_json)


@programme.command(
    "start",
    short_help="Begin the four weeks.",
    epilog=examples(
        "myolog programme start",
        "myolog programme start --leave-out caffeine --bedtime 22:45",
        "myolog programme start --caffeine-target half --drinks 1600",
        "myolog programme start --fact lithium=no --fact pregnant=not_sure",
    ),
)
@click.option("--leave-out", multiple=True, metavar="STEP", help="A step you do not want.")
@click.option(
    "--caffeine-target",
    "target",
    type=click.Choice(["100", "half", "0"]),
    default="100",
    show_default=True,
    help="Where the caffeine ends: mg a day, or half.",
)
@click.option("--drinks", "drinks", metavar="ML", help="How much you want to drink a day, in mL.")
@click.option("--bedtime", metavar="HH:MM", help="When you want to put the light out.")
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="A fact about you.")
@click.option("--no-comparison", is_flag=True, help="Begin without days to compare with.")
@click.option("--date", "on", metavar="DAY", help="The first day, at most 6 days ago.")
@as_json()
@click.pass_context
def start(ctx: click.Context, /, facts: tuple[str, ...], as_json: bool, **typed: Any) -> None:
    """Begin the four weeks; in a terminal it asks what must be known first."""
    from myolog.cli.telling import read_fact
    from myolog.programme.steps import find_step

    left_out = frozenset(find_step(name).code for name in typed["leave_out"])
    person, now = _opened(ctx.obj)
    from myolog.store.services.programme_start import Wishes, start_programme

    told = [read_fact(text, day=today_in(person)) for text in facts]
    make_sure(told)
    first = day_told(typed["on"], person)
    if asks():
        _ask_facts(person, now, told={fact.code for fact in told})
    wishes = Wishes(
        leave_out=left_out,
        target=typed["target"],
        drinks_ml=_told(typed["drinks"], lambda text: whole_amount_typed(text, "mL", metric=True)),
        bedtime=_told(typed["bedtime"], lambda text: f"{clock_typed(text):%H:%M}"),
    )
    plan = start_programme(
        person=person,
        day=first,
        wishes=wishes,
        compare=not typed["no_comparison"],
        facts=told,
        by=BY,
        now=now,
    )
    _print(plan, as_json=as_json)


def _ask_facts(person: Person, now: datetime, *, told: Collection[str]) -> None:
    """Ask what has to be known first and note each answer; Enter leaves it open."""
    from myolog.cli.asking import ask
    from myolog.cli.telling import read_fact
    from myolog.content.names import unit_name
    from myolog.store.services.journal import log_entry
    from myolog.store.services.programme_plan import readiness_of
    from myolog.vocabulary.profile import PROFILE

    for code in readiness_of(person=person, now=now).open_facts:
        if code in told:
            continue
        one = PROFILE[code]
        choices = ", ".join(one.choices) if one.choices else unit_name(one.unit)
        read = partial(_read_answer, read_fact, code, today_in(person))
        fact = ask(f"{one.name} ({choices})", read)
        if fact is not None:
            log_entry(person=person, entry=fact, by=BY, now=now)


def _read_answer(read: Callable[..., ProfileFact], code: str, day: date, text: str) -> ProfileFact:
    return read(f"{code}={text}", day=day)


@programme.command(
    "tick",
    short_help="Say that a step is done.",
    epilog=examples(
        "myolog programme tick quiet",
        "myolog programme tick caffeine sleep --date yesterday",
        "myolog programme tick quiet --undo",
    ),
)
@click.argument("steps", nargs=-1, required=True, metavar="STEP...")
@on_day
@click.option("--undo", is_flag=True, help="Take the tick back.")
@as_json()
@click.pass_obj
def tick_(
    session: Session, steps: tuple[str, ...], on: str | None, undo: bool, as_json: bool
) -> None:
    """Say that a step is done today: caffeine, drinking, sleep, quiet or note."""
    from myolog.programme.steps import find_step

    codes = [find_step(name).code for name in steps]
    person, now = _opened(session)
    from myolog.store.services.programme import tick, untick

    day = day_told(on, person)
    for code in codes:
        (untick if undo else tick)(person=person, step=code, day=day, by=BY, now=now)
    _print(_plan(person, now, day), as_json=as_json)


@programme.command(
    "goal",
    short_help="Change what a step asks.",
    epilog=examples(
        "myolog programme goal drinking 1600",
        "myolog programme goal sleep 22:45",
        "myolog programme goal caffeine 200",
        "myolog programme goal quiet off",
    ),
)
@click.argument("step", metavar="STEP")
@click.argument("value", metavar="VALUE")
@as_json()
@click.pass_obj
def goal(session: Session, step: str, value: str, as_json: bool) -> None:
    """Change what a step asks from today on: an amount, a bedtime, “off” or “on”."""
    from myolog.programme.steps import find_step

    code = find_step(step).code
    person, now = _opened(session)
    from myolog.store.services.programme_start import set_goals

    plan = settled(
        lambda typed: set_goals(person=person, goals={code: typed}, by=BY, now=now), value.lower()
    )
    _print(plan, as_json=as_json)


@programme.command(
    "headache",
    short_help="Note a headache while you cut down.",
    epilog=examples(
        "myolog programme headache 6",
        "myolog programme headache 3 --date yesterday",
    ),
)
@click.argument("score", metavar="0-10")
@on_day
@as_json()
@click.pass_obj
def headache(session: Session, score: str, on: str | None, as_json: bool) -> None:
    """Note how bad a headache was. Two bad days in a row keep you on the same amount."""
    person, now = _opened(session)
    from myolog.store.services.programme import note_headache

    told = settled(whole_typed, score)
    note_headache(person=person, score=told, day=day_told(on, person), by=BY, now=now)
    _print(_plan(person, now), as_json=as_json)


def _state_command(name: str, short_help: str, words: str) -> click.Command:
    """Return a command that pauses, resumes or stops the programme."""

    @click.command(
        name, short_help=short_help, help=words, epilog=examples(f"myolog programme {name}")
    )
    @as_json()
    @click.pass_obj
    def change(session: Session, as_json: bool) -> None:
        person, now = _opened(session)
        from myolog.store.services import programme as service

        act = {"pause": service.pause, "resume": service.resume, "stop": service.stop_programme}
        _print(act[name](person=person, by=BY, now=now), as_json=as_json)

    return change


programme.add_command(
    _state_command(
        "pause", "Let it rest; nothing is lost.", "Let the programme rest from today on."
    )
)
programme.add_command(
    _state_command(
        "resume", "Go on where you stopped.", "Go on with the programme where you stopped."
    )
)
programme.add_command(
    _state_command("stop", "End it before the four weeks are over.", "End the programme today.")
)


@programme.command(
    "review",
    short_help="Look back on how it went.",
    epilog=examples("myolog programme review", "myolog programme review --json"),
)
@as_json()
@click.pass_obj
def review(session: Session, as_json: bool) -> None:
    """Look back: the days on which each step was done, and from day 21 on what has changed."""
    from myolog.content.catalogue import load
    from myolog.programme.progress import progress_of

    person, now = _opened(session)
    plan = _plan(person, now)
    from myolog.store.selectors import journal_of
    from myolog.store.services.looking_back import look_back

    verdict = look_back(person=person, by=BY, now=now)
    progress = progress_of(journal_of(person), plan.period, plan.day)
    if as_json:
        from myolog.exporters.programme import review_as_dict

        print_json(review_as_dict(load(), plan, progress, verdict))
        return
    _print_review(plan, progress, verdict)


def _print_review(plan: DayPlan, progress: Progress, verdict: Verdict | None) -> None:
    from myolog.content.catalogue import load
    from myolog.wording.programme import counts_of, looks_in_words
    from myolog.wording.verdicts import verdict_words

    words = load()
    if plan.waits_for == "doctor":
        say(words.text("guard.GUARD-URGENT.text"))
    if verdict is not None:
        said = verdict_words(verdict, words)
        say(said.title, bold=True)
        for text in (said.text, *said.numbers, *said.notes):
            say(text)
        if not progress.is_valid:
            say(words.text("programme.few_done"))
    elif looks := looks_in_words(plan):
        say(looks)
    click.echo()
    for one in counts_of(progress):
        say(f"{one.command:<9} {one.told}")


programme.add_command(keep)


def _opened(session: Session) -> tuple[Person, datetime]:
    person = session.open()
    return person, now_in(person.zone)


def _told(text: str | None, read: Callable[[str], T]) -> T | None:
    """Read an option that may be left out."""
    return None if text is None else settled(read, text)


def _plan(person: Person, now: datetime, day: date | None = None) -> DayPlan:
    from myolog.store.services.care import catch_up
    from myolog.store.services.programme_plan import plan_of
    from myolog.store.services.programme_start import begin_way

    catch_up(person=person, by=BY, now=now)
    begin_way(person=person, by=BY, now=now)
    plan = plan_of(person=person, now=now, day=day)
    if plan is None:
        raise NotFound(
            "No programme was started yet. Begin with: myolog programme start",
            code="no_programme",
            key="no_programme_begin_with",
        )
    return plan


def _print(plan: DayPlan, *, as_json: bool) -> None:
    from myolog.content.catalogue import load
    from myolog.wording.programme import day_lines, rest_of

    words = load()
    if as_json:
        from myolog.exporters.programme import plan_as_dict

        print_json(plan_as_dict(words, plan))
        return
    resting = rest_of(plan)
    if resting is not None:
        say(resting.title, bold=True)
        say(resting.text)
        return
    say(words.text("programme.day", number=plan.number), bold=True)
    say(words.text("programme.easy"))
    click.echo()
    lines = day_lines(plan)
    for one in lines.first:
        _print_thing(one)
    if lines.others:
        click.echo()
    for one in lines.others:
        _print_thing(one)
    for one in lines.guarded:
        click.echo()
        say(f"{one.name}: {' '.join(one.says)}")
    click.echo()
    say(words.text("programme.not_instead"))


def _print_thing(one: StepLine) -> None:
    detail = f" - {one.detail}" if one.detail else ""
    say(f"[{'x' if one.done else ' '}] {one.command:<9} {one.title}{detail}", hang=14)
