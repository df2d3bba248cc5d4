"""Who may open the journal: one-time launch links, browsers, programs with a token, calendars.

Secrets are 256 random bits, shown once; only their SHA-256 is stored. A launch link works once and
for a day; a token or a calendar's address works until revoked.

A browser stays open for 90 days from its last launch, but the cookie alone does not open the
journal that long, because a browser sends it to whatever answers at this computer's name. A browser
that has proved that it holds its own key (`web/door.py`) gets a cookie for two hours, which ends
with the server that gave it, and a new one at the next proof. One that never did, because it runs
no scripts, has a day.

What was given while this computer's clock was ahead would stay good for too long, so what is dated
in the future counts as ended. A browser that proves itself begins its 90 days anew; any other one
is let in by a new launch link.
"""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, connection, transaction
from django.db.models import Q, QuerySet

from myolog.errors import Conflict, InvalidEntry, NotFound
from myolog.journal.checks import check_text
from myolog.journal.instants import FORGIVEN
from myolog.store.failures import unless_unavailable
from myolog.store.models import Key, Person
from myolog.store.prepared import NOW, TEXT, Given, Prepared
from myolog.store.reserve import on_a_full_disk_too
from myolog.store.services.audit import record

LAUNCH_LIFE: Final = timedelta(days=1)
BROWSER_LIFE: Final = timedelta(days=90)
UNPROVED_LIFE: Final = timedelta(days=1)
PASS_LIFE: Final = timedelta(hours=2)
RENEWED_AFTER: Final = timedelta(hours=1)
_NOTE_USE_EVERY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A program's token as listed: never its secret.

    Attributes
    ----------
    used_at : within a day of its last use; None when never used
    """

    name: str
    created_at: datetime
    used_at: datetime | None


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _standing(kind: Key.Kind, *, now: datetime | Given) -> QuerySet[Key]:
    """Return the keys that were not revoked and have not ended, those of a wrong clock too."""
    unexpired = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    return Key.objects.filter(unexpired, kind=kind, revoked_at__isnull=True)


def _valid(kind: Key.Kind, *, now: datetime | Given) -> QuerySet[Key]:
    begun = Q(expires_at__isnull=True) | Q(created_at__lte=now + FORGIVEN)
    return _standing(kind, now=now).filter(begun)


def _make(
    kind: Key.Kind, *, person: Person, now: datetime, life: timedelta | None, name: str = ""
) -> str:
    secret = secrets.token_urlsafe(32)
    expires_at = None if life is None else now + life
    Key.objects.create(
        person=person,
        kind=kind,
        name=name,
        digest=_digest(secret),
        created_at=now,
        expires_at=expires_at,
    )
    return secret


@on_a_full_disk_too
@transaction.atomic
def new_launch_token(*, person: Person, now: datetime) -> str:
    """Return the secret of a fresh launch link; earlier links that were not used die."""
    Key.objects.filter(person=person, kind=Key.Kind.LAUNCH).delete()
    return _make(Key.Kind.LAUNCH, person=person, now=now, life=LAUNCH_LIFE)


@on_a_full_disk_too
@transaction.atomic
def open_browser_with(token: str, *, now: datetime) -> str | None:
    """Use up a launch link; return the secret for the browser's cookie, None if it is not valid."""
    link = _valid(Key.Kind.LAUNCH, now=now).filter(digest=_digest(token), used_at__isnull=True)
    person = Person.objects.filter(keys__in=link).first()
    if person is None or not link.update(used_at=now):
        return None
    Key.objects.filter(person=person, kind=Key.Kind.OWNER, expires_at__lte=now).delete()
    secret = _make(Key.Kind.OWNER, person=person, now=now, life=BROWSER_LIFE)
    record(person=person, by="owner", action="open_browser", now=now)
    return secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A browser that is let in.

    Attributes
    ----------
    id : its public name
    has_proved : whether it holds its own key; until then it may be given one
    """

    id: str
    person: Person
    has_proved: bool


def browser_of(secret: str, *, now: datetime) -> Browser | None:
    """Return which browser a cookie lets in now; None for a cookie that opens nothing."""
    found = _BROWSER.first(now=now, text=_digest(secret))
    if found is None:
        return None
    id, used_at, *person = found
    return Browser(id=str(id), person=_person_of(person), has_proved=used_at is not None)


def _passing() -> QuerySet[Key, tuple[object, ...]]:
    unproved = Q(used_at__isnull=True, created_at__gt=NOW - UNPROVED_LIFE)
    passes = unproved | Q(used_at__gt=NOW - PASS_LIFE, used_at__lte=NOW + FORGIVEN)
    keys = _valid(Key.Kind.OWNER, now=NOW).filter(passes, digest=TEXT)
    return keys.values_list("id", "used_at", *_OF_THE_PERSON)


_FIELDS: Final = tuple(field.attname for field in Person._meta.concrete_fields)
_OF_THE_PERSON: Final = tuple(f"person__{name}" for name in _FIELDS)
_BROWSER: Final = Prepared(_passing)


def _person_of(values: Iterable[object]) -> Person:
    return Person.from_db(connection.alias, _FIELDS, tuple(values))


def owner_of(secret: str, *, now: datetime) -> Person | None:
    """Return whose journal a browser's cookie opens now."""
    found = browser_of(secret, now=now)
    return None if found is None else found.person


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """What a browser gets for its proof.

    Attributes
    ----------
    secret : for its cookie; empty where the one it has is still good
    """

    secret: str = ""


