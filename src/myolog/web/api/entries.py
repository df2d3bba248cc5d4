"""One entry of any kind through the API, in the words of the native file.

Decides how a request becomes an entry; the journal's own classes judge what it says.
"""

from typing import Annotated, Any, Final

from ninja import Header, Router, Status

from myolog.journal.codec import decode, encode
from myolog.journal.kinds import ALL_KINDS
from myolog.store import selectors
from myolog.store.services import care
from myolog.store.services.journal import log_entry_once
from myolog.store.services.keys import KEY_LIMIT
from myolog.web.api.access import Called
from myolog.web.api.models import EntryIn, EntryOut, sent
from myolog.web.api.problems import READS, WRITES
from myolog.web.api.schemas import Problem

router: Final = Router()

Key = Annotated[str, Header(alias="Idempotency-Key", min_length=1, max_length=KEY_LIMIT)]


@router.post(
    "",
    response={200: EntryOut, 201: EntryOut, WRITES: Problem},
    by_alias=True,
    exclude_unset=True,
    summary="Note an entry of any kind; the same key and body again store nothing",
)
def create_entry(request: Called, body: EntryIn, key: Key) -> Status[dict[str, Any]]:
    """Store one entry once for each Idempotency-Key.

    An entry with a place of its own (one value a day and exposure, say) replaces what was there.
    Answers to the check and the programme have operations of their own.
    """
    caller, given = request.auth, sent(body)
    kind = ALL_KINDS[given["kind"]]
    if "zone" in kind.__dataclass_fields__:
        given = {"zone": caller.person.zone} | given
    stored, created = log_entry_once(
        person=caller.person, entry=decode(given), by=caller.by, idempotency_key=key
    )
    care.keep_up(person=caller.person, by=caller.by)
    return Status(201 if created else 200, encode(stored))


@router.get(
    "/{id}",
    response={200: EntryOut, READS: Problem},
    by_alias=True,
    exclude_unset=True,
    summary="Read one entry of any kind",
)
def read_entry(request: Called, id: str) -> dict[str, Any]:
    """Return one entry as the native file writes it."""
    return encode(selectors.entry_with_id(request.auth.person, id))
