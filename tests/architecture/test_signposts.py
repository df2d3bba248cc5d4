"""A newcomer finds the way: folders say what they are for, and tables name real places."""

import re

from tests.architecture.checkout import ROOT, SOURCE, tracked_files, tracked_texts

CODE = re.compile(r"`([^`\s]+)`")


def test_every_path_in_the_where_to_change_table_exists() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text().partition("## Where do I change")[2]
    named = CODE.findall(table.partition("\n## ")[0])
    paths = [word for word in named if "/" in word or word.endswith((".md", ".toml"))]
    assert len(paths) > 15
    assert not [path for path in paths if not (ROOT / path).exists()]


def test_every_folder_of_tests_says_what_it_is_for() -> None:
    words = (ROOT / "tests" / "README.md").read_text()
    folders = {path.parent for path in tracked_files() if path.name.startswith("test_")}
    for folder in folders:
        top = folder.relative_to(ROOT / "tests").parts[0]
        assert f"`{top}/`" in words, f"tests/README.md says nothing about {top}/"


def test_the_table_of_tests_names_only_what_exists() -> None:
    words = (ROOT / "tests" / "README.md").read_text()
    folders = re.findall(r"^\| `(\w+)/` \|", words, re.MULTILINE)
    assert not [name for name in folders if not (ROOT / "tests" / name).is_dir()]


def test_every_part_of_the_source_is_on_the_map() -> None:
    words = (ROOT / "docs" / "explanation" / "architecture.md").read_text()
    on_map = set(re.findall(r"^\| `(\w+)(?:/|\.py)` \|", words, re.MULTILINE))
    parts = {
        path.stem
        for path in SOURCE.iterdir()
        if path.name != "__pycache__" and (path.is_dir() or path.suffix == ".py")
    } - {"__init__", "__main__"}
    assert on_map == parts


NAMED = re.compile(r"(?:`|^ {4}|\$ )make ([a-z][a-z-]*)", re.MULTILINE)


def test_every_make_command_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        (str(path), command)
        for path, text in tracked_texts().items()
        if path.name != "test_signposts.py" and path.suffix in {".md", ".toml", ".py", ".txt", ""}
        for command in NAMED.findall(text)
    }
    assert {command for _, command in named} > {"run", "test", "check", "soak", "calibrate"}
    assert [(path, command) for path, command in sorted(named) if command not in targets] == []
    assert NAMED.findall("`make quick` and\n    make run # x\n$ make fuzz\nmake it so") == [
        "quick", "run", "fuzz",
    ]  # fmt: skip


RUN = re.compile(
    r"(?:python|\$\(PY\)) -m ((?:tests|docs|bench|myolog)[\w.]*)"
    r"|(?:pytest|\(PYTEST\)) (tests/[\w/.]+)"
)


def test_every_module_and_folder_that_a_page_says_to_run_exists() -> None:
    named = {
        found[1].replace(".", "/") if found[1] else found[2].rstrip(".")
        for path, text in tracked_texts().items()
        if path.suffix in {".md", ".toml", ""}
        for found in RUN.finditer(text)
    }
    assert {"tests/corpus/proof", "docs/generate", "tests/spec/triage"} <= named
    places = {name: (name, f"{name}.py", f"{name}/__main__.py", f"src/{name}") for name in named}
    there = {name for name, forms in places.items() if any((ROOT / one).exists() for one in forms)}
    assert sorted(named - there) == []


def test_the_readme_names_its_two_commands() -> None:
    assert {"run", "test"} <= set(NAMED.findall((ROOT / "README.md").read_text()))


def test_what_is_run_on_postgres_stands_where_make_test_looks() -> None:
    marked = [path for path, text in tracked_texts().items() if re.search(r"\bmark\.store\b", text)]
    assert len(marked) > 20
    there = ("tests/integration/", "tests/web/test_", "tests/architecture/test_signposts.py")
    assert [path for path in marked if not str(path).startswith(there)] == []
    makefile = (ROOT / "Makefile").read_text()
    assert 'OF_STORE = $(shell grep -rlE "mark\\.store" tests/integration tests/web)' in makefile
    assert "-m store $(OF_STORE)" in makefile


def test_the_makefile_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    listed = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    phony = set(" ".join(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)).split())
    assert targets == listed == phony


def test_what_lands_is_tested_and_checked() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make test" in script.read_text()
    assert "make check" in script.read_text()


def test_every_chart_is_shown_somewhere_and_has_its_test() -> None:
    texts = tracked_texts()
    above = [
        text for path, text in texts.items() if re.match("src/myolog/(web|report|cli)/", str(path))
    ]
    charts = [
        path.stem
        for path, text in texts.items()
        if str(path.parent) == "src/myolog/charts" and "\ndef chart(" in text
    ]
    assert len(charts) >= 6
    assert [one for one in charts if not any(f"{one}.chart(" in text for text in above)] == []
    tested = {path.stem for path in texts if str(path.parent) == "tests/unit/charts"}
    assert [one for one in charts if f"test_{one}" not in tested] == []
