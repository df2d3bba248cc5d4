"""The check: six screens in four parts, the first of them about what cannot wait.

The answers so far are kept as a draft, so that the person can stop, go back and go on. The result
is stored after the last screen, when the person stops, or at once where the first needs care today.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from myolog.content.catalogue import load
from myolog.content.choices import choice_label, help_at_once, help_of, part_label, things_of
from myolog.content.dates import spoken_short
from myolog.content.names import unit_name
from myolog.content.problems import problem_in_words
from myolog.errors import InvalidAnswer, NotFound
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.store.meanwhile import told_meanwhile
from myolog.store.selectors import LatestResult, Person, journal_of, latest_assessment, told_results
from myolog.store.services.care import current_result, record_answers
from myolog.store.services.corrections import correct_entry
from myolog.store.services.drafts import is_fresh, open_again
from myolog.store.services.follow_up import due_in
from myolog.store.services.journal import log_entry
from myolog.triage.answers import INPUTS, NOT_SURE, Answer
from myolog.triage.check import EMERGENCY, SCREENS, STORY
from myolog.triage.conversation import Conversation, missing_screen
from myolog.triage.screens import Line, Screen
from myolog.web.forms.check import RUN_CHOICES, ScreenForm, answer_fields
from myolog.web.forms.settings import country_asked
from myolog.web.forms.writing import posted
from myolog.web.help_here import help_for
from myolog.web.middleware.identity import AnyRequest, OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY, comparing, sentence
from myolog.web.result_page import summarised
from myolog.wording.aftermath import check_wanted, seen_first, unseen_advice
from myolog.wording.asking_anew import asks_anew, told_marks
from myolog.wording.noted_places import noted_beside
from myolog.wording.result import checked_today, level_of
from myolog.wording.tasks import suggestion_in_words
from myolog.wording.whose import whose_in_words

LATER: Final = frozenset(screen.code for screen in SCREENS[1:])
"""Screens after the first."""


class Run:
    """The check a person is in the middle of, and the draft that keeps it."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.journal: Journal = journal_of(person)
        self.latest: LatestResult | None = latest_assessment(person, now=now_for(person))
        self.draft: TriageAnswers | None = self._unfinished()
        self.conversation = Conversation(
            journal=self.journal,
            today=today_for(person),
            results=() if self.latest is None else told_results(person, self.journal),
            answers=dict(self.draft.answers) if self.draft is not None else {},
            reasons=dict(self.draft.reasons) if self.draft is not None else {},
            unfinished=None if self.draft is None else self.draft.id,
        )

    def _unfinished(self) -> TriageAnswers | None:
        given = self.journal.of(TriageAnswers)
        if not given:
            return None
        last = given[-1]
        finished = self.latest is not None and last.id == self.latest.answers_id
        return None if finished or not is_fresh(last, datetime.now(UTC)) else last

    def screen(self, code: str) -> Screen:
        """Return a screen of the check as it fits the person."""
        return next(one for one in self.conversation.screens if one.code == code)

    def keep(self, told: Conversation) -> None:
        """Keep the answers so far as the draft."""
        entry = TriageAnswers(
            at=datetime.now(UTC),
            zone=self.person.zone,
            answers=dict(told.answers),
            reasons=dict(told.reasons),
        )
        if self.draft is None or self.draft.id is None:
            log_entry(person=self.person, entry=entry, by=BY)
            return
        correct_entry(person=self.person, id=self.draft.id, entry=entry, by=BY)

    def finish(self, told: Conversation) -> None:
        """Work out the result and store it; the draft has done its work.

        Only what was answered in this run is kept under today's date.
        """
        kept = told.excused()
        record_answers(
            person=self.person,
            answers=kept.answers,
            reasons=kept.reasons,
            by=BY,
            instead_of=None if self.draft is None else self.draft.id,
        )


@require_safe
def check(request: OwnRequest) -> HttpResponse:
    """Begin with what cannot wait; on a day with a result, show that one first."""
    latest = current_result(person=request.person, by=BY)
    run, today = Run(request.person), today_for(request.person)
    asked = check_wanted(run.conversation.results, run.journal, today=today)
    goes_on = asked or run.draft is not None or "new" in request.GET
    if latest is not None and latest.answered_day == today and not goes_on:
        became, numbers = run.conversation.became, help_for(request)
        due = due_in(request.person, latest, results=run.conversation.results)
        head = summarised(latest, numbers=numbers, today=today, due=due, found=became)
        context = {
            "tab": "today",
            "dated": spoken_short(latest.answered_day, today=today),
            "lead": checked_today(latest.assessment, seen=became.state == "seen"),
            "level": level_of(latest.assessment),
            "title": head.title,
            "n_missing": len(latest.missing),
        }
        return render(request, "check_today.html", context)
    unseen = None if run.draft is not None else run.conversation.asks_whether_seen
    if unseen is not None and "seen" not in request.GET:
        return render(request, "check_seen.html", {"question": seen_first(unseen), "tabs": ()})
    form = ScreenForm(run.screen(EMERGENCY.code), known=run.conversation.known(EMERGENCY))
    advice = ""
    if unseen is not None and request.GET["seen"] == "no":
        advice = unseen_advice(unseen, help_for(request), run.conversation.became)
    return _page(request, form, run, advice=advice)


