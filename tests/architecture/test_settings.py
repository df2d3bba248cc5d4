"""Every setting is in the manual, and the database's migrations are complete."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.core.management import call_command

from myolog.web.settings.computer import _secret_key
from tests.architecture.checkout import ROOT, source_files

VARIABLE = re.compile(r"\bMYOLOG_[A-Z_]+\b")


def test_every_variable_of_the_environment_is_documented() -> None:
    manual = (ROOT / "docs" / "reference" / "settings.md").read_text()
    documented = set(VARIABLE.findall(manual))
    tests = (ROOT / "tests").rglob("*.py")
    used = {
        name
        for path in [*source_files(), *tests]
        for name in re.findall(r"[\"'`](MYOLOG_[A-Z_]+)[\"'`]", path.read_text())
    }
    assert documented == used


@pytest.mark.django_db
def test_the_migrations_are_complete() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_first_requests_at_once_make_one_secret_key(tmp_path: Path) -> None:
    threads = 8
    for n in range(20):
        start, file = Barrier(threads), tmp_path / str(n) / "secret-key"

        def ask(start: Barrier = start, file: Path = file) -> str:
            start.wait()
            return _secret_key(file)

        with ThreadPoolExecutor(threads) as pool:
            asked = [pool.submit(ask) for _ in range(threads)]
        assert {one.result() for one in asked} == {file.read_text()}
        assert {one.name for one in file.parent.iterdir()} == {"secret-key", ".myolog"}
