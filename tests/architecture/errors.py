"""Every sentence of a `UserError` with its key, found where it is raised, by module."""

import ast
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import myolog
from myolog import errors

SOURCE = Path(myolog.__file__).parent
RAISED = frozenset(errors.__all__)
A_KIND = "kind"
"""What a variable is called that holds one of them."""


def modules() -> Iterator[str]:
    """Yield every module by its path without ending."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).with_suffix("").as_posix()


def sentences_of(module: str) -> Iterator[tuple[str, str]]:
    """Yield key and sentence of what `module` raises; words of the catalogue have no key.

    A sentence that is put together has its values still in it.
    """
    tree = ast.parse((SOURCE / f"{module}.py").read_text("utf-8"))
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if called and node.func.id in {*RAISED, A_KIND} and node.args:
            yield from _told(node, module)


def _told(raised: ast.Call, module: str) -> Iterator[tuple[str, str]]:
    named = {one.arg: one.value for one in raised.keywords}
    default = getattr(errors, raised.func.id, errors.UserError).default_code
    key = named.get("key", named.get("code", ast.Constant(default)))
    match raised.args[0]:
        case ast.Constant(value=str(text)):
            yield _text(key), text
        case ast.JoinedStr() as joined:
            yield _text(key), ast.unparse(joined)
        case ast.Name(id=name):
            yield _text(key), _held(module, name)
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=one)):
            yield _text(key), _held(module, name)[one]
        case ast.Subscript(value=ast.Name(id=name)):
            table = _held(module, name)
            assert isinstance(table, Mapping)
            yield from ((_text(key, one), text) for one, text in table.items())
        case ast.Call() | ast.Attribute():
            return  # words of the catalogue, or those of another error


def _held(module: str, name: str) -> Any:
    return getattr(import_module(f"myolog.{module.replace('/', '.')}"), name, name)


def _text(key: ast.expr, inside: str = "") -> str:
    """Return a key; what is put in one stands for `inside`."""
    if isinstance(key, ast.JoinedStr):
        return "".join(_text(part, inside) for part in key.values)
    return str(key.value) if isinstance(key, ast.Constant) else inside
