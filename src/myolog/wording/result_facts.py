"""The dates behind a reason: where it went and since when, in the person's own entries.

Decides nothing: it repeats what the journal and the story say, so that a reason can be recognised.
"""

from datetime import date, timedelta
from typing import Final

from myolog.content.catalogue import load
from myolog.content.dates import spoken_short
from myolog.content.grammar import joined
from myolog.content.names import your_place
from myolog.journal.doubt import NOT_SURE
from myolog.journal.model import Journal
from myolog.triage.answers import INPUTS
from myolog.triage.derive import medicine_since
from myolog.triage.joining import Joined, joining_of
from myolog.triage.result import Assessment
from myolog.triage.run import find_run
from myolog.wording.known_dates import roughly, short_as_known
from myolog.wording.tasks import tasks_in_words

SHOWN: Final = 3
"""Later places named; more would be a list and no sentence."""

_EXACT: Final = frozenset({"day", NOT_SURE})
"""Beginnings of which the days are counted: where nobody could say, those that are certain."""


def facts_of(journal: Journal, assessment: Assessment, *, today: date) -> dict[str, str]:
    """Return a sentence with dates for each question whose answer the journal bears out."""
    found = {
        "site_scope": _places(journal, assessment, today),
        "run_days": _run(journal, assessment, today),
        "new_medicine": _medicine(journal, assessment, today),
        "weakness": _tasks(journal, assessment, "weakness", today),
        "speech_swallow": _tasks(journal, assessment, "speech_swallow", today),
    }
    return {name: text for name, text in found.items() if text}


def own_words(journal: Journal) -> tuple[str, ...]:
    """Return what was written beside answers of the check, each with what was asked, whole."""
    words, told = load(), journal.last_answers[1]
    asked = ((words.text(f"input.{name}.report"), told[name]) for name in INPUTS if name in told)
    return tuple(words.text("result.own_words.line", name=name, text=text) for name, text in asked)


def _places(journal: Journal, assessment: Assessment, today: date) -> str:
    days = assessment.inputs.get("run_days")
    began = today - timedelta(days=days - 1) if isinstance(days, int) and days else None
    places, words = joining_of(journal, began=began), load()
    if not places.later and len(places.along) + (places.first is not None) < 2:
        return ""
    key = "places_day" if places.first is None else "places"
    said = {"first": your_place(*places.first)} if places.first is not None else {}
    if places.along:
        key += "_also" if places.first is not None else ""
        said["places"] = joined([your_place(*one) for one in places.along])
    if places.later:
        key += "_later"
        said["later"] = ", ".join(_since(one, today) for one in places.later[:SHOWN])
    found = words.text(f"result.{key}", **said)
    if places.only_eyelids_later and assessment.inputs.get("site_scope") != "spread":
        return f"{found} {words.text('result.places_eyelid')}"
    return found


def _since(one: Joined, today: date) -> str:
    rough = "" if one.precision == "day" else f"_{one.precision}"
    return load().text(
        f"result.place_since{rough}" if one.told else "result.place_noted",
        place=your_place(one.site, one.side),
        date=short_as_known(one.since, one.precision, today=today),
    )


def _run(journal: Journal, assessment: Assessment, today: date) -> str:
    days, run = assessment.derived.get("run_days"), find_run(journal.until(today))
    if run is None or not days or assessment.inputs.get("run_days") != days:
        return ""
    since = spoken_short(run.first, today=today)
    story = journal.story
    if story is not None and story.onset_day == run.first and story.onset_precision not in _EXACT:
        told = roughly(run.first, story.onset_precision)
        return load().text("derived.run_roughly", date=told)
    return load().text("derived.run_days", days=days, date=since)


def _medicine(journal: Journal, assessment: Assessment, today: date) -> str:
    found = medicine_since(journal.until(today), today)
    if found is None or assessment.inputs.get("new_medicine") is not True:
        return ""
    when, event = found
    dated = spoken_short(event.day, today=today)
    return load().text(f"derived.medicine_{when}", name=event.name, date=dated)


def _tasks(journal: Journal, assessment: Assessment, name: str, today: date) -> str:
    tasks = tasks_in_words(journal.until(today), name)
    if not tasks or assessment.inputs.get(name) != assessment.derived.get(name):
        return ""
    return load().text("derived.tasks", tasks=tasks)
