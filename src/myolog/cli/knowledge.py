"""The commands `learn` and `demo`: what the guide knows, and its example case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import click

from myolog.cli.options import as_json
from myolog.cli.output import force, output_at
from myolog.cli.terminal import Session, console, examples, print_json, said_entries, say

if TYPE_CHECKING:
    from myolog.store.glance import Glance
    from myolog.triage.result import Assessment

__all__ = ["demo", "learn"]

_ALIASES: Final = {"faq": "questions", "signs": "warning-signs", "steps": "five-steps"}
"""Other names under which a page is asked for."""


@click.command(
    "learn",
    short_help="Read what is known about twitches.",
    epilog=examples(
        "myolog learn",
        "myolog learn warning-signs",
        "myolog learn checklist",
        "myolog learn guide",
        "myolog learn search coffee",
    ),
)
@click.argument("topic", nargs=-1)
@click.pass_obj
def learn(session: Session, topic: tuple[str, ...]) -> None:
    """Read what is known about twitches: short pages, each with its evidence.

    Without a TOPIC it lists the pages; a word that names no page is searched.
    """
    from myolog.content.articles import articles

    known = session.speak_as_told()
    if not topic:
        _list_pages()
        return
    first, *rest = (word.casefold() for word in topic)
    slug = _ALIASES.get("-".join((first, *rest)), "-".join((first, *rest)))
    if first == "search" and rest:
        _search(" ".join(rest), known)
    elif slug == "guide":
        _guide()
    elif any(one.slug == slug for one in articles()):
        _page(slug)
    else:
        _search(" ".join(topic), known)


def _list_pages() -> None:
    from rich.table import Table

    from myolog.content.articles import articles
    from myolog.content.catalogue import load

    words = load()
    out = console()
    out.print(words.text("page.learn.first"), style="bold")
    for code in words.codes("essential"):
        out.print(f"- {words.text(f'essential.{code}.text')}")
    out.print()
    for names in (False, True):
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(no_wrap=True)
        table.add_column()
        for one in articles():
            if one.names == names:
                table.add_row(one.slug, one.summary)
        out.print(words.text("page.learn.names_fold" if names else "page.learn.lead"), style="bold")
        out.print(table)
        out.print()
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_row("guide", words.text("page.learn.guide_lead"))
    table.add_row("search WORDS", words.text("page.learn.search_hint"))
    out.print(table)
    out.print(words.text("cli.learn.lead", name="warning-signs"))


def _page(slug: str) -> None:
    from myolog.content.articles import article
    from myolog.content.rendering import markdown
    from myolog.wording.whose import whom_you_means

    text = markdown(article(slug))
    if whom := whom_you_means():
        say(whom)
        say()
    out = console()
    if out.is_terminal:
        from rich.markdown import Markdown

        out.print(Markdown(text))
    else:
        click.echo(text, nl=False)


def _search(query: str, known: Glance) -> None:
    from myolog.content.catalogue import load
    from myolog.content.grammar import counted
    from myolog.content.heard import may_need_to_talk
    from myolog.content.search import pages
    from myolog.errors import NotFound

    words = load()
    found = pages(query)
    if may_need_to_talk(query):
        _talk(known)
    if not found.pages:
        raise NotFound(_nothing_found(query))
    say(counted("page.learn.found", len(found.pages)))
    if found.left_out:
        unknown = ", ".join(
            words.text("page.find.said_words", words=word) for word in found.left_out
        )
        say(words.text("page.learn.left_out", words=unknown))
    for hit in found.pages:
        say()
        say(hit.title, bold=True)
        say(hit.excerpt, indent=2)
        say(f"myolog learn {hit.article}", indent=2)


def _nothing_found(query: str) -> str:
    """Say that no page is about it, what that does not mean, and what to do."""
    from myolog.content.catalogue import load

    words = load()
    asked = words.text("page.find.said_words", words=query[:40])
    none = words.text("page.learn.found_none", query=asked)
    return f"{none} {words.text('page.learn.none_then')}"


def _talk(known: Glance) -> None:
    """Name whom to call where the person lives; where that is not known, where the computer is."""
    from myolog.cli.worry import print_whom_to_call
    from myolog.store.computer import computer_country, computer_zone
    from myolog.wording.help_numbers import help_in

    zone = known.zone or computer_zone()
    print_whom_to_call(help_in(known.country or computer_country(zone), zone or ""))
    say()


def _guide() -> None:
    from myolog.content.catalogue import load
    from myolog.content.guide_points import points_told

    words = load()
    say(words.text("page.learn.guide"), bold=True)
    say(words.text("page.learn.guide_lead"))
    for told in points_told():
        say()
        say(told.page.title, bold=True)
        for _, says in told.points:
            say(f"- {says}", indent=2, hang=4)
        say(f"myolog learn {told.page.slug}", indent=2)


@click.command(
    "demo",
    short_help="Show the guide's example case.",
    epilog=examples("myolog demo", "myolog demo -o demo.jsonl"),
)
@click.option("-o", "--output", metavar="FILE", help="Write the example journal; - prints it.")
@as_json("the four months")
@force
@click.pass_obj
def demo(session: Session, output: str | None, as_json: bool, force: bool) -> None:
    """Show the guide's example: an invented person, four months, and how it ended.

    Nothing is stored; the example lives in a throw-away journal.
    """
    from myolog.journal.example import CHECK_DAYS, forearm_journal

    if output is not None:
        from myolog.journal.file import lines

        out = output_at(output, session, force=force)
        journal = forearm_journal()
        out.write("".join(lines(journal)), said_entries(len(journal.entries)))
        return
    months = [(day, _assessed(day)) for day in CHECK_DAYS]
    if as_json:
        print_json([{"day": day, **found.as_dict()} for day, found in months])
    else:
        _tell(months)


def _assessed(day: date) -> Assessment:
    from myolog.journal.example import forearm_journal
    from myolog.triage.assessment import assess_standing

    return assess_standing(forearm_journal(day), today=day)


def _tell(months: list[tuple[date, Assessment]]) -> None:
    from myolog.content.catalogue import load
    from myolog.content.dates import spoken_whole

    words = load()
    say(words.text("demo.title"), bold=True)
    say(words.text("demo.lead"))
    for number, (day, found) in enumerate(months):
        level = found.urgency.name if found.urgency is not None else "INCOMPLETE"
        say()
        say(words.text("demo.month", month=number, date=spoken_whole(day)), bold=True)
        say(words.text(f"demo.month{number}.story"))
        title = words.text(f"urgency.{level}.title")
        say(words.text("demo.said", title=f"{title}."), bold=True)
        if found.reasons:
            say(words.text("demo.because", reasons=_because(found)))
    say()
    say(words.text("demo.end.title"), bold=True)
    for step in words.items("demo.end.steps"):
        say(f"- {step}")
    for key in ("demo.end.missing", "demo.end.sooner", "demo.end.not_you", "demo.interpolated"):
        say()
        say(words.text(key))


def _because(found: Assessment) -> str:
    """Return the deciding reason, and the next one that names a sign rather than a count."""
    from myolog.wording.result import reason_in_words

    first, *rest = found.reasons
    named = [one for one in rest if not one.folded and "COMBO" not in one.code]
    return " ".join(reason_in_words(one).reason for one in (first, *named[:1]))
