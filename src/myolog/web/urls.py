"""Every address of Myolog, on one page."""

from typing import Final

from django.urls import URLPattern, URLResolver, path

from myolog.web import guard

urlpatterns: Final[list[URLPattern | URLResolver]] = [
    path("open/<str:token>/", guard.open_journal, name="open"),
]

handler400: Final = "myolog.web.guard.bad_request"
handler403: Final = "myolog.web.guard.forbidden"
handler404: Final = "myolog.web.guard.not_found"
handler500: Final = "myolog.web.guard.server_error"
