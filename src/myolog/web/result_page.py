"""A result as a person reads it: what to do, by when, why, and what would change it.

Codes and numbers of an assessment meet the words of the catalogue and the numbers of the person's
country here. The order is that of the guide's rule DP-5; disease names and probabilities have no
place in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.safestring import SafeString

from myolog.content.catalogue import Catalogue, load
from myolog.content.dates import spoken, spoken_short
from myolog.store.selectors import Standing
from myolog.triage.answers import NOT_SURE
from myolog.triage.result import RESULT_VALID_DAYS, Assessment, Reason
from myolog.triage.rules import RULES
from myolog.triage.urgency import Urgency
from myolog.web.calendar import calendar_svg
from myolog.web.help_numbers import HelpNumbers

DECIDING: Final = 2
"""Reasons shown at once; the rest stands in a fold."""

CRISIS: Final = frozenset({"crisis_service", "mental_health_today"})
"""Whom to see when the way to help is a conversation first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason in words."""

    reason: str
    detail: str
    source: str
    facts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The head of a result.

    Attributes
    ----------
    level : name of the urgency, or INCOMPLETE
    dated : the day of the answers, in words
    action : what to do
    deadline : the last day in words; empty where there is none
    number, number_name : what to call; empty below SAME_DAY
    tel : the number as a telephone address
    lapsed : whether it is expired and may stand behind the offer to check again
    ahead : whether it is dated in the future; what is pressing is shown all the same
    saved : whether the disk took it
    """

    level: str
    dated: str
    when: str
    title: str
    action: str
    day: str
    deadline: str
    say: str
    number: str = ""
    number_name: str = ""
    expired: bool = False
    lapsed: bool = False
    ahead: bool = False
    saved: bool = True
    keep_review: bool = False

    @property
    def tel(self) -> str:
        """The number without its gaps."""
        return self.number.replace(" ", "")


def level_of(assessment: Assessment) -> str:
    """Return the key of the level's words."""
    return "INCOMPLETE" if assessment.urgency is None else assessment.urgency.name


def last_day(assessment: Assessment, answered: date) -> date | None:
    """Return the day by which to act, counted from the day of the answers."""
    if assessment.urgency is None or assessment.urgency == Urgency.EMERGENCY:
        return None
    return answered + timedelta(days=load().number(f"urgency.{level_of(assessment)}.deadline_days"))


def summarised(standing: Standing, *, numbers: HelpNumbers, today: date) -> Summary:
    """Return the head of the newest result."""
    assessment, answered = standing.assessment, standing.answered_day
    words, level = load(), level_of(assessment)
    last = last_day(assessment, standing.counts_from)
    dated = (
        words.template("app.today") if answered == today else spoken_short(answered, today=today)
    )
    if assessment.keep_review:
        table, deadline = "result.keep_review", ""
    else:
        table = f"urgency.{level}"
        deadline = words.fill(f"{table}.deadline", {"date": spoken(last)}) if last else ""
    number, number_name = _number(assessment, numbers, words)
    return Summary(
        level=level,
        dated=dated,
        when=words.template(f"urgency.{level}.when"),
        title=words.template(f"{table}.title"),
        action=words.fill(
            f"{table}.action", {"date": spoken(last) if last else "", "number": numbers.call}
        ),
        day=spoken(last) if last else "",
        deadline=deadline,
        say=words.template(f"{table}.say"),
        number=number,
        number_name=number_name,
        expired=standing.expired,
        lapsed=standing.expired and not (standing.ahead and standing.pressing),
        ahead=standing.ahead,
        saved=standing.saved,
        keep_review=assessment.keep_review,
    )


def _number(assessment: Assessment, numbers: HelpNumbers, words: Catalogue) -> tuple[str, str]:
    """Return the one number to call, and whose it is."""
    if assessment.urgency is None or assessment.urgency < Urgency.SAME_DAY:
        return "", ""
    top = [one for one in assessment.reasons if one.urgency == assessment.urgency]
    if all(one.who in CRISIS for one in top) and numbers.crisis:
        return numbers.crisis, numbers.crisis_name
    if assessment.urgency == Urgency.SAME_DAY:
        return (numbers.on_call, numbers.on_call_name) if numbers.on_call else ("", "")
    if not numbers.listed:
        return numbers.call, words.text("country.default.ambulance")
    return numbers.call, words.text("emergency.ambulance", country=numbers.name)


def opens_with_talk(assessment: Assessment) -> bool:
    """Say whether the way to help is a conversation first."""
    top = [one for one in assessment.reasons if one.urgency == assessment.urgency]
    return bool(top) and any(one.who in CRISIS for one in top)


