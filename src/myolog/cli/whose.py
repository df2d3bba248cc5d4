"""Who the check is for, told and shown in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from myolog.cli.terminal import BY, Session, asks, now_in, say, today_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from myolog.journal.entries import ProfileFact
    from myolog.journal.subject import Subject
    from myolog.store.selectors import Person

__all__ = ["WHO", "say_about", "tell_about"]

WHO: Final[Mapping[str, str]] = {"me": "self", "child": "parent", "other": "carer"}
"""What is typed, and the code it is kept as."""


def tell_about(
    session: Session, person: Person, who: str, age: int | None = None, *, same_person: bool = False
) -> Subject:
    """Keep who it is for; where somebody else's age is not known, ask for it.

    Enter leaves the age open. Where the journal is about somebody already, it is asked first
    whether it is the same person, and for another one nothing is stored.

    Raises
    ------
    AnotherPerson
        It is another person, or nobody could be asked.
    """
    from myolog.journal.entries import ProfileFact
    from myolog.store.subjects import subject_in

    day = today_in(person)
    kept = subject_in(person, now=now_in(person.zone))
    facts = [ProfileFact(day=day, code="answered_by", value=WHO[who])]
    if kept.told and kept.answered_by == WHO[who]:
        facts = []
    if age is not None:
        facts.append(ProfileFact(day=day, code="age_years", value=age))
    if facts:
        _keep(person, facts, same_person=same_person)
    subject = _spoken(session, person)
    if subject.is_other and subject.age_years is None and asks():
        typed = _asked_age()
        if typed is not None:
            fact = ProfileFact(day=day, code="age_years", value=typed)
            _keep(person, [fact], same_person=same_person)
            subject = _spoken(session, person)
    return subject


def _keep(person: Person, facts: list[ProfileFact], *, same_person: bool) -> None:
    """Store the facts, after asking whether it is the same person where that can be asked."""
    from myolog.errors import AnotherPerson
    from myolog.store.services.whose import tell_whose

    try:
        tell_whose(person=person, facts=facts, same_person=same_person, by=BY)
    except AnotherPerson:
        if not is_same_person(person):
            raise
        tell_whose(person=person, facts=facts, same_person=True, by=BY)


def is_same_person(person: Person) -> bool:
    """Ask whether what was told is of the person the journal is about; no where nobody answers."""
    from myolog.content.catalogue import load
    from myolog.store.subjects import subject_in
    from myolog.wording.whose import told_in_words

    if not asks():
        return False
    words = load()
    before = subject_in(person, now=now_in(person.zone))
    say(words.text("page.whose.before", who=told_in_words(before)))
    say(words.text("page.whose.same_hint"))
    return click.confirm(words.text("page.whose.same"), default=False)


def say_about(subject: Subject) -> None:
    """Say about whom the questions are, and how to change that."""
    from myolog.content.catalogue import load
    from myolog.wording.whose import whose_in_words

    say(f"{whose_in_words(subject)}. {load().text('cli.check.about')}")


def _spoken(session: Session, person: Person) -> Subject:
    """Let what follows speak of the person it is for, and return who that is."""
    from myolog.store.subjects import subject_in

    subject = subject_in(person, now=now_in(person.zone))
    session.speak_about(subject)
    return subject


def _asked_age() -> int | None:
    from myolog.cli.asking import ask
    from myolog.cli.ticking import whole
    from myolog.content.catalogue import load
    from myolog.vocabulary.profile import check_fact

    def read(typed: str) -> int:
        age = whole(typed)
        check_fact("age_years", age)
        return age

    return ask(load().text("input.age_years.question"), read)
