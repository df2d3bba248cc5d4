"""What every request passes, one thing a file; the order is in `settings/base.py`."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]
"""What answers a request: the next middleware, and in the end a view."""

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
