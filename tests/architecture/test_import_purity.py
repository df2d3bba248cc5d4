"""The core is pure: it loads fast and knows no web, database, clock or command line."""

import ast
import subprocess
import sys

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


IMPORT_ONE_AFTER_ANOTHER = """
import importlib, sys
for name in sys.argv[2:]:
    importlib.import_module(name)
    if loaded := set(sys.argv[1].split()) & set(sys.modules):
        sys.exit(f"{name} loads {loaded}")
"""


def first_to_load_a_shell(modules: list[str]) -> str:
    """Import the modules into one fresh process and name the first that brings a shell along."""
    command = [sys.executable, "-c", IMPORT_ONE_AFTER_ANOTHER, " ".join(SHELLS), *modules]
    return subprocess.run(command, capture_output=True, text=True, timeout=60).stderr.strip()


def test_no_module_of_the_core_loads_a_shell() -> None:
    modules = [
        ".".join(("myolog", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(
            ".__init__"
        )
        for path in source_files(*CORE)
    ]
    assert len(modules) > 150
    assert first_to_load_a_shell(modules) == ""
    planted = [*modules[:3], "myolog.cli.main", modules[3]]
    assert first_to_load_a_shell(planted) == "myolog.cli.main loads {'click'}"


def imports_of_the_root(source: str) -> list[int]:
    """Name the lines of a module that import the package itself."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.ImportFrom) and node.module == "myolog")
        or (isinstance(node, ast.Import) and "myolog" in {alias.name for alias in node.names})
    ]


def test_the_core_imports_submodules_and_never_the_package_root() -> None:
    found = {path: imports_of_the_root(path.read_text()) for path in source_files(*CORE)}
    assert len(found) > 150
    assert {path: lines for path, lines in found.items() if lines} == {}
    planted = "import myolog\nfrom myolog import x\nimport myolog.units\nfrom myolog.a import b"
    assert imports_of_the_root(planted) == [1, 2]


def test_the_core_has_no_exemption_from_the_clock_and_environment_bans() -> None:
    assert [path for path in source_files(*CORE) if "TID251" in path.read_text()] == []


def test_the_store_names_no_shell_not_even_in_a_string() -> None:
    named = ("myolog.web", "myolog.cli")
    assert not [
        str(path.relative_to(SOURCE))
        for path in source_files("store")
        if any(name in path.read_text() for name in named)
    ]


ALREADY_PREPARED = {"_restored"}
"""Functions whose caller has prepared the data folder."""


def store_before_opening(code: str) -> list[str]:
    """Return the functions that import from the store above the line that opens the journal."""
    found = []
    for function in ast.walk(ast.parse(code)):
        if not isinstance(function, ast.FunctionDef) or function.name in ALREADY_PREPARED:
            continue
        inside = list(ast.walk(function))
        opened = [
            one.lineno
            for one in inside
            if isinstance(one, ast.Call) and ast.unparse(one.func) == "session.open"
        ]
        imported = [
            one.lineno
            for one in inside
            if isinstance(one, ast.ImportFrom) and str(one.module).startswith("myolog.store")
        ]
        if opened and imported and min(imported) < min(opened):
            found.append(function.name)
    return found


def test_a_command_opens_the_journal_before_it_imports_from_the_store() -> None:
    """In a process of its own Django is not there before; in the process of these tests it is."""
    commands = sorted((SOURCE / "cli").glob("*.py"))
    assert [name for path in commands for name in store_before_opening(path.read_text())] == []
    turned = "def late(session):\n    from myolog.store.raised import told\n    session.open()\n"
    assert store_before_opening(turned) == ["late"]
