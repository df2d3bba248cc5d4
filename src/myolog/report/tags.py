"""Row headers in the tags of a PDF, so that a screen reader says a number with its region.

Typst tags the cells of a table's header by itself; that the first cell of a row is a header too can
be said only behind a flag that its Python package does not pass on (0.15). The tags are completed
here by an update behind the file, in which nothing that Typst wrote is touched. What does not look
like Typst's tags is left as it is. Source: ISO 32000-1, 7.5.6 and 14.8.5.7; ISO 14289-1, 7.5.
"""

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["with_row_headers"]

_TAG: Final = re.compile(rb"\n(\d+) 0 obj\n(<</Type/Struct(?:Elem|TreeRoot)/[^\n]*>>)\nendobj")
_KIDS: Final = re.compile(rb"/K\[([^\]]*)\]")
_END: Final = re.compile(rb"trailer\n<<([^\n]*)>>\nstartxref\n(\d+)\n%%EOF\s*\Z")
_NAMES: Final = b"/IDTree<</Names["


def with_row_headers(pdf: bytes) -> bytes:
    """Return the PDF with the first cell of each row of a table's body as the row's header."""
    tags = {int(number): tag for number, tag in _TAG.findall(pdf)}
    end = _END.search(pdf)
    headers = {
        first: others
        for tag in tags.values()
        if b"/S/TBody" in tag
        for row in _kids(tag)
        for first, *others in [_kids(tags[row])]
    }
    if not headers or end is None:
        return pdf
    return pdf + _update(_changed(tags, headers), after=len(pdf), trailer=end[1], before=end[2])


def _kids(tag: bytes) -> list[int]:
    found = _KIDS.search(tag)
    return [] if found is None else [int(kid) for kid in re.findall(rb"(\d+) 0 R", found[1])]


def _changed(tags: Mapping[int, bytes], headers: Mapping[int, list[int]]) -> dict[int, bytes]:
    """Return the tags that say more now, by their number."""
    changed: dict[int, bytes] = {}
    named = b""
    for first, others in sorted(headers.items()):
        name = b"(R%06d)" % first
        named += b"%s%d 0 R" % (name, first)
        cell = tags[first].replace(b"/S/TD", b"/S/TH", 1).replace(b"/A[", b"/ID%s/A[" % name, 1)
        changed[first] = cell.replace(b"/O/Table", b"/O/Table/Scope/Row", 1)
        for other in others:
            changed[other] = tags[other].replace(b"/Headers[", b"/Headers[%s" % name, 1)
    root = next(number for number, tag in tags.items() if b"/StructTreeRoot/" in tag)
    changed[root] = tags[root].replace(_NAMES, _NAMES + named, 1)
    return changed


def _update(changed: Mapping[int, bytes], *, after: int, trailer: bytes, before: bytes) -> bytes:
    """Return changed objects and where they stand, to be put behind a file of `after` bytes."""
    update, places = b"\n", b"0 1\n0000000000 65535 f\r\n"
    for number, tag in sorted(changed.items()):
        places += b"%d 1\n%010d 00000 n\r\n" % (number, after + len(update))
        update += b"%d 0 obj\n%s\nendobj\n" % (number, tag)
    head = b"trailer\n<<%s/Prev %s>>\n" % (trailer, before)
    return update + b"xref\n%s%sstartxref\n%d\n%%%%EOF\n" % (places, head, after + len(update))
