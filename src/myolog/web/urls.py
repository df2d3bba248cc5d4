"""Every address of Myolog, on one page."""

from typing import Final

from django.urls import URLPattern, URLResolver, path, re_path

from myolog.web import guard
from myolog.web.views import (
    check,
    day,
    emergency,
    episode,
    journal,
    learn,
    noting,
    patterns,
    programme,
    report,
    result,
    settings,
    story,
    today,
    window,
    worry,
)

urlpatterns: Final[list[URLPattern | URLResolver]] = [
    path("open/<str:token>/", guard.open_journal, name="open"),
    re_path(r"^api/v1(?P<rest>/.*)$", guard.api),
    path("", today.today, name="today"),
    path("emergency/", emergency.emergency, name="emergency"),
    path("emergency/worker.js", emergency.worker),
    path("emergency/check/", check.first),
    path("log/", episode.log, name="log"),
    path("day/", day.day, name="day"),
    path("look/", window.window, name="look"),
    path("day/none/", day.none_today),
    path("day/tasks/", day.tasks),
    path("journal/", journal.journal, name="journal"),
    path("journal/<uuid:id>/", episode.edit),
    path("journal/<uuid:id>/delete/", journal.delete),
    path("journal/<uuid:id>/restore/", journal.restore),
    path("journal/<uuid:id>/other-side/", episode.other_side),
    path("journal/<str:day>/", journal.one_day),
    path("patterns/", patterns.patterns, name="patterns"),
    path("check/", check.check, name="check"),
    path("check/missing/", check.missing),
    path("check/<slug:code>/", check.screen),
    path("story/", story.story, name="story"),
    path("programme/", programme.programme, name="programme"),
    path("programme/questions/", programme.questions),
    path("programme/start/", programme.start),
    path("programme/tick/", programme.tick),
    path("programme/headache/", programme.headache),
    path("programme/turn/", programme.turn),
    path("programme/goals/", programme.goals),
    path("programme/practice/", programme.practice),
    path("programme/review/", programme.review),
    path("programme/keep/", programme.keep),
    path("report/", report.report, name="report"),
    path("report/page.png", report.page_picture),
    path("report/pdf/", report.pdf),
    path("report/text/", report.text),
    path("report/details/", report.details),
    path("settings/", settings.settings, name="settings"),
    path("settings/about/", settings.about),
    path("settings/place/", settings.place),
    path("settings/look/", settings.look),
    path("settings/noting/", noting.noting),
    path("settings/take/<slug:form>/", settings.take),
    path("settings/copy/", settings.copy),
    path("settings/revoke/", settings.revoke),
    path("settings/close-others/", settings.close_others),
    path("settings/erase/", settings.erase),
    path("privacy/", settings.privacy, name="privacy"),
    path("result/", result.result, name="result"),
    path("worry/", worry.worry, name="worry"),
    path("learn/", learn.learn, name="learn"),
    path("learn/search/", learn.find),
    path("learn/guide/", learn.guide),
    path("learn/<slug:slug>/", learn.read),
]

handler400: Final = "myolog.web.guard.bad_request"
handler403: Final = "myolog.web.guard.forbidden"
handler404: Final = "myolog.web.guard.not_found"
handler500: Final = "myolog.web.guard.server_error"
