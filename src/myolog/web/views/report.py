"""The page for the doctor: look at it, take it along, and add what is missing on it."""

from functools import partial
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from myolog.charts.chart import Chart
from myolog.content.catalogue import load
from myolog.journal.entries import Entry, MedicineEvent
from myolog.journal.model import Journal
from myolog.journal.records import Examination, Question
from myolog.report.build import build_report
from myolog.report.pdf import picture
from myolog.report.pdf import render as as_pdf
from myolog.report.pictures import charts_of
from myolog.report.sections import Report
from myolog.report.text import as_text
from myolog.store.raised import rise_told
from myolog.store.selectors import Person, journal_of, told_results
from myolog.store.services.care import current_result
from myolog.store.services.journal import log_entries
from myolog.triage.assessment import assess_standing
from myolog.triage.follow_up import told_last
from myolog.triggers.windows import settled_day
from myolog.web.findings import findings_of
from myolog.web.forms.details import DETAILS, DetailForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.help_here import help_for
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY, reassessed
from myolog.wording.entries import dated_lines, single_lines

FILE_NAME: Final = "myolog-{day}"


def _report(person: Person, journal: Journal) -> Report:
    """Build the page from the journal as it stands today."""
    today = today_for(person)
    latest = current_result(person=person, by=BY, now=now_for(person))
    last = told_last(journal, told_results(person, journal), today=today)
    return build_report(
        journal,
        assess_standing(journal, today=today),
        today=today,
        result=last,
        rise=rise_told(person, latest, last, journal),
    )


def _charts(person: Person, journal: Journal) -> tuple[Chart, ...]:
    """Draw the journal as of today, with the findings that the page Patterns shows."""
    today = today_for(person)
    found = findings_of(person, last_day=settled_day(today))
    return charts_of(
        journal, today=today, triggers=found.triggers, hour_pattern=found.patterns.hours
    )


@require_safe
def report(request: OwnRequest) -> HttpResponse:
    """Show the page, with ways to take it along."""
    text = as_text(_report(request.person, journal_of(request.person)))
    return render(request, "report.html", {"tab": "journal", "text": text})


@require_safe
def page_picture(request: OwnRequest) -> HttpResponse:
    """Return the page as it will be printed, as a picture."""
    shown = picture(
        _report(request.person, journal_of(request.person)), country=help_for(request).country
    )
    return HttpResponse(shown, content_type="image/png")


@require_safe
def pdf(request: OwnRequest) -> HttpResponse:
    """Return the page as PDF, with charts behind it where they are asked for."""
    journal = journal_of(request.person)
    charts = _charts(request.person, journal) if request.GET.get("charts") else ()
    made = as_pdf(_report(request.person, journal), charts, country=help_for(request).country)
    part = f"-{load().text('page.report.file_with_charts')}" if charts else ""
    return _file(request, made, "application/pdf", f"{part}.pdf")


@require_safe
def text(request: OwnRequest) -> HttpResponse:
    """Return the page as plain text."""
    made = as_text(_report(request.person, journal_of(request.person)))
    return _file(request, made.encode(), "text/plain; charset=utf-8", ".txt")


def _file(request: OwnRequest, content: bytes, kind: str, ending: str) -> HttpResponse:
    name = FILE_NAME.format(day=today_for(request.person))
    disposition = f'attachment; filename="{name}{ending}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})


@require_http_methods(["GET", "HEAD", "POST"])
def details(request: OwnRequest) -> HttpResponse:
    """Show and add visits, tests, medicines, questions and fears."""
    today, journal, sent = today_for(request.person), journal_of(request.person), posted(request)
    unknown = DetailForm(sent, today=today)
    kind = str(unknown["kind"].value() or "")
    shown = {
        code: one(sent if code == kind else None, today=today) for code, one in DETAILS.items()
    }
    form = shown.get(kind, unknown)
    if form.is_valid() and form.refusal_in(partial(_log, request, form)) is not None:
        reassessed(request)
        return redirect_saying(request, "changed", "report_details", anchor=f"#{kind}")
    questions = journal.of(Question)
    context: dict[str, Any] = {
        "tab": "journal",
        "form": form,
        **{f"{code}_form": one for code, one in shown.items()},
        "keys": {code: fresh_key() for code in DETAILS},
        "today": today,
        **notes_for(request),
        "medicines": single_lines(journal.of(MedicineEvent), home=journal.zone),
        "examinations": dated_lines(journal.of(Examination), home=journal.zone),
        "questions": single_lines(
            (one for one in questions if not (one.fear or one.remark)), home=journal.zone
        ),
        "remarks": single_lines((one for one in questions if one.remark), home=journal.zone),
        "fears": single_lines((one for one in questions if one.fear), home=journal.zone),
    }
    return render(request, "report_details.html", context, status=400 if form.errors else 200)


def _log(request: OwnRequest, form: DetailForm) -> tuple[Entry, ...]:
    return log_entries(
        person=request.person, entries=(form.entry,), by=BY, idempotency_key=form.write_key
    )
