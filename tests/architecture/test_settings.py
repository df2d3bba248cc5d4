"""Every setting is in the manual, and the database's migrations are complete."""

import re

import pytest
from django.core.management import call_command

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
