"""From the sections of a report to the page in words.

Decides the opening sentence, the last line and the order of the page: warning signs at the top,
then what was denied against what was not asked, then what the journal shows. The words are those
of the catalogue.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from myolog.content.about import speaking_about
from myolog.content.catalogue import load
from myolog.content.dates import whole_date
from myolog.content.languages import mid_sentence
from myolog.journal.doubt import NOT_SURE
from myolog.report.asked_words import against, denied_block, flags_block, open_block, sign_said
from myolog.report.journal_words import day_table, signs_block, tasks_block
from myolog.report.page import Line, Page, Span
from myolog.report.phrases import (
    counted,
    line,
    listed,
    place_and_side,
    rough_span_name,
    short,
    span_name,
)
from myolog.report.record_words import (
    history_block,
    medicines_table,
    tests_table,
    words_block,
)
from myolog.report.sections import Onset, Outcome, Person, Report
from myolog.triage.answers import INPUTS
from myolog.triage.joining import Joined, Joining
from myolog.triage.urgency import Urgency
from myolog.version import __version__
from myolog.wording.known_dates import date_as_known, roughly

__all__ = ["say"]

_WORK_LETTERS: Final = 50
_LATER_AT_MOST: Final = 4
_WHY_AT_MOST: Final = 2
_RULES_AT_MOST: Final = 14
_RAISED_AT_MOST: Final = 3
_ADULT_AGE: Final = 18


def say(report: Report) -> Page:
    """Return the page in words, by whoever answered.

    The last line says so when a text on it is shortened.
    """
    with speaking_about(report.person.subject):
        return _marked(_page(report))


def _marked(page: Page) -> Page:
    mark = load().text("report.shortened", title="").strip()
    if mark not in str(page):
        return page
    remark = f" {load().text('report.shortened_remark')}"
    return replace(
        page, foot=line(*page.foot, remark), foot_printed=line(*page.foot_printed, remark)
    )


def _page(report: Report) -> Page:
    asked = report.asked
    return Page(
        title=load().text("report.title"),
        head=load().text("report.head", date=whole_date(report.today)),
        date=(report.today.year, report.today.month, report.today.day),
        opening=_opening(report),
        flagged=bool(asked.positive or asked.unsure_as_yes or report.tasks.failed),
        flags=flags_block(report),
        denied=denied_block(report),
        open=open_block(report),
        tasks=tasks_block(report),
        signs=signs_block(report),
        days=day_table(report),
        medicines=medicines_table(report),
        tests=tests_table(report),
        history=history_block(report),
        words=words_block(report),
        foot=_foot(report, codes=True),
        foot_printed=_foot(report, codes=False),
    )


def _opening(report: Report) -> Line:
    return line(
        f"{_person(report.person)}. ",
        *_onset(report),
        ". ",
        " ".join(filter(None, (_course(report), _why(report)))),
    )


def _person(person: Person) -> str:
    text = load().text
    child = person.age_years is not None and person.age_years < _ADULT_AGE
    sex = person.sex or "open"
    name = text(
        f"report.person.{ {'woman': 'girl', 'man': 'boy'}.get(sex, sex) if child else sex }"
    )
    parts = [
        _aged(name, person.age_years),
        text(f"report.person.{person.handedness}")
        if person.handedness
        else text("report.person.hand_open"),
    ]
    if person.occupation:
        parts.append(short(person.occupation, _WORK_LETTERS))
    elif not child:
        parts.append(text("report.person.work_open"))
    return ", ".join(parts)


def _aged(name: str, age_years: int | None) -> str:
    if age_years is None:
        return load().text("report.person.age_open", name=name)
    if age_years == 0:
        return load().text("report.person.infant", name=name)
    return load().text("report.person.age", name=name, count=age_years)


def _onset(report: Report) -> tuple[str | Span, ...]:
    text = load().text
    onset = report.onset
    if onset.day is None:
        return (text("report.onset.none"),)
    when = date_as_known(onset.day, onset.precision)
    said = _span(onset, report.today)
    asked = (
        {"other": whole_date(onset.told)} if onset.told and onset.precision == "answered" else {}
    )
    how = "unsure" if onset.precision == NOT_SURE else onset.precision
    since = text(f"report.onset.{how}", date=when, time=said, **asked)
    before, _, after = since.partition(when)
    parts: list[str | Span] = [before, Span(text=when, strong=True), after]
    parts += _places(onset.places)
    if onset.noted_before is not None:
        parts.append("; ")
        parts.append(text("report.onset.noted_before", date=whole_date(onset.noted_before)))
    return tuple(parts)


def _span(onset: Onset, today: date) -> str:
    """Say how long it has been, no more exactly than the beginning is known."""
    if onset.day is None or onset.precision in ("day", "noted", NOT_SURE):
        return span_name(onset.n_days)
    years = today.year - onset.day.year
    apart = {"year": years, "month": 12 * years + today.month - onset.day.month}
    if apart.get(onset.precision, 2) < 2:
        when = "last" if apart[onset.precision] else "this"
        return load().text(f"report.{when}_{onset.precision}")
    return rough_span_name(onset.n_days, onset.precision)


def _places(places: Joining) -> list[str | Span]:
    text = load().text
    parts: list[str | Span] = []
    if places.untold:
        parts.append(f", {text('report.onset.untold')}")
    if places.first is not None:
        first = place_and_side(*places.first)
        key = "first_all" if places.first[0] == "everywhere" else "first"
        before, _, after = text(f"report.onset.{key}", place=first).partition(first)
        parts += [", ", before, Span(text=first, strong=True), after]
    if places.along:
        along = listed((place_and_side(*one) for one in places.along), _LATER_AT_MOST)
        key = "together" if places.first is None else "along"
        parts += [", ", text(f"report.onset.{key}", place=along)]
    if places.later:
        later = listed(map(_joined, places.later), _LATER_AT_MOST)
        key = "later_eyelid" if places.only_eyelids_later else "later"
        parts += [", ", text(f"report.onset.{key}", place=later)]
    return parts


def _joined(one: Joined) -> str:
    key = "report.on" if one.told else "report.noted_from"
    since = roughly(one.since, one.precision)
    return load().text(key, name=place_and_side(one.site, one.side), date=since)


def _course(report: Report) -> str:
    """Say how it went, unless the box of warning signs says it."""
    text, onset = load().text, report.onset
    said = []
    if onset.ongoing is False and onset.told is not None:
        said.append(text("report.onset.stopped", date=whole_date(onset.told)))
    course = report.asked.course
    if course is None:
        said.append(f"{text('report.onset.course_open')}.")
    elif all(one.name != "trend" for one in report.asked.positive):
        sign = text(f"report.onset.{course.trend}")
        sign = text(f"report.onset.by_{course.source}", sign=sign, date=whole_date(course.day))
        said.append(f"{against(sign, course)}.")
    return " ".join(said)


def _why(report: Report) -> str:
    text = load().text
    if report.outcome.why:
        reasons = [_reason(code, report.outcome) for code in report.outcome.why[:_WHY_AT_MOST]]
        return text("report.onset.why", reasons="; ".join(reasons))
    if report.asked.positive or report.asked.unsure_as_yes or report.tasks.failed:
        return ""
    if not report.outcome.checked:
        return text("report.onset.why_unasked")
    return text("report.onset.why_open" if report.outcome.n_missing else "report.onset.why_none")


def _reason(code: str, outcome: Outcome) -> str:
    """Say a reason to a doctor; what the patient was not sure about is never said as a finding."""
    name = code.removeprefix("NOTSURE-")
    if outcome.parts.get(code):
        return _of_parts(code, outcome)
    if code in outcome.ticked:
        return " + ".join(
            dict.fromkeys(mid_sentence(sign_said(*one)) for one in outcome.ticked[code])
        )
    phrase = load().text(f"rule.{code}.doctor" if name == code else f"input.{name}.report")
    if code in outcome.unsure:
        phrase = load().text("notsure.doctor", sign=mid_sentence(phrase))
    return mid_sentence(phrase)


def _of_parts(code: str, outcome: Outcome) -> str:
    """Say of a reason only the signs that were told, and what it asks the doctor for."""
    words = load()
    known_first = sorted(
        outcome.parts[code], key=lambda one: "profile" not in INPUTS[one[0]].origin
    )
    each = dict.fromkeys(mid_sentence(sign_said(name, value)) for name, value in known_first)
    said = " + ".join(each)
    _, colon, asked = words.text(f"rule.{code}.doctor").rpartition(": ")
    return f"{said}{colon}{asked}" if colon else said


def _foot(report: Report, *, codes: bool) -> Line:
    text = load().text
    parts = [
        text("report.foot.counts"),
        text("report.foot.made", app="Myolog", version=__version__),
        _outcome(report, codes=codes),
        *_advice(report.outcome),
        text("report.foot.not_diagnosis", version=report.outcome.rules_version),
    ]
    return line(" ".join(parts))


def _outcome(report: Report, *, codes: bool) -> str:
    text = load().text
    outcome = report.outcome
    if not outcome.checked:
        return text("report.foot.no_check")
    return f"{_dated(outcome, report.today)}{_raised(outcome)}{_suggested(report, codes=codes)}"


def _advice(outcome: Outcome) -> list[str]:
    """Say what the patient was asked to leave until somebody has looked."""
    given = (code for code in outcome.rules if f"report.until.{code}" in load())
    return [load().text(f"report.until.{code}") for code in given]


def _dated(outcome: Outcome, today: date) -> str:
    """Say of which day the result is, and the last day to be seen where it gave one."""
    text = load().text
    if outcome.day is None:
        return ""
    if outcome.due is None:
        return f"{text('report.foot.of', date=whole_date(outcome.day))} "
    day, due = whole_date(outcome.day), whole_date(outcome.due)
    key = "of_due_passed" if outcome.due < today else "of_due"
    key = "of_late" if outcome.due < outcome.day else key
    return f"{text(f'report.foot.{key}', date=day, time=due)} "


def _raised(outcome: Outcome) -> str:
    """Say that notes raised the result and no new check, and which."""
    by = outcome.raised_by
    if by is None or outcome.help_only:
        return ""
    words = load()
    signs = (one.code for one in by.reasons if f"rule.{one.code}.doctor" in words)
    noted = (
        *map(_joined, by.places),
        *(
            words.text("report.foot.raised_task", task=words.text(f"report.task.{task}"))
            for task in by.tasks
        ),
        *(_reason(code, outcome) for code in signs),
    )
    said = listed(noted, _RAISED_AT_MOST)
    key = "report.foot.raised" if said else "report.foot.raised_alone"
    return f"{words.fill(key, {'reasons': said})} "


def _level(outcome: Outcome, urgency: Urgency) -> str:
    return "help_only" if outcome.help_only else Urgency(urgency).name


def _suggested(report: Report, *, codes: bool) -> str:
    text = load().text
    outcome = report.outcome
    if outcome.urgency is None:
        return text("report.foot.unfinished", time=counted("question", outcome.n_missing))
    if not codes:
        action = text(f"report.foot.{_level(outcome, outcome.urgency)}")
        key = "printed_open" if outcome.n_checklist_open else "printed"
        return text(
            f"report.foot.{key}",
            action=action,
            count=outcome.n_checklist,
            **({"number": outcome.n_checklist_open} if outcome.n_checklist_open else {}),
        )
    values = {
        "action": text(f"report.foot.{_level(outcome, outcome.urgency)}"),
        "reasons": listed(outcome.rules, _RULES_AT_MOST, rest="report.foot.more_rules")
        or text("report.foot.no_rule"),
        "count": outcome.n_checklist,
    }
    if outcome.n_checklist_open:
        return text("report.foot.outcome_open", **values, number=outcome.n_checklist_open)
    return text("report.foot.outcome", **values)