def reasons_in_words(reasons: Iterable[Reason], facts: Mapping[str, str]) -> tuple[Why, ...]:
    """Return each reason as a sentence, a detail, its source and the dates behind it.

    Parameters
    ----------
    facts
        Question to a sentence with dates. Each is said once, and not beside a reason that
        only counts how many signs there are.
    """
    left = dict(facts)
    counting = {rule.code for rule in RULES if rule.when.counts}
    found: list[Why] = []
    for reason in reasons:
        own = [name for name in reason.inputs if name in left and reason.code not in counting]
        found.append(_why(reason, " ".join(left.pop(name) for name in own)))
    return tuple(found)


def _why(reason: Reason, facts: str) -> Why:
    words = load()
    if reason.code.startswith("NOTSURE-"):
        sign = words.template(f"input.{reason.inputs[0]}.report")
        table = "notsure"
    else:
        sign, table = "", f"rule.{reason.code}"
    return Why(
        reason=words.fill(f"{table}.reason", {"sign": sign}),
        detail=words.template(f"{table}.detail"),
        source=", ".join(titles_of(reason.source)),
        facts=facts,
    )


def titles_of(source: str) -> tuple[str, ...]:
    """Return the titles of sources given as short names with commas between."""
    words = load()
    keys = (one.strip() for one in source.split(","))
    return tuple(
        words.template(f"source.{key}.short") if f"source.{key}.short" in words else key
        for key in keys
        if key
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One point of the checklist: `state` is yes, no or ask."""

    label: str
    state: str
    word: str


def checklist_of(assessment: Assessment) -> tuple[Item, ...]:
    """Return the six points, each with yes, no or not asked."""
    words = load()
    shown = {
        "yes": ("yes", words.template("answer.yes")),
        "no": ("no", words.template("answer.no")),
        "not_asked": ("ask", words.template("answer.not_asked")),
    }
    return tuple(
        Item(
            label=words.template(f"checklist.{code}.label"),
            state=shown[answer][0],
            word=words.template("answer.not_sure_short")
            if answer == "not_asked" and _unsure(code, assessment)
            else shown[answer][1],
        )
        for code, answer in assessment.checklist_answers.items()
    )


_ITEM_INPUTS: Final = {
    "C1": ("run_days", "measures_tried"),
    "C2": ("wasting",),
    "C3": ("weakness",),
    "C4": ("site_scope",),
    "C5": ("speech_swallow", "coordination"),
    "C6": ("family_nm",),
}


def _unsure(code: str, assessment: Assessment) -> bool:
    return any(assessment.inputs.get(name) == NOT_SURE for name in _ITEM_INPUTS[code])


@dataclass(frozen=True, slots=True, kw_only=True)
class NetList:
    """One list of what would change the result."""

    lead: str
    lines: tuple[str, ...]


def safety_net(level: str, numbers: HelpNumbers) -> tuple[NetList, ...]:
    """Return the lists a level shows, the most pressing last, as on the reference page."""
    words = load()
    leads = {
        "now": words.text("safety_net.lead_now", number=numbers.call),
        "within_48h": words.template("safety_net.lead_48h"),
        "visit": words.template("safety_net.lead_2weeks"),
    }
    return tuple(
        NetList(lead=leads[name], lines=words.items(f"safety_net.{name}"))
        for name in reversed(words.names(f"safety_net.{level}.lists"))
    )


def drawn_calendar(assessment: Assessment, answered: date) -> SafeString | None:
    """Draw the days there are; None where a calendar would say nothing."""
    last = last_day(assessment, answered)
    if last is None or assessment.keep_review or assessment.urgency == Urgency.SAME_DAY:
        return None
    label = load().text("result.calendar", first=spoken(answered), last=spoken(last))
    return calendar_svg(answered, last, label=label, span=assessment.urgency != Urgency.SELF_CARE)


def valid_until(answered: date) -> date:
    """Return the last day on which the result counts."""
    return answered + timedelta(days=RESULT_VALID_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """Whom to see and what may be done there, each said once."""

    who: tuple[str, ...]
    workup: tuple[str, ...]


def visits_in_words(assessment: Assessment) -> Visits:
    """Return whom the deciding reasons send to, and everything the reasons suggest to discuss."""
    words = load()
    top = [one for one in assessment.reasons if one.urgency == assessment.urgency]
    shown = [one for one in assessment.reasons if not one.folded]
    return Visits(
        who=tuple(dict.fromkeys(words.template(f"who.{one.who}.label") for one in top)),
        workup=tuple(
            dict.fromkeys(
                words.template(f"workup.{code}.label") for one in shown for code in one.workup
            )
        ),
    )
