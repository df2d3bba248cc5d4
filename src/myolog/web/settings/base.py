"""What every edition shares: one application, no admin, no accounts, no sessions.

An edition says where the journal is, which key protects forms, and which hosts are answered.
"""

import os
from pathlib import Path

WEB = Path(__file__).parents[1]

DEBUG = False
INSTALLED_APPS = ["myolog.store"]
ROOT_URLCONF = "myolog.web.urls"
WSGI_APPLICATION = "myolog.web.wsgi.application"
APPEND_SLASH = True

USE_TZ = True
TIME_ZONE = "UTC"
TZ_OF_THE_COMPUTER = os.environ.get("TZ")
"""Read before Django puts its own TIME_ZONE there; the store puts it back."""
USE_I18N = False
LANGUAGE_CODE = "en"

MIDDLEWARE = [
    "myolog.web.middleware.language.browser_language",
    "csp.middleware.CSPMiddleware",
    "myolog.web.middleware.guard.walls",
    "myolog.web.middleware.limits.size",
    "myolog.web.middleware.identity.identify",
    "myolog.web.middleware.guard.owner_only",
    "myolog.web.middleware.rescue.rescue",
    "myolog.web.middleware.language.own_language",
    "myolog.web.middleware.limits.turns",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "myolog.web.middleware.problems.SayWhatIsWrong",
    "myolog.web.middleware.outbox.Outbox",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "builtins": [
                "django.templatetags.static",
                "myolog.web.templatetags.words",
                "myolog.web.templatetags.pictures",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "myolog.web.frame.frame",
            ],
        },
    }
]
STATIC_URL = "/static/"
STATIC_ROOT = WEB / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False

CSRF_COOKIE_SAMESITE = "Strict"
MESSAGE_STORAGE = "myolog.web.notices.NoticeStorage"
SESSION_COOKIE_SAMESITE = "Strict"
"""There is no session; the cookie of the messages follows this."""
CSRF_FAILURE_VIEW = "myolog.web.refusals.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

# A failure is logged by kind and place; refusals, with their addresses, are not logged at all.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "myolog.web.quiet_log.QuietFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {"handlers": ["stderr"], "level": "ERROR"},
    "loggers": {
        "django": {"handlers": [], "level": "ERROR", "propagate": True},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
        "waitress.queue": {"level": "CRITICAL"},
    },
}
