"""Django's settings: SQLite in the data folder by default, PostgreSQL by `MYOLOG_DATABASE_URL`.

Decides what is switched on: one application, no admin, no accounts, no sessions. `MYOLOG_DATA`
names the data folder. Nothing here is a secret: the secret key is made once and kept in the data
folder.
"""

import os
import secrets
from contextlib import suppress
from functools import partial
from pathlib import Path

from django.utils.functional import SimpleLazyObject

from myolog.store import data_folder
from myolog.store.database import postgres_database, sqlite_database, use_current_sqlite
from myolog.store.folder import DATABASE_FILE, prepare_folder

use_current_sqlite()

HERE = Path(__file__).parent
DATA = data_folder()


def _secret_key(file: Path) -> str:
    """Read the key of this data folder, making it whole on first use."""
    if not file.exists():
        prepare_folder(file.parent)
        new = file.with_name(f".secret-key-{os.getpid()}")
        new.write_text(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(new, file)
        new.unlink()
    return file.read_text()


SECRET_KEY = SimpleLazyObject(partial(_secret_key, DATA / "secret-key"))
DEBUG = False
INSTALLED_APPS = ["myolog.store"]
ROOT_URLCONF = "myolog.web.urls"
WSGI_APPLICATION = "myolog.web.wsgi.application"
APPEND_SLASH = True

_url = os.environ.get("MYOLOG_DATABASE_URL")
DATABASES = {"default": postgres_database(_url) if _url else sqlite_database(DATA / DATABASE_FILE)}

USE_TZ = True
TIME_ZONE = "UTC"
TZ_OF_THE_COMPUTER = os.environ.get("TZ")
"""Read before Django puts its own TIME_ZONE there; the store puts it back."""
USE_I18N = False
LANGUAGE_CODE = "en"

MIDDLEWARE = [
    "myolog.web.language.listen",
    "csp.middleware.CSPMiddleware",
    "myolog.web.guard.guard",
    "myolog.web.rescue.rescue",
    "myolog.web.language.obey",
    "myolog.web.turns.turns",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "myolog.web.pages.SayWhatIsWrong",
    "myolog.web.outbox.Outbox",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {
            "builtins": ["myolog.web.words", "myolog.web.pictures"],
            "context_processors": [
                "django.template.context_processors.request",
                "myolog.web.frame.frame",
            ],
        },
    }
]
STATIC_URL = "/static/"
STATIC_ROOT = HERE / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "myolog.web.guard.csrf_failure"
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
