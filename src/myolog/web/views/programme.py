"""The steps: what today asks, the start, goals, pauses, ten quiet minutes, and what stays."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from myolog.content.catalogue import load
from myolog.content.dates import spoken
from myolog.content.measures import measured_key
from myolog.content.names import fact_name, fact_value
from myolog.journal.facts import due_facts
from myolog.journal.model import Journal
from myolog.programme.guards import Effect, Guarded, open_facts
from myolog.programme.plan import DayPlan
from myolog.programme.progress import progress_of
from myolog.programme.readiness import Readiness
from myolog.programme.steps import STEPS, Step
from myolog.store.selectors import journal_of
from myolog.store.services import programme as service
from myolog.store.services.care import catch_up
from myolog.store.services.programme_plan import plan_of, readiness_of
from myolog.store.services.programme_start import KNOWN_TARGETS, TARGETS, set_goals, start_programme
from myolog.vocabulary.profile import PROFILE
from myolog.web.forms.fact_lists import in_lists, told_in
from myolog.web.forms.goals import GoalsForm, KeepForm, kept_now
from myolog.web.forms.profile import ProfileForm
from myolog.web.forms.start import StartForm
from myolog.web.forms.steps import SCORES, HeadacheForm, PauseForm, TickForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.outbox import day_meant
from myolog.web.pages import BY, comparing
from myolog.web.programme_page import shown
from myolog.web.review_page import looked_back, reviewed
from myolog.wording.steps import step_sentences

PLACES: Final = ("today", "programme")
"""Pages that a tick leads back to."""


def _up_to_date(request: OwnRequest) -> tuple[Journal, DayPlan | None]:
    """Return the journal and today's plan after the result of the check has caught up."""
    catch_up(person=request.person, by=BY)
    journal = looked_back(request)
    return journal, plan_of(person=request.person, now=now_for(request.person), journal=journal)


@require_safe
def review(request: OwnRequest) -> HttpResponse:
    """Look back: the verdict once there is one, the weeks beside each other, and plain counts."""
    journal, plan = _up_to_date(request)
    if plan is None:
        return redirect("programme")
    context = {"tab": "steps", **reviewed(request.person, journal, plan), **notes_for(request)}
    return render(request, "programme_review.html", context)


@require_safe
def programme(request: OwnRequest) -> HttpResponse:
    """Show what today asks, the way to begin, or what stays after four weeks."""
    journal, plan = _up_to_date(request)
    if plan is None or plan.state == "stopped":
        return render(request, "programme_begin.html", _beginning(request, journal, plan))
    if plan.state == "over":
        return render(request, "programme_end.html", _ending(request, journal, plan))
    context = {
        "tab": "steps",
        "scores": SCORES,
        "next_number": plan.number + 1,
        "n_open": len(open_facts(plan.facts)),
        **shown(plan, progress_of(journal, plan.period, plan.day)),
        **notes_for(request),
    }
    return render(request, "programme.html", context)


@require_safe
def kept(request: OwnRequest) -> HttpResponse:
    """Show the steps of this day and nothing else, for times without a connection."""
    journal, plan = _up_to_date(request)
    if plan is None or plan.state != "running":
        return redirect("programme")
    now = now_for(request.person)
    context = {
        "dated": spoken(plan.day),
        "kept_at": f"{spoken(now.date())}, {now:%H:%M}",
        **shown(plan, progress_of(journal, plan.period, plan.day)),
    }
    return render(request, "programme_kept.html", context)


# ---- the start
def _ready(request: OwnRequest, journal: Journal) -> Readiness:
    return readiness_of(person=request.person, now=now_for(request.person), journal=journal)


def _beginning(request: OwnRequest, journal: Journal, plan: DayPlan | None) -> dict[str, Any]:
    ready = _ready(request, journal)
    words = load()
    stopped = None if plan is None else plan.period.stopped
    return {
        "tab": "steps",
        "ready": ready,
        "stopped_on": spoken(stopped) if stopped is not None else "",
        "steps": [
            {
                "title": words.text(f"step.{step.code}.title"),
                "says": _says(step, ready.told_parts),
                "article": step.article,
            }
            for step in STEPS.values()
        ],
        **notes_for(request),
    }


def _own_words(step: Step) -> str:
    return load().text(measured_key(f"step.{step.code}.text"))


def _says(step: Step, guarded: Mapping[str, Guarded]) -> tuple[str, ...]:
    """Return what guards say of a step; its own few words where none holds."""
    if any(guarded[part.code].guards for part in step.parts):
        return step_sentences(load(), step, guarded)
    return (_own_words(step),)


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def questions(request: OwnRequest) -> HttpResponse:
    """Ask what guards rest on and was never told; what is answered is kept."""
    journal, today = journal_of(request.person), today_for(request.person)
    asked, due = _ready(request, journal).open_facts, due_facts(journal, today)
    sent, facts = told_in(posted(request)), _ready(request, journal).facts
    form = ProfileForm.of_open(sent, asked, journal.profile, today=today)
    if form.keep(request) or not form.asks:
        if form.is_bound and _ready(request, journal_of(request.person)).open_facts:
            return redirect_saying(request, "still_open", "programme_questions")
        return redirect("programme_start")
    context = {
        "key": fresh_key(),
        "known": [
            (fact_name(code), fact_value(code, value))
            for code, value in facts.items()
            if value is not None and code in PROFILE and code not in asked
        ],
        **in_lists(form.rows(due), known=(), posted=sent),
        **form.carried,
        **notes_for(request),
    }
    return render(request, "programme_questions.html", context, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: OwnRequest) -> HttpResponse:
    """Let the person choose, then begin."""
    journal, plan = _up_to_date(request)
    if plan is not None and plan.state not in ("over", "stopped") and request.method != "POST":
        return redirect("programme")
    ready = _ready(request, journal)
    if ready.stopped_by == "questions":
        return redirect("programme_questions")
    form = StartForm(posted(request), initial={"step": list(STEPS)})
    if form.is_valid() and _started(request, form):
        return redirect("programme")
    words = load()
    context = {
        "ready": ready,
        "form": form,
        "steps": [
            {
                "code": step.code,
                "title": words.text(f"step.{step.code}.title"),
                "says": " ".join(_says(step, ready.guarded)),
            }
            for step in STEPS.values()
        ],
        "planned": (ready.guarded["caffeine"].effect or 0) < Effect.LIMIT,
        "drinks": (ready.guarded["drinks"].effect or 0) < Effect.ASK,
        "targets": _targets(KNOWN_TARGETS if ready.needs_caffeine_days else TARGETS),
        "half_is_open": ready.needs_caffeine_days,
    }
    return render(request, "programme_start.html", context, status=400 if form.is_bound else 200)


