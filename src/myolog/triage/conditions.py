"""Conditions that rules are made of, readable by people and by programs.

Decides how answers are compared, not which comparison matters. A condition can
say whether it holds, which questions it reads, in which ways it can come true
and, as text, what it demands, so that proofs, the check's screens and the
manual all follow from the one table of rules.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Literal

from myolog.triage.answers import INPUTS, Answer

__all__ = [
    "AllOf",
    "AnyOf",
    "AtLeastN",
    "Atom",
    "Condition",
    "Group",
    "Values",
    "Way",
    "at_least",
    "below",
    "exactly",
    "is_true",
    "names_any",
]

Values = Mapping[str, Answer]
"""One answer for every question."""


class Condition(ABC):
    """Something that answers can meet."""

    __slots__ = ()

    @abstractmethod
    def holds(self, values: Values) -> bool:
        """Return whether `values` meet this condition."""

    @abstractmethod
    def because(self, values: Values) -> tuple[str, ...]:
        """Return the questions whose answers make it hold; empty if it does not."""

    @abstractmethod
    def ways(self) -> tuple[Way, ...]:
        """Return every smallest set of comparisons that makes it hold."""

    @property
    @abstractmethod
    def counts(self) -> bool:
        """Whether it counts items, so that no single question decides it."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The questions it reads, in the order of the guide."""
        return _in_order(atom.input for way in self.ways() for atom in way)

    def __and__(self, other: Condition) -> Condition:
        return AllOf(parts=(self, other))

    def __or__(self, other: Condition) -> Condition:
        return AnyOf(parts=(self, other))


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    found = set(names)
    return tuple(name for name in INPUTS if name in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom(Condition):
    """One comparison of one answer.

    Parameters
    ----------
    input
        The question.
    relation
        ``>=`` at or above in its order, ``=`` exactly, ``<`` below, or
        ``names`` for a list that is not empty.
    value
        What it is compared with.
    """

    input: str
    relation: Literal[">=", "=", "<", "names"]
    value: Answer
    _rank: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        question = INPUTS[self.input]
        object.__setattr__(self, "_rank", question.rank(question.read(self.value)))

    def holds(self, values: Values) -> bool:
        """Compare the answer with `value`."""
        answer = values[self.input]
        if self.relation == "=":
            return answer == self.value
        if self.relation == "names":
            return bool(answer)
        reached = INPUTS[self.input].rank(answer) >= self._rank
        return reached if self.relation == ">=" else not reached

    def because(self, values: Values) -> tuple[str, ...]:
        """Return the one question, if it holds."""
        return (self.input,) if self.holds(values) else ()

    def ways(self) -> tuple[Way, ...]:
        """Return the one way: itself."""
        return (frozenset({self}),)

    @property
    def counts(self) -> bool:
        """Never: one comparison counts nothing."""
        return False

    def __str__(self) -> str:
        if self.relation == "names":
            return f"{self.input} names an answer that it may cover"
        if self.value is True:
            return self.input
        return f"{self.input} {self.relation} {self.value}"


Way = frozenset[Atom]
"""Comparisons that together are enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Condition):
    """A condition made of parts.

    Parameters
    ----------
    parts
        What it is made of.
    """

    parts: tuple[Condition, ...]

    def because(self, values: Values) -> tuple[str, ...]:
        """Return the questions of the parts that hold, if the whole holds."""
        if not self.holds(values):
            return ()
        return _in_order(name for part in self.parts for name in part.because(values))

    @property
    def counts(self) -> bool:
        """Whether any part counts."""
        return any(part.counts for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf(Group):
    """Every part holds."""

    def holds(self, values: Values) -> bool:
        """Return whether every part holds."""
        return all(part.holds(values) for part in self.parts)

    def ways(self) -> tuple[Way, ...]:
        """Return one way of each part, joined, in every combination."""
        return tuple(frozenset().union(*ways) for ways in product(*(p.ways() for p in self.parts)))

    def __str__(self) -> str:
        return " and ".join(
            f"({part})" if isinstance(part, AnyOf) else str(part) for part in self.parts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Group):
    """At least one part holds."""

    def holds(self, values: Values) -> bool:
        """Return whether any part holds."""
        return any(part.holds(values) for part in self.parts)

    def ways(self) -> tuple[Way, ...]:
        """Return the ways of every part."""
        return tuple(way for part in self.parts for way in part.ways())

    def __str__(self) -> str:
        return " or ".join(
            f"({part})" if isinstance(part, AllOf) else str(part) for part in self.parts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeastN(Group):
    """At least `number` of `parts` hold.

    Parameters
    ----------
    number
        How many must hold.
    noun
        What the parts are called in text.
    """

    number: int
    noun: str

    def holds(self, values: Values) -> bool:
        """Return whether enough parts hold."""
        return sum(part.holds(values) for part in self.parts) >= self.number

    def ways(self) -> tuple[Way, ...]:
        """Return the ways of every choice of `number` parts."""
        return tuple(
            way
            for chosen in combinations(self.parts, self.number)
            for way in AllOf(parts=chosen).ways()
        )

    @property
    def counts(self) -> bool:
        """Always."""
        return True

    def __str__(self) -> str:
        return f"at least {self.number} of the {len(self.parts)} {self.noun}"


def at_least(name: str, value: str | int) -> Atom:
    """Return: the answer to `name` is at or above `value` in its order."""
    return Atom(input=name, relation=">=", value=value)


def exactly(name: str, value: str) -> Atom:
    """Return: the answer to `name` is `value` and no other."""
    return Atom(input=name, relation="=", value=value)


def below(name: str, value: int) -> Atom:
    """Return: the number answered to `name` is less than `value`."""
    return Atom(input=name, relation="<", value=value)


def is_true(name: str) -> Atom:
    """Return: the answer to `name` is yes."""
    return Atom(input=name, relation="=", value=True)


def names_any(name: str) -> Atom:
    """Return: the list answered to `name` is not empty."""
    return Atom(input=name, relation="names", value=())
