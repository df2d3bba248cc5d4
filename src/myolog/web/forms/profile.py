"""The few facts about a person; fields and limits come from the vocabulary."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, Self

from django import forms
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.dates import whole_date
from myolog.content.measures import to_measured
from myolog.content.names import choice_name, fact_name, fact_value, unit_name
from myolog.content.problems import problem_in_words
from myolog.content.typed import amount_typed, whole_typed, years_typed
from myolog.errors import AnotherPerson, UserError
from myolog.frozen import FrozenDict
from myolog.journal.entries import ProfileFact
from myolog.journal.facts import Known
from myolog.store.services.journal import log_entries
from myolog.store.services.whose import tell_whose
from myolog.vocabulary.profile import PROFILE, ProfileField
from myolog.web.forms.over import FormOver
from myolog.web.middleware.identity import OwnRequest
from myolog.web.pages import BY, reassessed
from myolog.web.shown import now_says
from myolog.web.sure import must_ask


class FactField(forms.CharField):
    """One fact: a choice, a text, or a number in the person's own measures."""

    def __init__(self, one: ProfileField) -> None:
        self.one = one
        super().__init__(required=False)

    def clean(self, value: Any) -> str | int | float | None:
        """Return the value, or None where nothing was told."""
        text = super().clean(value)
        if not text or self.one.kind in ("choice", "text"):
            return text or None
        try:
            if self.one.kind == "whole":
                return years_typed(text) if self.one.unit == "years" else whole_typed(text)
            return amount_typed(text, self.one.unit)
        except UserError as wrong:
            raise forms.ValidationError(problem_in_words(wrong)) from wrong


class ProfileForm(FormOver):
    """The facts as typed; a blank field leaves a fact as it is.

    Parameters
    ----------
    codes : the facts that are asked
    known : what was told before

    Attributes
    ----------
    facts : what differs from what is known
    """

    def __init__(
        self,
        posted: QueryDict | None,
        now: Mapping[str, str],
        codes: Iterable[str],
        known: Mapping[str, ProfileFact],
        *,
        today: date,
    ) -> None:
        super().__init__(posted, now, said_of_fact)
        self.known = known
        self.today = today
        self.facts: list[ProfileFact] = []
        for code in codes:
            self.fields[code] = FactField(PROFILE[code])

    @classmethod
    def of_open(
        cls,
        posted: QueryDict | None,
        codes: Collection[str],
        told: Mapping[str, ProfileFact],
        *,
        today: date,
    ) -> Self:
        """Return the form of facts that were never told.

        One that is posted, and told by now, is compared with what it says.
        """
        known = {code: fact for code, fact in told.items() if code not in codes}
        now = {code: fact_typed(fact) for code, fact in known.items() if code in (posted or ())}
        return cls(posted, now, (*codes, *now), known, today=today)

    def clean(self) -> None:
        """Make an entry of each fact that differs from what is known."""
        for code, value in self.touched().items():
            told = self.known.get(code)
            if code not in PROFILE or value is None or (told and self._says(code, value, told)):
                continue
            try:
                self.facts.append(ProfileFact(day=self.today, code=code, value=value))
            except UserError as wrong:
                self.add_error(code, problem_in_words(wrong))

    def _says(self, code: str, value: object, told: ProfileFact) -> bool:
        return told.value == value or self.data[code].strip() == fact_typed(told)

    @property
    def asks(self) -> bool:
        """Whether there is a fact to ask for."""
        return any(code in PROFILE for code in self.fields)

    def keep(self, request: OwnRequest) -> bool:
        """Store the facts; say no where something is to be put right or confirmed first."""
        if not self.is_valid():
            return False
        if not self.facts:
            return True
        if must_ask(request, self.facts):
            return False
        if self.refusal_in(lambda: self.store(request)) is None:
            return False
        reassessed(request)
        return True

    def store(self, request: OwnRequest) -> object:
        """Store the facts, all or none."""
        return log_entries(
            person=request.person, entries=self.facts, by=BY, idempotency_key=self.write_key
        )

    def rows(
        self, due: Mapping[str, ProfileFact], known: Mapping[str, Known] = FrozenDict()
    ) -> tuple[dict[str, object], ...]:
        """Return what a page shows for each fact: the field, its value, its choices in words.

        Parameters
        ----------
        due
            Facts that were told long ago: they are shown as said then, and asked anew.
        known
            Facts that stand: they are shown, with where they are from, and changed at will.
        """
        hints = dict(load().labels("page.settings.fact_hint"))
        for code, fact in due.items():
            hints[code] = " ".join((hints.get(code, ""), _said_long_ago(fact))).strip()
        values = {**self.now, **(self.data if self.is_bound else self.initial)}
        return tuple(
            {
                "field": PROFILE[code],
                "value": values.get(code, ""),
                "choices": tuple((choice, choice_name(choice)) for choice in PROFILE[code].choices),
                "hint": hints.get(code, ""),
                "problem": next(iter(self.errors.get(code, ())), ""),
                "says": _said_of(known[code]) if code in known else "",
            }
            for code in self.fields
            if code in PROFILE
        )


class WhoseForm(ProfileForm):
    """Who the check is for, and how old they are.

    Attributes
    ----------
    then : where saving leads
    same : "yes" where the person said that it is the same person as before, "no" for another one
    asks_same : whether it has to be asked
    """

    then = forms.CharField(required=False)
    same = forms.CharField(required=False)
    asks_same = False

    def store(self, request: OwnRequest) -> object:
        """Store the facts, or ask first whether it is the same person."""
        try:
            return tell_whose(
                person=request.person,
                facts=self.facts,
                same_person=self.cleaned_data["same"] == "yes",
                by=BY,
                idempotency_key=self.write_key,
            )
        except AnotherPerson:
            self.asks_same = True
            raise


def fact_typed(fact: ProfileFact) -> str:
    """Return a fact as the person would type it."""
    field = PROFILE[fact.code]
    if field.kind != "number":
        return str(fact.value)
    return f"{to_measured(float(fact.value), field.unit):g}"


def said_of_fact(code: str, text: str) -> str:
    """Return what is told of a fact by now, in words."""
    told = fact_value(code, text) if text and PROFILE[code].kind == "choice" else text
    return now_says(fact_name(code), told)


def asked() -> dict[str, ProfileField]:
    """Return the facts the page asks for."""
    return {code: one for code, one in PROFILE.items() if not one.apart}


def _said_of(known: Known) -> str:
    """Return a fact that stands, with the check that told it."""
    fact, words = known.fact, load()
    unit = PROFILE[fact.code].unit
    told = fact_value(fact.code, fact.value)
    if PROFILE[fact.code].kind == "whole" and unit:
        told = f"{told} {unit_name(unit)}"
    said = words.text("page.facts.says", name=fact_name(fact.code), value=told)
    if not known.in_check:
        return said
    return words.text("page.facts.from_check", said=said, date=whole_date(fact.day))


def _said_long_ago(fact: ProfileFact) -> str:
    words = load()
    told = fact_value(fact.code, fact.value)
    before = words.text("page.settings.told_before", told=told, day=whole_date(fact.day))
    return f"{before} {words.text('page.settings.say_again')}"
