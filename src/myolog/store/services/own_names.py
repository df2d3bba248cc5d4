"""No two things of one's own bear one name, whoever writes: a page, the terminal or a program."""

from collections.abc import Iterable

from myolog.content.own import refuse_taken
from myolog.journal.entries import Entry
from myolog.journal.own import OwnThing
from myolog.store.models import Person
from myolog.store.selectors import own_things

__all__ = ["refuse_own_taken"]


def refuse_own_taken(entries: Iterable[Entry], *, person: Person) -> None:
    """Refuse a thing whose name something else has; what an import brings is not asked.

    Raises
    ------
    InvalidEntry
        The name is taken, or as many are tracked as can be.
    """
    told = [one for one in entries if isinstance(one, OwnThing)]
    if not told:
        return
    things = dict(own_things(person))
    for one in told:
        refuse_taken(one, things)
        things[one.code] = one
