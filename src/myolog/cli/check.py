"""The command `check`: how soon to see a doctor."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from myolog.cli.options import as_json, as_of, day_told
from myolog.cli.terminal import (
    BY,
    Session,
    asks,
    examples,
    print_json,
    read_json,
    say,
    today_in,
)
from myolog.cli.whose import WHO, say_about, tell_about
from myolog.errors import InvalidAnswer, UserError

if TYPE_CHECKING:
    from myolog.journal.model import Journal
    from myolog.store.selectors import LatestResult, Person
    from myolog.triage.conversation import Conversation
    from myolog.triage.follow_up import FollowUp
    from myolog.triage.result import Assessment
    from myolog.wording.help_numbers import HelpNumbers
    from myolog.wording.visits import Done

__all__ = ["check"]

ANSWERS_FILE = "answers file"
"""The reason kept when a file answers below what the journal suggests."""

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    "check",
    short_help="Find out how soon to see a doctor.",
    epilog=examples(
        "myolog check",
        "myolog check --last --details",
        "myolog check --history",
        "myolog check --about child",
        "myolog check --answers answers.json --json",
        "myolog check --journal my-journal.jsonl --answers answers.json --json",
    ),
)
@click.option(
    "--answers", metavar="FILE", help="Answers as JSON instead of questions; - reads them."
)
@click.option(
    "--journal", type=_FILE, metavar="FILE", help="Check this journal file; store nothing."
)
@as_of
@click.option(
    "--about",
    type=click.Choice(tuple(WHO)),
    help="Who it is for: you, your child, or another person you care for.",
)
@click.option("--last", is_flag=True, help="Show the last result again.")
@click.option("--history", is_flag=True, help="Show every result, and what was done about it.")
@click.option("--details", is_flag=True, help="Show every reason, its source and the tests.")
@as_json()
@click.pass_obj
def check(
    session: Session,
    answers: str | None,
    journal: Path | None,
    on: str | None,
    about: str | None,
    last: bool,
    history: bool,
    details: bool,
    as_json: bool,
) -> None:
    """Find out how soon to see a doctor: about three minutes of questions.

    The first screen asks about what cannot wait. You can stop at any time.
    """
    if on is not None and journal is None:
        raise click.UsageError("--date goes with --journal.")
    if about is not None and journal is not None:
        raise click.UsageError("--about goes with your own journal, not with --journal.")
    given = None if answers is None else _read_answers(answers)
    if journal is not None:
        _check_file(session, journal, given, on, details=details, as_json=as_json)
        return
    person = session.open()
    if about is not None:
        tell_about(session, person, about)
    if history:
        from myolog.cli.history import print_history

        print_history(person, as_json=as_json)
        return
    if last:
        _show_last(person, details=details, as_json=as_json)
        return
    from myolog.cli.became import became_of_it
    from myolog.store.selectors import journal_of

    found = _check_stored(person, given)
    if found is not None:
        day, numbers = today_in(person), _numbers(person)
        _print(
            found,
            day,
            numbers,
            journal_of(person),
            **became_of_it(person),
            details=details,
            as_json=as_json,
        )
        if not as_json:
            _note_kindly(person, found, day)


def _read_answers(source: str) -> dict[str, Any]:
    given = read_json(source)
    if not isinstance(given, dict):
        raise InvalidAnswer(
            "{source} must hold one JSON object: the name of each question and its answer.",
            source=source,
            code="invalid_answer",
            key="answers_not_an_object",
        )
    return given


def _file_reasons(given: dict[str, Any]) -> dict[str, str]:
    from myolog.triage.answers import INPUTS

    return {
        name: ANSWERS_FILE for name in given if name in INPUTS and "journal" in INPUTS[name].origin
    }


def _check_file(
    session: Session,
    file: Path,
    given: dict[str, Any] | None,
    on: str | None,
    *,
    details: bool,
    as_json: bool,
) -> None:
    from myolog.journal.file import read_journal
    from myolog.journal.subject import subject_of
    from myolog.triage.assessment import assess, assess_standing

    journal = read_journal(file)
    day = day_told(on, journal)
    past = journal.until(day)
    session.speak_about(subject_of(past, day))
    if given is None:
        found = assess_standing(past, today=day)
    else:
        found = assess(past, given, today=day, reasons=_file_reasons(given))
    from myolog.wording.help_numbers import help_in

    country = past.profile.get("country")
    numbers = help_in(str(country.value) if country else "", journal.zone)
    _print(found, day, numbers, past, details=details, as_json=as_json)


def _numbers(person: Person) -> HelpNumbers:
    from myolog.wording.help_numbers import help_in

    return help_in(person.country, person.zone)


def _check_stored(person: Person, given: dict[str, Any] | None) -> Assessment | None:
    from myolog.store.meanwhile import told_meanwhile
    from myolog.store.selectors import journal_of, told_results
    from myolog.store.services.care import current_result, record_answers
    from myolog.wording.aftermath import check_wanted

    if given is not None:
        return _check_given(person, given)
    if not asks():
        raise UserError(
            "The check asks questions; run it in a terminal, or give --answers FILE.",
            code="nobody_answers",
            key="check_needs_terminal",
        )
    kept, today = journal_of(person), today_in(person)
    latest = current_result(person=person, by=BY)
    results = () if latest is None else told_results(person)
    asked = check_wanted(results, kept, today=today)
    if latest is not None and not asked and not _wants_another(person, latest, today):
        return None
    from myolog.cli.country import ask_country
    from myolog.cli.questions import ask_check
    from myolog.content.catalogue import load
    from myolog.journal.subject import subject_of
    from myolog.triage.conversation import Conversation

    ask_country(person)
    say_about(subject_of(kept, today))
    conversation = Conversation(journal=kept, today=today, results=results)
    _ask_whether_seen(person, conversation)
    told = ask_check(conversation)
    meanwhile = told_meanwhile(person, known="" if latest is None else latest.id)
    if meanwhile:
        say(load().text("page.check.two_checks"))
        told = told.joined_with(meanwhile)
    return record_answers(person=person, answers=told.answers, reasons=told.reasons, by=BY)


def _ask_whether_seen(person: Person, conversation: Conversation) -> None:
    """Ask, after a result of today, whether somebody has seen the person; "no" bars nothing."""
    from myolog.cli.asking import choose
    from myolog.content.catalogue import load
    from myolog.wording.aftermath import seen_first, unseen_advice

    unseen = conversation.asks_whether_seen
    if unseen is None:
        return
    labels = {answer: load().text(f"aftermath.{answer}") for answer in ("yes", "no")}
    if choose(seen_first(unseen), labels) != "yes":
        say(unseen_advice(unseen, _numbers(person), conversation.became), bold=True)


def _check_given(person: Person, given: dict[str, Any]) -> Assessment:
    """Assess a file's answers with the journal, and keep them.

    Only what the file answers counts: answers of earlier checks stay out of it. A file that answers
    nothing leaves the journal as it is.
    """
    from myolog.store.selectors import journal_of
    from myolog.store.services.care import record_answers
    from myolog.triage.assessment import assess

    reasons = _file_reasons(given)
    today = today_in(person)
    found = assess(journal_of(person), given, today=today, reasons=reasons)
    if any(value is not None for value in given.values()):
        record_answers(person=person, answers=given, reasons=reasons, by=BY)
    return found


def _wants_another(person: Person, latest: LatestResult, today: date) -> bool:
    """Ask back before a second check on one day; never refuse one."""
    from myolog.cli.terminal import now_in
    from myolog.content.catalogue import load
    from myolog.store.services.follow_up import follow_up_of
    from myolog.wording.result import checked_today

    if latest.answered_day == today:
        became = follow_up_of(person=person, now=now_in(person.zone))
        say(checked_today(latest.assessment, seen=became.state == "seen"))
        if not click.confirm(load().text("page.check.again"), default=False):
            _show(person, latest, details=False, as_json=False)
            return False
    return True


def _note_kindly(person: Person, found: Assessment, today: date) -> None:
    """Add a kind word where checking or looking takes much room, if the result can wait."""
    from myolog.attention.looking import looking_in_week
    from myolog.content.catalogue import load
    from myolog.store.selectors import journal_of
    from myolog.triage.urgency import can_wait

    looking = looking_in_week(journal_of(person), today=today)
    if not looking.note or not can_wait(found.urgency):
        return
    words, table = load(), f"result.{looking.note}"
    say()
    say(words.template(f"{table}.title"), bold=True)
    say(words.fill(f"{table}.text", {"count": looking.n_checks}))
    say(f"{words.text('result.worry_link')}: myolog learn worry")


def _show_last(person: Person, *, details: bool, as_json: bool) -> None:
    from myolog.errors import NotFound
    from myolog.store.services.care import current_result

    latest = current_result(person=person, by=BY)
    if latest is None:
        raise NotFound("The check was never done; run: myolog check", key="check_never_done")
    _show(person, latest, details=details, as_json=as_json)


def _show(person: Person, latest: LatestResult, *, details: bool, as_json: bool) -> None:
    from myolog.cli.became import became_of_it
    from myolog.store.journals import journal_at
    from myolog.store.selectors import journal_of
    from myolog.store.services.care import mark_seen
    from myolog.triage.since import since_then
    from myolog.wording.since import since_in_words

    if not as_json:
        _say_whether_it_holds(person, latest)
    now = journal_of(person)
    then = journal_at(person, latest.at, now=now)
    since = since_then(
        then=then, now=now, was=latest.assessment, found=latest.live, said=latest.day
    )
    _print(
        latest.assessment,
        latest.counts_from,
        _numbers(person),
        then,
        today=latest.day,
        since=since_in_words(since, now, today=today_in(person)),
        **became_of_it(person),
        expired=latest.expired,
        details=details,
        as_json=as_json,
    )
    mark_seen(person=person)


def _say_whether_it_holds(person: Person, latest: LatestResult) -> None:
    from myolog.cli.became import still_needed
    from myolog.content.catalogue import load
    from myolog.content.dates import spoken_whole

    words = load()
    if not latest.saved:
        say(words.text("result.not_saved"))
    if latest.ahead:
        say(words.text("result.ahead"))
    elif latest.expired:
        say(words.text("result.expired", date=spoken_whole(latest.answered_day)))
    if latest.expired and (needed := still_needed(person, latest)):
        say(needed)


def _print(
    found: Assessment,
    answered: date,
    numbers: HelpNumbers,
    journal: Journal,
    *,
    today: date | None = None,
    since: tuple[str, ...] = (),
    still: str = "",
    due: date | None = None,
    visit: str = "",
    done: Done | None = None,
    became: FollowUp | None = None,
    stopped: bool = False,
    read_on: date | None = None,
    expired: bool = False,
    details: bool,
    as_json: bool,
) -> None:
    if as_json:
        from myolog.journal.subject import subject_of

        told = subject_of(journal, today or answered)
        print_json({**found.as_dict(), "answered_by": told.answered_by})
        return
    from myolog.cli.result import print_result
    from myolog.wording.result_facts import facts_of, own_words

    say()
    print_result(
        found,
        answered=answered,
        numbers=numbers,
        facts=facts_of(journal, found, today=today or answered),
        since=since,
        still=still,
        due=due,
        visit=visit,
        done=done,
        became=became,
        own_words=own_words(journal),
        stopped=stopped,
        today=read_on,
        details=details,
        expired=expired,
    )