def _targets(codes: Iterable[str]) -> list[dict[str, str]]:
    words = load()
    return [{"code": one, "name": words.text(f"page.programme.target_{one}")} for one in codes]


def _started(request: OwnRequest, form: StartForm) -> bool:
    wishes, compare = form.wishes(), not form.cleaned_data["anyway"]
    form.refusal_in(
        lambda: start_programme(person=request.person, wishes=wishes, compare=compare, by=BY)
    )
    return not form.errors


# ---- days
@require_POST
def tick(request: OwnRequest) -> HttpResponse:
    """Tick a step of a day, or take the tick back."""
    form = TickForm.of(request)
    told, act = form.cleaned_data, service.untick if form.is_undone else service.tick
    act(
        person=request.person,
        step=told["step"],
        day=told["day"] or day_meant(request),
        by=BY,
        idempotency_key=form.write_key,
    )
    return redirect(told["then"] if told["then"] in PLACES else "programme")


@require_POST
def headache(request: OwnRequest) -> HttpResponse:
    """Note how bad a headache is today."""
    score = HeadacheForm.of(request).cleaned_data["score"]
    service.note_headache(person=request.person, score=score, by=BY)
    return redirect_saying(request, "changed", "programme")


@require_POST
def pause(request: OwnRequest) -> HttpResponse:
    """Pause, go on or stop."""
    acts = {"pause": service.pause, "resume": service.resume, "stop": service.stop_programme}
    acts[PauseForm.of(request).cleaned_data["act"]](person=request.person, by=BY)
    return redirect("programme")


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def goals(request: OwnRequest) -> HttpResponse:
    """Show what each step asks, and change it from today on."""
    journal, plan = _up_to_date(request)
    if plan is None or plan.state in ("over", "stopped"):
        return redirect("programme")
    form = GoalsForm(posted(request), journal, plan)
    if form.is_valid() and _changed(request, form):
        return redirect_saying(request, "changed", "programme")
    taking = {one.step.code: one for one in plan.steps}
    context = {
        "caffeine": plan.target_mg,
        "targets": _targets(KNOWN_TARGETS) if plan.is_noting else (),
        "half_is_open": plan.is_noting,
        "amount": None if "STEP-1" not in taking else taking["STEP-1"].amount,
        **form.carried,
    }
    return render(request, "programme_goals.html", context, status=form.status)


def _changed(request: OwnRequest, form: GoalsForm) -> bool:
    form.refusal_in(lambda: set_goals(person=request.person, goals=form.goals, by=BY))
    return not form.errors


@require_safe
def practice(request: OwnRequest) -> HttpResponse:
    """Ten quiet minutes, with a timer where there is a script."""
    plan = plan_of(person=request.person, now=now_for(request.person))
    can_tick = (
        plan is not None
        and plan.state == "running"
        and any(one.step.code == "STEP-4" and not one.ticked for one in plan.steps)
    )
    context = {"can_tick": can_tick, "today": today_for(request.person)}
    return render(request, "programme_practice.html", context)


# ---- afterwards
def _ending(
    request: OwnRequest, journal: Journal, plan: DayPlan, form: KeepForm | None = None
) -> dict[str, Any]:
    """Return what the page after four weeks shows; `form` is one that was not taken."""
    words, now = load(), kept_now(journal, plan)
    kept = [code for code in STEPS if now[f"step:{code}"]]
    shown = form or KeepForm(None, now, day=plan.day)
    return {
        "tab": "steps",
        **reviewed(request.person, journal, plan),
        "kept": [words.text(f"thing.{code}.short") for code in kept],
        "recheck": spoken(date.fromisoformat(now["recheck"])) if "recheck" in now else "",
        "leave": reverse("programme"),
        **shown.carried,
        **notes_for(request),
    }


@require_POST
@comparing
def keep(request: OwnRequest) -> HttpResponse:
    """Keep what helped, and a day to look again."""
    journal, plan = _up_to_date(request)
    now = {} if plan is None else kept_now(journal, plan)
    form = KeepForm(posted(request), now, day=today_for(request.person))
    if plan is not None and not form.is_valid():
        context = _ending(request, journal, plan, form)
        return render(request, "programme_end.html", context, status=form.status)
    service.keep_what_helped(
        person=request.person, steps=form.kept(), recheck=form.looks_again(), by=BY
    )
    return redirect_saying(request, "changed", "programme")