@require_POST
def correct(request: OwnRequest) -> HttpResponse:
    """Open the answers behind the newest result again, where something was ticked by mistake."""
    latest = current_result(person=request.person, by=BY)
    if latest is not None and latest.answers_id is not None:
        open_again(person=request.person, id=latest.answers_id, by=BY, now=datetime.now(UTC))
    return redirect("check")


@require_POST
def first(request: AnyRequest) -> HttpResponse:
    """Take the first screen. Its address lies where the emergency page is kept for offline."""
    if request.person is None:
        return redirect("emergency")
    own: OwnRequest = request  # type: ignore[assignment]
    return _take(own, EMERGENCY.code)


@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: OwnRequest, code: str) -> HttpResponse:
    """Show or take one of the later screens."""
    if code not in LATER:
        if code == EMERGENCY.code:
            return redirect("check")
        raise sentence("not_found")
    if request.method == "POST":
        return _take(request, code)
    run = Run(request.person)
    if not run.conversation.is_answered(run.screen(EMERGENCY.code)):
        return redirect("check")
    found = run.screen(code)
    return _page(request, ScreenForm(found, known=run.conversation.known(found)), run)


@comparing
def _take(request: OwnRequest, code: str) -> HttpResponse:
    run = Run(request.person)
    asked = run.screen(code)
    form, talk = ScreenForm(asked, request.POST), run.conversation
    outcome = talk.reply(asked, form.reply(), reasons=form.reasons(), stops=form.stops)
    meanwhile = _told_meanwhile(request, form)
    if meanwhile:
        joined = outcome.conversation.joined_with(meanwhile)
        if joined.needs_care_today or form.stops or outcome.next is None:
            if not joined.says_more_than(meanwhile):
                return redirect("result")  # sent twice, or nothing that the other did not say
            run.finish(joined)
            return redirect_saying(request, "two_checks", "result")
        run.keep(joined)
        return redirect_saying(request, "two_checks", "check_screen", outcome.next.code)
    if not outcome.needs_care_today and run.draft is not None:
        overtaken = form.overtaken(outcome.conversation.answers, run.conversation.answers)
        if overtaken:
            return _page(request, form, run, status=409, overtaken=overtaken)
    if not outcome.needs_care_today and not form.stops:
        form.note(outcome)
        if form.problems:
            return _page(request, form, run, status=400)
    if outcome.needs_care_today or form.stops or outcome.next is None:
        if run.latest is not None and not outcome.conversation.answers:
            return redirect("result")  # sent twice: the other one has finished the check
        run.finish(outcome.conversation)
        return redirect("result")
    run.keep(outcome.conversation)
    if outcome.noted:
        return redirect_saying(request, "noted", "check_screen", outcome.next.code)
    return redirect("check_screen", outcome.next.code)


def _told_meanwhile(request: OwnRequest, form: ScreenForm) -> Mapping[str, Answer]:
    """Return what a check in another window has answered since this screen was shown."""
    if form.result_known is None:
        return {}
    with suppress(NotFound):
        return told_meanwhile(request.person, known=form.result_known)
    return {}


def _page(
    request: OwnRequest,
    form: ScreenForm,
    run: Run,
    *,
    status: int = 200,
    overtaken: str = "",
    advice: str = "",
) -> HttpResponse:
    asked = form.screen
    screens = run.conversation.screens
    before = screens[index - 1] if (index := screens.index(asked)) else None
    stopped, marks = run.conversation.stopped_at, told_marks(run.conversation, asked)
    context = {
        "form": form,
        "was": answer_fields(asked, run.conversation.answers),
        "overtaken": overtaken,
        "advice": advice,
        "known_result": "" if run.latest is None else run.latest.id,
        "leave": _address(asked),
        "title": load().template(f"screen.{asked.code}.title"),
        "lead": load().template(f"screen.{asked.code}.lead"),
        "asks_anew": asks_anew(run.conversation, asked),
        "part": index + 1,
        "parts": range(1, len(screens) + 1),
        "is_first": asked.urgent,
        "about": whose_in_words(run.conversation.subject) if asked.urgent else "",
        "is_last": asked == screens[-1],
        "action": reverse("check_first") if asked.urgent else _address(asked),
        "back": "" if before is None else _address(before),
        "groups": tuple(
            {
                "code": code,
                "heading": load().template(f"page.check.heading.{code}") if code else "",
                "lines": tuple(_line(form, line, run, marks) for line in lines),
            }
            for code, lines in asked.grouped
        ),
        "questions": tuple(_question(form, name, run.conversation) for name in asked.questions),
        "ask_story": asked.code == STORY.code and run.journal.story is None,
        **notes_for(request),
        "go_on": stopped.code if asked.urgent and run.draft and stopped else "",
        **(country_asked(request, "check") if asked.urgent else {}),
    }
    return render(request, "check.html", context, status=status)


