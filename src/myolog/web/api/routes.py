"""The JSON API under /api/v1/, for programs of the owner's own.

Decides how requests become entries and results become JSON; nothing medical. Every answer is
described in `openapi.json`, refusals included (`problems.py`).
"""

from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Path, Query, Status
from ninja.operation import Operation

from myolog import __version__
from myolog.attention.agenda import is_looked_back, offers_day
from myolog.errors import InvalidEntry, NotFound
from myolog.exporters.findings import plain_findings
from myolog.journal.codec import decode, encode
from myolog.journal.entries import DayExposure, DayTally, Entry, Episode, NoneToday
from myolog.journal.file import lines
from myolog.journal.own import called
from myolog.journal.tracking import tracked
from myolog.store import selectors
from myolog.store.paging import episodes_page
from myolog.store.selectors import Person
from myolog.store.services import care
from myolog.store.services.journal import delete_entry, log_entries, store_episode
from myolog.triggers.windows import settled_day
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.exposures import exposure as exposure_of
from myolog.vocabulary.sites import SITES
from myolog.web.api.access import Bearer, Called, Caller, OwnerCookie, StrictParser
from myolog.web.api.check import router as check_router
from myolog.web.api.entries import Key
from myolog.web.api.entries import router as entries_router
from myolog.web.api.follow_up import router as follow_up_router
from myolog.web.api.models import EpisodeIn, EpisodeOut, sent
from myolog.web.api.problems import READS, WRITES, say_problems
from myolog.web.api.programme import router as programme_router
from myolog.web.api.schemas import (
    DayIn,
    DayOut,
    EpisodesOut,
    Problem,
    TriggersOut,
    VocabularyOut,
)
from myolog.web.findings import findings_of
from myolog.web.moment import day_named, today_for
from myolog.web.server import DEFAULT_PORT

MOST_AT_ONCE: Final = 1000


ABOUT: Final = {
    "info": {
        "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        "contact": {"name": "The Myolog authors"},
    },
    "tags": [
        {"name": "journal", "description": "What was noted: entries, days, the whole file."},
        {"name": "check", "description": "How soon to see somebody."},
        {"name": "findings", "description": "What goes with the twitching."},
        {"name": "programme", "description": "The five steps, day by day."},
    ],
}
SERVERS: Final = [
    {
        "url": "/",
        "description": f"This computer, while Myolog runs: http://localhost:{DEFAULT_PORT}, or the "
        "port it was given.",
    }
]


class Api(NinjaAPI):
    """An API whose operations bear the names of their functions, wherever those live."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return the name that generated clients use."""
        return str(operation.view_func.__name__)


api = Api(
    title="Myolog",
    version=__version__,
    description="A journal of muscle twitches, on this computer only.",
    servers=SERVERS,
    openapi_extra=ABOUT,
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
    auth=[Bearer(), OwnerCookie()],
    parser=StrictParser(),
)

say_problems(api)
api.add_router("/entries", entries_router, tags=["journal"])
api.add_router("/assessment", check_router, tags=["check"])
api.add_router("/programme", programme_router)
api.add_router("/follow-up", follow_up_router, tags=["check"])


@api.get("/openapi.json", include_in_schema=False)
def description(request: HttpRequest) -> HttpResponse:
    """Describe the API."""
    del request
    return HttpResponse(_described(), content_type="application/json")


@cache
def _described() -> bytes:
    """Return the description, which is the same as long as this process runs."""
    return JsonResponse(api.get_openapi_schema(path_prefix="/api/v1/")).content


# ---- episodes
OFFER: Final = "Myolog-Offer"
OFFERS: Final = {
    "headers": {
        OFFER: {
            "description": "Once a day holds plenty of single logs: where to note the whole day.",
            "required": False,
            "schema": {"type": "string"},
        }
    }
}


def _episode(entry: Episode) -> dict[str, Any]:
    return encode(entry, whole=True)


@api.post(
    "/episodes",
    tags=["journal"],
    response={200: EpisodeOut, 201: EpisodeOut, WRITES: Problem},
    by_alias=True,
    summary="Log an episode; the same key and body again store nothing",
    openapi_extra={"responses": {200: OFFERS, 201: OFFERS}},
)
def create_episode(
    request: Called,
    response: HttpResponse,
    body: EpisodeIn,
    key: Key,
) -> Status[dict[str, Any]]:
    """Store an episode once for each Idempotency-Key."""
    caller = request.auth
    entry = decode({"kind": Episode.kind, "zone": caller.person.zone} | sent(body))
    if not isinstance(entry, Episode):
        raise TypeError(f"an episode was read as {entry.kind}")
    logged = store_episode(person=caller.person, episode=entry, by=caller.by, idempotency_key=key)
    care.keep_up(person=caller.person, by=caller.by)
    day = logged.episode.day
    if offers_day(selectors.n_logs_on(caller.person, day), lambda: _is_looked_back(caller, day)):
        response.headers[OFFER] = f"/api/v1/days/{day}"
    return Status(201 if logged.created else 200, _episode(logged.episode))


def _is_looked_back(caller: Caller, day: date) -> bool:
    """Say it from the few rows that tell of a whole day: nobody waits for the journal."""
    kinds = (DayTally.kind, NoneToday.kind, DayExposure.kind)
    rest = selectors.entries_of_day(caller.person, day, kinds=kinds)
    return is_looked_back(rest, lambda: tracked(selectors.journal_of(caller.person)))


