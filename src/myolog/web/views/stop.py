"""Stopping Myolog from a page, where no terminal shows that it runs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from myolog.web.middleware.identity import OwnRequest
from myolog.web.running import stop_soon


@require_POST
def stop(request: OwnRequest) -> HttpResponse:
    """Say that Myolog ends, and end it."""
    answer = render(request, "stopped.html")
    stop_soon()
    return answer
