"""The manual is fresh, its links point somewhere, and its folders are complete."""

import re
from pathlib import Path

import pytest

from docs.generate import stale

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")
WRITTEN = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md"), *ROOT.glob("tests/**/*.md")])


def test_every_generated_page_is_fresh() -> None:
    assert stale() == [], "run 'make reference'"


@pytest.mark.parametrize("page", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_points_at_a_file(page: Path) -> None:
    targets = [page.parent / target for target in LINK.findall(page.read_text())]
    assert not [target for target in targets if not target.exists()]


def test_every_decision_has_a_number_and_the_four_parts() -> None:
    pages = sorted((DOCS / "decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text()
        assert text.startswith(f"# {int(page.name[:4])}. "), page.name
        for part in ("Context", "Options", "Decision", "Consequences"):
            assert part in text, f"{page.name} lacks {part}"


def test_the_glossary_has_each_word_once() -> None:
    terms = re.findall(r"^(\S.*)\n: ", (DOCS / "glossary.md").read_text(), re.MULTILINE)
    assert len(terms) > 20
    assert len(terms) == len(set(terms))
