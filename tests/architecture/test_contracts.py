"""The import contracts hold, and each one fails when it is broken on purpose."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests.architecture.checkout import ROOT, SOURCE, source_files

LAYERS = "Packages import downwards only"
PURE = "The core reaches no web, database or command line"
TERMINAL = "The terminal knows of the web only its server"
VIEWS = "No view imports a view"
MODELS = "Only the store knows its tables"

PLANTED = {
    "a layer importing upwards": (LAYERS, "journal/planted.py", "import myolog.triage.urgency\n"),
    "a folder that no layer names": (LAYERS, "helpers/__init__.py", ""),
    "the core importing django": (PURE, "journal/planted.py", "import django\n"),
    "the core importing click inside a function": (
        PURE,
        "vocabulary/planted.py",
        "def ask() -> None:\n    import click\n    click.echo('?')\n",
    ),
    "the core reaching ninja through a sibling": (
        PURE,
        "units.py",
        "import ninja\n",
    ),
    "a command taking its words from a page": (
        TERMINAL,
        "cli/planted.py",
        "def say() -> None:\n    import myolog.web.frame\n",
    ),
    "a view importing a view": (
        VIEWS,
        "web/views/planted.py",
        "from myolog.web.views.today import today\n",
    ),
    "a page reading the tables": (
        MODELS,
        "web/planted.py",
        "from myolog.store.models import planted\n",
    ),
}


def contracts(folder: Path) -> str:
    """Run import-linter in a folder that holds pyproject.toml and src/."""
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=folder, capture_output=True, text=True, check=False, timeout=120,
        env=os.environ | {"PYTHONPATH": str(folder / "src"), "COLUMNS": "200"},
    )  # fmt: skip
    assert run.returncode in {0, 1}
    assert ("Contracts:" in run.stdout) is True, run.stdout + run.stderr
    return run.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the package's Python files, so that they can be spoilt."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    package = tmp_path / "src" / "myolog"
    for path in source_files():
        target = package / path.relative_to(SOURCE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    (package / "store" / "models").mkdir(parents=True, exist_ok=True)
    (package / "store" / "models" / "planted.py").touch()
    return tmp_path


def test_all_contracts_hold(copy: Path) -> None:
    assert "BROKEN" not in contracts(copy)


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_violation_breaks_its_contract(copy: Path, planted: str) -> None:
    contract, where, code = PLANTED[planted]
    path = copy / "src" / "myolog" / where
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "__init__.py").touch()
    path.write_text(code + (path.read_text() if path.exists() else ""))
    assert f"{contract} BROKEN" in contracts(copy)


def circles(graph: grimp.ImportGraph) -> list[tuple[str, ...]]:
    """Return imports that close a circle: each with a way back."""
    return [
        way
        for importer in sorted(graph.modules)
        for imported in sorted(graph.find_modules_directly_imported_by(importer))
        if (way := graph.find_shortest_chain(importer=imported, imported=importer)) is not None
    ]


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("myolog", cache_dir=None)
    assert circles(graph) == []
    graph.add_import(importer="myolog.triage.told", imported="myolog.triage.history")
    assert ("myolog.triage.history", "myolog.triage.told") in circles(graph)
