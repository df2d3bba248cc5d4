"""The edition for one person's own computer: SQLite in the data folder, loopback only.

`MYOLOG_DATA` names the data folder, and `MYOLOG_DATABASE_URL` a PostgreSQL database instead of the
file in it. Nothing here is a secret: the secret key is made once and kept in the data folder.
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
from myolog.web.settings.base import *

use_current_sqlite()

DATA = data_folder()


def _secret_key(file: Path) -> str:
    """Read the key of this data folder, making it whole on first use."""
    if not file.exists():
        prepare_folder(file.parent)
        new = file.with_name(f".secret-key-{secrets.token_hex(8)}")
        new.write_text(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(new, file)
        new.unlink()
    return file.read_text()


SECRET_KEY = SimpleLazyObject(partial(_secret_key, DATA / "secret-key"))
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

_url = os.environ.get("MYOLOG_DATABASE_URL")
DATABASES = {"default": postgres_database(_url) if _url else sqlite_database(DATA / DATABASE_FILE)}
