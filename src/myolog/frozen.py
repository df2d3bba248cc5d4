"""The one mapping that frozen values hold: a dictionary that cannot be changed.

Unlike the standard library's read-only view it can be pickled, copied and hashed, so that every
value of Myolog can be sent to another process, kept in a cache and put in a set.
"""

from typing import Any, NoReturn, Self, TypeVar

__all__ = ["FrozenDict"]

K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """A dictionary that refuses every change.

    Examples
    --------
    >>> caffeine = FrozenDict({"espresso": 2})
    >>> caffeine["espresso"], caffeine == {"espresso": 2}
    (2, True)
    >>> caffeine["tea"] = 1
    Traceback (most recent call last):
    TypeError: a FrozenDict cannot be changed
    """

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __copy__(self) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)

    def _refuse(self, *_args: object, **_named: object) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} cannot be changed")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse
