"""The core is pure: it loads fast and knows no web, database, clock or command line."""

import ast
import subprocess
import sys

import pytest

from tests.architecture.checkout import CORE, SOURCE, source_files

HEAVY = ("django", "ninja", "pydantic", "click", "rich", "numpy", "scipy", "pandas", "typst")
SHELLS = ("django", "ninja", "click", "waitress", "pydantic", "whitenoise", "csp")


def modules_loaded_by(code: str) -> set[str]:
    """Tell the top-level packages that are loaded after running `code` afresh."""
    report = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True, timeout=60
    )
    return {name.partition(".")[0] for name in run.stdout.split()}


def test_importing_myolog_loads_nothing_heavy() -> None:
    assert not modules_loaded_by("import myolog") & set(HEAVY)


def test_using_the_whole_public_api_loads_no_shell() -> None:
    code = "import myolog\nfor name in myolog.__all__: getattr(myolog, name)"
    assert not modules_loaded_by(code) & set(SHELLS)


def test_public_api_does_not_load_the_slow_part_of_scipy() -> None:
    code = "import myolog, sys\nfor name in myolog.__all__: getattr(myolog, name)\n"
    code += "assert 'scipy.stats' not in sys.modules"
    modules_loaded_by(code)


def test_the_command_line_loads_the_database_and_the_web_only_when_needed() -> None:
    later = {"django", "ninja", "pydantic", "waitress", "numpy", "scipy", "typst", "rich"}
    assert not modules_loaded_by("import myolog.cli.main") & later


@pytest.mark.parametrize("name", [name for name in CORE if list(SOURCE.glob(f"{name}*"))])
def test_a_core_package_loads_no_shell(name: str) -> None:
    modules = [
        ".".join(("myolog", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(
            ".__init__"
        )
        for path in source_files(name)
    ]
    assert not modules_loaded_by("\n".join(f"import {module}" for module in modules)) & set(SHELLS)


@pytest.mark.parametrize(
    "path", source_files(*CORE), ids=lambda path: str(path.relative_to(SOURCE))
)
def test_the_core_imports_submodules_and_never_the_package_root(path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            assert node.module != "myolog", f"line {node.lineno}"
        elif isinstance(node, ast.Import):
            assert "myolog" not in {alias.name for alias in node.names}, f"line {node.lineno}"


@pytest.mark.parametrize(
    "path", source_files(*CORE), ids=lambda path: str(path.relative_to(SOURCE))
)
def test_the_core_has_no_exemption_from_the_clock_and_environment_bans(path) -> None:
    assert "TID251" not in path.read_text()


def test_the_store_names_no_shell_not_even_in_a_string() -> None:
    named = ("myolog.web", "myolog.cli")
    assert not [
        str(path.relative_to(SOURCE))
        for path in source_files("store")
        if any(name in path.read_text() for name in named)
    ]
