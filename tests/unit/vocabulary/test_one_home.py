"""Adding an exposure touches its registry and its words, nothing else.

Nothing else in the package may keep a list of exposure codes: whoever needs
them derives them from the registry.
"""

import ast
import re
from pathlib import Path

import pytest

import myolog
from myolog.vocabulary.exposures import EXPOSURES

PACKAGE = Path(myolog.__file__).parent
ALLOWED = 5
"""More codes than this in one literal is a list of its own."""


def code_lists(source: str) -> list[set[str]]:
    """Return the exposure codes of each literal collection that holds many."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict):
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            codes = {
                part.value
                for part in parts
                if isinstance(part, ast.Constant) and part.value in EXPOSURES
            }
            if len(codes) > ALLOWED:
                found.append(codes)
    return found


@pytest.mark.no_cover
def test_no_module_keeps_a_second_list_of_exposures():
    lists = {
        path.relative_to(PACKAGE): found
        for path in sorted(PACKAGE.rglob("*.py"))
        if (found := code_lists(path.read_text(encoding="utf-8")))
    }
    assert lists == {}


def test_no_template_script_or_style_keeps_a_list_of_exposures():
    telling = [code for code in EXPOSURES if "_" in code]
    lists = {}
    for suffix in ("html", "js", "css", "typ"):
        for path in sorted(PACKAGE.rglob(f"*.{suffix}")):
            text = path.read_text(encoding="utf-8")
            found = [code for code in telling if re.search(rf"\b{code}\b", text)]
            if len(found) > ALLOWED:
                lists[path.relative_to(PACKAGE)] = found
    assert lists == {}


def test_the_guard_sees_a_planted_list():
    planted = f"CODES = {list(EXPOSURES)[: ALLOWED + 1]!r}"
    assert code_lists(planted)
