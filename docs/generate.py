"""Write the pages of the manual that are made from the code.

    python -m docs.generate            write them
    python -m docs.generate --check    only say which are stale, and exit 1

Rules, places, exposures, commands and errors live in one registry each. Their
pages are derived, so that the manual cannot say something else than the program.
"""

import sys
from collections.abc import Callable, Sequence

from docs.generator.api import api
from docs.generator.commands import commands
from docs.generator.journal import file_format, schema
from docs.generator.layout import ROOT
from docs.generator.library import errors, library
from docs.generator.phrases import one_line
from docs.generator.programme import steps
from docs.generator.triage import guide, rules
from docs.generator.vocabulary import exposures, sites

REFERENCE = ROOT / "docs" / "reference"

PAGES: dict[str, Callable[[], str]] = {
    "api.md": api,
    "commands.md": commands,
    "errors.md": errors,
    "exposures.md": exposures,
    "file-format.md": file_format,
    "guide-in-order.md": guide,
    "journal.schema.json": schema,
    "library.md": library,
    "one-line.md": one_line,
    "rules.md": rules,
    "sites.md": sites,
    "steps.md": steps,
}


def stale() -> list[str]:
    """List the generated pages that differ from what the code says."""
    return [
        name
        for name, write in PAGES.items()
        if not (path := REFERENCE / name).exists() or path.read_text(encoding="utf-8") != write()
    ]


def main(arguments: Sequence[str]) -> int:
    """Write or check the pages."""
    changed = stale()
    if "--check" in arguments:
        if changed:
            print(f"Stale: {', '.join(changed)}. Run 'make reference'.", file=sys.stderr)
        return bool(changed)
    for name in changed:
        (REFERENCE / name).write_text(PAGES[name](), encoding="utf-8")
        print(f"wrote docs/reference/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