@api.get(
    "/episodes",
    tags=["journal"],
    response={200: EpisodesOut, READS | {422}: Problem},
    by_alias=True,
    summary="List episodes, newest first",
)
def list_episodes(
    request: Called,
    limit: Annotated[int, Query(ge=1, le=MOST_AT_ONCE)] = 100,
    before: Annotated[
        str | None, Query(max_length=200, description="As the address of the next page has it.")
    ] = None,
) -> dict[str, Any]:
    """Return one page of episodes and the address of the next.

    Whatever is written or deleted between two pages, what stood at the first one and still stands
    comes once.
    """
    page = episodes_page(request.auth.person, limit=limit, cursor=before, now=datetime.now(UTC))
    following = None
    if page.next_cursor is not None:
        query = urlencode({"limit": limit, "before": page.next_cursor})
        following = request.build_absolute_uri(f"{request.path}?{query}")
    return {"items": [_episode(entry) for entry in page.episodes], "next": following}


def _one_episode(person: Person, id: str) -> Episode:
    entry = selectors.entry_with_id(person, id)
    if not isinstance(entry, Episode):
        raise NotFound("There is no such episode. It may have been deleted.")
    return entry


@api.get(
    "/episodes/{id}",
    tags=["journal"],
    response={200: EpisodeOut, READS: Problem},
    by_alias=True,
    summary="Read one episode",
)
def read_episode(request: Called, id: str) -> dict[str, Any]:
    """Return one episode."""
    return _episode(_one_episode(request.auth.person, id))


@api.delete(
    "/episodes/{id}",
    tags=["journal"],
    response={204: None, READS: Problem},
    summary="Delete one episode",
)
def delete_episode(
    request: Called,
    id: str,
) -> Status[None]:
    """Take an episode out of the journal."""
    caller = request.auth
    entry = _one_episode(caller.person, id)
    delete_entry(person=caller.person, id=str(entry.id), by=caller.by)
    care.keep_up(person=caller.person, by=caller.by)
    return Status(204, None)


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


@api.get(
    "/days/{day}",
    tags=["journal"],
    response={200: DayOut, READS | {422}: Problem},
    by_alias=True,
    exclude_unset=True,
    summary="Read one day",
)
def read_day(request: Called, day: DayInPath) -> dict[str, Any]:
    """Return everything noted for one day."""
    return _day(request.auth.person, _date(day))


@api.put(
    "/days/{day}",
    tags=["journal"],
    response={200: DayOut, WRITES: Problem},
    by_alias=True,
    exclude_unset=True,
    summary="Note a day; the same again changes nothing",
)
def note_day(request: Called, day: DayInPath, body: DayIn) -> dict[str, Any]:
    """Store tallies, exposures or "none today" of one day, all or none."""
    caller, when = request.auth, _date(day)
    entries: list[Entry] = [
        decode({"kind": DayTally.kind, "day": when.isoformat()} | sent(tally))
        for tally in body.tallies
    ]
    entries += [
        DayExposure(day=when, code=code, value=float(value))
        for code, value in body.exposures.items()
    ]
    if body.none_today:
        if any(isinstance(entry, DayTally) and entry.twitched for entry in entries):
            raise InvalidEntry(
                "A day cannot have twitches and none. Send one of them.",
                code="day_has_twitches",
                key="twitches_and_none",
            )
        entries.append(NoneToday(day=when))
    if entries:
        log_entries(person=caller.person, entries=entries, by=caller.by)
        care.keep_up(person=caller.person, by=caller.by)
    return _day(caller.person, when)


# ---- findings
@api.get(
    "/triggers",
    tags=["findings"],
    response={200: TriggersOut, READS | {422}: Problem},
    summary="What goes with the twitching, and what cannot be told yet",
)
def read_triggers(
    request: Called, date: Annotated[str | None, Query(max_length=10)] = None
) -> dict[str, Any]:
    """Return findings and patterns; without a date, over the days up to last Saturday."""
    person = request.auth.person
    today = today_for(person)
    last_day = day_named(date, today=today) if date else settled_day(today)
    found = findings_of(person, last_day=last_day)
    return plain_findings(found.triggers, found.patterns)


# ---- everything
@api.get(
    "/journal",
    tags=["journal"],
    response={READS: Problem},
    summary="The whole journal as a native file (JSON Lines)",
    openapi_extra={
        "responses": {
            200: {
                "description": "One JSON object a line, as the manual's page of the file has it",
                "content": {"application/x-ndjson": {"schema": {"type": "string"}}},
            },
        }
    },
)
def export_journal(request: Called) -> HttpResponse:
    """Return the native file."""
    text = "".join(lines(selectors.journal_of(request.auth.person)))
    return HttpResponse(text, content_type="application/x-ndjson")


@api.get(
    "/vocabulary",
    tags=["journal"],
    response={200: VocabularyOut, READS: Problem},
    summary="Every place and exposure the journal knows",
)
def vocabulary(request: Called) -> dict[str, Any]:
    """Return the codes that the other operations take, with the person's own things last."""
    things = selectors.own_things(request.auth.person)
    own = {code: (name, things[code].unit) for code, name in called(things).items()}
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
        ]
        + [
            {
                "code": code,
                "name": name,
                "unit": unit,
                "low": exposure_of(code).low,
                "high": exposure_of(code).high,
            }
            for code, (name, unit) in own.items()
        ],
    }


urlpatterns = api.urls[0]