def _address(screen: Screen) -> str:
    return reverse("check") if screen.urgent else reverse("check_screen", args=[screen.code])


def _line(form: ScreenForm, line: Line, run: Run, marks: Mapping[str, str]) -> dict[str, Any]:
    words = load()
    table = f"line.{line.code}"
    own = words.labels(table)
    listed = [(name, value) for name, value in line.choices if value is not None]
    told, more = help_at_once(words, table)
    if not form.screen.urgent:
        told, more = " ".join(help_of(words, table)), ()
    return {
        "code": line.code,
        "things": things_of(own.get("label", "")),
        "help": told,
        "told_on": marks.get(line.code, ""),
        "more": more,
        "follow": own.get("follow", words.template("page.check.follow")),
        "noted": noted_beside(run.journal, line.inputs, today=run.conversation.today),
        "ticked": form.is_ticked(line),
        "one_of": len(dict(listed)) == 1 and len(listed) > 1,
        "choices": tuple(
            {
                "value": f"{line.code}|{name}|{value}",
                "label": part_label(words, line, name, value),
                "chosen": form.is_chosen(line, name, value),
            }
            for name, value in listed
        ),
        "open": tuple(_open(form, line, name) for name, value in line.choices if value is None),
        "can_doubt": not line.own_doubt,
        "doubts": tuple(
            {
                "value": f"{line.code}|{name}|{value}",
                "label": choice_label(words, name, value, alone=True),
                "chosen": form.is_doubted(line, name, value),
            }
            for name, value in line.claims
            if len(line.claims) > 1
        ),
        "unsure": form.is_shown_unsure(line),
        "problem": form.problems.get(line.code, ""),
        "suggestions": tuple(
            _suggestion(form, name, run.conversation)
            for name in line.inputs
            if name in run.conversation.suggested
        )
        if not form.screen.urgent
        else (),
    }


def _open(form: ScreenForm, line: Line, name: str) -> dict[str, Any]:
    words, question = load(), INPUTS[name]
    field = f"{line.code}|{name}"
    ticked = form.listed(line, name) if question.kind == "inputs" else ()
    return {
        "field": field,
        "label": words.template(f"input.{name}.question"),
        "number": question.kind == "int",
        "value": form.typed(field),
        "options": tuple(
            (one, words.template(f"input.{one}.report"), one in ticked) for one in question.values
        ),
    }


def _suggestion(form: ScreenForm, name: str, told: Conversation) -> dict[str, Any]:
    lead, label = suggestion_in_words(name, told.suggested[name], told.journal)
    reason = form.reasons().get(name) or told.reasons.get(name, "")
    return {
        "name": name,
        "lead": lead,
        "label": label,
        "reason": reason,
        "problem": form.problems.get(f"reason:{name}", ""),
    }


def _question(form: ScreenForm, name: str, told: Conversation) -> dict[str, Any]:
    words, question = load(), INPUTS[name]
    values: tuple[str | bool | int, ...] = question.answers
    labels: dict[object, str] = {value: choice_label(words, name, value) for value in values}
    if name == "run_days":
        values = tuple(RUN_CHOICES)
        labels = {
            days: words.template(f"page.check.run_{word}") for days, word in RUN_CHOICES.items()
        }
    shown = form.shown(name)
    is_a_choice = not form.is_bound and shown in map(str, values)
    typed = "" if is_a_choice else form.typed(f"{name}_typed")
    return {
        "name": name,
        "label": words.template(f"input.{name}.question"),
        "help": " ".join(help_of(words, f"input.{name}")),
        "number": question.kind == "int",
        "unit": unit_name(question.unit),
        "typed": typed,
        "filled_in": form.typed(f"{name}_was") if form.is_bound else typed,
        "options": tuple((str(value), labels[value], str(value) == shown) for value in values),
        "unsure": shown == NOT_SURE,
        "doubts": form.doubts_of(name),
        "problem": form.problems.get(name, ""),
        "suggestion": _suggestion(form, name, told) if name in told.suggested else None,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def missing(request: OwnRequest) -> HttpResponse:
    """Ask only what was left open in the newest result."""
    run = Run(request.person)
    if run.latest is None:
        return redirect("check")
    asked = missing_screen(run.latest.missing)
    if not asked.questions:
        return redirect("result")
    form = ScreenForm(asked, posted(request))
    if form.is_bound:
        anew = replace(run.conversation, answers={}, reasons={})
        outcome = anew.reply(asked, form.reply(), reasons=form.reasons())
        form.note(outcome)
        try:
            if not form.problems:
                run.finish(outcome.conversation)
                return redirect("result")
        except InvalidAnswer as wrong:
            form.add_error(None, problem_in_words(wrong))
    questions = tuple(_question(form, name, run.conversation) for name in asked.questions)
    context, status = {"questions": questions, "form": form}, 400 if form.problems else 200
    return render(request, "check_missing.html", context, status=status)
