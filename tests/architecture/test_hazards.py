"""The hazard log and the rules of calm name tests that exist; none goes without a control."""

import ast
import tomllib
from functools import cache

import pytest

from tests.architecture.checkout import ROOT

HAZARDS = tomllib.loads((ROOT / "docs/safety/hazards.toml").read_text("utf-8"))
RULES = tomllib.loads((ROOT / "docs/safety/design-rules.toml").read_text("utf-8"))
NAMED = [(code, test) for code, entry in (HAZARDS | RULES).items() for test in entry["tests"]]


@cache
def functions(path):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_hazard_is_there_once_and_in_order() -> None:
    assert list(HAZARDS) == [f"H{n}" for n in range(1, 14)]


@pytest.mark.parametrize("code", HAZARDS)
def test_the_hazard_is_judged_and_controlled(code: str) -> None:
    hazard = HAZARDS[code]
    assert hazard["hazard"].endswith(".")
    assert hazard["control"].endswith(".")
    assert hazard["severity"] in range(1, 6)
    assert hazard["likelihood"] in range(1, 6)
    assert hazard["tests"] or hazard["open"], "neither shown nor said to be open"


def test_every_rule_of_calm_is_there_once_and_in_order() -> None:
    assert list(RULES) == [f"DP-{n}" for n in range(1, 13)]


@pytest.mark.parametrize("code", RULES)
def test_the_rule_of_calm_is_kept_and_shown(code: str) -> None:
    rule = RULES[code]
    assert rule["rule"].endswith(".")
    assert rule["control"].endswith(".")
    assert rule["tests"]


def is_there(test: str) -> bool:
    path, _, function = test.partition("::")
    return (ROOT / path).is_file() and function in functions(path)


def test_the_named_test_exists() -> None:
    assert len(NAMED) > 150
    assert [(code, test) for code, test in NAMED if not is_there(test)] == []
    assert not is_there("tests/architecture/test_hazards.py::test_of_nothing")
    assert not is_there("tests/architecture/test_nothing.py::test_the_named_test_exists")
