"""What the guide knows: articles, warning signs, checklist, search, the guide in order."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from myolog.content.articles import Article, article, articles
from myolog.content.catalogue import load
from myolog.content.dates import spoken_short
from myolog.content.guide_points import points_told
from myolog.content.heard import may_need_to_talk
from myolog.content.rendering import html
from myolog.content.search import pages
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for

FIRST: Final = ("warning-signs", "checklist")
"""The guide's two artefacts stand first in every list."""

QUERY_LIMIT: Final = 200


@require_safe
def learn(request: OwnRequest) -> HttpResponse:
    """List the articles; those that name illnesses stand behind one fold."""
    calm, naming = _listed()
    return render(
        request, "learn.html", {"tab": "learn", "calm": calm, "naming": naming, "first": _first()}
    )


def _first() -> tuple[dict[str, str], ...]:
    """Return the four things to know first, each with the page that tells more."""
    words = load()
    return tuple(
        {
            "text": words.text(f"essential.{code}.text"),
            "page": words.template(f"essential.{code}.page"),
        }
        for code in words.codes("essential")
    )


def _listed() -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    calm = [one for one in articles() if not one.names]
    calm.sort(key=lambda one: FIRST.index(one.slug) if one.slug in FIRST else len(FIRST))
    return tuple(calm), tuple(one for one in articles() if one.names)


@require_safe
def read(request: OwnRequest, slug: str) -> HttpResponse:
    """Show one article."""
    shown = article(slug)
    today = today_for(request.person)
    calm, _ = _listed()
    context = {
        "tab": "learn",
        "article": shown,
        # Made from our own files by a reader that passes no raw HTML on.
        "body": SafeString(html(shown)),
        "reviewed": spoken_short(shown.reviewed, today=today),
        "stale": shown.is_stale(today),
        "more": tuple(one for one in calm if one.slug != slug)[:6],
    }
    return render(request, "article.html", context)


@require_safe
def find(request: OwnRequest) -> HttpResponse:
    """Search articles, rules, steps and places."""
    query = request.GET.get("q", "").strip()[:QUERY_LIMIT]
    if not query:
        return redirect("learn")
    found = pages(query)
    context = {
        "tab": "learn",
        "query": query,
        "talks": may_need_to_talk(query),
        "hits": found.pages,
        "left_out": ", ".join(
            load().text("page.find.said_words", words=word) for word in found.left_out
        ),
    }
    return render(request, "search.html", context)


@require_safe
def guide(request: OwnRequest) -> HttpResponse:
    """Show every point of the guide in plain words, under the page that tells of it."""
    told = points_told()
    context = {
        "tab": "learn",
        "calm": tuple(one for one in told if not one.page.names),
        "naming": tuple(one for one in told if one.page.names),
    }
    return render(request, "guide.html", context)
