"""The JSON API under /api/v1/, for programs of the owner's own.

Decides how requests become entries and results become JSON; nothing medical. A program proves
itself with a bearer token, the owner's browser with its cookie and a CSRF token. Every answer is
described in `openapi.json`, refusals included.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Header, NinjaAPI, Path, Query
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from myolog import __version__
from myolog.errors import Conflict, InvalidEntry, NotFound, UserError
from myolog.journal.entries import DayExposure, DayTally, Entry, Episode, NoneToday
from myolog.journal.file import decode, encode, lines
from myolog.store import selectors
from myolog.store.selectors import Person
from myolog.store.services import care
from myolog.store.services.access import program_of
from myolog.store.services.journal import KEY_LIMIT, delete_entry, log_entries, store_episode
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.sites import SITES
from myolog.web.api_schemas import (
    AnswersIn,
    AssessmentOut,
    DayIn,
    DayOut,
    EpisodeIn,
    EpisodeOut,
    EpisodesOut,
    Problem,
    VocabularyOut,
)
from myolog.web.guard import COOKIE, SAFE_METHODS

MOST_AT_ONCE: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks: whose journal it is, and the name that goes into the audit trail."""

    person: Person
    by: str


class Called(HttpRequest):
    """A request that has been let in."""

    auth: Caller


class Bearer(HttpBearer):
    """A program with a token."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """Return the token's owner."""
        del request
        found = program_of(token, now=datetime.now(UTC))
        return None if found is None else Caller(person=found[0], by=f"api:{found[1]}")


class OwnerCookie(APIKeyCookie):
    """The owner's browser; a write needs the CSRF token too."""

    param_name = COOKIE

    def __call__(self, request: HttpRequest) -> Caller | None:
        """Return the owner that the guard has recognised."""
        person = getattr(request, "person", None)
        if person is None:
            return None
        if request.method not in SAFE_METHODS and check_csrf(request) is not None:
            raise HttpError(403, "Send the CSRF token in X-CSRFToken.")
        return Caller(person=person, by="owner")

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        """Not reached: the guard reads the cookie."""
        raise NotImplementedError


class StrictParser(Parser):
    """Reads JSON only: no NaN, no Infinity, nothing nested without end."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Return the body's value."""
        try:
            return json.loads(request.body.decode("utf-8"), parse_constant=_refuse_constant)
        except RecursionError as nested:
            raise ValueError("nested too deeply") from nested


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


api = NinjaAPI(
    title="Myolog",
    version=__version__,
    description="A journal of muscle twitches, on this computer only.",
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
    auth=[Bearer(), OwnerCookie()],
    parser=StrictParser(),
)

_PROBLEMS: Final = {
    400: "bad_request",
    401: "not_signed_in",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    409: "conflict",
    413: "too_large",
    415: "not_json",
    422: "invalid_request",
}
_READS: Final = frozenset({401, 403, 404, 421})
_WRITES: Final = frozenset({400, 401, 403, 404, 409, 413, 415, 421, 422})


def problem(status: int, message: str, code: str | None = None) -> HttpResponse:
    """Return a refusal: a stable code and one sentence."""
    return JsonResponse({"code": code or _PROBLEMS[status], "message": message}, status=status)


def _status_of(error: UserError) -> int:
    if error.code == "invalid_idempotency_key":
        return 400
    if isinstance(error, NotFound):
        return 404
    return 409 if isinstance(error, Conflict) else 422


@api.exception_handler(UserError)
def _on_user_error(request: HttpRequest, error: UserError) -> HttpResponse:
    del request
    return problem(_status_of(error), error.message, error.code)


@api.exception_handler(ValidationError)
def _on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    del request
    first = error.errors[0]
    where = [str(part) for part in first["loc"]]
    if where[0] == "header":
        return problem(
            400,
            f"Send an Idempotency-Key of 1 to {KEY_LIMIT} plain characters with each episode.",
            "invalid_idempotency_key",
        )
    field = ".".join(part[:60] for part in where[2:] or where[1:])
    return problem(422, f"{field or 'The request'}: {first['msg']}.")


