"""The page that describes the file tells the truth: every line it shows can be read."""

import json
import re
from pathlib import Path

from myolog.journal.file import decode, encode, lines, read_lines
from myolog.journal.records import ALL_KINDS

PAGE = Path("docs") / "reference" / "file-format.md"


def test_every_example_is_what_myolog_writes(project: Path) -> None:
    text = (project / PAGE).read_text(encoding="utf-8")
    whole, *single = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    assert "".join(lines(read_lines(whole.splitlines(keepends=True)))) == whole
    rows = [json.loads(block) for block in single]
    assert [encode(decode(row)) for row in rows] == rows
    assert [row["kind"] for row in rows] == list(ALL_KINDS)
