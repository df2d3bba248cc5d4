"""A newcomer finds the way: folders say what they are for, and tables name real places."""

import re

from tests.architecture.checkout import ROOT, SOURCE, tracked_files

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


def test_the_readme_names_its_two_commands() -> None:
    readme = (ROOT / "README.md").read_text()
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"\bmake ([a-z-]+)", readme):
        assert f"\n{target}:" in makefile, f"README names make {target}"
    assert "make run" in readme
    assert "make test" in readme


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
