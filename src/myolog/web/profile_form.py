"""Reading the few facts about a person; fields and limits come from the vocabulary."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from myolog.content.catalogue import load
from myolog.content.dates import whole_date
from myolog.content.measures import to_measured
from myolog.content.names import choice_name, fact_name, fact_value
from myolog.content.problems import problem_in_words
from myolog.content.typed import amount_typed, whole_typed
from myolog.errors import UserError
from myolog.journal.entries import ProfileFact
from myolog.store.services.journal import log_entries
from myolog.vocabulary.profile import PROFILE, ProfileField
from myolog.web.forms import posted_key
from myolog.web.middleware.identity import OwnRequest
from myolog.web.pages import BY, reassessed
from myolog.web.shown import now_says
from myolog.web.sure import must_ask


@dataclass(slots=True, kw_only=True)
class ProfileForm:
    """The facts as typed, with what is wrong by field."""

    today: date
    data: Mapping[str, str]
    problems: dict[str, str] = field(default_factory=dict)
    asks_again: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether nothing stands in the way: no problem, and nothing unusual to confirm."""
        return not self.problems and not self.asks_again

    def status(self, overtaken: str) -> int:
        """Return the status of a page that shows the form again."""
        return 409 if overtaken else 200 if self.is_kept else 400

    def changed(self, known: Mapping[str, ProfileFact]) -> tuple[ProfileFact, ...]:
        """Return the facts that differ from what is known; a blank field leaves a fact as it is."""
        found: list[ProfileFact] = []
        for code, one in asked().items():
            text = self.data.get(code, "").strip()
            if not text or (code in known and text == fact_typed(known[code])):
                continue
            value = self._value(one, text)
            if value is None or (code in known and known[code].value == value):
                continue
            try:
                found.append(ProfileFact(day=self.today, code=code, value=value))
            except UserError as wrong:
                self.problems[code] = problem_in_words(wrong)
        return tuple(found)

    def _value(self, one: ProfileField, text: str) -> str | int | float | None:
        if one.kind in ("choice", "text"):
            return text
        try:
            return whole_typed(text) if one.kind == "whole" else amount_typed(text, one.unit)
        except UserError as wrong:
            self.problems[one.code] = problem_in_words(wrong)
            return None


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


def fact_fields(
    codes: Iterable[str],
    values: Mapping[str, str],
    problems: Mapping[str, str],
    due: Mapping[str, ProfileFact],
) -> tuple[dict[str, object], ...]:
    """Return what a page shows for each fact: the field, its value, its choices in words.

    Parameters
    ----------
    due
        Facts that were told long ago: they are shown as said then, and asked anew.
    """
    hints = dict(load().labels("page.settings.fact_hint"))
    for code, fact in due.items():
        hints[code] = " ".join((hints.get(code, ""), _said_long_ago(fact))).strip()
    return tuple(
        {
            "field": PROFILE[code],
            "value": values.get(code, ""),
            "choices": tuple((choice, choice_name(choice)) for choice in PROFILE[code].choices),
            "hint": hints.get(code, ""),
            "problem": problems.get(code, ""),
        }
        for code in codes
    )


def _said_long_ago(fact: ProfileFact) -> str:
    words = load()
    told = fact_value(fact.code, fact.value)
    before = words.text("page.settings.told_before", told=told, day=whole_date(fact.day))
    return f"{before} {words.text('page.settings.say_again')}"


def keep_facts(request: OwnRequest, facts: tuple[ProfileFact, ...], form: ProfileForm) -> None:
    """Store facts, or tell the form what is wrong with them."""
    if not facts:
        return
    if must_ask(request, facts):
        form.asks_again = True
        return
    try:
        log_entries(
            person=request.person, entries=facts, by=BY, idempotency_key=posted_key(request.POST)
        )
    except UserError as refused:
        form.problems[""] = problem_in_words(refused)
    else:
        reassessed(request)
