"""The page of the journal file: every kind of entry, its fields and one example line."""

import inspect
from dataclasses import MISSING, fields

from docs.generator.layout import code, page, table

FILE_HEAD = """
A journal is one text file in UTF-8, one JSON object a line ("JSON Lines").
It holds everything; reading it and writing it again gives the same file.

- Line 1 names the format and the time zone in which new days begin.
- Each further line is one entry, told apart by its `kind`.
- The last line counts the entries, so that a file cut short is noticed.

```json
{example}
```

A `day` is the calendar date of the person, `YYYY-MM-DD`.
An instant (`started_at`, `at`) is in UTC and ends in `Z`; `zone` is the IANA time zone the person was in, and the date of that place is kept as `day`.
A field that was not given is absent.
Every entry may have an `id`, the key the store gave it.

Some kinds have a *key*: a later entry with the same key replaces the earlier one. All others stand side by side.
A Myolog that reads format {version} refuses a file of a later format with one sentence and changes nothing.

## Kinds of entries
"""


def file_format() -> str:
    """Describe the native file: every kind, its fields and one example line."""
    from myolog.journal.file import FORMAT, lines
    from myolog.journal.model import Journal
    from tests.factories import DAY, ONE_OF_EACH, episode, none_today

    short = Journal((episode(), none_today(day=DAY.replace(day=10))), "Europe/Berlin")
    parts = [FILE_HEAD.format(example="".join(lines(short)).strip(), version=FORMAT)]
    for make in ONE_OF_EACH:
        entry = make()
        line = list(lines(Journal((entry,), "Europe/Berlin")))[1].strip()
        parts += [
            f"### {entry.kind}",
            (inspect.getdoc(type(entry)) or "").splitlines()[0],
            f"Its key, here: {code(entry.slot)}." if entry.slot is not None else "It has no key.",
            table(("field", "needed", "meaning"), fields_of(type(entry))),
            f"```json\n{line}\n```",
        ]
    return page("The journal file", *parts)


def fields_of(kind: type) -> list[tuple[str, str, str]]:
    """List the fields of a kind of entry, with the meaning its docstring tells."""
    told = (inspect.getdoc(kind) or "").partition("Attributes\n----------\n")[2]
    pairs = [line.split(" : ", 1) for line in told.splitlines() if " : " in line]
    meanings = {name: words for names, words in pairs for name in names.split(", ")}
    meanings.setdefault("day", "the person's calendar date")
    rows = []
    for field in fields(kind):
        if field.name != "id":
            optional = field.default is not MISSING or field.default_factory is not MISSING
            needed = "no" if optional and field.name != "day" else "yes"
            name = {"accompanied": "with"}.get(field.name, field.name)
            rows.append((code(name), needed, meanings[field.name]))
    return rows
