"""The README is true: its session runs, its table and pictures exist, its library lines work."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from myolog.triage.answers import INPUTS
from myolog.triage.rules import RULES
from myolog.vocabulary.countries import COUNTRIES
from myolog.vocabulary.drinks import DRINKS
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.sites import SITES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
SESSION = re.search(r"```console\n(.*?)```", README, re.DOTALL)


def test_the_session_prints_what_the_readme_shows(tmp_path: Path) -> None:
    assert SESSION is not None
    runs = re.split(r"^\$ myolog ", SESSION[1], flags=re.MULTILINE)[1:]
    assert [run.split()[0] for run in runs] == ["demo", "learn", "report"]
    for run in runs:
        command, *shown = run.splitlines()
        result = subprocess.run(
            [sys.executable, "-m", "myolog", "--data", str(tmp_path / "data"), *command.split()],
            cwd=tmp_path,
            env={**os.environ, "COLUMNS": "80"},
            capture_output=True,
            text=True,
            check=True,
        )
        printed = iter(result.stdout.splitlines())
        for line in shown:
            assert line == "..." or line in printed, f"{command} does not print {line!r} here"


def test_the_library_lines_give_what_the_readme_shows() -> None:
    lines = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert lines is not None
    example = doctest.DocTestParser().get_doctest(lines[1], {}, "README.md", None, None)
    result = doctest.DocTestRunner().run(example)
    assert result.attempted >= 3
    assert result.failed == 0


def test_everything_the_readme_points_to_exists() -> None:
    named = re.findall(r"`((?:src|tests|docs)/[^`]*)`", README)
    linked = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", README)
    paths = {*named, *(one or other for one, other in linked)}
    assert len(paths) > 15
    assert not [path for path in sorted(paths) if not (ROOT / path).exists()]


def test_the_first_screen_says_what_a_newcomer_needs() -> None:
    first = README.partition("## What is in it")[0]
    for words in ("make run", "make test", "not a diagnosis", "not yet signed by a clinician"):
        assert words in first
    assert README.splitlines()[2].startswith("Muscle twitches: find out whether they need a doctor")


@pytest.mark.parametrize(
    ("said", "n_there"),
    [
        (r"over (\d+) places on the body", len(SITES)),
        (r"over (\d+) things to track", len(EXPOSURES)),
        (r"(\d+) drinks;", len(DRINKS)),
        (r"over (\d+) questions", len(INPUTS)),
        (r"behind over (\d+) rules", len(RULES)),
        (r"crisis line of over (\d+) countries", sum(bool(c.crisis) for c in COUNTRIES.values())),
    ],
)
def test_a_number_of_the_readme_is_true_and_not_much_too_small(said: str, n_there: int) -> None:
    found = re.search(said, README)
    assert found is not None
    assert n_there * 0.8 <= int(found[1]) <= n_there
