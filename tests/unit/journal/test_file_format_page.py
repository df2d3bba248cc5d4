"""The page that describes the file tells the truth: every line it shows can be read."""

import json
import re
from pathlib import Path

from myolog.journal.codec import decode, encode
from myolog.journal.file import lines, read_lines
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.records import PROGRAMME_EVENTS
from myolog.triage.answers import INPUTS
from myolog.vocabulary.profile import PROFILE
from myolog.vocabulary.tasks import ANSWERS, TASKS

PAGE = Path("docs") / "reference" / "file-format.md"


def test_every_example_is_what_myolog_writes(project: Path) -> None:
    text = (project / PAGE).read_text(encoding="utf-8")
    whole, *single = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    assert "".join(lines(read_lines(whole.splitlines(keepends=True)))) == whole
    rows = [json.loads(block) for block in single]
    assert [encode(decode(row)) for row in rows] == rows
    assert [row["kind"] for row in rows] == list(ALL_KINDS)


def test_every_code_a_stranger_needs_is_on_the_page(project: Path) -> None:
    text = (project / PAGE).read_text(encoding="utf-8")
    needed = {
        *INPUTS, *TASKS, *PROFILE, *PROGRAMME_EVENTS, *ANSWERS, "site", "side", "since", "not_sure",
        *(value for asked in INPUTS.values() for value in asked.values),
        *(choice for field in PROFILE.values() for choice in field.choices),
    }  # fmt: skip
    assert not {code for code in needed if f"`{code}`" not in text}
    assert "| `headache` | - | whole number in quotes, 0 to 10 |" in text
    assert "[journal.schema.json](journal.schema.json)" in text
