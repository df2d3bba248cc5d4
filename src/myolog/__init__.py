"""Myolog: muscle twitches, and whether they need a doctor.

The public API is the names in `__all__`; nothing else is promised. They load
when first used, so that ``import myolog`` costs next to nothing and never
brings in the web or the database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from myolog.errors import MyologError as MyologError
    from myolog.errors import UserError as UserError

__version__ = "0.1.0"

_HOME = {
    "MyologError": "myolog.errors",
    "UserError": "myolog.errors",
}

__all__ = ["MyologError", "UserError", "__version__"]


def __getattr__(name: str) -> object:
    """Load a public name from its home on first use."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted(__all__)
