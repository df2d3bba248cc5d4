"""Every sentence of a `UserError`, found where it is raised, by module."""

import ast
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import myolog
from myolog import errors

SOURCE = Path(myolog.__file__).parent
RAISED = frozenset(errors.__all__)


def modules() -> Iterator[str]:
    """Yield every module by its path without ending."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).with_suffix("").as_posix()


def sentences_of(module: str) -> Iterator[str]:
    """Yield the sentences that `module` raises; one that is put together is an AssertionError."""
    tree = ast.parse((SOURCE / f"{module}.py").read_text("utf-8"))
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if called and node.func.id in RAISED and node.args:
            yield from _told(node.args[0], module)


def _told(said: ast.expr, module: str) -> Iterator[str]:
    match said:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)):
            home = import_module(f"myolog.{module.replace('/', '.')}")
            found = getattr(home, name)
            yield from found.values() if isinstance(found, Mapping) else (found,)
        case ast.Call():
            return  # words of the catalogue, or the nearest known word
        case _:
            raise AssertionError(f"{module}: {ast.unparse(said)} is no sentence with values")
