"""The pages of the rules in `spec/triage`: what a person wrote down about each red flag.

`AFTER` is the rule before it in the guide's order, None for the first of a level. `SOFT` says that
a normal examination may lower it. `SAYS` and `DETAIL` are its words as they were read, and `WHEN`
the answers that make the words true: in one of its alternatives every question has one of its
answers; ages and days stand for a child, an older person and more than two weeks. "counts" marks
words that only count signs, "explained" words about what a doctor explained. `BESIDE` holds answers
that the rule needs too although its words do not state them.
"""

import importlib.util
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parent / "spec" / "triage"
NEEDED = ("RULE", "TITLE", "AFTER", "SAYS", "DETAIL", "WHEN", "CASES")


def _read(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    page = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(page)
    return page


PAGES = {
    page.RULE: page
    for page in map(_read, sorted(FOLDER.glob("test_?_*.py")))
    if set(NEEDED) <= set(vars(page))
}
"""Every whole page by the code of its rule."""


def codes_in_order() -> list[str]:
    """Put the codes in the order that the pages tell, level by level."""
    next_of = {(code[0], page.AFTER): code for code, page in PAGES.items()}
    assert len(next_of) == len(PAGES), "Two rules stand after the same one."
    found: list[str] = []
    for level in "ESUOR":
        code = next_of.get((level, None))
        while code is not None:
            found.append(code)
            code = next_of.get((level, code))
    return found
