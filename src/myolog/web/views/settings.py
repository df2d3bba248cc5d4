"""Settings: who you are, how it looks, and your data: take it, close doors, erase it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from myolog import __version__
from myolog.content.catalogue import load
from myolog.exporters.table import as_csv
from myolog.journal.facts import due_facts, known_facts
from myolog.journal.file import lines
from myolog.journal.subject import subject_of
from myolog.store.folder import data_folder, saved_copies, temp_folder
from myolog.store.selectors import journal_of
from myolog.store.services.access import (
    api_tokens,
    close_browsers,
    hand_over_anew,
    new_launch_token,
    open_browser_with,
    revoke_api_token,
)
from myolog.store.services.backups import copy_to
from myolog.store.services.erasing import Left, erase_everything
from myolog.store.services.people import set_country, set_language, set_measures
from myolog.web.backups import newest_of
from myolog.web.door import empty, keep_open
from myolog.web.forms.fact_lists import in_lists, told_in
from myolog.web.forms.profile import ProfileForm, asked, fact_typed
from myolog.web.forms.settings import (
    CountryForm,
    EraseForm,
    RevokeForm,
    SettingsForm,
    erase_word,
)
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.frame import A_YEAR, DEVICE_COOKIE, THEME_COOKIE, THEMES, is_ready
from myolog.web.help_here import help_for
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY, comparing, sentence
from myolog.wording.whose import choices


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def settings(request: OwnRequest) -> HttpResponse:
    """Show every setting with its present value, and change what is one choice."""
    form = SettingsForm(posted(request), _now(request))
    if form.is_valid():
        return _changed(request, form.touched())
    journal = journal_of(request.person)
    known = known_facts(journal, asked(), today_for(request.person))
    subject = subject_of(journal, today_for(request.person))
    context = {
        "whose": choices()[subject.answered_by],
        "story_told": journal.story is not None,
        "n_known": len(known),
        "n_asked": len(asked()),
        "choices": form.rows(),
        "zone": request.person.zone,
        "day_ends_hour": request.person.day_ends_hour,
        "tokens": api_tokens(request.person, now=datetime.now(UTC)),
        "version": __version__,
        **form.carried,
        **newest_of(request),
        **notes_for(request),
    }
    return render(request, "settings.html", context, status=form.status)


def _now(request: OwnRequest) -> dict[str, str]:
    """Return the code of each choice as it holds, for this person or in this browser."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    here = help_for(request)
    return {
        "country": here.country if here.listed else "",
        "language": request.person.language,
        "measured": request.person.measures,
        "theme": theme if theme in THEMES else "",
        "ready": "yes" if is_ready(request) else "no",
    }


def _changed(request: OwnRequest, told: dict[str, str]) -> HttpResponse:
    """Store each choice that was changed, here or in this browser."""
    person = request.person
    if "country" in told:
        set_country(person=person, country=told["country"], by=BY)
    if "language" in told:
        set_language(person=person, language=told["language"], by=BY)
    if "measured" in told:
        set_measures(person=person, measures=told["measured"], by=BY)
    response = redirect_saying(request, "changed", "settings")
    for cookie, kept in _cookies(told):
        if kept:
            response.set_cookie(cookie, kept, max_age=A_YEAR, httponly=True, samesite="Strict")
        else:
            response.delete_cookie(cookie, samesite="Strict")
    return response


def _cookies(told: dict[str, str]) -> Iterator[tuple[str, str]]:
    if "theme" in told:
        yield THEME_COOKIE, told["theme"]
    if told.get("ready"):
        yield DEVICE_COOKIE, "" if told["ready"] == "yes" else "off"


@require_POST
def country(request: OwnRequest) -> HttpResponse:
    """Keep the country that another page has asked for."""
    told = CountryForm.of(request).cleaned_data
    set_country(person=request.person, country=told["country"], by=BY)
    return redirect(told["next"])


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def about(request: OwnRequest) -> HttpResponse:
    """Show and change the facts about the person."""
    journal, today = journal_of(request.person), today_for(request.person)
    due, facts = due_facts(journal, today), known_facts(journal, asked(), today)
    known = {code: one.fact for code, one in facts.items()}
    now = {code: fact_typed(fact) for code, fact in known.items()}
    sent = told_in(posted(request))
    form = ProfileForm(sent, now, asked(), known, today=today)
    if form.keep(request):
        return redirect_saying(request, "changed", "settings")
    context = {
        "key": fresh_key(),
        **in_lists(form.rows(due, facts), known=known, posted=sent),
        **form.carried,
    }
    return render(request, "about.html", context, status=form.status)


@require_safe
def take(request: OwnRequest, form: str) -> HttpResponse:
    """Return the journal as a file: everything, or a table."""
    journal, day = journal_of(request.person), today_for(request.person)
    if form == "jsonl":
        return _download("".join(lines(journal)), f"myolog-{day}.jsonl", "application/x-ndjson")
    if form == "csv":
        return _download(as_csv(journal), f"myolog-{day}.csv", "text/csv; charset=utf-8")
    raise sentence("not_found")


@require_safe
def copy(request: OwnRequest) -> HttpResponse:
    """Return a whole copy of the database, as of this moment."""
    with TemporaryDirectory(dir=temp_folder()) as folder:
        file = Path(folder) / "copy.sqlite3"
        copy_to(file)
        content = file.read_bytes()
    name = f"myolog-{today_for(request.person)}.sqlite3"
    return _download(content, name, "application/vnd.sqlite3")


def _download(content: str | bytes, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


@require_POST
def revoke(request: OwnRequest) -> HttpResponse:
    """Take a program's token away."""
    name = RevokeForm.of(request).cleaned_data["name"]
    revoke_api_token(person=request.person, name=name, by=BY, now=datetime.now(UTC))
    return redirect_saying(request, "changed", "settings")


@require_POST
def close_others(request: OwnRequest) -> HttpResponse:
    """Shut out every browser, then let this one in again."""
    now = datetime.now(UTC)
    close_browsers(person=request.person, by=BY, now=now)
    secret = open_browser_with(new_launch_token(person=request.person, now=now), now=now)
    response = redirect_saying(request, "changed", "settings")
    if secret is not None:
        keep_open(response, request, secret)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: OwnRequest) -> HttpResponse:
    """Ask once more, then erase everything."""
    form = EraseForm(posted(request))
    if form.is_valid():
        left = erase_everything(person=request.person)
        gone = redirect("today")
        response = _not_all_gone(request, left) if left else gone
        empty(response)
        hand_over_anew(request.browser.id, now=datetime.now(UTC))
        return response
    context = {"form": form, "word": erase_word(), "saved": saved_copies(data_folder())}
    return render(request, "erase.html", context, status=400 if form.is_bound else 200)


def _not_all_gone(request: OwnRequest, left: tuple[Left, ...]) -> HttpResponse:
    """Name each file in which something may still stand, and why."""
    words = load().labels("page.settings")
    files = [(one.path.name, words[f"erase_{one.reason}"]) for one in left]
    return render(request, "erase_unfinished.html", {"files": files}, status=503)


@require_safe
def privacy(request: OwnRequest) -> HttpResponse:
    """Say where the data is and who can read it."""
    return render(request, "privacy.html", {"folder": str(data_folder())})