@on_a_full_disk_too
@transaction.atomic
def let_in(browser: str, *, cookie: str, now: datetime) -> Pass | None:
    """Let in a browser that has proved itself; None for one that was shut out.

    Its first proof keeps the cookie it has. Later ones replace a cookie that has ended or is older
    than an hour, and the one before opens nothing from then on.
    """
    key = _standing(Key.Kind.OWNER, now=now).filter(id=browser)
    found = key.first()
    if found is None:
        return None
    if found.created_at > now + FORGIVEN:
        key.update(created_at=now, expires_at=now + BROWSER_LIFE)
    held = browser_of(cookie, now=now) if cookie else None
    if held is not None and held.id != browser:
        return Pass()
    if held is not None and found.used_at is None:
        key.update(used_at=now)
        return Pass()
    if held is not None and found.used_at is not None and found.used_at > now - RENEWED_AFTER:
        return Pass()
    secret = secrets.token_urlsafe(32)
    key.update(digest=_digest(secret), used_at=now)
    return Pass(secret=secret)


def hand_over_anew(browser: str, *, now: datetime) -> None:
    """Let a browser take its key once more, because it was emptied of what it kept."""
    key = _valid(Key.Kind.OWNER, now=now).filter(id=browser)
    key.update(used_at=None, created_at=now)


@on_a_full_disk_too
def end_passes() -> None:
    """Make the cookie of every browser with a key useless; its next proof gives it a new one."""
    for key in Key.objects.filter(kind=Key.Kind.OWNER, used_at__isnull=False):
        Key.objects.filter(person=key.person, id=key.id).update(
            digest=_digest(secrets.token_urlsafe(32))
        )


@transaction.atomic
def close_browser(secret: str, *, by: str, now: datetime) -> None:
    """Shut out the one browser whose cookie this is."""
    person = owner_of(secret, now=now)
    if person is not None:
        record(person=person, by=by, action="close_browser", now=now)
        _valid(Key.Kind.OWNER, now=now).filter(digest=_digest(secret)).update(revoked_at=now)


@transaction.atomic
def close_browsers(*, person: Person, by: str, now: datetime) -> int:
    """Shut out every browser that is open now; return how many there were."""
    record(person=person, by=by, action="close_browsers", now=now)
    open_now = _standing(Key.Kind.OWNER, now=now).filter(person=person)
    return open_now.update(revoked_at=now)


def create_api_token(*, person: Person, name: str, by: str, now: datetime) -> str:
    """Return the secret of a new token for a program.

    Raises
    ------
    InvalidEntry
        The name is empty or longer than 100 characters.
    Conflict
        A token of this name is in use.
    """
    check_text(name, "The token's name", 100, required=True)
    if not name.isprintable():
        raise InvalidEntry(
            "The token's name must be one line of plain text.",
            code="invalid_text",
            key="token_name_form",
        )
    try:
        with transaction.atomic():
            secret = _make(Key.Kind.API, person=person, now=now, life=None, name=name)
            record(person=person, by=by, action="create_api_token", now=now)
    except IntegrityError as taken:
        raise Conflict(
            'A token called "{name}" exists. Revoke it first, or choose another name.',
            name=name,
            code="token_exists",
        ) from taken
    return secret


@transaction.atomic
def revoke_api_token(*, person: Person, name: str, by: str, now: datetime) -> None:
    """Make a program's token useless at once.

    Raises
    ------
    NotFound
        No token of this name is in use.
    """
    token = _valid(Key.Kind.API, now=now).filter(person=person, name=name)
    if not token.update(revoked_at=now):
        raise NotFound(
            'No token is called "{name}". List them to see their names.',
            name=name[:100],
            key="no_such_token",
        )
    record(person=person, by=by, action="revoke_api_token", now=now)


@transaction.atomic
def new_feed_secret(*, person: Person, by: str, now: datetime) -> str:
    """Return the secret of a new address for a calendar; the one before stops working."""
    _valid(Key.Kind.FEED, now=now).filter(person=person).update(revoked_at=now)
    record(person=person, by=by, action="create_feed", now=now)
    return _make(Key.Kind.FEED, person=person, now=now, life=None)


@transaction.atomic
def revoke_feed(*, person: Person, by: str, now: datetime) -> bool:
    """Make the calendar's address useless at once; say whether there was one."""
    record(person=person, by=by, action="revoke_feed", now=now)
    return bool(_valid(Key.Kind.FEED, now=now).filter(person=person).update(revoked_at=now))


def has_feed(person: Person, *, now: datetime) -> bool:
    """Say whether a calendar's address is in use."""
    return _valid(Key.Kind.FEED, now=now).filter(person=person).exists()


def person_of_feed(secret: str, *, now: datetime) -> Person | None:
    """Return whose reminders a calendar's address shows."""
    key = _valid(Key.Kind.FEED, now=now).filter(digest=_digest(secret)).select_related("person")
    found = key.first()
    return None if found is None else found.person


def api_tokens(person: Person, *, now: datetime) -> tuple[Token, ...]:
    """Return the tokens in use, by name."""
    keys = _valid(Key.Kind.API, now=now).filter(person=person).order_by("name")
    return tuple(
        Token(name=key.name, created_at=key.created_at, used_at=key.used_at) for key in keys
    )


def program_of(secret: str, *, now: datetime) -> tuple[Person, str] | None:
    """Return whose journal a program's token opens, and the token's name."""
    found = _PROGRAM.first(now=now, text=_digest(secret))
    if found is None:
        return None
    id, name, used_at, *values = found
    person = _person_of(values)
    if used_at is None or not now - _NOTE_USE_EVERY <= used_at <= now + FORGIVEN:
        with unless_unavailable():
            Key.objects.filter(person=person, id=id).update(used_at=now)
    return person, name


_PROGRAM: Final = Prepared(
    lambda: (
        _valid(Key.Kind.API, now=NOW)
        .filter(digest=TEXT)
        .values_list("id", "name", "used_at", *_OF_THE_PERSON)
    )
)
