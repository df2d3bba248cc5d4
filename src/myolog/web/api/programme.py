"""The programme through the API: what a day asks, ticks, goals, headaches, pauses.

Decides how requests become calls of the store's services; nothing medical.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final, Literal

from ninja import Field, Path, Query, Router, Schema, Status
from pydantic import WithJsonSchema

from myolog.content.catalogue import load
from myolog.errors import InvalidEntry, NotFound
from myolog.exporters.programme import plan_as_dict, review_as_dict
from myolog.journal.entries import ProfileFact
from myolog.programme.plan import DayPlan
from myolog.programme.progress import progress_of
from myolog.programme.steps import STEPS
from myolog.programme.verdict import CODES
from myolog.store.selectors import journal_of, today_in
from myolog.store.services import programme as service
from myolog.store.services.care import catch_up
from myolog.store.services.looking_back import look_back
from myolog.store.services.programme_plan import plan_of
from myolog.store.services.programme_start import (
    TARGETS,
    Wishes,
    begin_way,
    set_goals,
    start_programme,
)
from myolog.web.api.access import Called
from myolog.web.api.problems import READS, WRITES
from myolog.web.api.schemas import Body, Day, Problem, Words

router: Final = Router(tags=["programme"])

_STEPS: Final[dict[str, Any]] = {"type": "string", "enum": list(STEPS)}
_TARGETS: Final[dict[str, Any]] = {"type": "string", "enum": list(TARGETS)}

StepCode = Annotated[str, WithJsonSchema(_STEPS)]
DayInPath = Annotated[str, Path(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
StepInPath = Annotated[str, Path(pattern="^STEP-[1-5]$")]


class ProgrammeIn(Body):
    """What a person chooses for the four weeks."""

    day: Day | None = Field(default=None, description="The first day, at most 6 days ago.")
    leave_out: list[StepCode] = Field(default=[], max_length=5)
    caffeine_target: Annotated[str, WithJsonSchema(_TARGETS)] = TARGETS[0]
    drinks_ml: int | None = Field(default=None, ge=1000, le=3500)
    bedtime: str | None = Field(default=None, pattern="^[0-9]{2}:[0-9]{2}$")
    compare: bool = Field(default=True, description="False begins without days to compare with.")
    facts: dict[str, str | int | float] = Field(
        default={}, description="Facts about the person that guards rest on, by code."
    )


class GoalIn(Body):
    """What a step asks from today on."""

    value: Words = Field(description='An amount, a bedtime such as 22:45, "off" or "on".')


class HeadacheIn(Body):
    """How bad a headache was on a day."""

    day: Day | None = None
    score: int = Field(ge=0, le=10)


class StepOut(Schema):
    """One step on one day; `target` is null where a guard leaves nothing to do."""

    step: StepCode
    name: str
    target: str | None
    amount: int | None
    unit: str
    guards: list[str]
    says: list[str]
    ticked: bool
    done: bool


class ProgrammeOut(Schema):
    """The programme on one day."""

    day: Day
    started: Day
    number: int
    state: Literal["running", "paused", "waiting", "over", "stopped"]
    gentle: list[StepCode]
    steps: list[StepOut]
    ceilings: list[int]


class CountOut(Schema):
    """On how many days one step was done."""

    step: StepCode
    name: str
    done: int
    days: int


class VerdictOut(Schema):
    """What came of the programme: an interval and the counts behind it, and sentences."""

    code: Annotated[str, WithJsonSchema({"type": "string", "enum": list(CODES)})]
    look: int | None
    headline: Literal["likely_better", "cannot_tell", "worse"]
    says: list[str]
    rate_ratio: float | None
    low: float | None
    high: float | None
    level: float | None
    n_before: int
    n_after: int
    events_before: float
    events_after: float
    low_quality: bool


class ReviewOut(Schema):
    """How the programme went so far; the verdict is null before day 21."""

    day: Day
    started: Day
    number: int
    state: Literal["running", "paused", "waiting", "over", "stopped"]
    looks: list[Day]
    counts: list[CountOut]
    enough_done: bool
    verdict: VerdictOut | None


def _date(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise InvalidEntry(
            "The day must be a real date, written like 2026-03-09.", code="invalid_date"
        ) from None


def _done(request: Called, act: Callable[..., DayPlan], **given: object) -> dict[str, Any]:
    """Do something as the one who calls, and return the programme after it."""
    caller = request.auth
    return plan_as_dict(load(), act(person=caller.person, by=caller.by, **given))


@router.get(
    "",
    response={200: ProgrammeOut, READS | {422}: Problem},
    summary="Read what a day of the programme asks",
)
def read_programme(
    request: Called, day: Annotated[str | None, Query(max_length=10)] = None
) -> dict[str, Any]:
    """Return the programme on a day, today if none is given."""
    caller = request.auth
    catch_up(person=caller.person, by=caller.by)
    begin_way(person=caller.person, by=caller.by)
    plan = plan_of(person=caller.person, now=datetime.now(UTC), day=_date(day))
    if plan is None:
        raise NotFound(
            "No programme ran on that day.", code="no_programme", key="no_programme_that_day"
        )
    return plan_as_dict(load(), plan)


@router.get(
    "/review",
    response={200: ReviewOut, READS: Problem},
    summary="Look back: counts, and from day 21 on the verdict, which is kept",
)
def review_programme(request: Called) -> dict[str, Any]:
    """Return how the programme went."""
    caller, now = request.auth, datetime.now(UTC)
    catch_up(person=caller.person, by=caller.by)
    verdict = look_back(person=caller.person, by=caller.by, now=now)
    journal = journal_of(caller.person)
    plan = plan_of(person=caller.person, now=now, journal=journal)
    if plan is None:
        raise NotFound("No programme was started yet.", code="no_programme", key="no_programme_yet")
    progress = progress_of(journal, plan.period, plan.day)
    return review_as_dict(load(), plan, progress, verdict)


@router.post(
    "",
    response={201: ProgrammeOut, WRITES: Problem},
    summary="Begin the four weeks; facts are stored with the start or not at all",
)
def begin(request: Called, body: ProgrammeIn) -> Status[dict[str, Any]]:
    """Begin the programme."""
    told = today_in(request.auth.person, datetime.now(UTC))
    facts = [ProfileFact(day=told, code=code, value=value) for code, value in body.facts.items()]
    wishes = Wishes(
        leave_out=frozenset(body.leave_out),
        target=body.caffeine_target,
        drinks_ml=body.drinks_ml,
        bedtime=body.bedtime,
    )
    begun = _done(
        request,
        start_programme,
        day=_date(body.day),
        wishes=wishes,
        compare=body.compare,
        facts=facts,
    )
    return Status(201, begun)


@router.put(
    "/days/{day}/{step}",
    response={200: ProgrammeOut, WRITES: Problem},
    summary="Tick a step of a day; the same again changes nothing",
)
def tick_step(request: Called, day: DayInPath, step: StepInPath) -> dict[str, Any]:
    """Note that a step was done."""
    return _done(request, service.tick, step=step, day=_date(day))


@router.delete(
    "/days/{day}/{step}",
    response={200: ProgrammeOut, READS | {409, 422}: Problem},
    summary="Take a tick back",
)
def untick_step(request: Called, day: DayInPath, step: StepInPath) -> dict[str, Any]:
    """Take a tick back; what the notes of the day show stays."""
    return _done(request, service.untick, step=step, day=_date(day))


@router.post(
    "/headaches",
    response={200: ProgrammeOut, WRITES: Problem},
    summary="Note a headache; two bad days in a row hold the amount of caffeine",
)
def note_headache(request: Called, body: HeadacheIn) -> dict[str, Any]:
    """Note a headache."""
    return _done(request, service.note_headache, score=body.score, day=_date(body.day))


@router.put(
    "/goals/{step}",
    response={200: ProgrammeOut, WRITES: Problem},
    summary="Change what a step asks from today on",
)
def change_goal(request: Called, step: StepInPath, body: GoalIn) -> dict[str, Any]:
    """Change a goal."""
    return _done(request, set_goals, goals={step: body.value})


_TURNS: Final[dict[str, Callable[..., DayPlan]]] = {
    "pause": service.pause,
    "resume": service.resume,
    "stop": service.stop_programme,
}


class TurnIn(Body):
    """Pause, resume or stop."""

    turn: Literal["pause", "resume", "stop"]


@router.post(
    "/turns",
    response={200: ProgrammeOut, WRITES: Problem},
    summary="Pause the programme, go on with it, or end it",
)
def turn_programme(request: Called, body: TurnIn) -> dict[str, Any]:
    """Pause, resume or stop the programme."""
    return _done(request, _TURNS[body.turn])
