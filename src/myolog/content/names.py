"""What places, exposures, drinks, tasks and facts are called, and their values in words.

Decides where a name is found: the English one stands with its code in the vocabulary; another
language has it in the catalogue, under ``[name.<kind>]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from myolog.content.catalogue import load
from myolog.content.dates import weekday_name, whole_date
from myolog.content.grammar import range_of
from myolog.content.languages import capital, locale
from myolog.content.measures import measured_name, measured_unit, to_measured
from myolog.content.numbers import figure
from myolog.content.own import own_name, own_unit
from myolog.journal.cups import without_cups
from myolog.journal.cycle import CYCLE_DAY
from myolog.journal.entries import DayExposure
from myolog.units import say_duration
from myolog.vocabulary.drinks import DRINKS
from myolog.vocabulary.exposures import exposure
from myolog.vocabulary.own import is_own
from myolog.vocabulary.profile import PROFILE, exposures_in
from myolog.vocabulary.reminding import WEEKDAYS, Ring, quiet_in, ring_in
from myolog.vocabulary.sites import site
from myolog.vocabulary.tasks import TASKS
from myolog.vocabulary.visits import ROLES

__all__ = [
    "amount",
    "country_name",
    "cups_in_words",
    "drink_name",
    "duration_value",
    "exposure_name",
    "exposure_question",
    "exposure_unit",
    "exposure_value",
    "fact_name",
    "fact_value",
    "parts_in_words",
    "place_name",
    "quiet_value",
    "ring_value",
    "role_name",
    "site_name",
    "site_words",
    "task_name",
    "unit_name",
    "your_place",
]

Kind = Literal["site", "site_also", "exposure", "exposure_also", "unit", "drink", "task", "fact"]

SIGNS: Final = {"fl_oz_us": "fl oz"}
"""Units that are written otherwise than their code."""

WHOLE_BODY: Final = ("trunk", "everywhere")
"""Places that nobody calls "your"."""


def _named(kind: Kind, code: str, english: str) -> str:
    words, table = load(), f"name.{kind}"
    return words.labels(table).get(code, english) if table in words else english


def country_name(code: str) -> str:
    """Return what a country is called; most names are those of CLDR."""
    words, key = load(), f"country.name.{code}"
    return words.text(key) if key in words else str(locale().territories[code])


def site_name(code: str) -> str:
    """Return what a place on the body is called, without a side.

    Raises
    ------
    UnknownSite
        No site has this code.
    """
    return _named("site", code, site(code).name)


def exposure_also(code: str) -> str:
    """Return everyday words of the language for an exposure, with commas; "" for none."""
    return _named("exposure_also", code, "")


def site_words(code: str) -> tuple[str, ...]:
    """Return everything a place is called: its name, its code, and everyday words.

    English words stay among them, because a person may have learned to find a place by one.

    Raises
    ------
    UnknownSite
        No site has this code.
    """
    one, own = site(code), _named("site_also", code, "")
    said = (part.strip() for part in own.split(",")) if own else ()
    return tuple(dict.fromkeys((site_name(code), *said, one.name, one.code, *one.also)))


def place_name(code: str, side: str | None) -> str:
    """Return what a place is called, with its side.

    Raises
    ------
    UnknownSite
        No site has this code.

    Examples
    --------
    >>> place_name("calf", "left"), place_name("calf", "both")
    ('left calf', 'calf, both sides')
    """
    name = site_name(code)
    return name if side is None else load().text(f"place.{side}", name=name)


def your_place(code: str, side: str | None) -> str:
    """Return what a place is called to the person whose it is.

    Raises
    ------
    UnknownSite
        No site has this code.

    Examples
    --------
    >>> your_place("calf", "left"), your_place("trunk", None)
    ('your left calf', 'trunk')
    """
    if code in WHOLE_BODY:
        return site_name(code)
    return load().text("place.yours", place=place_name(code, side))


def exposure_name(code: str) -> str:
    """Return what an exposure is called.

    Raises
    ------
    UnknownExposure
        No exposure has this code.
    """
    return own_name(code) if is_own(code) else _named("exposure", code, exposure(code).name)


def exposure_question(code: str) -> str:
    """Return the question about a day's value; a thing of one's own is asked by its name.

    Raises
    ------
    UnknownExposure
        No exposure has this code.
    """
    if is_own(code):
        return load().text("own.question", name=capital(own_name(code)))
    return load().text(f"exposure.{exposure(code).code}.question")


def exposure_unit(code: str) -> str:
    """Return what the unit of an exposure is called; that of a thing of one's own is as written.

    Raises
    ------
    UnknownExposure
        No exposure has this code.
    """
    return own_unit(code) if is_own(code) else unit_name(exposure(code).unit)


def unit_name(unit: str) -> str:
    """Return what a unit is called, in the measures in force; those of physics keep their sign."""
    said = measured_unit(unit)
    return _named("unit", said, SIGNS.get(said, said))


def exposure_value(code: str, value: float, said: str = "") -> str:
    """Say a value of an exposure with its unit, or in the word that the person said.

    An hour or more is told in hours and minutes; the day of a cycle is a number without a unit.

    Parameters
    ----------
    said
        The word that the value stands for, empty where a number was told.

    Raises
    ------
    UnknownExposure
        No exposure has this code.

    Examples
    --------
    >>> exposure_value("caffeine", 180), exposure_value("stress", 4)
    ('180 mg', '4 of 10')
    >>> exposure_value("infection", 1), exposure_value("sleep_min", 330, "under_6")
    ('yes', 'under 6 h')
    >>> exposure_value("sleep_min", 45), exposure_value("sleep_min", 450)
    ('45 min', '7 h 30')
    """
    words, what = load(), exposure(code)
    if said:
        return words.text(f"said.{code}.{said}")
    if what.kind == "yes_no":
        return words.text("chart.yes" if value else "chart.no")
    if what.kind == "rating":
        return words.text("chart.of", count=figure(value), all=figure(what.high))
    if is_own(code):
        return f"{figure(value)} {own_unit(code)}".strip()
    if code == CYCLE_DAY:
        return figure(value)
    if what.unit == "min" and round(value) >= 60:
        return _hours(round(value))
    return amount(value, what.unit)


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest}" if rest else f"{hours} h"


def amount(value: float, unit: str) -> str:
    """Say an amount with its unit, in the measures in force.

    Examples
    --------
    >>> amount(330, "mL")
    '330 mL'
    """
    return f"{figure(to_measured(value, unit))} {unit_name(unit)}"


def duration_value(seconds: float, said: str = "") -> str:
    """Say how long a twitch lasted, or the word that the person said of it.

    Examples
    --------
    >>> duration_value(300), duration_value(300, "minutes")
    ('5 min', 'some minutes')
    """
    return load().text(f"said.duration.{said}") if said else say_duration(seconds)


def drink_name(code: str) -> str:
    """Return what a drink is called."""
    return measured_name(_named("drink", code, DRINKS[code].name))


def cups_in_words(servings: Mapping[str, float]) -> str:
    """Say cups, such as "2 × espresso, 1 × black tea"; none of a drink is left out.

    Examples
    --------
    >>> cups_in_words({"espresso": 2, "cola": 0, "black_tea": 1.5})
    '2 × espresso, 1.5 × black tea, mug'
    """
    known = [code for code in DRINKS if servings.get(code)]
    return ", ".join(f"{figure(servings[code])} × {drink_name(code)}" for code in known)


def parts_in_words(entry: DayExposure) -> str:
    """Say what an amount is made of: its cups, behind the number they come on top of.

    Examples
    --------
    >>> from datetime import date
    >>> parts_in_words(DayExposure(
    ...     day=date(2026, 3, 9), code="caffeine", value=200, servings={"espresso": 2}
    ... ))
    '40 mg as a number, 2 × espresso'
    """
    cups, rest = cups_in_words(entry.servings), without_cups(entry)
    if not cups or not rest:
        return cups
    number = load().text("name.as_a_number", amount=amount(rest, exposure(entry.code).unit))
    return f"{number}, {cups}"


def role_name(by: str) -> str:
    """Return who saw a person; a role that is none of the listed ones is kept as written."""
    return load().text(f"visit.by.{by}") if by in ROLES else by


def task_name(code: str) -> str:
    """Return what a daily task is called, completing "Can you ..."."""
    return _named("task", code, TASKS[code].name)


def fact_name(code: str) -> str:
    """Return what a fact about the person is called."""
    return _named("fact", code, PROFILE[code].name)


def fact_value(code: str, value: object) -> str:
    """Say the value of a fact.

    Examples
    --------
    >>> fact_value("tracked", "caffeine stress"), fact_value("age_years", 35)
    ('caffeine, stress', '35')
    >>> fact_value("lithium", "not_sure"), fact_value("handedness", "left")
    ('I am not sure', 'Left')
    """
    words, kind, text = load(), PROFILE[code].kind, str(value)
    if kind == "exposures":
        names = ", ".join(exposure_name(one) for one in exposures_in(text))
        return names or words.text("name.nothing")
    if kind == "times":
        return text or words.text("name.nothing")
    if kind in ("ring", "span"):
        return ring_value(ring_in(text)) if kind == "ring" else quiet_value(quiet_in(text))
    if kind == "choice":
        return choice_name(text)
    if kind == "number":
        return amount(float(text), PROFILE[code].unit)
    return text


def ring_value(ring: Ring | None) -> str:
    """Say when a reminder comes, such as "20:30, Monday, Wednesday"."""
    if ring is None:
        return load().text("name.nothing")
    daily = len(ring.weekdays) == len(WEEKDAYS)
    days = (load().text("name.every_day"),) if daily else map(weekday_name, ring.weekdays)
    return ", ".join((f"{ring.at:%H:%M}", *days))


def quiet_value(span: tuple[date, date] | None) -> str:
    """Say for which days there is no reminder."""
    if span is None:
        return load().text("name.nothing")
    return range_of(*map(whole_date, span))


def choice_name(code: str) -> str:
    """Return what a choice of a fact is called."""
    words = load()
    homes = (f"answer.{code}", f"attention.noting.{code}.name", f"page.settings.choice_{code}")
    return words.template(next(key for key in homes if key in words))