@api.exception_handler(AuthenticationError)
def _on_stranger(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    del request, error
    answer = problem(401, "Send a token in the Authorization header, or open Myolog first.")
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(HttpError)
def _on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    del request
    if error.status_code == 400:
        return problem(400, "The request is not valid JSON. Correct it and send it again.")
    return problem(error.status_code, error.message)


def call(request: HttpRequest, dispatch: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """Run an operation; say in JSON what is wrong with the method or the kind of body."""
    if request.method in {"POST", "PUT", "PATCH"} and request.content_type != "application/json":
        return problem(415, "Send the body as application/json.")
    answer = dispatch(request)
    if answer.status_code == 405:
        refusal = problem(405, "This address does not take that method.")
        refusal.headers["Allow"] = answer.headers["Allow"]
        return refusal
    return answer


@api.get("/openapi.json", include_in_schema=False)
def description(request: HttpRequest) -> HttpResponse:
    """Describe the API."""
    del request
    return JsonResponse(api.get_openapi_schema(path_prefix="/api/v1/"))


# ---- episodes
def _episode(entry: Episode) -> dict[str, Any]:
    row = encode(entry)
    return {
        "id": entry.id,
        "site": entry.site,
        "side": entry.side,
        "started_at": row["started_at"],
        "zone": entry.zone,
        "day": row["day"],
        "duration_s": entry.duration_s,
        "intensity": entry.intensity,
        "suspected": list(entry.suspected),
        "with": list(entry.accompanied),
        "note": entry.note,
    }


@api.post(
    "/episodes",
    response={200: EpisodeOut, 201: EpisodeOut, _WRITES: Problem},
    by_alias=True,
    summary="Log an episode; the same key and body again store nothing",
)
def create_episode(
    request: Called,
    body: EpisodeIn,
    key: Annotated[str, Header(alias="Idempotency-Key", min_length=1, max_length=KEY_LIMIT)],
) -> tuple[int, dict[str, Any]]:
    """Store an episode once for each Idempotency-Key."""
    caller = request.auth
    given = {name: value for name, value in body.dict(by_alias=True).items() if value is not None}
    entry = decode({"kind": Episode.kind, "zone": caller.person.zone} | given)
    if not isinstance(entry, Episode):
        raise TypeError(f"an episode was read as {entry.kind}")
    logged = store_episode(person=caller.person, episode=entry, by=caller.by, idempotency_key=key)
    if logged.created:
        care.reassess(person=caller.person, by=caller.by)
    return (201 if logged.created else 200), _episode(logged.episode)


@api.get(
    "/episodes",
    response={200: EpisodesOut, _READS | {422}: Problem},
    by_alias=True,
    summary="List episodes, newest first",
)
def list_episodes(
    request: Called,
    limit: Annotated[int, Query(ge=1, le=MOST_AT_ONCE)] = 100,
    before: Annotated[str | None, Query(max_length=64)] = None,
) -> dict[str, Any]:
    """Return one page of episodes and the address of the next."""
    page = selectors.episodes_page(request.auth.person, limit=limit, before=before)
    following = None
    if page.next_before is not None:
        query = urlencode({"limit": limit, "before": page.next_before})
        following = request.build_absolute_uri(f"{request.path}?{query}")
    return {"items": [_episode(entry) for entry in page.episodes], "next": following}


def _one_episode(person: Person, id: str) -> Episode:
    entry = selectors.entry_with_id(person, id)
    if not isinstance(entry, Episode):
        raise NotFound("There is no such episode. It may have been deleted.")
    return entry


@api.get(
    "/episodes/{id}",
    response={200: EpisodeOut, _READS: Problem},
    by_alias=True,
    summary="Read one episode",
)
def read_episode(request: Called, id: str) -> dict[str, Any]:
    """Return one episode."""
    return _episode(_one_episode(request.auth.person, id))


@api.delete("/episodes/{id}", response={204: None, _READS: Problem}, summary="Delete one episode")
def delete_episode(
    request: Called,
    id: str,
) -> tuple[int, None]:
    """Take an episode out of the journal."""
    caller = request.auth
    entry = _one_episode(caller.person, id)
    delete_entry(person=caller.person, id=str(entry.id), by=caller.by)
    care.reassess(person=caller.person, by=caller.by)
    return 204, None


# ---- days
DayInPath = Annotated[str, Path(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


def _date(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise InvalidEntry(
            "The day must be a real date, written like 2026-03-09.", code="invalid_date"
        ) from None


def _day(person: Person, day: date) -> dict[str, Any]:
    entries = selectors.entries_of_day(person, day)
    return {"day": day.isoformat(), "entries": [encode(entry) for entry in entries]}


@api.get("/days/{day}", response={200: DayOut, _READS | {422}: Problem}, summary="Read one day")
def read_day(request: Called, day: DayInPath) -> dict[str, Any]:
    """Return everything noted for one day."""
    return _day(request.auth.person, _date(day))


@api.put(
    "/days/{day}",
    response={200: DayOut, _WRITES: Problem},
    summary="Note a day; the same again changes nothing",
)
def note_day(request: Called, day: DayInPath, body: DayIn) -> dict[str, Any]:
    """Store tallies, exposures or "none today" of one day, all or none."""
    caller, when = request.auth, _date(day)
    entries: list[Entry] = [
        DayTally(day=when, site=t.site, side=t.side, amount=t.amount, count=t.count)
        for t in body.tallies
    ]
    entries += [
        DayExposure(day=when, code=code, value=float(value))
        for code, value in body.exposures.items()
    ]
    if body.none_today:
        entries.append(NoneToday(day=when))
    if entries:
        log_entries(person=caller.person, entries=entries, by=caller.by)
        care.reassess(person=caller.person, by=caller.by)
    return _day(caller.person, when)


# ---- the check
def _assessment(person: Person) -> dict[str, Any]:
    found = selectors.latest_assessment(person, now=datetime.now(UTC))
    if found is None:
        raise NotFound("The check was not done yet. Send answers first.", code="no_assessment")
    return {
        **found.assessment.as_dict(),
        "keep_review": found.assessment.keep_review,
        "answered_at": found.answered_at.isoformat().replace("+00:00", "Z"),
        "expired": found.expired,
    }


@api.get(
    "/assessment",
    response={200: AssessmentOut, _READS: Problem},
    summary="Read the newest result of the check",
)
def read_assessment(request: Called) -> dict[str, Any]:
    """Return the newest result; `expired` after 14 days."""
    return _assessment(request.auth.person)


@api.post(
    "/assessment",
    response={201: AssessmentOut, _WRITES: Problem},
    summary="Answer the check, together with the journal",
)
def answer_check(request: Called, body: AnswersIn) -> tuple[int, dict[str, Any]]:
    """Store answers and the result that follows from them and the journal."""
    caller = request.auth
    care.record_answers(
        person=caller.person, answers=body.answers, reasons=body.reasons, by=caller.by
    )
    return 201, _assessment(caller.person)


# ---- everything
@api.get(
    "/journal",
    response={200: str, _READS: Problem},
    summary="The whole journal as a native file (JSON Lines)",
    openapi_extra={
        "responses": {
            200: {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}},
        }
    },
)
def export_journal(request: Called) -> HttpResponse:
    """Return the native file."""
    text = "".join(lines(selectors.journal_of(request.auth.person)))
    return HttpResponse(text, content_type="application/x-ndjson")


@api.get(
    "/vocabulary",
    response={200: VocabularyOut, _READS: Problem},
    summary="Every place and exposure the journal knows",
)
def vocabulary(request: Called) -> dict[str, Any]:
    """Return the codes that the other operations take."""
    del request
    return {
        "sites": [
            {"code": site.code, "name": site.name, "sides": site.sides} for site in SITES.values()
        ],
        "exposures": [
            {
                "code": exposure.code,
                "name": exposure.name,
                "unit": exposure.unit,
                "low": exposure.low,
                "high": exposure.high,
            }
            for exposure in EXPOSURES.values()
        ],
    }


urlpatterns = api.urls[0]
